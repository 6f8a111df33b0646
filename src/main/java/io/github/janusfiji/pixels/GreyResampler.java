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
 * Sharpness crops for measuring faces: as {@link Resampler} resamples, without
 * colour and with at most {@value #SAMPLES}² samples for each pixel, several
 * times faster.
 */
public final class GreyResampler {

	/** Samples per side of a pixel that suffice to compare and to rank. */
	private static final int SAMPLES = 2;

	private final int[] pixels;
	private final int width, right, bottom;

	private GreyResampler(final int[] argb, final int width) {
		pixels = argb;
		this.width = width;
		right = width - 1;
		bottom = argb.length / width - 1;
	}

	/**
	 * @param argb packed pixels of the picture, row by row
	 * @param width of the picture, px
	 * @param back from the crop to the picture
	 * @param size width and height of the crop, px
	 * @return {@code size × size} grey levels; the border is replicated outside
	 *         the picture
	 */
	public static float[] resample(final int[] argb, final int width,
		final Similarity back, final int size)
	{
		final int grid = (int) Math.max(1, Math.min(SAMPLES, Math.ceil(back
			.scale() - 0.01)));
		final var patch = new GreyResampler(argb, width);
		final float[] crop = new float[size * size];
		final float step = 1f / grid, start = step / 2 - 0.5f;
		final float ax = (float) back.a() * step, ay = (float) back.b() * step;
		for (int y = 0; y < size; y++) {
			for (int j = 0; j < grid; j++) {
				final double v = y + start + j * step;
				float fx = (float) (back.a() * start - back.b() * v + back.tx());
				float fy = (float) (back.b() * start + back.a() * v + back.ty());
				for (int x = 0, i = y * size; x < size; x++, i++) {
					for (int k = 0; k < grid; k++, fx += ax, fy += ay)
						crop[i] += patch.at(fx, fy);
				}
			}
		}
		final float share = 1f / (grid * grid);
		for (int i = 0; i < crop.length; i++)
			crop[i] *= share;
		return crop;
	}

	private float at(final float x, final float y) {
		final float cx = Math.max(0, Math.min(right, x));
		final float cy = Math.max(0, Math.min(bottom, y));
		final int ix = (int) cx, iy = (int) cy;
		final float u = cx - ix, v = cy - iy;
		final int p = iy * width + ix;
		final int dx = ix < right ? 1 : 0, dy = iy < bottom ? width : 0;
		final int a = Luma.rounded(pixels[p]), b = Luma.rounded(pixels[p + dx]);
		final int c = Luma.rounded(pixels[p + dy]), d = Luma.rounded(pixels[p +
			dy + dx]);
		return (1 - v) * (a + u * (b - a)) + v * (c + u * (d - c));
	}
}
