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
import static io.github.janusfiji.frames.TestPictures.picture;
import static io.github.janusfiji.frames.TestPictures.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images, stacks, folders and windows give what ImageJ shows. */
class ImageSequenceTest {

	@TempDir
	Path folder;

	private static int grey(final int value) {
		return 0xff000000 | value * 0x010101;
	}

	@Test
	void greyImagesFollowTheDisplayRange() throws IOException {
		final var bytes = new ImagePlus("b", new ByteProcessor(3, 1, new byte[] { 0,
			100, (byte) 200 }));
		assertArrayEquals(new int[] { grey(0), grey(100), grey(200) }, Frames.of(
			bytes).frame(0).argb());
		bytes.setDisplayRange(0, 200);
		assertEquals(grey(255), Frames.of(bytes).frame(0).argb()[2]);
		final var shorts = new ImagePlus("s", new ShortProcessor(3, 1, new short[] {
			1000, 2000, 3000 }, null));
		shorts.setDisplayRange(1000, 3000);
		final var shown = Frames.of(shorts).frame(0).argb();
		assertEquals(grey(0), shown[0]);
		assertEquals(127.5, shown[1] & 255, 1);
		assertEquals(grey(255), shown[2]);
		final var floats = new ImagePlus("f", new FloatProcessor(2, 1, new float[] {
			-1, 1 }));
		floats.setDisplayRange(-1, 3);
		assertEquals(127.5, Frames.of(floats).frame(0).argb()[1] & 255, 1);
	}

	@Test
	void dataOutsideTheDisplayRangeIsHintedAt() {
		final var values = new float[100];
		for (int i = 0; i < values.length; i++) values[i] = 100 + i;
		final var image = new ImagePlus("f", new FloatProcessor(10, 10, values));
		image.setDisplayRange(0, 1);
		assertEquals(true, Frames.of(image).hint().contains("Brightness/Contrast"));
		image.setDisplayRange(100, 199);
		assertEquals("", Frames.of(image).hint());
	}

	@Test
	void lookUpTablesColour() throws IOException {
		final var image = new ImagePlus("b", new ByteProcessor(2, 1, new byte[] { 0,
			(byte) 255 }));
		image.setLut(LUT.createLutFromColor(Color.RED));
		assertEquals(0xffff0000, Frames.of(image).frame(0).argb()[1]);
	}

	@Test
	void channelsAreMergedAndSlicesAndTimesAreFrames() throws IOException {
		final var stack = new ImageStack(1, 1);
		for (int t = 0; t < 3; t++) for (int z = 0; z < 2; z++) for (int c = 0; c < 2; c++)
			stack.addSlice(new ByteProcessor(1, 1, new byte[] { (byte) (c == 0 ? 10 *
				t : 100 + z) }));
		final var plain = new ImagePlus("h", stack);
		plain.setDimensions(2, 2, 3);
		final var image = new CompositeImage(plain, CompositeImage.COMPOSITE);
		image.setLuts(new LUT[] { range(Color.RED), range(Color.GREEN) });
		final var frames = Frames.of(image);
		assertEquals(6, frames.count());
		assertEquals(0xff000000 | 20 << 16 | 101 << 8, frames.frame(5).argb()[0]);
		image.setActiveChannels("01");
		assertEquals(0xff000000 | 101 << 8, Frames.of(image).frame(5).argb()[0]);
	}

	private static LUT range(final Color colour) {
		final var lut = LUT.createLutFromColor(colour);
		lut.min = 0;
		lut.max = 255;
		return lut;
	}

	@Test
	void theUsersWindowStaysAsItIs() throws IOException {
		final var stack = new ImageStack(8, 8);
		for (int i = 0; i < 5; i++) stack.addSlice(new ColorProcessor(8, 8, picture(
			i, 0, 8, 8).argb()));
		final var image = new ImagePlus("rgb", stack);
		image.setSlice(3);
		image.getCalibration().frameInterval = 0.5;
		final var frames = Frames.of(image);
		assertEquals(2, frames.frameRate());
		final var read = all(frames);
		assertEquals(5, read.size());
		assertArrayEquals(picture(4, 0, 8, 8).argb(), read.get(4).argb());
		assertEquals(2, read.get(4).time());
		assertNotSame(stack.getPixels(1), frames.frame(0).argb());
		assertEquals(3, image.getCurrentSlice());
		assertFalse(image.isLocked());
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void anyTiffStackOfImageJIsRead(final String type) throws IOException {
		final var image = IJ.createImage("t", type + " ramp", 20, 10, 4);
		final var file = folder.resolve("t.tif").toString();
		IJ.saveAsTiff(image, file);
		final var expected = all(Frames.of(IJ.openImage(file)));
		try (var frames = Frames.open(Path.of(file))) {
			final var read = all(frames);
			assertEquals(4, read.size());
			for (int i = 0; i < 4; i++) assertArrayEquals(expected.get(i).argb(), read
				.get(i).argb());
		}
	}

	@Test
	void foldersAreReadInNaturalOrder() throws IOException {
		for (final int i : new int[] { 1, 2, 10, 9, 100 }) javax.imageio.ImageIO
			.write(picture(i, 0, 16, 16).processor().getBufferedImage(), "png", folder
				.resolve("Img" + i + ".png").toFile());
		Files.writeString(folder.resolve("readme.txt"), "not an image");
		try (var frames = Frames.open(folder)) {
			assertEquals(5, frames.count());
			assertEquals("Img9.png", frames.frameFile(2).orElseThrow());
			final var read = all(frames);
			assertArrayEquals(picture(100, 0, 16, 16).argb(), read.get(4).argb());
		}
	}

	@Test
	void greyPngKeepsItsValues() throws IOException {
		final var image = new java.awt.image.BufferedImage(2, 1,
			java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setSample(1, 0, 0, 128);
		final var file = folder.resolve("grey.png");
		javax.imageio.ImageIO.write(image, "png", file.toFile());
		try (var frames = Frames.open(file)) {
			assertEquals(1, frames.count());
			assertEquals(grey(128), frames.frame(0).argb()[1]);
		}
	}

	@Test
	void aVideoIsShownAsAVirtualStack() throws IOException {
		final var file = write(folder.resolve("clip.mkv"), 30, 32, 32, 12.5, Map
			.of("comment", "hello"));
		final var image = VideoVirtualStack.open(file);
		assertEquals(30, image.getStackSize());
		assertEquals(24, image.getBitDepth());
		assertEquals(true, image.getStack().isVirtual());
		assertEquals(12.5, image.getCalibration().fps, 1e-9);
		assertEquals("0.080 s", image.getStack().getSliceLabel(2));
		final String info = (String) image.getProperty("Info");
		assertEquals(true, info.contains(file.toString()) && info.contains(
			"hello"));
		for (final int i : new int[] { 29, 0, 15, 14, 16 }) assertArrayEquals(
			picture(i, 0, 32, 32).argb(), (int[]) image.getStack().getProcessor(i + 1)
				.getPixels());
		try (var frames = Frames.of(image)) {
			assertEquals(30, all(frames).size());
		}
		assertArrayEquals(picture(3, 0, 32, 32).argb(), (int[]) image.getStack()
			.getPixels(4));
		image.close();
		assertArrayEquals(picture(5, 0, 32, 32).argb(), (int[]) image.getStack()
			.getPixels(6));
	}
}
