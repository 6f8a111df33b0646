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

import static io.github.janusfiji.frames.TestPictures.all;
import static io.github.janusfiji.frames.TestPictures.hash;
import static io.github.janusfiji.frames.TestPictures.picture;
import static io.github.janusfiji.frames.TestPictures.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames by index are frames in order; times are the file's own. */
class VideoReadingTest {

	@TempDir
	Path folder;

	private static void assertSeeksExactly(final Path file, final int count,
		final int tries) throws IOException
	{
		try (var inOrder = Frames.open(file); var byIndex = Frames.open(file)) {
			final var hashes = new int[count];
			final var times = new double[count];
			try (var cursor = inOrder.cursor()) {
				for (int i = 0; i < count; i++) {
					final var frame = cursor.next();
					assertEquals(i, frame.index());
					hashes[i] = hash(frame);
					times[i] = frame.time();
					if (i > 0) assertTrue(times[i] > times[i - 1]);
				}
				assertEquals(null, cursor.next());
				assertEquals(null, cursor.next());
			}
			assertEquals(count, inOrder.count());
			final var random = new Random(11);
			for (int k = 0; k < tries; k++) {
				final int i = k == 0 ? count - 1 : k % 4 == 3 ? k % count : random
					.nextInt(count);
				final var frame = byIndex.frame(i);
				assertEquals(i, frame.index());
				assertEquals(hashes[i], hash(frame), "frame " + i);
				assertEquals(times[i], frame.time(), 1e-9, "time of frame " + i);
			}
			assertThrows(IndexOutOfBoundsException.class, () -> byIndex.frame(count));
			assertThrows(IndexOutOfBoundsException.class, () -> byIndex.frame(-1));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "b.mp4", "b.mov", "b.mkv", "b.avi" })
	void framesByIndexAreExactWithBFrames(final String name)
		throws IOException
	{
		assertSeeksExactly(Recordings.withBFrames(folder.resolve(name), 130), 130,
			40);
	}

	@ParameterizedTest
	@ValueSource(strings = { "own.mp4", "own.mkv" })
	void framesByIndexAreExactInOwnFiles(final String name)
		throws IOException
	{
		assertSeeksExactly(write(folder.resolve(name), 150, 64, 48, 29.97, Map
			.of()), 150, 40);
	}

	@ParameterizedTest
	@CsvSource({ "akiyo_cif,300,12", "foreman_cif,300,10",
		"carphone_pristine,120,16", "liveportrait_d3,354,8",
		"sadtalker_WDA_AlexandriaOcasioCortez_000,200,8" })
	void framesByIndexAreExactInRealClips(final String name, final int count,
		final int tries) throws IOException
	{
		assertSeeksExactly(RealData.folder().resolve("video/" + name + ".mp4"),
			count, tries);
	}

	@Test
	void steppingBackwardsIsExact() throws IOException {
		final var file = Recordings.withBFrames(folder.resolve("b.mp4"), 80);
		try (var frames = Frames.open(file)) {
			final var inOrder = all(frames);
			for (int i = 79; i >= 0; i -= 3) assertEquals(hash(inOrder.get(i)), hash(
				frames.frame(i)), "frame " + i);
		}
	}

	@Test
	void framesBelongToTheCaller() throws IOException {
		final var file = write(folder.resolve("own.mkv"), 4, 32, 32, 25, Map.of());
		try (var frames = Frames.open(file)) {
			final int original = hash(frames.frame(2));
			java.util.Arrays.fill(frames.frame(2).argb(), 0);
			assertEquals(original, hash(frames.frame(2)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "copy.mp4", "copy.mkv", "copy.tif", "copy" })
	void unevenTimesSurvive(final String name) throws IOException {
		final double[] times = { 0, 0.04, 0.1, 0.5, 0.52, 1.9, 2, 2.04 };
		final var source = folder.resolve("uneven.mkv");
		final var even = write(folder.resolve("even.mkv"), 2, 32, 32, 25, Map.of());
		// Matroska ticks in ms, so this copy may place its frames anywhere.
		try (var like = Frames.open(even); var writer = Frames.writer(source, like,
			Map.of()))
		{
			for (int i = 0; i < times.length; i++) writer.write(picture(i, times[i],
				32, 32));
			writer.commit();
		}
		final var copy = folder.resolve(name);
		try (var frames = Frames.open(source); var cursor = frames.cursor();
				var writer = Frames.writer(copy, frames, Map.of()))
		{
			for (var f = cursor.next(); f != null; f = cursor.next()) writer.write(f);
			writer.commit();
		}
		try (var frames = Frames.open(copy)) {
			final var read = all(frames);
			assertEquals(times.length, read.size());
			for (int i = 0; i < times.length; i++) assertEquals(times[i], read.get(i)
				.time(), 1e-6, "frame " + i);
			for (int i = times.length - 1; i >= 0; i--) assertEquals(hash(read.get(i)),
				hash(frames.frame(i)));
		}
	}

	@Test
	void aFileThatBreaksOffSaysWhere() throws IOException {
		final var whole = write(folder.resolve("whole.mkv"), 60, 64, 48, 25, Map
			.of());
		final var bytes = Files.readAllBytes(whole);
		final var broken = folder.resolve("broken.mkv");
		Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length / 2));
		try (var frames = Frames.open(broken)) {
			final var failure = assertThrows(InputException.class, () -> all(frames));
			assertTrue(failure.getMessage().matches(
				"broken.mkv breaks off after frame [1-9]\\d*( of \\d+)?: .*"), failure
					.getMessage());
		}
	}

	@Test
	void aMovieWithoutIndexIsRefused() throws IOException {
		final var whole = write(folder.resolve("whole.mp4"), 60, 64, 48, 25, Map
			.of());
		final var bytes = Files.readAllBytes(whole);
		final var broken = folder.resolve("broken.mp4");
		Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
		final var failure = assertThrows(InputException.class, () -> Frames.open(
			broken));
		assertTrue(failure.getMessage().contains("no index"), failure
			.getMessage());
	}

	@Test
	void closingACursorEarlyIsSafe() throws IOException {
		final var file = write(folder.resolve("own.mp4"), 40, 64, 48, 25, Map.of());
		try (var frames = Frames.open(file)) {
			for (int i = 0; i < 5; i++) {
				final var cursor = frames.cursor();
				for (int k = 0; k < i; k++) assertEquals(k, cursor.next().index());
				cursor.close();
				cursor.close();
			}
		}
	}
}
