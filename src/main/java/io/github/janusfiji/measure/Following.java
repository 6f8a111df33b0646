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
package io.github.janusfiji.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Agreement over time of one number of the swapped face with the source's.
 *
 * @param frames in which both were measured
 * @param source mean in the source
 * @param swapped mean in the swap
 * @param spread standard deviation in the source: where it is no larger than the
 *          noise of measuring, r and slope say nothing
 * @param error mean absolute difference
 * @param r correlation, −1 to 1; NaN with fewer than three frames or where either
 *          stays the same
 * @param slope of the least-squares line of the swap over the source: 1 where
 *          the swap moves as far, less where it moves less or where the source's
 *          values are uncertain; NaN as r
 */
public record Following(int frames, double source, double swapped,
	double spread, double error, double r, double slope)
{

	/** Fewest frames that can correlate. */
	private static final int LEAST = 3;

	/** Variance below which a number stays the same. */
	private static final double SAME = 1e-18;

	/**
	 * @param frames what was seen
	 * @param value which number
	 * @return how it follows
	 */
	static Following of(final List<Viewed> frames,
		final ToDoubleFunction<FaceState> value)
	{
		final double[][] both = frames.stream().map(f -> new double[] { value
			.applyAsDouble(f.source()), value.applyAsDouble(f.swapped()) }).filter(
				p -> !Double.isNaN(p[0]) && !Double.isNaN(p[1])).toArray(
					double[][]::new);
		final int n = both.length;
		double source = 0, swapped = 0, error = 0;
		for (final double[] p : both) {
			source += p[0] / n;
			swapped += p[1] / n;
			error += Math.abs(p[1] - p[0]) / n;
		}
		if (n == 0) source = swapped = error = Double.NaN;
		double xx = 0, xy = 0, yy = 0;
		for (final double[] p : both) {
			xx += (p[0] - source) * (p[0] - source) / n;
			xy += (p[0] - source) * (p[1] - swapped) / n;
			yy += (p[1] - swapped) * (p[1] - swapped) / n;
		}
		final boolean told = n >= LEAST && xx > SAME && yy > SAME;
		return new Following(n, source, swapped, n == 0 ? Double.NaN : Math.sqrt(
			xx), error, told ? xy / Math.sqrt(xx * yy) : Double.NaN, told ? xy / xx
				: Double.NaN);
	}
}
