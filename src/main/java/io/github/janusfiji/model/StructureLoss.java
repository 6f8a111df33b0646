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
package io.github.janusfiji.model;

/**
 * Structural dissimilarity of two grey pictures and its gradient. With means
 * over boxes μx, μy, E[x²], E[xy] it is a smooth function of x; the gradient
 * passes each mean's box once more, as a box is its own adjoint. Beyond the
 * border both pictures are black.
 */
final class StructureLoss {

	/** Pixels to each side of a box's middle. */
	private static final int REACH = 3;

	private static final float AREA = (2 * REACH + 1) * (2 * REACH + 1);

	/** Wang et al. 2004: (0.01 L)² and (0.03 L)² for a range of L = 1. */
	private static final float C1 = 1e-4f;
	private static final float C2 = 9e-4f;

	private StructureLoss() {}

	/**
	 * @param x picture, 0 to 1
	 * @param y the other
	 * @param w weight of each place
	 * @param size width and height, px
	 * @param gradient overwritten with the gradient of the result with respect to x
	 * @return Σ w (1 − SSIM) / 2
	 */
	static double add(final float[] x, final float[] y, final float[] w,
		final int size, final float[] gradient)
	{
		final int n = x.length;
		final float[] product = new float[n], rows = new float[n];
		final float[] mx = box(x, size, rows), my = box(y, size, rows);
		multiply(x, x, product);
		final float[] xx = box(product, size, rows);
		multiply(y, y, product);
		final float[] yy = box(product, size, rows);
		multiply(x, y, product);
		final float[] xy = box(product, size, rows);
		double sum = 0;
		for (int i = 0; i < n; i++) {
			final float m = mx[i] * my[i], m2 = mx[i] * mx[i] + my[i] * my[i];
			final float a1 = 2 * m + C1, a2 = 2 * (xy[i] - m) + C2;
			final float b1 = m2 + C1, b2 = Math.max(xx[i] + yy[i] - m2, 0) + C2;
			final float p = a1 / (b1 * b2), s = p * a2, half = -w[i] / 2;
			sum += w[i] * (1 - s) / 2;
			// The gradients of the three means take their places.
			final float dm = 2 * my[i] * a2 / (b1 * b2) - 2 * my[i] * p - 2 * mx[i] *
				s / b1 + 2 * mx[i] * s / b2;
			mx[i] = half * dm;
			xx[i] = half * -s / b2;
			xy[i] = half * 2 * p;
		}
		final float[] dm = box(mx, size, rows), dxx = box(xx, size, rows), dxy =
			box(xy, size, rows);
		for (int i = 0; i < n; i++)
			gradient[i] = dm[i] + 2 * x[i] * dxx[i] + y[i] * dxy[i];
		return sum;
	}

	private static void multiply(final float[] x, final float[] y,
		final float[] to)
	{
		for (int i = 0; i < to.length; i++)
			to[i] = x[i] * y[i];
	}

	/** Means over boxes, by running sums in either direction. */
	private static float[] box(final float[] in, final int size,
		final float[] rows)
	{
		for (int j = 0; j < size; j++) {
			final int row = j * size;
			float sum = 0;
			for (int i = 0; i < Math.min(REACH, size); i++)
				sum += in[row + i];
			for (int i = 0; i < size; i++) {
				if (i + REACH < size) sum += in[row + i + REACH];
				rows[row + i] = sum;
				if (i >= REACH) sum -= in[row + i - REACH];
			}
		}
		final float[] out = new float[in.length], sums = new float[size];
		for (int j = 0; j < Math.min(REACH, size); j++)
			for (int i = 0; i < size; i++)
				sums[i] += rows[j * size + i];
		for (int j = 0; j < size; j++) {
			final int next = (j + REACH) * size, past = (j - REACH) * size;
			if (j + REACH < size) for (int i = 0; i < size; i++)
				sums[i] += rows[next + i];
			for (int i = 0; i < size; i++)
				out[j * size + i] = sums[i] / AREA;
			if (j >= REACH) for (int i = 0; i < size; i++)
				sums[i] -= rows[past + i];
		}
		return out;
	}
}
