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
package io.github.janusfiji.swap;

/**
 * A plane taken apart into bands of spatial frequency (Burt and Adelson, "The
 * Laplacian pyramid as a compact image code", IEEE Trans. Comm. 1983; kernel
 * 1 4 6 4 1, borders replicated).
 */
final class LaplacianPyramid {

	/**
	 * A plane of floats.
	 *
	 * @param width px
	 * @param height px
	 * @param values {@code width × height}, row by row
	 */
	record Plane(int width, int height, float[] values) {}

	private final Plane[] levels;

	private LaplacianPyramid(final Plane[] levels) {
		this.levels = levels;
	}

	/**
	 * @param width px
	 * @param height px
	 * @return how many levels are useful: the smallest is at least 8 px wide and
	 *         high, and there are six at most
	 */
	static int depth(final int width, final int height) {
		int levels = 1;
		for (int n = Math.min(width, height); n >= 16 && levels < 6; n /= 2)
			levels++;
		return levels;
	}

	/**
	 * @param plane the picture
	 * @param levels number of levels, from 1
	 * @return the plane at full, half, quarter, … resolution
	 */
	static Plane[] gaussian(final Plane plane, final int levels) {
		final var gaussian = new Plane[levels];
		gaussian[0] = plane;
		for (int i = 1; i < levels; i++)
			gaussian[i] = reduce(gaussian[i - 1]);
		return gaussian;
	}

	/**
	 * @param plane the picture; its own values are used up
	 * @param levels number of levels, from 1
	 * @return its bands, and the rest of low frequency as the last level
	 */
	static LaplacianPyramid of(final Plane plane, final int levels) {
		final Plane[] bands = gaussian(plane, levels);
		for (int i = 0; i < levels - 1; i++)
			add(bands[i].values, expand(bands[i + 1], bands[i]), -1);
		return new LaplacianPyramid(bands);
	}

	/**
	 * Weakens each band over a width that fits it. Pyramids are linear, so a
	 * picture plus the weakened difference to another is the two joined band by
	 * band (Burt and Adelson, "A multiresolution spline with application to image
	 * mosaics", ACM TOG 1983), for half of the work.
	 *
	 * @param weights Gaussian pyramid of the weight, 0 to 1, of the same size and
	 *          depth
	 * @return this pyramid, changed
	 */
	LaplacianPyramid weighted(final Plane[] weights) {
		for (int l = 0; l < levels.length; l++) {
			final float[] a = levels[l].values, w = weights[l].values;
			for (int i = 0; i < a.length; i++)
				a[i] *= w[i];
		}
		return this;
	}

	/** @return the picture, put together again; uses the bands up */
	Plane reconstruct() {
		for (int i = levels.length - 2; i >= 0; i--)
			add(levels[i].values, expand(levels[i + 1], levels[i]), 1);
		return levels[0];
	}

	private static void add(final float[] sum, final float[] values,
		final float factor)
	{
		for (int i = 0; i < sum.length; i++)
			sum[i] += factor * values[i];
	}

	/** Blurs and halves columns, then rows: columns go along the memory. */
	private static Plane reduce(final Plane in) {
		final int w = in.width, h = (in.height + 1) / 2, last = in.height - 1;
		final int half = (w + 1) / 2;
		final float[] v = in.values;
		final var line = new float[w];
		final var out = new float[half * h];
		for (int y = 0; y < h; y++) {
			final int c = 2 * y * w, a = Math.max(0, 2 * y - 2) * w;
			final int b = Math.max(0, 2 * y - 1) * w;
			final int d = Math.min(last, 2 * y + 1) * w;
			final int e = Math.min(last, 2 * y + 2) * w;
			for (int x = 0; x < w; x++)
				line[x] = (v[a + x] + v[e + x] + 4 * (v[b + x] + v[d + x]) + 6 * v[c +
					x]) / 16;
			halve(line, out, y * half, half);
		}
		return new Plane(half, h, out);
	}

	private static void halve(final float[] line, final float[] out,
		final int start, final int half)
	{
		final int last = line.length - 1;
		for (int x = 0; x < half; x++) {
			final int c = 2 * x;
			if (c >= 2 && c + 2 <= last) out[start + x] = (line[c - 2] + line[c + 2] +
				4 * (line[c - 1] + line[c + 1]) + 6 * line[c]) / 16;
			else out[start + x] = (line[Math.max(0, c - 2)] + line[Math.min(last, c +
				2)] + 4 * (line[Math.max(0, c - 1)] + line[Math.min(last, c + 1)]) + 6 *
					line[c]) / 16;
		}
	}

	/** Doubles columns, then rows, to another plane's size. */
	private static float[] expand(final Plane in, final Plane like) {
		final int w = in.width, last = in.height - 1;
		final float[] v = in.values;
		final var line = new float[w];
		final var out = new float[like.width * like.height];
		for (int y = 0; y < like.height; y++) {
			final int here = Math.min(last, y / 2);
			final int c = here * w, d = Math.min(last, here + 1) * w;
			if (y % 2 == 1) for (int x = 0; x < w; x++)
				line[x] = (v[c + x] + v[d + x]) / 2;
			else {
				final int b = Math.max(0, here - 1) * w;
				for (int x = 0; x < w; x++)
					line[x] = (v[b + x] + 6 * v[c + x] + v[d + x]) / 8;
			}
			twice(line, out, y * like.width, like.width);
		}
		return out;
	}

	private static void twice(final float[] line, final float[] out,
		final int start, final int width)
	{
		final int last = line.length - 1;
		for (int x = 0; x < width; x += 2) {
			final int c = Math.min(last, x / 2);
			final float here = line[c], next = line[Math.min(last, c + 1)];
			out[start + x] = (line[Math.max(0, c - 1)] + 6 * here + next) / 8;
			if (x + 1 < width) out[start + x + 1] = (here + next) / 2;
		}
	}
}
