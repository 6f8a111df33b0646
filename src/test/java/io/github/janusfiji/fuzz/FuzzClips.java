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
package io.github.janusfiji.fuzz;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Damaged clips for FFmpeg, in this program: a crash of native code ends it.
 *
 * <pre>
 * java … io.github.janusfiji.fuzz.FuzzClips count [clip …]
 * </pre>
 */
public final class FuzzClips {

	private FuzzClips() {}

	/** @param args number of damaged clips; good ones beside Janus's own */
	public static void main(final String[] args) throws Exception {
		final Path folder = Files.createTempDirectory("janus-fuzz");
		final var seeds = new ArrayList<byte[]>();
		for (final String name : List.of("a.mp4", "a.mkv")) seeds.add(Files
			.readAllBytes(clip(folder.resolve(name))));
		for (int i = 1; i < args.length; i++) seeds.add(Files.readAllBytes(Path.of(
			args[i])));
		final long begin = System.nanoTime();
		final long done = new Fuzz(Fuzz.ofFile("clip", folder, "c.mp4", seeds,
			FuzzClips::read), Path.of("target", "fuzz")).run(Long.parseLong(args[0]),
				0, begin);
		System.out.println(done + " clips in " + (System.nanoTime() - begin) /
			1_000_000_000L + " s, each read or refused with a sentence");
	}

	/** A clip that breaks off is told when its end is missing. */
	private static void read(final Path file) throws IOException {
		try (var frames = Frames.open(file); var cursor = frames.cursor()) {
			int count = 0;
			for (Frame f = cursor.next(); f != null && count < 50; f = cursor.next())
				count++;
		}
		catch (final IndexOutOfBoundsException e) {
			throw new InputException("The clip has fewer frames than it says.", e);
		}
	}

	private static Path clip(final Path file) throws IOException {
		final var random = new SplittableRandom(1);
		try (var writer = Frames.writer(file, 64, 48, 25, Map.of("k", "v"))) {
			for (int i = 0; i < 12; i++) {
				final int[] pixels = new int[64 * 48];
				for (int p = 0; p < pixels.length; p++) pixels[p] = 0xff000000 | p * (i +
					3) * 5000 + random.nextInt(256);
				writer.write(new Frame(i, i / 25.0, 64, 48, pixels));
			}
			writer.commit();
		}
		return file;
	}
}
