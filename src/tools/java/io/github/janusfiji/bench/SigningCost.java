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
package io.github.janusfiji.bench;

import io.github.janusfiji.frames.FingerprintReader;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.KeyRing;
import io.github.janusfiji.provenance.MediaVerifier;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.provenance.c2pa.ContentCredentials;
import io.github.janusfiji.provenance.c2pa.TrustAnchors;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What signing costs on top of encoding, and verifying beside decoding, in
 * processor time: {@code SigningCost clip.mp4 [.mp4 | .mkv | .tif | ""]}. Digests
 * of MP4 are taken beside encoding, on another core if there is one; what remains
 * to be done when the last frame is written is told apart.
 */
public final class SigningCost {

	/** Processor time of the thread that commits the last output, s. */
	private static double committing;

	private SigningCost() {}

	/** @param args a recording, and the kind of output */
	public static void main(final String[] args) throws Exception {
		final Path clip = Path.of(args[0]);
		final Path folder = Files.createTempDirectory("janus-cost");
		System.setProperty("janus.home", folder.resolve("home").toString());
		final var mark = SyntheticMark.of(SyntheticMark.COMPOSITE, "A bench.",
			new SyntheticMark.Derivation(clip.getFileName().toString(), "00", "00", Map
				.of()));
		for (int run = 0; run < 4; run++) {
			final double plain = write(clip, folder.resolve("plain" + run + args[1]), Map
				.of());
			final double quiet = committing;
			final Path output = folder.resolve("signed" + run + args[1]);
			final double signed = write(clip, output, mark);
			double start = seconds();
			decode(output);
			final double decoded = seconds() - start;
			start = seconds();
			ContentCredentials.verify(output, TrustAnchors.NONE, () -> false);
			final double verified = seconds() - start;
			start = seconds();
			FingerprintReader.read(output, Progress.NONE);
			final double printed = seconds() - start;
			System.out.printf(
				"encode %.2f s, encode and sign %.2f s (%.1f %%, of which %.1f %% after the last frame); decode %.2f s; verify %.2f s; verify every frame %.2f s (%.2f x)%n",
				plain, signed, 100 * (signed / plain - 1), 100 * (committing -
					quiet) / plain, decoded, verified, printed,
				(printed + verified) / decoded);
			System.out.println(new MediaVerifier(KeyRing.own(), KeyRing.own().anchors())
				.verify(output, Progress.NONE).sentence());
		}
	}

	private static double write(final Path clip, final Path output,
		final Map<String, String> mark) throws IOException
	{
		final double start = seconds();
		try (var frames = Frames.open(clip); FrameCursor cursor = frames.cursor();
				var writer = Frames.writer(output, frames, mark))
		{
			for (Frame f = cursor.next(); f != null; f = cursor.next()) writer.write(f);
			final var threads = java.lang.management.ManagementFactory.getThreadMXBean();
			final long before = threads.getCurrentThreadCpuTime();
			writer.commit();
			committing = (threads.getCurrentThreadCpuTime() - before) / 1e9;
		}
		return seconds() - start;
	}

	private static void decode(final Path clip) throws IOException {
		try (var frames = Frames.open(clip); FrameCursor cursor = frames.cursor()) {
			while (cursor.next() != null) {
				// Only the time counts.
			}
		}
	}

	/** @return processor time of all threads, native ones included, s */
	private static double seconds() {
		final var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory
			.getOperatingSystemMXBean();
		return system.getProcessCpuTime() / 1e9;
	}
}
