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

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Reads the JPEG files that Java alone does not: with four inks, and with a
 * damaged colour profile.
 */
final class JpegFile {

	private static final int START = 0xd8, SCAN = 0xda, PROFILE = 0xe2,
			ADOBE = 0xee;

	private final byte[] bytes;

	/** Number of colour components, 0 if no frame header was found. */
	private int components;

	/** Adobe's colour transform: 2 for YCCK; −1 if there is no such segment. */
	private int transform = -1;

	private JpegFile(final byte[] bytes) {
		this.bytes = bytes;
	}

	/** @return whether a file begins as a JPEG */
	static boolean isJpeg(final Path path) throws IOException {
		try (var in = Files.newInputStream(path)) {
			return in.read() == 0xff && in.read() == START;
		}
	}

	/**
	 * @param path a JPEG file
	 * @return the picture
	 * @throws IOException if it is damaged
	 */
	static BufferedImage read(final Path path) throws IOException {
		final var file = new JpegFile(Files.readAllBytes(path));
		final byte[] plain = file.withoutProfile();
		if (file.components == 4) return file.inks();
		try (var in = Files.newInputStream(path)) {
			return ImageIO.read(in);
		}
		catch (IOException | IllegalArgumentException exc) {
			if (plain.length == file.bytes.length) throw exc;
			return ImageIO.read(new ByteArrayInputStream(plain));
		}
	}

	/** Reads the headers on the way; a profile says little of a photograph's faces. */
	private byte[] withoutProfile() {
		final var kept = new ByteArrayOutputStream(bytes.length);
		kept.write(bytes, 0, Math.min(2, bytes.length));
		int at = 2;
		while (at + 4 <= bytes.length && (bytes[at] & 255) == 0xff) {
			final int marker = bytes[at + 1] & 255;
			final int length = 2 + ((bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255);
			if (marker == SCAN || at + length > bytes.length) break;
			final boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
				marker != 0xc8 && marker != 0xcc;
			if (frame && length >= 10) components = bytes[at + 9] & 255;
			if (marker == ADOBE && length >= 16 && bytes[at + 4] == 'A')
				transform = bytes[at + 15] & 255;
			if (marker != PROFILE) kept.write(bytes, at, length);
			at += length;
		}
		kept.write(bytes, Math.min(at, bytes.length), Math.max(0, bytes.length -
			at));
		return kept.toByteArray();
	}

	/** Cyan, magenta, yellow and black, which Adobe's programs write inverted. */
	private BufferedImage inks() throws IOException {
		final Raster raster = raster();
		final int w = raster.getWidth(), h = raster.getHeight();
		final var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
		final int[] ink = new int[4];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				raster.getPixel(x, y, ink);
				if (transform == 2) toInks(ink);
				// Without Adobe's mark the values are amounts of ink.
				final int light = transform >= 0 ? 0 : 255;
				int rgb = 0;
				for (int c = 0; c < 3; c++)
					rgb = rgb << 8 | Math.abs(light - ink[c]) * Math.abs(light -
						ink[3]) / 255;
				image.setRGB(x, y, rgb);
			}
		return image;
	}

	private Raster raster() throws IOException {
		final var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
		try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(
			bytes)))
		{
			reader.setInput(in, true, true);
			return reader.readRaster(0, null);
		}
		finally {
			reader.dispose();
		}
	}

	/** Luma and chroma (ITU-T T.871 §7) of the colours that the inks leave out. */
	private static void toInks(final int[] p) {
		final double y = p[0], cb = p[1] - 128, cr = p[2] - 128;
		p[0] = 255 - clip(y + 1.402 * cr);
		p[1] = 255 - clip(y - 0.344136 * cb - 0.714136 * cr);
		p[2] = 255 - clip(y + 1.772 * cb);
	}

	private static int clip(final double level) {
		return (int) Math.max(0, Math.min(255, Math.round(level)));
	}
}
