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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Shows that memory stays flat over a long video: loops a clip into a file of
 * many frames, reads all of it in order, then single frames at random places.
 * <p>
 * Arguments: clip, output ({@code .mp4}, {@code .mkv}, {@code .tif} or folder),
 * number of frames (20000).
 * </p>
 */
public final class FramesMemory {

	private static final int INTERVAL = 2000;

	private FramesMemory() {}

	public static void main(final String[] args) throws IOException {
		final var output = Path.of(args[1]);
		final int count = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
		try (var clip = Frames.open(Path.of(args[0]))) {
			loop(clip, output, count);
		}
		try (var frames = Frames.open(output)) {
			final long start = System.nanoTime();
			int read = 0;
			try (var cursor = frames.cursor()) {
				while (cursor.next() != null) report("read", ++read, start);
			}
			System.out.println(read + " of " + count + " frames read");
		}
		try (var frames = Frames.open(output)) {
			final long start = System.nanoTime();
			for (int i = 1; i <= 20; i++) frames.frame((int) (i * 7919L % count));
			System.out.printf("20 frames by index in %.2f s%n", (System.nanoTime() -
				start) / 1e9);
			report("seek", INTERVAL, start);
		}
	}

	private static void loop(final FrameSequence clip, final Path output,
		final int count) throws IOException
	{
		final long start = System.nanoTime();
		int written = 0;
		try (var writer = Frames.writer(output, clip.width(), clip.height(), clip
			.frameRate(), Map.of()))
		{
			while (written < count) {
				try (var cursor = clip.cursor()) {
					for (Frame f = cursor.next(); f != null && written < count; f = cursor
						.next())
					{
						writer.write(f);
						report("written", ++written, start);
					}
				}
			}
			writer.commit();
		}
	}

	/** Prints resident memory now and at its peak, as the kernel counts it. */
	private static void report(final String what, final int frames,
		final long start) throws IOException
	{
		if (frames % INTERVAL != 0) return;
		final var memory = new StringBuilder();
		for (final var line : Files.readAllLines(Path.of("/proc/self/status"))) {
			if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) memory.append(
				line.replaceAll("\\s+", " ")).append("  ");
		}
		System.out.printf("%s %d frames, %.1f s: %s%n", what, frames, (System
			.nanoTime() - start) / 1e9, memory);
	}
}
