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
package io.github.janusfiji.blink;

import io.github.janusfiji.blink.EyeCropper.Place;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.pixels.Luma;
import java.awt.image.BufferedImage;

/**
 * The part of a frame around both eyes, upright: twice as wide as the eyes'
 * centres are apart, and half as high as wide.
 *
 * @param frame the picture
 * @param cx middle between the eyes, px in the frame
 * @param cy middle between the eyes, px in the frame
 * @param ux vector from the person's right eye to the left one, px
 * @param uy vector from the person's right eye to the left one, px
 */
record EyeRegion(Frame frame, double cx, double cy, double ux, double uy) {

	/** Width of the region over the distance of the eyes. */
	static final double WIDTH = 2;

	/** More samples per side of a pixel cost much and show little. */
	private static final int MOST = 3;

	/**
	 * @param frame the picture
	 * @param face landmarks in it; the eye corners alone place the region, because
	 *          lids move
	 * @return the region
	 */
	static EyeRegion of(final Frame frame, final Landmarks face) {
		final Place right = EyeReader.place(face, false);
		final double ux = right.ux(), uy = right.uy();
		return new EyeRegion(frame, right.cx() + ux / 2, right.cy() + uy / 2, ux,
			uy);
	}

	/**
	 * @param width of the patch, px; it is half as high
	 * @return grey levels from 0 to 255, row by row
	 */
	float[] grey(final int width) {
		final int height = width / 2;
		final float[] patch = new float[width * height];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				final int rgb = pixel(x, y, width);
				patch[i] = Luma.of(rgb);
			}
		return patch;
	}

	/**
	 * @param width of the picture, px; it is half as high
	 * @return the region in colour
	 */
	BufferedImage picture(final int width) {
		final var picture = new BufferedImage(width, width / 2,
			BufferedImage.TYPE_3BYTE_BGR);
		for (int y = 0; y < picture.getHeight(); y++)
			for (int x = 0; x < width; x++) picture.setRGB(x, y, pixel(x, y, width));
		return picture;
	}

	private int pixel(final int x, final int y, final int width) {
		final double step = WIDTH / width;
		final int sub = (int) Math.max(1, Math.min(MOST, Math.ceil(step * Math.hypot(
			ux, uy))));
		float red = 0, green = 0, blue = 0;
		for (int s = 0; s < sub * sub; s++) {
			final double u = step * (x - width / 2.0 + (s % sub + 0.5) / sub);
			final double v = step * (y - width / 4.0 + (s / sub + 0.5) / sub);
			final int[] p = corners(cx + u * ux - v * uy, cy + u * uy + v * ux);
			red += mixed(p, 16);
			green += mixed(p, 8);
			blue += mixed(p, 0);
		}
		final float n = sub * sub * 65536f;
		return 0xff000000 | Math.round(red / n) << 16 | Math.round(green / n) << 8 |
			Math.round(blue / n);
	}

	/** The four pixels around a place, and its place among them in 1/256. */
	private int[] corners(final double px, final double py) {
		final int w = frame.width(), h = frame.height();
		final double x = Math.max(0, Math.min(w - 1, px));
		final double y = Math.max(0, Math.min(h - 1, py));
		final int x0 = (int) x, y0 = (int) y;
		final int dx = x0 + 1 < w ? 1 : 0, at = y0 * w + x0;
		final int dy = y0 + 1 < h ? w : 0;
		final int[] argb = frame.argb();
		return new int[] { argb[at], argb[at + dx], argb[at + dy], argb[at + dy +
			dx], (int) (256 * (x - x0)), (int) (256 * (y - y0)) };
	}

	/** One channel, bilinear, times 65536. */
	private static float mixed(final int[] p, final int shift) {
		final int u = p[4], v = p[5];
		return (256 - v) * ((256 - u) * (p[0] >> shift & 255) + u * (p[1] >> shift &
			255)) + v * ((256 - u) * (p[2] >> shift & 255) + u * (p[3] >> shift &
				255));
	}
}
