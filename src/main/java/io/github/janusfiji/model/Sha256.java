package io.github.janusfiji.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hexadecimal. */
final class Sha256 {

	private Sha256() {}

	/** @return a digest to feed */
	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/**
	 * @param digest fed; reset by this
	 * @return lower-case hexadecimal
	 */
	static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/**
	 * @param file to read whole
	 * @return its SHA-256
	 * @throws IOException if it cannot be read
	 */
	static String of(final Path file) throws IOException {
		final MessageDigest digest = digest();
		try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(),
			digest))
		{
			Files.copy(file, sink);
		}
		return hex(digest);
	}
}
