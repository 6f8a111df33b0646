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
package io.github.janusfiji.frames;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Frames whose content tells which one they are, and ways to compare them. */
final class TestPictures {

	private TestPictures() {}

	/** @return a smooth coloured picture with a square that moves by the index */
	static Frame picture(final int index, final double time, final int width,
		final int height)
	{
		final var argb = new int[width * height];
		for (int y = 0, i = 0; y < height; y++) {
			for (int x = 0; x < width; x++, i++) {
				final int red = 40 + 160 * x / width;
				final int green = 40 + 160 * y / height;
				final int blue = 60 + index * 7 % 120;
				final boolean square = Math.abs(x - index * 3 % width) < width / 8 &&
					Math.abs(y - index * 2 % height) < height / 8;
				argb[i] = square ? 0xffe0e0e0 : 0xff000000 | red << 16 | green << 8 |
					blue;
			}
		}
		return new Frame(index, time, width, height, argb);
	}

	/** @return a picture in which every pixel is drawn at random */
	static Frame noise(final int index, final int width, final int height) {
		final var random = new Random(index);
		final var argb = random.ints((long) width * height).map(v -> v |
			0xff000000).toArray();
		return new Frame(index, index / 25.0, width, height, argb);
	}

	static Path write(final Path output, final int count, final int width,
		final int height, final double frameRate,
		final Map<String, String> metadata) throws IOException
	{
		try (var writer = Frames.writer(output, width, height, frameRate,
			metadata))
		{
			for (int i = 0; i < count; i++) writer.write(picture(i, i / frameRate,
				width, height));
			writer.commit();
		}
		return output;
	}

	static List<Frame> all(final FrameSequence frames) throws IOException {
		final var found = new ArrayList<Frame>();
		try (var cursor = frames.cursor()) {
			for (var frame = cursor.next(); frame != null; frame = cursor.next())
				found.add(frame);
		}
		return found;
	}

	static int hash(final Frame frame) {
		return Arrays.hashCode(frame.argb());
	}

	/** @return mean absolute difference of the 8-bit colour values */
	static double difference(final int[] a, final int[] b) {
		long sum = 0;
		for (int i = 0; i < a.length; i++) {
			for (int shift = 0; shift < 24; shift += 8) sum += Math.abs((a[i] >> shift &
				255) - (b[i] >> shift & 255));
		}
		return sum / (3.0 * a.length);
	}

	/** @return names of everything in a folder */
	static List<String> names(final Path folder) throws IOException {
		try (var inside = Files.list(folder)) {
			return inside.map(p -> p.getFileName().toString()).sorted().toList();
		}
	}
}
