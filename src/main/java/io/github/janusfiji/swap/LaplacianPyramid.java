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

import java.util.Arrays;

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
			addExpanded(bands[i], bands[i + 1], -1);
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
			addExpanded(levels[i], levels[i + 1], 1);
		return levels[0];
	}

	/**
	 * Each row in an array of its own: the compiler runs sums of whole arrays in
	 * vectors, but not of parts of one array that begin anywhere.
	 */
	private static float[][] rows(final Plane in) {
		final var rows = new float[in.height][];
		for (int y = 0; y < in.height; y++)
			rows[y] = Arrays.copyOfRange(in.values, y * in.width, (y + 1) *
				in.width);
		return rows;
	}

	/** Blurs and halves columns, then rows: columns go along the memory. */
	private static Plane reduce(final Plane in) {
		final int h = (in.height + 1) / 2, half = (in.width + 1) / 2;
		final int last = in.height - 1;
		final float[][] rows = rows(in);
		final var line = new float[in.width];
		final var out = new float[half * h];
		for (int y = 0; y < h; y++) {
			blur(rows[Math.max(0, 2 * y - 2)], rows[Math.max(0, 2 * y - 1)], rows[2 *
				y], rows[Math.min(last, 2 * y + 1)], rows[Math.min(last, 2 * y + 2)],
				line);
			halve(line, out, y * half, half);
		}
		return new Plane(half, h, out);
	}

	private static void blur(final float[] a, final float[] b, final float[] c,
		final float[] d, final float[] e, final float[] out)
	{
		for (int x = 0; x < out.length; x++)
			out[x] = (a[x] + e[x] + 4 * (b[x] + d[x]) + 6 * c[x]) / 16;
	}

	private static void halve(final float[] line, final float[] out,
		final int start, final int half)
	{
		final int end = Math.max(1, (line.length - 1) / 2);
		out[start] = atBorder(line, 0);
		for (int x = 1; x < end; x++) {
			final int c = 2 * x;
			out[start + x] = (line[c - 2] + line[c + 2] + 4 * (line[c - 1] + line[c +
				1]) + 6 * line[c]) / 16;
		}
		for (int x = end; x < half; x++)
			out[start + x] = atBorder(line, 2 * x);
	}

	private static float atBorder(final float[] line, final int c) {
		final int last = line.length - 1;
		return (line[Math.max(0, c - 2)] + line[Math.min(last, c + 2)] + 4 *
			(line[Math.max(0, c - 1)] + line[Math.min(last, c + 1)]) + 6 * line[c]) /
			16;
	}

	/**
	 * Adds a plane, doubled first in columns and then in rows, to one of twice the
	 * size.
	 *
	 * @param to changed
	 * @param half the next smaller level
	 * @param sign 1, or −1 to subtract
	 */
	private static void addExpanded(final Plane to, final Plane half,
		final float sign)
	{
		final int last = half.height - 1;
		final float[][] rows = rows(half);
		final var line = new float[half.width];
		for (int y = 0; y < to.height; y++) {
			final int here = Math.min(last, y / 2);
			final float[] next = rows[Math.min(last, here + 1)];
			if (y % 2 == 1) mean(rows[here], next, line);
			else blur(rows[Math.max(0, here - 1)], rows[here], next, line);
			addTwice(line, to.values, y * to.width, to.width, sign);
		}
	}

	private static void mean(final float[] a, final float[] b,
		final float[] out)
	{
		for (int x = 0; x < out.length; x++)
			out[x] = (a[x] + b[x]) / 2;
	}

	private static void blur(final float[] a, final float[] b, final float[] c,
		final float[] out)
	{
		for (int x = 0; x < out.length; x++)
			out[x] = (a[x] + 6 * b[x] + c[x]) / 8;
	}

	private static void addTwice(final float[] line, final float[] to,
		final int start, final int width, final float sign)
	{
		final int last = line.length - 1;
		float before = line[0], here = line[0];
		for (int x = 0; x < width / 2; x++) {
			final float next = line[Math.min(last, x + 1)];
			to[start + 2 * x] += sign * ((before + 6 * here + next) / 8);
			to[start + 2 * x + 1] += sign * ((here + next) / 2);
			before = here;
			here = next;
		}
		if (width % 2 == 1) to[start + width - 1] += sign * ((before + 6 * here +
			here) / 8);
	}
}
