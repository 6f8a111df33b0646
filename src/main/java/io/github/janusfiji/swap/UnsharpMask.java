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
 * Unsharp masking: adds what a Gaussian takes away. The decoded face is mostly
 * smaller than the face in the frame and therefore softer than its surroundings.
 */
final class UnsharpMask {

	/** Least σ, px of the frame. */
	private static final double LEAST_SIGMA = 0.7;

	/** Bound on how little of what is added may stay. */
	private static final double LEAST_RESPONSE = 0.3;

	private UnsharpMask() {}

	/**
	 * @param image the face in the frame
	 * @param pixel width of a decoded pixel in the frame, px: the σ of the
	 *          Gaussian, but at least 0.7
	 * @param amount of detail added; 1 doubles it, −1 takes all away
	 * @return the sharper face, limited to 0 to 1
	 */
	static FloatRgb sharpened(final FloatRgb image, final double pixel,
		final double amount)
	{
		if (amount == 0) return image;
		final float[] kernel = kernel(Math.max(LEAST_SIGMA, pixel));
		final int w = image.width(), h = image.height();
		final var out = FloatRgb.black(w, h);
		for (int c = 0; c < 3; c++) {
			final float[] in = image.planes()[c], sharp = out.planes()[c];
			final float[] soft = blurred(in, w, h, kernel);
			for (int i = 0; i < in.length; i++)
				sharp[i] = (float) Math.max(0, Math.min(1, in[i] + amount * (in[i] -
					soft[i])));
		}
		return out;
	}

	/**
	 * How fine a face is.
	 *
	 * @param detail see {@link #detail}
	 * @param response by which share the detail grows when it is added once;
	 *          above 0
	 */
	record Fineness(double detail, double response) {

		/**
		 * @param image as in {@link UnsharpMask#detail}
		 * @param pixel likewise
		 * @param weights likewise
		 * @return both numbers
		 */
		static Fineness of(final FloatRgb image, final double pixel,
			final float[] weights)
		{
			final float[] once = fine(image.planes()[1], image, pixel);
			final double detail = mean(once, weights);
			return new Fineness(detail, detail == 0 ? 1 : Math.max(LEAST_RESPONSE, mean(
				fine(once, image, pixel), weights) / detail));
		}
	}

	/**
	 * @param image a face in the frame
	 * @param pixel as in {@link #sharpened}
	 * @param weights of the mask, 0 to 1
	 * @return weighted mean of what the Gaussian takes away of the green plane,
	 *         absolute, 0 to 1; 0 without any weight
	 */
	static double detail(final FloatRgb image, final double pixel,
		final float[] weights)
	{
		return mean(fine(image.planes()[1], image, pixel), weights);
	}

	/** What the Gaussian takes away of a plane. */
	private static float[] fine(final float[] plane, final FloatRgb image,
		final double pixel)
	{
		final float[] kernel = kernel(Math.max(LEAST_SIGMA, pixel));
		final int w = image.width(), h = image.height();
		final float[] soft = blurred(plane, w, h, kernel);
		for (int i = 0; i < soft.length; i++)
			soft[i] = plane[i] - soft[i];
		return soft;
	}

	private static double mean(final float[] fine, final float[] weights) {
		double sum = 0, all = 0;
		for (int i = 0; i < fine.length; i++) {
			sum += weights[i] * Math.abs(fine[i]);
			all += weights[i];
		}
		return all == 0 ? 0 : sum / all;
	}

	private static float[] kernel(final double sigma) {
		final int radius = (int) Math.ceil(3 * sigma);
		final var kernel = new float[2 * radius + 1];
		float sum = 0;
		for (int i = 0; i < kernel.length; i++)
			sum += kernel[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 *
				sigma * sigma));
		for (int i = 0; i < kernel.length; i++)
			kernel[i] /= sum;
		return kernel;
	}

	/** Blurs rows, then columns, with the border continued. */
	private static float[] blurred(final float[] in, final int w, final int h,
		final float[] kernel)
	{
		final int radius = kernel.length / 2;
		final float[] padded = new float[w + 2 * radius], out = new float[w * h];
		// A line for each tap: the compiler runs sums of whole arrays in vectors,
		// but not of parts of one array that begin anywhere.
		final float[][] taps = new float[kernel.length][w], rows = new float[h][w];
		for (int y = 0; y < h; y++) {
			System.arraycopy(in, y * w, padded, radius, w);
			Arrays.fill(padded, 0, radius, in[y * w]);
			Arrays.fill(padded, radius + w, padded.length, in[y * w + w - 1]);
			for (int k = 0; k < taps.length; k++)
				System.arraycopy(padded, k, taps[k], 0, w);
			add(kernel, taps, rows[y]);
		}
		final float[] sums = new float[w];
		for (int y = 0; y < h; y++) {
			for (int k = 0; k < taps.length; k++)
				taps[k] = rows[Math.max(0, Math.min(h - 1, y - radius + k))];
			Arrays.fill(sums, 0);
			add(kernel, taps, sums);
			System.arraycopy(sums, 0, out, y * w, w);
		}
		return out;
	}

	/** Adds as many lines as the kernel has taps, four at a time. */
	private static void add(final float[] kernel, final float[][] taps,
		final float[] sums)
	{
		int k = 0;
		for (; k + 3 < kernel.length; k += 4)
			add(kernel, k, taps, sums);
		for (; k < kernel.length; k++)
			add(kernel[k], taps[k], sums);
	}

	private static void add(final float[] kernel, final int k,
		final float[][] taps, final float[] sums)
	{
		final float fa = kernel[k], fb = kernel[k + 1], fc = kernel[k + 2];
		final float fd = kernel[k + 3];
		final float[] a = taps[k], b = taps[k + 1], c = taps[k + 2];
		final float[] d = taps[k + 3];
		for (int x = 0; x < sums.length; x++)
			sums[x] = sums[x] + fa * a[x] + fb * b[x] + fc * c[x] + fd * d[x];
	}

	private static void add(final float factor, final float[] tap,
		final float[] sums)
	{
		for (int x = 0; x < sums.length; x++)
			sums[x] += factor * tap[x];
	}
}
