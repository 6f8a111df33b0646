/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.provenance;

import io.github.janusfiji.provenance.c2pa.Credential;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The keys and anchors of whoever uses this computer, in a folder that only they
 * may read: {@code .janus} in their home, or what the property {@code janus.home}
 * or the environment variable {@code JANUS_HOME} names.
 */
public final class KeyRing {

	private static final String SIGNER = "signer.p12";
	private static final String ANCHOR = "anchor.pem";

	private final Path home;

	/** @param home the folder; made when something is put into it */
	public KeyRing(final Path home) {
		this.home = home;
	}

	/** @return that of the user */
	public static KeyRing own() {
		final String property = System.getProperty("janus.home");
		final String variable = System.getenv("JANUS_HOME");
		return new KeyRing(property != null && !property.isBlank() ? Path.of(
			property) : variable != null && !variable.isBlank() ? Path.of(variable)
				: Path.of(System.getProperty("user.home"), ".janus"));
	}

	/** @return the folder */
	public Path home() {
		return home;
	}

	/**
	 * @return the user's own key, made at the first call; where nothing can be
	 *         kept, one that is good for this time only
	 * @throws IOException if there is one that cannot be read
	 */
	public Credential signer() throws IOException {
		final Path own = home.resolve("key");
		if (!Files.exists(own.resolve(SIGNER))) {
			final Optional<Credential> once = make(own);
			if (once.isPresent()) return once.get();
		}
		return Credential.read(own.resolve(SIGNER), passphrase());
	}

	/** @return the passphrase that the user has set for keys; empty if none */
	public static char[] passphrase() {
		final String property = System.getProperty("janus.passphrase");
		final String variable = System.getenv("JANUS_PASSPHRASE");
		return (property != null ? property : variable != null ? variable : "")
			.toCharArray();
	}

	/** @return the new key if it could not be kept; nothing if one is kept now */
	private Optional<Credential> make(final Path own) throws IOException {
		final Credential made = Credential.make("Janus of " + System.getProperty(
			"user.name", "an unnamed user"));
		Path part = null;
		try {
			Files.createDirectories(home);
			part = Files.createTempDirectory(home, ".key");
			restrict(part, "rwx------");
			final Path file = part.resolve(SIGNER);
			Files.createFile(file);
			restrict(file, "rw-------");
			Files.write(file, made.pkcs12(passphrase()));
			Files.writeString(part.resolve(ANCHOR), TrustAnchors.pem(List.of(made
				.anchor())));
			// Fails if another program was faster: then its key is taken.
			Files.move(part, own);
			return Optional.empty();
		}
		catch (final FileAlreadyExistsException e) {
			remove(part);
			return Optional.empty();
		}
		catch (final FileSystemException e) {
			remove(part);
			return Files.exists(own.resolve(SIGNER)) ? Optional.empty() : Optional.of(
				made);
		}
	}

	private static void remove(final Path part) throws IOException {
		if (part == null) return;
		Files.deleteIfExists(part.resolve(SIGNER));
		Files.deleteIfExists(part.resolve(ANCHOR));
		Files.deleteIfExists(part);
	}

	private static void restrict(final Path place, final String rights)
		throws IOException
	{
		final var view = Files.getFileAttributeView(place,
			PosixFileAttributeView.class);
		// Other systems keep a home from others by themselves.
		if (view != null) view.setPermissions(PosixFilePermissions.fromString(
			rights));
	}

	/**
	 * @return the user's own anchor, and those of others in the folder
	 *         {@code anchors}
	 * @throws IOException if one of them cannot be read
	 */
	public TrustAnchors anchors() throws IOException {
		TrustAnchors all = TrustAnchors.NONE;
		final Path own = home.resolve("key").resolve(ANCHOR);
		if (Files.exists(own)) all = TrustAnchors.read(own);
		final Path others = home.resolve("anchors");
		if (!Files.isDirectory(others)) return all;
		try (var files = Files.list(others)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".pem"))
				.sorted().toList()) all = all.and(TrustAnchors.read(file));
		}
		return all;
	}

	/**
	 * Writes the user's own anchor, for others to trust.
	 *
	 * @param file a {@code .pem} that does not exist yet
	 * @throws IOException if it cannot be written
	 */
	public void exportAnchor(final Path file) throws IOException {
		exportAnchor(signer(), file);
	}

	/**
	 * Writes the anchor of a key, for others to trust.
	 *
	 * @param key the signer's
	 * @param file a {@code .pem} that does not exist yet
	 * @throws IOException if it cannot be written
	 */
	public static void exportAnchor(final Credential key, final Path file)
		throws IOException
	{
		if (Files.exists(file)) throw new InputException(file +
			" exists already; choose another name.");
		write(file, key.anchor());
	}

	private static void write(final Path file, final X509Certificate anchor)
		throws IOException
	{
		try (var output = Output.file(file)) {
			output.write(TrustAnchors.pem(List.of(anchor)).getBytes(
				StandardCharsets.US_ASCII));
			output.commit();
		}
	}

	/**
	 * Trusts others from now on.
	 *
	 * @param file their certificates, PEM
	 * @return how many
	 * @throws IOException if it holds none, or nothing can be kept
	 */
	public int importAnchors(final Path file) throws IOException {
		final TrustAnchors others = TrustAnchors.read(file);
		for (final X509Certificate one : others.certificates()) write(home.resolve(
			"anchors").resolve(one.getSerialNumber().toString(16) + ".pem"), one);
		return others.certificates().size();
	}
}
