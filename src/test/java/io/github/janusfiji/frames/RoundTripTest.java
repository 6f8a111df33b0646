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
import static io.github.janusfiji.frames.TestPictures.difference;
import static io.github.janusfiji.frames.TestPictures.names;
import static io.github.janusfiji.frames.TestPictures.noise;
import static io.github.janusfiji.frames.TestPictures.picture;
import static io.github.janusfiji.frames.TestPictures.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read. */
class RoundTripTest {

	private static final Map<String, String> METADATA = Map.of("synthetic",
		"true", "digitalSourceType", "http://example.org/type", "comment",
		"SYNTHETIC: Grüße");

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "clip.mkv,64,48", "clip.mkv,33,17", "clip.mkv,2,3",
		"clip.tif,64,48", "clip.tif,33,17", "clip.tif,1,1", "clip,64,48",
		"clip,33,17", "clip,1,1" })
	void losslessOutputsKeepEveryBit(final String name, final int width,
		final int height) throws IOException
	{
		final var output = folder.resolve(name);
		try (var writer = Frames.writer(output, width, height, 30, METADATA)) {
			for (int i = 0; i < 7; i++) writer.write(noise(i, width, height));
			writer.commit();
		}
		// Matroska has no place for its credentials.
		assertEquals(name.endsWith(".mkv") ? List.of("clip.c2pa", name) : List.of(
			name), names(folder));
		try (var frames = Frames.open(output)) {
			assertEquals(width, frames.width());
			assertEquals(height, frames.height());
			assertEquals(30, frames.frameRate(), 1e-9);
			final var read = all(frames);
			assertEquals(7, read.size());
			assertEquals(7, frames.count());
			for (int i = 0; i < 7; i++) {
				assertEquals(i, read.get(i).index());
				assertEquals(i / 30.0, read.get(i).time(), 6e-4);
				assertArrayEquals(noise(i, width, height).argb(), read.get(i).argb());
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "64,48,24", "352,288,29.97002997", "1280,720,60",
		"320,240,12.5" })
	void mp4KeepsColourCountAndRate(final int width, final int height,
		final double frameRate) throws IOException
	{
		final var output = write(folder.resolve("clip.mp4"), 12, width, height,
			frameRate, METADATA);
		try (var frames = Frames.open(output)) {
			assertEquals(12, frames.count());
			assertEquals(frameRate, frames.frameRate(), 1e-4);
			final var read = all(frames);
			assertEquals(12, read.size());
			for (int i = 0; i < 12; i++) {
				final var original = picture(i, 0, width, height);
				assertEquals(i / frameRate, read.get(i).time(), 1e-4);
				assertTrue(difference(original.argb(), read.get(i).argb()) < 2.5,
					"frame " + i + " differs by " + difference(original.argb(), read.get(
						i).argb()));
			}
		}
	}

	@Test
	void flatColoursSurviveMp4() throws IOException {
		final int[] colours = { 0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff,
			0xff000000, 0xff808080, 0xffc08040 };
		for (final int size : new int[] { 64, 1280 }) {
			final var output = folder.resolve("flat" + size + ".mp4");
			try (var writer = Frames.writer(output, size, 64, 25, Map.of())) {
				for (int i = 0; i < colours.length; i++) {
					final var argb = new int[size * 64];
					java.util.Arrays.fill(argb, colours[i]);
					writer.write(new Frame(i, 0, size, 64, argb));
				}
				writer.commit();
			}
			try (var frames = Frames.open(output)) {
				for (int i = 0; i < colours.length; i++) {
					final int got = frames.frame(i).argb()[size * 32 + size / 2];
					assertTrue(difference(new int[] { colours[i] }, new int[] { got }) < 3,
						String.format("%08x became %08x", colours[i], got));
				}
			}
		}
	}

	@Test
	void oddSizesGrowByARepeatedRowAndColumnInMp4() throws IOException {
		final var output = write(folder.resolve("odd.mp4"), 3, 33, 47, 25, Map
			.of());
		try (var frames = Frames.open(output)) {
			assertEquals(34, frames.width());
			assertEquals(48, frames.height());
			final var frame = frames.frame(0);
			final int last = frame.argb()[33], before = frame.argb()[32];
			assertTrue(difference(new int[] { last }, new int[] { before }) < 6);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiny.mp4", "tiny.tif", "tiny" })
	void onePixelIsEnough(final String name) throws IOException {
		final var output = write(folder.resolve(name), 3, 1, 1, 25, Map.of());
		try (var frames = Frames.open(output)) {
			assertEquals(3, all(frames).size());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "clip.mp4", "clip.mkv", "clip.tif", "clip" })
	void metadataSurvive(final String name) throws IOException {
		final var output = write(folder.resolve(name), 2, 32, 32, 25, METADATA);
		final var read = Frames.metadata(output);
		METADATA.forEach((key, value) -> assertEquals(value, read.get(key), key));
	}

	@Test
	void imageJReadsTheTiffStack() throws IOException {
		final var output = write(folder.resolve("clip.tif"), 5, 40, 30, 12.5,
			METADATA);
		final var image = IJ.openImage(output.toString());
		assertEquals(5, image.getStackSize());
		assertEquals(5, image.getNFrames());
		assertEquals(24, image.getBitDepth());
		assertEquals(12.5, image.getCalibration().fps);
		assertEquals("true", image.getProp("synthetic"));
		assertTrue(((String) image.getProperty("Info")).contains(
			"comment: SYNTHETIC: Grüße"));
		assertEquals("0.080000 s", image.getStack().getSliceLabel(2));
		assertArrayEquals(picture(3, 0, 40, 30).argb(), (int[]) image.getStack()
			.getProcessor(4).convertToRGB().getPixels());
	}

	@Test
	void otherReadersFindEveryImageOfTheTiffStack() throws IOException {
		final var output = write(folder.resolve("clip.tif"), 5, 40, 30, 25, Map
			.of());
		try (var in = javax.imageio.ImageIO.createImageInputStream(output
			.toFile()))
		{
			final var reader = javax.imageio.ImageIO.getImageReadersByFormatName(
				"tiff").next();
			reader.setInput(in);
			assertEquals(5, reader.getNumImages(true));
			final var image = reader.read(4);
			assertEquals(picture(4, 0, 40, 30).argb()[40 * 20 + 11], image.getRGB(11,
				20));
			reader.dispose();
		}
	}
}
