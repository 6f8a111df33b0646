package io.github.janusfiji.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Janus this is. */
final class Version {

	private static final String POM =
		"/META-INF/maven/io.github.janusfiji/Janus_/pom.properties";

	private Version() {}

	/**
	 * @return {@code Janus} and its version as the jar states it; only the name
	 *         when run from classes that are in no jar
	 */
	static String label() {
		String version = Version.class.getPackage().getImplementationVersion();
		if (version == null) version = fromPom();
		return version == null ? "Janus" : "Janus " + version;
	}

	private static String fromPom() {
		try (InputStream in = Version.class.getResourceAsStream(POM)) {
			if (in == null) return null;
			final var properties = new Properties();
			properties.load(in);
			return properties.getProperty("version");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
