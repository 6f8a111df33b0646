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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.task.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that repeat what users of other programs reported. */
class OtherPeoplesFilesTest {

	@TempDir
	Path folder;

	private static Path file(final String name) {
		return RealData.folder().resolve("cases").resolve(name);
	}

	@ParameterizedTest
	@CsvSource({ "avi_zero_declared.avi,50", "raw.h264,50",
		"ts_two_parts_sound.ts,100", "mkv_longduration.mkv,50", "plain.mkv,50" })
	void allFramesAreCountedAtOnceAndRead(final String name, final int count)
		throws IOException
	{
		try (var frames = Frames.open(file(name))) {
			assertEquals(count, frames.count());
			final var read = all(frames);
			assertEquals(count, read.size());
			for (int i = 1; i < count; i++)
				assertTrue(read.get(i).time() > read.get(i - 1).time(), name + " " + i);
			assertEquals(TestPictures.hash(read.get(count - 5)), TestPictures.hash(
				frames.frame(count - 5)));
			assertEquals(TestPictures.hash(read.get(3)), TestPictures.hash(frames
				.frame(3)));
		}
	}

	@Test
	void joinedStreamsLastAsLongAsTheirParts() throws IOException {
		try (var frames = Frames.open(file("ts_two_parts_sound.ts"))) {
			assertEquals(3.96, all(frames).get(99).time(), 0.05);
			final var copy = folder.resolve("copy.mp4");
			try (var writer = Frames.writer(copy, frames, Map.of())) {
				for (final var frame : all(frames)) writer.write(frame);
				writer.commit();
			}
			try (var written = Frames.open(copy)) {
				assertEquals(100, written.count());
			}
			assertTrue(Math.abs(Frames.soundOffset(file("ts_two_parts_sound.ts"), copy)
				.orElseThrow()) < 0.1);
		}
	}

	@Test
	void whatIsCutShortIsReported() throws IOException {
		try (var frames = Frames.open(file("cut.avi"))) {
			assertTrue(assertThrows(InputException.class, () -> all(frames))
				.getMessage().contains("breaks off after frame 30"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "s.mp3", "song.m4a" })
	void soundIsCalledSound(final String name) {
		assertTrue(assertThrows(InputException.class, () -> Frames.open(file(name)))
			.getMessage().startsWith(name + " holds only sound"));
	}

	@Test
	void aPictureThatTurnsItselfIsTurned() throws IOException {
		try (var frames = Frames.open(file("seirot.mp4"))) {
			assertTrue(frames.height() > frames.width(), frames.width() + "×" + frames
				.height());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "folder_png48", "rgb48_2pages.tif", "cmyk.jpg" })
	void coloursOfAllDepthsAreColours(final String name) throws IOException {
		try (var frames = Frames.open(file(name))) {
			int coloured = 0, sum = 0;
			final int[] argb = frames.frame(frames.count() - 1).argb();
			for (final int p : argb) {
				final int r = p >> 16 & 255, g = p >> 8 & 255, b = p & 255;
				if (Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) > 10)
					coloured++;
				sum += g;
			}
			assertTrue(coloured > argb.length / 10, name + ": " + coloured);
			assertTrue(sum / argb.length > 40, name + " is dark");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "cmyk16.tif", "jpeg_2pages.tif", "empty_icc.jpg" })
	void pagesOfUnusualKindsAreReadOrRefusedInASentence(final String name) {
		try (var frames = Frames.open(file(name))) {
			assertTrue(frames.frame(frames.count() - 1).argb().length > 0);
		}
		catch (final IOException exc) {
			assertTrue(exc instanceof InputException && exc.getMessage().startsWith(
				name), exc.toString());
		}
	}

	@Test
	void pagesOfSeveralSizesAreNotLeftOutSilently() throws IOException {
		final Path file = folder.resolve("sizes.tif");
		final var writer = ImageIO.getImageWritersByFormatName("tiff").next();
		try (var out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (final int width : new int[] { 40, 64 }) writer.writeToSequence(
				new IIOImage(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB),
					null, null), null);
			writer.endWriteSequence();
		}
		try (var frames = Frames.open(file)) {
			assertEquals(2, frames.count());
			assertEquals(64, frames.frame(1).width());
		}
		catch (final InputException exc) {
			assertTrue(exc.getMessage().startsWith("sizes.tif") && exc.getMessage()
				.contains("size"), exc.getMessage());
		}
	}

	@Test
	void greyOf16BitsIsSteady() throws IOException {
		try (var frames = Frames.open(file("folder_png16gray"))) {
			final double first = mean(frames.frame(0));
			for (int i = 1; i < frames.count(); i++)
				assertEquals(first, mean(frames.frame(i)), 12);
		}
	}

	private static double mean(final Frame frame) {
		double sum = 0;
		for (final int p : frame.argb()) sum += p & 255;
		return sum / frame.argb().length;
	}
}
