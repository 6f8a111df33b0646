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
package io.github.janusfiji.blink;

import java.util.Arrays;
import java.util.Random;

/**
 * Tests whether a series is greater inside of windows than elsewhere. Frames are
 * correlated, so frames are not permuted: the windows are moved through time as
 * blocks, in random order with the gaps between them shuffled and all of them
 * rotated, which keeps the course of the series and the lengths of the windows.
 */
final class WindowPermutation {

	/** How many arrangements are drawn. */
	private static final int DRAWS = 9999;

	private final double[] sums;
	private final int[] counts;

	/**
	 * @param series one value per frame; NaN where nothing was measured
	 */
	WindowPermutation(final double[] series) {
		// Twice, so that a window may run over the end into the beginning.
		sums = new double[2 * series.length + 1];
		counts = new int[sums.length];
		for (int i = 0; i < 2 * series.length; i++) {
			final double v = series[i % series.length];
			sums[i + 1] = sums[i] + (Double.isNaN(v) ? 0 : v);
			counts[i + 1] = counts[i] + (Double.isNaN(v) ? 0 : 1);
		}
	}

	/**
	 * @param inside for each frame whether it lies in a window
	 * @return mean inside; NaN if nothing was measured there
	 */
	double mean(final boolean[] inside) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < inside.length; i++) {
			if (!inside[i]) continue;
			sum += sums[i + 1] - sums[i];
			count += counts[i + 1] - counts[i];
		}
		return sum / count;
	}

	/**
	 * @param inside for each frame whether it lies in a window; some must, and
	 *          some must not
	 * @param bar what a mean has to reach to count as extreme
	 * @param seed of the random arrangements
	 * @return (1 + arrangements whose mean reaches the bar) / (1 + arrangements),
	 *         Davison and Hinkley's estimate of p
	 */
	double p(final boolean[] inside, final double bar, final long seed) {
		final int n = inside.length;
		int begin = 0;
		while (inside[begin] || !inside[(begin + 1) % n]) begin++;
		final int[] runs = new int[n + 1];
		int count = 0;
		boolean now = true;
		for (int k = 1, i = (begin + 1) % n; k <= n; k++, i = (i + 1) % n) {
			if (inside[i] != now) {
				count++;
				now = !now;
			}
			runs[count]++;
		}
		// Runs alternate: window, gap, window, gap.
		final int pairs = count / 2 + 1;
		final int[] windows = new int[pairs], gaps = new int[pairs];
		for (int i = 0; i < pairs; i++) {
			windows[i] = runs[2 * i];
			gaps[i] = runs[2 * i + 1];
		}
		final var random = new Random(seed);
		int extreme = 0;
		for (int d = 0; d < DRAWS; d++)
			if (arranged(windows, gaps, n, random) >= bar) extreme++;
		return (1.0 + extreme) / (1 + DRAWS);
	}

	private double arranged(final int[] windows, final int[] gaps, final int n,
		final Random random)
	{
		shuffle(windows, random);
		shuffle(gaps, random);
		int at = random.nextInt(n);
		double sum = 0;
		int count = 0;
		for (int i = 0; i < windows.length; i++) {
			sum += sums[at + windows[i]] - sums[at];
			count += counts[at + windows[i]] - counts[at];
			at = (at + windows[i] + gaps[i]) % n;
		}
		return count == 0 ? Double.NEGATIVE_INFINITY : sum / count;
	}

	/** Fisher and Yates. */
	private static void shuffle(final int[] values, final Random random) {
		for (int i = values.length - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1), v = values[i];
			values[i] = values[j];
			values[j] = v;
		}
	}

	/**
	 * Holm's step-down correction ("A simple sequentially rejective multiple test
	 * procedure", Scandinavian Journal of Statistics 6, 1979).
	 *
	 * @param p probabilities of several tests
	 * @return the same, raised so that the chance of any false alarm among them is
	 *         kept
	 */
	static double[] holm(final double[] p) {
		final Integer[] order = new Integer[p.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, (i, j) -> Double.compare(p[i], p[j]));
		final double[] corrected = new double[p.length];
		double most = 0;
		for (int k = 0; k < order.length; k++) {
			most = Math.max(most, Math.min(1, (p.length - k) * p[order[k]]));
			corrected[order[k]] = most;
		}
		return corrected;
	}
}
