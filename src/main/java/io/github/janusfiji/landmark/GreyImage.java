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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Affinity;
import io.github.janusfiji.pixels.Luma;

/**
 * A grey picture, or a part of a larger one, at a known scale.
 *
 * @param width px
 * @param height px
 * @param data {@code width × height} grey levels, row by row
 * @param x0 where this picture's first pixel lies in the whole one, px there
 * @param y0 likewise
 * @param step whole-picture px per px of this one
 */
record GreyImage(int width, int height, float[] data, double x0, double y0,
	double step)
{

	/**
	 * Cuts out a part of a colour picture and averages blocks of its pixels.
	 *
	 * @param argb {@code w × h} pixels, {@code 0xAARRGGBB}
	 * @param w px
	 * @param h px
	 * @param left where the part begins, px; may lie outside the picture
	 * @param top likewise
	 * @param size width and height of the part, px
	 * @param step pixels are averaged over blocks of step × step
	 * @return the part inside the picture, in grey (Rec. 601 luma), at least one
	 *         block
	 */
	static GreyImage cut(final int[] argb, final int w, final int h,
		final double left, final double top, final double size, final int step)
	{
		final int bx = clamp((int) Math.floor(left), 0, Math.max(0, w - step));
		final int by = clamp((int) Math.floor(top), 0, Math.max(0, h - step));
		final int ex = clamp((int) Math.ceil(left + size), bx + step, w);
		final int ey = clamp((int) Math.ceil(top + size), by + step, h);
		final int nw = Math.max(1, (ex - bx) / step);
		final int nh = Math.max(1, (ey - by) / step);
		final float[] out = new float[nw * nh];
		final int[] sums = new int[nw];
		for (int y = 0; y < nh; y++) {
			java.util.Arrays.fill(sums, 0);
			for (int v = 0; v < step; v++) {
				final int row = Math.min(h - 1, by + y * step + v) * w + bx;
				for (int x = 0; x < nw; x++)
					sums[x] += blockLuma(argb, row + x * step, step);
			}
			final float norm = 1f / (256 * step * step);
			for (int x = 0; x < nw; x++)
				out[y * nw + x] = sums[x] * norm;
		}
		return new GreyImage(nw, nh, out, bx + (step - 1) / 2.0, by + (step - 1) /
			2.0, step);
	}

	private static int blockLuma(final int[] argb, final int from,
		final int count)
	{
		int sum = 0;
		for (int i = from; i < from + count; i++)
			sum += Luma.times256(argb[i]);
		return sum;
	}

	/** @return this picture at half the size, averaged over 2 × 2 px */
	GreyImage half() {
		final int w = Math.max(1, width / 2), h = Math.max(1, height / 2);
		final float[] out = new float[w * h];
		for (int y = 0; y < h; y++) {
			final int a = Math.min(height - 1, 2 * y) * width;
			final int b = Math.min(height - 1, 2 * y + 1) * width;
			for (int x = 0; x < w; x++) {
				final int l = Math.min(width - 1, 2 * x);
				final int r = Math.min(width - 1, 2 * x + 1);
				out[y * w + x] = (data[a + l] + data[a + r] + data[b + l] + data[b +
					r]) / 4;
			}
		}
		return new GreyImage(w, h, out, x0 + step / 2, y0 + step / 2, 2 * step);
	}

	/**
	 * Resamples this picture bilinearly; the border is replicated outside.
	 *
	 * @param map from the patch to the whole picture
	 * @param patch receives n × n grey levels
	 * @param n width and height of the patch, px
	 */
	void resample(final Affinity map, final float[] patch, final int n) {
		final double sx = 1 / step;
		final double dxx = map.xx() * sx, dyx = map.yx() * sx;
		for (int y = 0; y < n; y++) {
			double px = (map.xy() * y + map.tx() - x0) * sx;
			double py = (map.yy() * y + map.ty() - y0) * sx;
			for (int x = 0; x < n; x++, px += dxx, py += dyx)
				patch[y * n + x] = at(px, py);
		}
	}

	private float at(final double px, final double py) {
		final double cx = Math.min(Math.max(px, 0), width - 1);
		final double cy = Math.min(Math.max(py, 0), height - 1);
		final int x = Math.min((int) cx, Math.max(0, width - 2));
		final int y = Math.min((int) cy, Math.max(0, height - 2));
		final float u = (float) (cx - x), v = (float) (cy - y);
		final int i = y * width + x;
		final int right = width > 1 ? 1 : 0, down = height > 1 ? width : 0;
		final float a = data[i] + u * (data[i + right] - data[i]);
		final float b = data[i + down] + u * (data[i + down + right] - data[i +
			down]);
		return a + v * (b - a);
	}

	private static int clamp(final int v, final int lo, final int hi) {
		return Math.max(lo, Math.min(hi, v));
	}
}
