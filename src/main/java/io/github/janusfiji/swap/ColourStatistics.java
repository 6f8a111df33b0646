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
 * Mean and spread of a picture's channels under a mask.
 *
 * @param mean of each of the three channels
 * @param deviation standard deviation of each
 */
record ColourStatistics(double[] mean, double[] deviation) {

	/**
	 * @param image in the colour space of interest
	 * @param weights one per pixel, not all 0
	 * @return weighted statistics
	 */
	static ColourStatistics of(final FloatRgb image, final float[] weights) {
		final var mean = new double[3];
		final var deviation = new double[3];
		double total = 0;
		for (final float w : weights)
			total += w;
		for (int c = 0; c < 3; c++) {
			final float[] plane = image.planes()[c];
			double sum = 0, squares = 0;
			for (int i = 0; i < plane.length; i++) {
				sum += weights[i] * plane[i];
				squares += weights[i] * (double) plane[i] * plane[i];
			}
			mean[c] = sum / total;
			deviation[c] = Math.sqrt(Math.max(0, squares / total - mean[c] *
				mean[c]));
		}
		return new ColourStatistics(mean, deviation);
	}

	/**
	 * @param parts at least one
	 * @param weights as many, not all 0
	 * @return the weighted mean of means and of deviations
	 */
	static ColourStatistics average(final List<ColourStatistics> parts,
		final double[] weights)
	{
		final var mean = new double[3];
		final var deviation = new double[3];
		double total = 0;
		for (int i = 0; i < weights.length; i++)
			total += weights[i];
		for (int i = 0; i < weights.length; i++)
			for (int c = 0; c < 3; c++) {
				mean[c] += weights[i] / total * parts.get(i).mean[c];
				deviation[c] += weights[i] / total * parts.get(i).deviation[c];
			}
		return new ColourStatistics(mean, deviation);
	}
}
