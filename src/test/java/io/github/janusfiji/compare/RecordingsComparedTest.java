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
package io.github.janusfiji.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.janusfiji.RealData;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons of files: a swap with its source, and other people's. */
class RecordingsComparedTest {

	private static final ComparisonOptions SIDE = new ComparisonOptions(
		"sidebyside", "none", "index", 1, 0, 10, 90);

	@TempDir
	Path folder;

	/** Frames of a sample, with what is done to their pixels. */
	private Path sample(final String name, final UnaryOperator<Frame> change)
		throws IOException
	{
		final Path file = folder.resolve(name);
		try (var ada = Frames.open(Path.of("sample-data", "ada.mp4"));
				var writer = Frames.writer(file, ada.width(), ada.height(), 25, Map
					.of()))
		{
			for (int i = 0; i < 4; i++) writer.write(change.apply(ada.frame(i)));
			writer.commit();
		}
		return file;
	}

	/** @return moved down by 12 px between two columns and two rows */
	private static Frame moved(final Frame frame, final Box where) {
		final int[] argb = frame.argb().clone();
		final int left = (int) where.x(), top = (int) where.y(), by = 12;
		for (int y = top + by; y < top + (int) where.height(); y++)
			System.arraycopy(frame.argb(), (y - by) * frame.width() + left, argb, y *
				frame.width() + left, (int) where.width());
		return new Frame(frame.index(), frame.time(), frame.width(), frame
			.height(), argb);
	}

	@Test
	void aSwapIsNotShiftedAgainstItsOwnSource() throws IOException {
		final Path source = sample("source.tif", f -> f);
		final Box face;
		try (var clip = Frames.open(source)) {
			face = FaceTracker.create().track(clip, Registration.CROP, Progress.NONE)
				.of(1).get(0).box();
		}
		final Path swap = sample("swap.tif", f -> moved(f, face));
		final Path other = sample("other.tif", f -> moved(f, new Box(0, 0, f
			.width(), f.height())));
		final var faces = new ComparisonOptions("difference", "faces", "index", 1, 0,
			1, 90);
		final var none = faces.unregistered();
		assertArrayEquals(difference(source, swap, none), difference(source, swap,
			faces));
		assertFalse(Arrays.equals(difference(source, other, none), difference(source,
			other, faces)), "another recording is fitted by its face");
	}

	private static int[] difference(final Path a, final Path b,
		final ComparisonOptions options) throws IOException
	{
		try (var first = Frames.open(a); var second = Frames.open(b)) {
			return new MediaComparison().compare(first, second, options,
				Progress.NONE).frame(1).argb();
		}
	}

	@ParameterizedTest
	@CsvSource({ "plain.mkv,50", "raw.h264,50", "avi_zero_declared.avi,50",
		"ts_two_parts_sound.ts,100" })
	void headersThatGiveNoExactCountAreNoFault(final String name,
		final int count) throws IOException
	{
		final Path file = RealData.folder().resolve("cases").resolve(name);
		try (var first = Frames.open(file); var second = Frames.open(file);
				var both = new MediaComparison().compare(first, second, SIDE, Progress.NONE); var cursor = both.cursor())
		{
			int read = 0;
			while (cursor.next() != null) read++;
			assertEquals(count, read);
			assertEquals(count, both.count());
		}
	}
}
