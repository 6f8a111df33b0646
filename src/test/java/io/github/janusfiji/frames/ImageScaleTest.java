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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageScaleTest {

	@TempDir
	Path folder;

	private static ImagePlus source(final String kind) {
		final ImagePlus image = IJ.createImage("cells", kind, 40, 30, 4);
		final var c = image.getCalibration();
		c.pixelWidth = 0.1;
		c.pixelHeight = 0.25;
		c.setUnit("mm");
		c.frameInterval = 2.5;
		c.setTimeUnit("min");
		image.setProperty("Info", "Objective: 20x\nOperator: Grüße");
		for (int i = 1; i <= 4; i++) image.getStack().setSliceLabel("well " + i, i);
		return image;
	}

	private static void copy(final FrameSequence frames, final Path output)
		throws IOException
	{
		try (var writer = Frames.writer(output, frames, Map.of("synthetic",
			"true")); var cursor = frames.cursor())
		{
			for (Frame f = cursor.next(); f != null; f = cursor.next()) writer.write(
				f);
			writer.commit();
		}
	}

	private static void check(final ImagePlus copy) {
		final var c = copy.getCalibration();
		assertEquals(0.1, c.pixelWidth, 1e-6);
		assertEquals(0.25, c.pixelHeight, 1e-6);
		assertEquals("mm", c.getUnit());
		assertEquals(2.5, c.frameInterval, 1e-9);
		assertEquals("min", c.getTimeUnit());
		final String info = copy.getInfoProperty();
		assertTrue(info.contains("synthetic: true") && info.contains(
			"Operator: Grüße"), info);
		for (int i = 1; i <= 4; i++) assertEquals("well " + i, copy.getStack()
			.getSliceLabel(i));
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit ramp", "16-bit ramp", "RGB ramp",
		"32-bit ramp" })
	void whatIsMadeOfAnImageKeepsItsScale(final String kind)
		throws IOException
	{
		final Path output = folder.resolve("copy.tif");
		copy(Frames.of(source(kind)), output);
		check(IJ.openImage(output.toString()));
		// And once more, from the file.
		final Path again = folder.resolve("again.tif");
		try (var frames = Frames.open(output)) {
			copy(frames, again);
		}
		check(IJ.openImage(again.toString()));
	}

	@Test
	void theRangeShownIsNoted() throws IOException {
		final ImagePlus image = source("16-bit ramp");
		image.setDisplayRange(100, 2000);
		final Path output = folder.resolve("copy.tif");
		copy(Frames.of(image), output);
		assertTrue(IJ.openImage(output.toString()).getInfoProperty().contains(
			"Shown range of the source: 100.0 to 2000.0"));
	}

	@Test
	void unitsOfAnyAlphabetAndSizeAreSurvived() throws IOException {
		for (final String unit : new String[] { "\u00B5m", "", "x".repeat(900),
			"a\nb" })
		{
			final ImagePlus image = source("8-bit ramp");
			image.getCalibration().setUnit(unit);
			image.getCalibration().pixelWidth = unit.isEmpty() ? Double.NaN : 3e-7;
			final Path output = folder.resolve("copy.tif");
			copy(Frames.of(image), output);
			assertEquals(4, IJ.openImage(output.toString()).getStackSize());
		}
	}

	/** Encoders that share work between threads must not depend on their speed. */
	@ParameterizedTest
	@ValueSource(strings = { "a.mp4", "a.mkv", "a.tif" })
	void theSameFramesGiveTheSameFile(final String name) throws IOException {
		byte[] first = null;
		for (int run = 0; run < 3; run++) {
			final Path output = folder.resolve(run + name);
			TestPictures.write(output, 12, 320, 240, 25, Map.of());
			final byte[] bytes = Files.readAllBytes(output);
			if (first == null) first = bytes;
			assertArrayEquals(first, bytes, "run " + run);
		}
	}

	@Test
	void anOpenedFileIsNotOverwrittenByWhatIsMadeOfIt() throws IOException {
		final Path file = folder.resolve("dear.tif");
		new FileSaver(source("RGB ramp")).saveAsTiff(file.toString());
		final byte[] before = Files.readAllBytes(file);
		final ImagePlus opened = IJ.openImage(file.toString());
		org.junit.jupiter.api.Assertions.assertThrows(
			io.github.janusfiji.task.InputException.class, () -> copy(Frames.of(
				opened), file));
		assertArrayEquals(before, Files.readAllBytes(file));
	}
}
