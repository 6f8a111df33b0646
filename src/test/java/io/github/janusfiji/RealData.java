package io.github.janusfiji;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the folder of real recordings that may not be published with the
 * project: {@code ../shared/data}, or wherever {@code -Djanus.data=} says.
 */
public final class RealData {

	private RealData() {}

	/**
	 * @return the folder; the calling test is skipped where it is missing, except
	 *         on the CI machine, where it must be there
	 */
	public static Path folder() {
		final Path folder = Path.of(System.getProperty("janus.data",
			"../shared/data"));
		final boolean there = Files.isDirectory(folder);
		if ("true".equals(System.getenv("CI"))) Assertions.assertTrue(there,
			"CI must have the real recordings at " + folder);
		Assumptions.assumeTrue(there, "needs the real recordings at " + folder);
		return folder;
	}
}
