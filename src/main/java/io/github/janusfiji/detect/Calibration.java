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
package io.github.janusfiji.detect;

import java.util.Arrays;

/** Finds what scores mean, on clips that were not trained on. */
final class Calibration {

	/** Precision of the prior of a calibration's slope and of fusion's weights. */
	private static final double SLOPE_PRIOR = 0.01, WEIGHT_PRIOR = 0.5;

	private Calibration() {}

	/**
	 * Platt's scaling (Platt 1999) with his targets, which keep the slope finite,
	 * and both classes of the same weight: the probability is for even odds.
	 *
	 * @param score one for each example
	 * @param manipulated whether it is
	 * @param count how often each counts
	 * @return probability of manipulation from a score
	 */
	static Logistic of(final double[] score, final boolean[] manipulated,
		final double[] count)
	{
		final var x = new double[score.length][];
		Arrays.setAll(x, i -> new double[] { score[i] });
		return fit(x, manipulated, count, SLOPE_PRIOR);
	}

	/**
	 * @param logits calibrated, one row for each clip
	 * @param manipulated whether it is
	 * @return probability of manipulation from all logits together
	 */
	static Logistic fusion(final double[][] logits,
		final boolean[] manipulated)
	{
		final var count = new double[logits.length];
		Arrays.fill(count, 1);
		return fit(logits, manipulated, count, WEIGHT_PRIOR);
	}

	private static Logistic fit(final double[][] x,
		final boolean[] manipulated, final double[] count, final double prior)
	{
		final double[] total = new double[2];
		for (int i = 0; i < count.length; i++)
			total[manipulated[i] ? 1 : 0] += count[i];
		final double all = total[0] + total[1];
		final double[] target = new double[count.length], weight =
			new double[count.length];
		for (int i = 0; i < count.length; i++) {
			final double own = total[manipulated[i] ? 1 : 0];
			target[i] = manipulated[i] ? (own + 1) / (own + 2) : 1 / (own + 2);
			weight[i] = count[i] * all / 2 / own;
		}
		return Logistic.fit(x, target, weight, prior);
	}
}
