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

import io.github.janusfiji.frames.MediaFingerprint.Track;
import io.github.janusfiji.provenance.c2pa.ManifestException;
import io.github.janusfiji.provenance.c2pa.ManifestStore;
import io.github.janusfiji.task.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies of the manifests that were signed on this computer. A file that has lost
 * its own, as re-muxing does to it, is known again by its pictures or by the
 * watermark in them.
 */
final class Ledger {

	/** The largest manifest that is kept and read, bytes. */
	private static final long LIMIT = 64L << 20;

	/** So many different pictures in common make a recording the same one. */
	private static final int PROOF = 3;

	private final Path folder;

	Ledger(final KeyRing keys) {
		folder = keys.home().resolve("manifests");
	}

	/**
	 * @param watermark identifier in the pictures; empty if there is none
	 */
	void keep(final byte[] store, final String watermark) throws IOException {
		final String label = ManifestStore.parse(store).active().label().replaceAll(
			"[^0-9a-fA-F-]", "");
		try (var output = Output.file(folder.resolve(label + "_" + watermark +
			".c2pa")))
		{
			output.write(store);
			output.commit();
		}
		catch (final IOException e) {
			// Where nothing can be kept, files are known by what they carry.
			return;
		}
	}

	/** @return the manifest with that watermark */
	Optional<byte[]> byWatermark(final String identifier) throws IOException {
		for (final Path file : files()) if (file.getFileName().toString().endsWith("_" +
			identifier + ".c2pa")) return Optional.of(Files.readAllBytes(file));
		return Optional.empty();
	}

	/** @return the manifest of the recording that has most of these pictures */
	Optional<byte[]> byPictures(final Track pictures) throws IOException {
		Path best = null;
		// Two recordings may well share a black picture.
		int most = Math.min(PROOF, (FrameComparison.distinct(pictures) + 1) / 2) - 1;
		for (final Path file : files()) {
			final int common = common(file, pictures);
			if (common <= most) continue;
			most = common;
			best = file;
		}
		return best == null ? Optional.empty() : Optional.of(Files.readAllBytes(
			best));
	}

	private static int common(final Path file, final Track pictures)
		throws IOException
	{
		try {
			if (Files.size(file) > LIMIT) return 0;
			final var assertion = ManifestStore.parse(Files.readAllBytes(file)).active()
				.assertion(FramesAssertion.LABEL);
			return assertion.flatMap(FramesAssertion::of).map(f -> FrameComparison
				.common(f.print().pictures(), pictures)).orElse(0);
		}
		catch (final ManifestException e) {
			return 0;
		}
	}

	private List<Path> files() throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter(f -> f.toString().endsWith(".c2pa")).sorted().toList();
		}
	}
}
