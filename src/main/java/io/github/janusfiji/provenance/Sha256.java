package io.github.janusfiji.provenance;

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fingerprints of files (FIPS 180-4, SHA-256). */
public final class Sha256 {

	private Sha256() {}

	/**
	 * @param file read from its first byte to its last, a megabyte at a time
	 * @param progress asked whether to stop
	 * @return lower-case hexadecimal, 64 digits
	 * @throws IOException if the file cannot be read, or the thread is
	 *           interrupted
	 */
	public static String of(final Path file, final Progress progress)
		throws IOException
	{
		final MessageDigest digest = digest();
		final var buffer = new byte[1 << 20];
		try (InputStream in = Files.newInputStream(file)) {
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				digest.update(buffer, 0, n);
				progress.check();
				if (Thread.interrupted()) throw new InterruptedIOException(
					"Stopped while reading " + file);
			}
		}
		return hex(digest);
	}

	/**
	 * @param digest fed with what is to be known again; reset by this
	 * @return lower-case hexadecimal, 64 digits
	 */
	public static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** @return a digest to feed */
	public static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
