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

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Logistic regression of thousands of numbers, both classes of the same weight:
 * Nesterov's accelerated gradient (1983), since Newton's method would need a
 * matrix of all pairs of numbers.
 *
 * @param prior how strongly weights are held to 0: the least of mean loss +
 *          prior·|w|² is sought
 */
record GradientLearner(double prior) implements Learner {

	private static final int STEPS = 150, POWER_STEPS = 12, PARTS = 8;

	@Override
	public Rule learn(final double[][] x, final boolean[] manipulated) {
		final int n = x.length, d = x[0].length;
		int many = 0;
		for (final boolean m : manipulated)
			if (m) many++;
		final double[] count = { 0.5 / (n - many), 0.5 / many };
		final double rate = 1 / (0.25 * largest(x, manipulated, count) + 2 *
			prior);
		double[] before = new double[d + 1], now = before.clone();
		for (int step = 0; step < STEPS; step++) {
			final double ahead = step / (step + 3.0);
			final var look = new double[d + 1];
			for (int k = 0; k <= d; k++)
				look[k] = now[k] + ahead * (now[k] - before[k]);
			final double[] slope = sum(x, i -> count[manipulated[i] ? 1 : 0] *
				(Logistic.sigmoid(dot(look, x[i])) - (manipulated[i] ? 1 : 0)));
			for (int k = 0; k < d; k++)
				slope[k] += 2 * prior * look[k];
			before = now;
			now = look;
			for (int k = 0; k <= d; k++)
				now[k] -= rate * slope[k];
		}
		final var weights = new double[d];
		System.arraycopy(now, 0, weights, 0, d);
		return new LinearRule(weights, now[d]);
	}

	/** The largest eigenvalue of Σ count·xxᵀ by the power method. */
	private static double largest(final double[][] x,
		final boolean[] manipulated, final double[] count)
	{
		final int d = x[0].length;
		var v = new double[d + 1];
		Arrays.fill(v, 1 / Math.sqrt(d + 1));
		double norm = 0;
		for (int step = 0; step < POWER_STEPS; step++) {
			final double[] along = v;
			final double[] next = sum(x, i -> count[manipulated[i] ? 1 : 0] * dot(
				along, x[i]));
			norm = 0;
			for (final double e : next)
				norm += e * e;
			norm = Math.sqrt(norm);
			for (int k = 0; k <= d; k++)
				next[k] /= norm;
			v = next;
		}
		// The power method comes from below.
		return 1.2 * norm;
	}

	/** With a 1 behind the numbers, whose weight is the bias. */
	private static double dot(final double[] w, final double[] x) {
		double sum = w[x.length];
		for (int k = 0; k < x.length; k++)
			sum += w[k] * x[k];
		return sum;
	}

	/** Σ factor·x, by parts that do not depend on the number of threads. */
	private static double[] sum(final double[][] x,
		final IntToDoubleFunction factor)
	{
		final var sums = IntStream.range(0, PARTS).parallel().mapToObj(p -> {
			final var part = new double[x[0].length + 1];
			for (int i = p; i < x.length; i += PARTS)
				add(part, x[i], factor.applyAsDouble(i));
			return part;
		}).toList();
		final var all = new double[x[0].length + 1];
		for (final double[] part : sums)
			for (int k = 0; k < all.length; k++)
				all[k] += part[k];
		return all;
	}

	private static void add(final double[] to, final double[] x,
		final double factor)
	{
		for (int k = 0; k < x.length; k++)
			to[k] += factor * x[k];
		to[x.length] += factor;
	}

	@Override
	public Rule read(final Map<String, Loaded> tensors, final int length)
		throws InputException
	{
		return LinearRule.read(tensors, length);
	}
}
