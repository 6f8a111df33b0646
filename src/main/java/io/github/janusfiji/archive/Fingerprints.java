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
package io.github.janusfiji.archive;

import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of clips: the SHA-256 of a file, or of the names and
 * fingerprints of all files that make the clip. Those that a manifest knows are
 * believed as long as length and time of the files stay the same.
 */
public final class Fingerprints {

	private record Known(long bytes, long modified, String sha256) {}

	private final Map<String, Known> known = new HashMap<>();

	/** Of clips whose ranges are done one after another. */
	private final Map<Path, String> read = new HashMap<>();

	/** @param manifest says what was computed before */
	Fingerprints(final Manifest manifest) {
		for (final Entry e : manifest.entries())
			if (!e.sha256().isEmpty()) known.put(e.clip(), new Known(e.bytes(), e
				.modified(), e.sha256()));
	}

	/**
	 * @param place a file or folder
	 * @param progress asked whether to stop
	 * @return its fingerprint; that of a folder is of the names and fingerprints of
	 *         its files; empty if there is nothing
	 * @throws IOException if it cannot be read
	 */
	public static String of(final Path place, final Progress progress)
		throws IOException
	{
		if (Files.isRegularFile(place)) return Sha256.of(place, progress);
		if (!Files.isDirectory(place)) return "";
		final var digest = Sha256.digest();
		for (final Path file : ClipSource.children(place))
			if (Files.isRegularFile(file)) add(digest, file, progress);
		return Sha256.hex(digest);
	}

	private static void add(final MessageDigest digest, final Path file,
		final Progress progress) throws IOException
	{
		digest.update((file.getFileName() + "\0" + Sha256.of(file, progress) +
			"\n").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * @param clip a clip
	 * @param beside files that belong to it
	 * @param progress asked whether to stop
	 * @return the fingerprint of all of it
	 * @throws IOException if it cannot be read; the message is one sentence
	 */
	String of(final ArchiveClip clip, final List<Path> beside,
		final Progress progress) throws IOException
	{
		if (Files.notExists(clip.path())) throw new InputException(clip.path() +
			" does not exist; check the list, or whether the disk is there.");
		final Known k = known.get(clip.name());
		if (k != null && k.bytes == clip.bytes() && k.modified == modified(clip,
			beside)) return k.sha256;
		String own = clip.part().isWhole() ? null : read.get(clip.path());
		if (own == null) own = of(clip.path(), progress);
		if (!clip.part().isWhole()) read.put(clip.path(), own);
		final var there = beside.stream().filter(Files::isRegularFile).toList();
		if (there.isEmpty()) return own;
		final var digest = Sha256.digest();
		digest.update(own.getBytes(StandardCharsets.UTF_8));
		for (final Path file : there) add(digest, file, progress);
		return Sha256.hex(digest);
	}

	/** @return when the youngest file of a clip was changed, ms since 1970 */
	static long modified(final ArchiveClip clip, final List<Path> beside)
		throws IOException
	{
		if (Files.notExists(clip.path())) return 0;
		long latest = Files.getLastModifiedTime(clip.path()).toMillis();
		if (Files.isDirectory(clip.path())) for (final Path file : ClipSource
			.children(clip.path())) latest = Math.max(latest, Files
				.getLastModifiedTime(file).toMillis());
		for (final Path file : beside) if (Files.exists(file)) latest = Math.max(
			latest, Files.getLastModifiedTime(file).toMillis());
		return latest;
	}
}
