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
 * A distribution of values told by its quantiles at equally spaced shares from
 * 1 % to 99 %. The mean of several such lists, share by share, is the
 * distribution between them (their Wasserstein barycentre), which is what
 * smoothing over time needs.
 */
final class Quantiles {

	/** Number of quantiles. */
	static final int COUNT = 33;

	private static final double FIRST = 0.01, LAST = 0.99;
	private static final int BINS = 1024;

	private Quantiles() {}

	/**
	 * @param values any
	 * @param weights one per value, not all 0
	 * @return {@value #COUNT} quantiles in rising order
	 */
	static double[] of(final float[] values, final float[] weights) {
		float low = Float.POSITIVE_INFINITY, high = -low;
		for (int i = 0; i < values.length; i++)
			if (weights[i] > 0) {
				low = Math.min(low, values[i]);
				high = Math.max(high, values[i]);
			}
		final double step = (high - low) / (double) BINS;
		final var counts = new double[BINS];
		double total = 0;
		for (int i = 0; i < values.length; i++)
			if (weights[i] > 0) {
				final int bin = step > 0 ? (int) ((values[i] - low) / step) : 0;
				counts[Math.min(BINS - 1, bin)] += weights[i];
				total += weights[i];
			}
		return of(counts, total, low, step);
	}

	private static double[] of(final double[] counts, final double total,
		final double low, final double step)
	{
		final var quantiles = new double[COUNT];
		double below = 0;
		int bin = 0;
		for (int k = 0; k < COUNT; k++) {
			final double wanted = total * (FIRST + (LAST - FIRST) * k / (COUNT - 1));
			while (bin < counts.length - 1 && below + counts[bin] < wanted)
				below += counts[bin++];
			final double within = counts[bin] > 0 ? (wanted - below) / counts[bin]
				: 0;
			quantiles[k] = low + step * (bin + Math.max(0, Math.min(1, within)));
		}
		return quantiles;
	}

	/**
	 * @param value any
	 * @param from quantiles of its distribution
	 * @param to quantiles of another
	 * @return the value of the same share there; values beyond the last quantile
	 *         are shifted with it
	 */
	static double map(final double value, final double[] from,
		final double[] to)
	{
		if (value <= from[0]) return value + to[0] - from[0];
		final int last = COUNT - 1;
		if (value >= from[last]) return value + to[last] - from[last];
		int low = 0, high = last;
		while (high - low > 1) {
			final int middle = low + high >>> 1;
			if (from[middle] <= value) low = middle;
			else high = middle;
		}
		final double t = (value - from[low]) / (from[high] - from[low]);
		return to[low] + t * (to[high] - to[low]);
	}
}
