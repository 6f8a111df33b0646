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

import java.nio.FloatBuffer;

/**
 * Structural similarity of two pictures (Wang, Bovik, Sheikh and Simoncelli,
 * "Image quality assessment: from error visibility to structural similarity",
 * IEEE Trans. Image Processing 13, 2004) with the authors' settings: luma, a
 * Gaussian window of σ = 1.5 px, K₁ = 0.01, K₂ = 0.03.
 */
public final class Ssim {

	/**
	 * Distance from what may change beyond which a window does not see it, px: the
	 * 5 px of the authors' window, along its diagonal.
	 */
	public static final double REACH = 8;

	private static final int WINDOW = 11;
	private static final double SIGMA = 1.5;
	/** (K₁ L)² and (K₂ L)² for a range of L = 1. */
	private static final double C1 = 0.01 * 0.01, C2 = 0.03 * 0.03;
	/** The same for a range of L = 255. */
	private static final double C1_8BIT = 0.01 * 255 * 0.01 * 255;
	private static final double C2_8BIT = 0.03 * 255 * 0.03 * 255;
	private static final float[] LUMA = { Luma.RED, Luma.GREEN, Luma.BLUE };
	private static final float[] KERNEL = kernel();

	private Ssim() {}

	/**
	 * The mean over chosen pixels; the windows of those at the border see it
	 * replicated.
	 *
	 * @param p packed pixels of a picture
	 * @param q of another of the same size
	 * @param width px
	 * @param leftOut pixels that do not count
	 * @return mean over the others, −1 to 1; NaN if there are none
	 */
	public static double mean(final int[] p, final int[] q, final int width,
		final boolean[] leftOut)
	{
		final float[] a = Luma.of(p), b = Luma.of(q);
		final float[] aa = product(a, a, width), bb = product(b, b, width);
		final float[] ab = product(a, b, width);
		Gaussian.blur(a, width, SIGMA);
		Gaussian.blur(b, width, SIGMA);
		double sum = 0;
		int n = 0;
		for (int i = 0; i < a.length; i++) {
			if (leftOut[i]) continue;
			final double m = a[i], k = b[i];
			sum += (2 * m * k + C1_8BIT) * (2 * (ab[i] - m * k) + C2_8BIT) / ((m * m +
				k * k + C1_8BIT) * (aa[i] - m * m + bb[i] - k * k + C2_8BIT));
			n++;
		}
		return sum / n;
	}

	private static float[] product(final float[] a, final float[] b,
		final int width)
	{
		final var product = new float[a.length];
		for (int i = 0; i < product.length; i++)
			product[i] = a[i] * b[i];
		return Gaussian.blur(product, width, SIGMA);
	}

	private static float[] kernel() {
		final float[] kernel = new float[WINDOW];
		double sum = 0;
		for (int i = 0; i < WINDOW; i++) {
			final double x = i - WINDOW / 2;
			kernel[i] = (float) Math.exp(-x * x / (2 * SIGMA * SIGMA));
			sum += kernel[i];
		}
		for (int i = 0; i < WINDOW; i++)
			kernel[i] /= sum;
		return kernel;
	}

	/**
	 * The mean over the windows of 11×11 px that lie wholly inside.
	 *
	 * @param a 3×H×W, 0 to 1
	 * @param b likewise
	 * @param size H = W, px, at least 11
	 * @return −1 to 1; 1 for equal pictures
	 */
	public static double of(final FloatBuffer a, final FloatBuffer b, final int size) {
		final float[] x = grey(a, size), y = grey(b, size);
		final float[] mx = blurred(x, x, size, false), my = blurred(y, y, size,
			false);
		final float[] xx = blurred(x, x, size, true), yy = blurred(y, y, size,
			true), xy = blurred(x, y, size, true);
		double sum = 0;
		for (int i = 0; i < mx.length; i++) {
			final double m2 = mx[i] * mx[i] + my[i] * my[i], m = mx[i] * my[i];
			sum += (2 * m + C1) * (2 * (xy[i] - m) + C2) / ((m2 + C1) * (xx[i] +
				yy[i] - m2 + C2));
		}
		return sum / mx.length;
	}

	private static float[] grey(final FloatBuffer picture, final int size) {
		final int plane = size * size;
		final float[] grey = new float[plane];
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < plane; i++)
				grey[i] += LUMA[c] * picture.get(c * plane + i);
		return grey;
	}

	/** The window's mean of a, or of a · b, where the window fits. */
	private static float[] blurred(final float[] a, final float[] b,
		final int size, final boolean product)
	{
		final int inner = size - WINDOW + 1;
		final float[] rows = new float[size * inner];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < inner; x++) {
				float sum = 0;
				for (int k = 0; k < WINDOW; k++) {
					final int i = y * size + x + k;
					sum += KERNEL[k] * (product ? a[i] * b[i] : a[i]);
				}
				rows[y * inner + x] = sum;
			}
		final float[] all = new float[inner * inner];
		for (int y = 0; y < inner; y++)
			for (int k = 0; k < WINDOW; k++)
				for (int x = 0; x < inner; x++)
					all[y * inner + x] += KERNEL[k] * rows[(y + k) * inner + x];
		return all;
	}
}
