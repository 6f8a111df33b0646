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
package io.github.janusfiji.pixels;

import io.github.janusfiji.geometry.Similarity;

/**
 * Bilinear resampling under a similarity. Where the crop is coarser than the
 * frame, each of its pixels is the mean of a grid of bilinear samples at most
 * one frame pixel apart, which approximates the area average.
 */
public final class Resampler {

	/** More samples than this per side would cost much and show little. */
	public static final int FINE = 16;

	private static final int BITS = 8, ONE = 1 << BITS, HALF = ONE / 2;

	private final int[] pixels;
	private final int width, right, bottom;
	private int red, green, blue;

	private Resampler(final int[] argb, final int width) {
		pixels = argb;
		this.width = width;
		right = (width - 1) * ONE;
		bottom = (argb.length / width - 1) * ONE;
	}

	/**
	 * @param argb packed pixels of the picture, row by row
	 * @param stride width of the picture, px
	 * @param back from the crop to the picture
	 * @param width of the crop, px
	 * @param height of the crop, px
	 * @param most samples per side of a crop's pixel, from 1
	 * @return {@code width × height} pixels, {@code 0xFFRRGGBB}; the border is
	 *         replicated outside the picture
	 */
	public static int[] resample(final int[] argb, final int stride,
		final Similarity back, final int width, final int height, final int most)
	{
		final int grid = Math.min(most, Math.max(1, (int) Math.ceil(back.scale() -
			0.01)));
		final var sampler = new Resampler(argb, stride);
		final int[] crop = new int[width * height];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++)
				crop[i] = sampler.pixel(back, x, y, grid);
		return crop;
	}

	private int pixel(final Similarity back, final int x, final int y,
		final int grid)
	{
		red = green = blue = 0;
		final double step = 1.0 / grid, start = step / 2 - 0.5;
		for (int j = 0; j < grid; j++) {
			final double v = y + start + j * step, u = x + start;
			double fx = back.a() * u - back.b() * v + back.tx();
			double fy = back.b() * u + back.a() * v + back.ty();
			for (int i = 0; i < grid; i++) {
				add((int) Math.floor(fx * ONE + 0.5), (int) Math.floor(fy * ONE + 0.5));
				fx += back.a() * step;
				fy += back.b() * step;
			}
		}
		final int n = grid * grid * ONE;
		return 0xff000000 | (red + n / 2) / n << 16 | (green + n / 2) / n << 8 |
			(blue + n / 2) / n;
	}

	/** Adds one bilinear sample, times {@link #ONE}; x and y are, too. */
	private void add(final int x, final int y) {
		final int cx = Math.min(Math.max(x, 0), right);
		final int cy = Math.min(Math.max(y, 0), bottom);
		final int u = cx & ONE - 1, v = cy & ONE - 1;
		final int p = (cy >> BITS) * width + (cx >> BITS);
		final int dx = u > 0 ? 1 : 0, dy = v > 0 ? width : 0;
		final int a = pixels[p], b = pixels[p + dx];
		final int c = pixels[p + dy], d = pixels[p + dy + dx];
		// weights of the four neighbours, in 1/65536
		final int wd = u * v, wc = v * ONE - wd, wb = u * ONE - wd;
		final int wa = ONE * ONE - wb - wc - wd;
		red += (a >> 16 & 255) * wa + (b >> 16 & 255) * wb + (c >> 16 & 255) * wc +
			(d >> 16 & 255) * wd + HALF >> BITS;
		green += (a >> 8 & 255) * wa + (b >> 8 & 255) * wb + (c >> 8 & 255) * wc +
			(d >> 8 & 255) * wd + HALF >> BITS;
		blue += (a & 255) * wa + (b & 255) * wb + (c & 255) * wc + (d & 255) * wd +
			HALF >> BITS;
	}
}
