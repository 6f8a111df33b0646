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
	 * @param plane the picture
	 * @param levels number of levels, from 1
	 * @return its bands, and the rest of low frequency as the last level
	 */
	static LaplacianPyramid of(final Plane plane, final int levels) {
		final Plane[] bands = gaussian(plane, levels);
		for (int i = 0; i < levels - 1; i++)
			bands[i] = combine(bands[i], expand(bands[i + 1], bands[i]), -1);
		return new LaplacianPyramid(bands);
	}

	/**
	 * Joins two pictures band by band, each band over a width that fits it (Burt
	 * and Adelson, "A multiresolution spline with application to image mosaics",
	 * ACM TOG 1983).
	 *
	 * @param over the picture painted in, of the same size and depth
	 * @param weights Gaussian pyramid of its weight, 0 to 1
	 * @return the pyramid of the joined picture
	 */
	LaplacianPyramid joined(final LaplacianPyramid over, final Plane[] weights) {
		final var joined = new Plane[levels.length];
		for (int l = 0; l < levels.length; l++) {
			final float[] a = levels[l].values, b = over.levels[l].values;
			final float[] w = weights[l].values;
			final var out = new float[a.length];
			for (int i = 0; i < out.length; i++)
				out[i] = a[i] + w[i] * (b[i] - a[i]);
			joined[l] = new Plane(levels[l].width, levels[l].height, out);
		}
		return new LaplacianPyramid(joined);
	}

	/** @return the picture, put together again */
	Plane reconstruct() {
		Plane plane = levels[levels.length - 1];
		for (int i = levels.length - 2; i >= 0; i--)
			plane = combine(levels[i], expand(plane, levels[i]), 1);
		return plane;
	}

	private static Plane combine(final Plane a, final Plane b,
		final float factor)
	{
		final var out = new float[a.values.length];
		for (int i = 0; i < out.length; i++)
			out[i] = a.values[i] + factor * b.values[i];
		return new Plane(a.width, a.height, out);
	}

	private static Plane reduce(final Plane in) {
		return transposedHalf(transposedHalf(in));
	}

	/** Blurs and halves the rows, and turns rows into columns. */
	private static Plane transposedHalf(final Plane in) {
		final int w = (in.width + 1) / 2, h = in.height, last = in.width - 1;
		final var out = new float[w * h];
		for (int y = 0; y < h; y++) {
			final int row = y * in.width;
			for (int x = 0; x < w; x++) {
				final int c = 2 * x;
				out[x * h + y] = (in.values[row + Math.max(0, c - 2)] + in.values[row +
					Math.min(last, c + 2)] + 4 * (in.values[row + Math.max(0, c - 1)] +
						in.values[row + Math.min(last, c + 1)]) + 6 * in.values[row + c]) /
					16;
			}
		}
		return new Plane(h, w, out);
	}

	private static Plane expand(final Plane in, final Plane like) {
		return transposedDouble(transposedDouble(in, like.width), like.height);
	}

	/** Doubles the rows to a width, and turns rows into columns. */
	private static Plane transposedDouble(final Plane in, final int width) {
		final int h = in.height, last = in.width - 1;
		final var out = new float[width * h];
		for (int y = 0; y < h; y++) {
			final int row = y * in.width;
			for (int x = 0; x < width; x++) {
				final int c = Math.min(last, x / 2);
				final float here = in.values[row + c];
				final float next = in.values[row + Math.min(last, c + 1)];
				out[x * h + y] = x % 2 == 1 ? (here + next) / 2 : (in.values[row + Math
					.max(0, c - 1)] + 6 * here + next) / 8;
			}
		}
		return new Plane(h, width, out);
	}
}
