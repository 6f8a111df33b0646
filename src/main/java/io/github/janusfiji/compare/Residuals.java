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

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Makes small differences visible.
 *
 * @param amplify factor
 * @param quality of JPEG compression, 1 to 100
 */
record Residuals(double amplify, int quality) {

	private static final int GREY = 128;

	/**
	 * @param a pixels
	 * @param b as many
	 * @return their amplified absolute difference
	 */
	int[] absolute(final int[] a, final int[] b) {
		return combined(a, b, d -> Math.abs(d) * amplify);
	}

	/**
	 * @param a pixels
	 * @param b as many
	 * @return the amplified difference a − b about the middle grey
	 */
	int[] signed(final int[] a, final int[] b) {
		return combined(a, b, d -> GREY + d * amplify);
	}

	/**
	 * The error level (Krawetz, "A picture's worth…: digital image analysis and
	 * forensics", Black Hat 2007): what one more JPEG compression changes. Parts
	 * that were compressed fewer times, or pasted from elsewhere, may differ from
	 * the rest; so do edges and texture, in any picture.
	 *
	 * @param argb pixels
	 * @param width px
	 * @return the amplified absolute change
	 */
	int[] errorLevel(final int[] argb, final int width) {
		return absolute(argb, compressed(argb, width));
	}

	/**
	 * The noise residual: the picture less its median over 3×3 px. A painted face
	 * often lacks the camera's noise.
	 *
	 * @param argb pixels
	 * @param width px
	 * @return the amplified difference about the middle grey; grey at the border,
	 *         which has no neighbours
	 */
	int[] noise(final int[] argb, final int width) {
		final var filter = new ColorProcessor(width, argb.length / width, argb
			.clone());
		filter.filter(ImageProcessor.MEDIAN_FILTER);
		final int[] smooth = (int[]) filter.getPixels();
		for (int i = 0; i < argb.length; i++) {
			final boolean border = i < width || i >= argb.length - width || i %
				width == 0 || i % width == width - 1;
			if (border) smooth[i] = argb[i];
		}
		return signed(argb, smooth);
	}

	private int[] compressed(final int[] argb, final int width) {
		final int height = argb.length / width;
		final var image = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, width, height, argb, 0, width);
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg")
			.next();
		final var bytes = new ByteArrayOutputStream();
		try (var out = ImageIO.createImageOutputStream(bytes)) {
			final ImageWriteParam settings = writer.getDefaultWriteParam();
			settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			settings.setCompressionQuality(quality / 100f);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), settings);
			out.flush();
			return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())).getRGB(
				0, 0, width, height, null, 0, width);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		finally {
			writer.dispose();
		}
	}

	/** What becomes of the difference of two levels. */
	private interface Level {

		double of(int difference);
	}

	private static int[] combined(final int[] a, final int[] b,
		final Level level)
	{
		final var table = new int[511];
		for (int d = -255; d <= 255; d++)
			table[d + 255] = (int) Math.max(0, Math.min(255, Math.round(level.of(
				d))));
		final var out = new int[a.length];
		for (int i = 0; i < out.length; i++) {
			out[i] = 0xff000000;
			for (int shift = 0; shift < 24; shift += 8)
				out[i] |= table[(a[i] >> shift & 255) - (b[i] >> shift & 255) +
					255] << shift;
		}
		return out;
	}
}
