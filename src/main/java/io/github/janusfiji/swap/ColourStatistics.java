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

import java.util.List;

/**
 * What a colour transfer has to know of a picture's channels under a mask.
 *
 * @param mean of each of the three channels
 * @param covariance of the channels, 3×3
 * @param quantiles of each channel at the shares of {@link Quantiles}; empty
 *          where they were not asked for
 */
record ColourStatistics(double[] mean, double[][] covariance,
	double[][] quantiles)
{

	/**
	 * @param image in the colour space of interest
	 * @param weights one per pixel, not all 0
	 * @return weighted mean and covariance
	 */
	static ColourStatistics of(final FloatRgb image, final float[] weights) {
		final var mean = new double[3];
		final var covariance = new double[3][3];
		double total = 0;
		for (final float w : weights)
			total += w;
		for (int c = 0; c < 3; c++) {
			final float[] plane = image.planes()[c];
			for (int i = 0; i < plane.length; i++)
				mean[c] += weights[i] * plane[i];
			mean[c] /= total;
		}
		for (int c = 0; c < 3; c++)
			for (int d = 0; d <= c; d++) {
				final float[] p = image.planes()[c], q = image.planes()[d];
				double sum = 0;
				for (int i = 0; i < p.length; i++)
					sum += weights[i] * (p[i] - mean[c]) * (q[i] - mean[d]);
				covariance[c][d] = covariance[d][c] = sum / total;
			}
		return new ColourStatistics(mean, covariance, new double[3][0]);
	}

	/**
	 * @param image in the colour space of interest
	 * @param weights one per pixel, not all 0
	 * @return the same with quantiles
	 */
	static ColourStatistics withQuantiles(final FloatRgb image,
		final float[] weights)
	{
		final ColourStatistics plain = of(image, weights);
		final var quantiles = new double[3][];
		for (int c = 0; c < 3; c++)
			quantiles[c] = Quantiles.of(image.planes()[c], weights);
		return new ColourStatistics(plain.mean, plain.covariance, quantiles);
	}

	/**
	 * @param channel from 0
	 * @return its standard deviation
	 */
	double deviation(final int channel) {
		return Math.sqrt(Math.max(0, covariance[channel][channel]));
	}

	/**
	 * @param parts at least one
	 * @param weights as many, not all 0
	 * @return the weighted mean of means, covariances and quantiles
	 */
	static ColourStatistics average(final List<ColourStatistics> parts,
		final double[] weights)
	{
		double total = 0;
		for (final double w : weights)
			total += w;
		final var first = parts.get(0);
		final var mean = new double[3];
		final var covariance = new double[3][3];
		final var quantiles = new double[3][first.quantiles[0].length];
		for (int i = 0; i < weights.length; i++) {
			final double w = weights[i] / total;
			final ColourStatistics part = parts.get(i);
			add(mean, part.mean, w);
			for (int c = 0; c < 3; c++) {
				add(covariance[c], part.covariance[c], w);
				add(quantiles[c], part.quantiles[c], w);
			}
		}
		return new ColourStatistics(mean, covariance, quantiles);
	}

	private static void add(final double[] sum, final double[] part,
		final double weight)
	{
		for (int i = 0; i < sum.length; i++)
			sum[i] += weight * part[i];
	}
}
