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

import static io.github.janusfiji.frames.TestPictures.noise;
import static io.github.janusfiji.frames.TestPictures.picture;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips and photographs told apart, and folders of other people's files. */
class FolderKindTest {

	@TempDir
	Path folder;

	private void write(final String name, final Frame frame)
		throws IOException
	{
		ImageIO.write(frame.processor().getBufferedImage(), name.endsWith("png")
			? "png" : "jpg", folder.resolve(name).toFile());
	}

	private FrameKind kind() throws IOException {
		try (var frames = Frames.open(folder)) {
			return frames.kind();
		}
	}

	@Test
	void framesThatFollowEachOtherAreAClip() throws IOException {
		for (int i = 0; i < 12; i++)
			write("shot" + i + ".png", picture(i, 0, 160, 120));
		assertEquals(FrameKind.SEQUENCE, kind());
	}

	@Test
	void unlikePicturesOfOneSizeAreNoClipWhateverTheirNames()
		throws IOException
	{
		for (int i = 0; i < 12; i++)
			write("frame_" + i + ".png", noise(i, 160, 120));
		assertEquals(FrameKind.PICTURES, kind());
		try (var frames = Frames.open(folder, FrameKind.SEQUENCE)) {
			assertEquals(FrameKind.SEQUENCE, frames.kind());
			assertEquals(0.04, frames.frame(1).time(), 1e-9);
		}
	}

	@Test
	void framesThatJanusWroteAreAClipWhateverTheyShow() throws IOException {
		final var out = folder.resolve("frames");
		try (var writer = Frames.writer(out, 16, 16, 5, Map.of())) {
			for (int i = 0; i < 4; i++) writer.write(noise(i, 16, 16));
			writer.commit();
		}
		try (var frames = Frames.open(out)) {
			assertEquals(FrameKind.SEQUENCE, frames.kind());
			assertEquals(0.2, frames.frame(1).time(), 1e-9);
		}
	}

	@Test
	void picturesOfAnySizeAreReadEachAtItsOwn() throws IOException {
		write("a.png", picture(0, 0, 40, 30));
		write("b.png", picture(1, 0, 20, 50));
		try (var frames = Frames.open(folder)) {
			assertTrue(frames.isPictures());
			assertFalse(frames.hasOneSize());
			assertEquals(40, frames.width());
			assertEquals(50, frames.height());
			assertArrayEquals(picture(1, 0, 20, 50).argb(), frames.frame(1).argb());
		}
		final var shown = VideoVirtualStack.open(folder).getStack().getProcessor(2);
		assertEquals(40, shown.getWidth());
		assertEquals(picture(1, 0, 20, 50).argb()[21], shown.getPixel(1, 1) |
			0xff000000);
		assertEquals(0, shown.getPixel(30, 10) & 0xffffff);
	}

	@Test
	void asAClipTheyAreRefused() throws IOException {
		write("a.png", picture(0, 0, 40, 30));
		write("b.png", picture(1, 0, 20, 50));
		assertTrue(assertThrows(InputException.class, () -> Frames.open(folder,
			FrameKind.SEQUENCE)).getMessage().startsWith(
				"b.png is 20×50 px but a.png is 40×30 px"));
	}

	@Test
	void aFolderHoldsResultsOfAllSizesAndNothingElseDoes() throws IOException {
		write("a.png", picture(0, 0, 40, 30));
		write("b.png", picture(1, 0, 20, 50));
		final var out = folder.resolve("out");
		try (var frames = Frames.open(folder)) {
			try (var writer = Frames.writer(out, frames, Map.of())) {
				for (int i = 0; i < 2; i++) writer.write(frames.frame(i));
				writer.commit();
			}
			for (final String file : new String[] { "o.mp4", "o.tif", "o.mkv" })
				assertTrue(assertThrows(InputException.class, () -> Frames.writer(folder
					.resolve(file), frames, Map.of())).getMessage().contains(
						"different sizes"));
		}
		try (var written = Frames.open(out)) {
			assertTrue(written.isPictures());
			assertArrayEquals(picture(1, 0, 20, 50).argb(), written.frame(1).argb());
		}
	}

	@Test
	void picturesThatCannotBeReadAreNamed() throws IOException {
		write("a.png", picture(0, 0, 40, 30));
		write("b.jfif", picture(1, 0, 40, 30));
		try (var frames = Frames.open(folder)) {
			assertEquals(2, frames.count());
		}
		Files.write(folder.resolve("c.webp"), new byte[] { 1 });
		final String said = assertThrows(InputException.class, () -> Frames.open(
			folder)).getMessage();
		assertTrue(said.contains("1 picture of a kind that Janus does not read" +
			" (c.webp)"), said);
	}

	@Test
	void deepGreyKeepsItsBrightnessFromFileToFile() throws IOException {
		for (int i = 0; i < 3; i++) {
			final var image = new BufferedImage(8, 8, BufferedImage.TYPE_USHORT_GRAY);
			for (int p = 0; p < 64; p++)
				image.getRaster().setSample(p % 8, p / 8, 0, 4000 - 1000 * i + p);
			ImageIO.write(image, "png", folder.resolve("g" + i + ".png").toFile());
		}
		try (var frames = Frames.open(folder)) {
			for (int i = 0; i < 3; i++)
				assertEquals((4000 - 1000 * i) * 255.0 / 4095, frames.frame(i).argb()[0] &
					255, 2);
		}
	}
}
