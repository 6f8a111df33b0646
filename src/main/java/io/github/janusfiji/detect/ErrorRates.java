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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Error rates of scores that tell two kinds apart, the second of which should
 * score higher.
 *
 * @param scores of both kinds
 */
public record ErrorRates(List<Score> scores) {

	/** Draws of a bootstrap. */
	private static final int DRAWS = 400;

	/**
	 * @param value the score
	 * @param positive whether it should be high
	 * @param person whose: people, not clips, are drawn by the bootstrap
	 */
	public record Score(double value, boolean positive, String person) {}

	/** A value with the ends of its 95 % interval. */
	public record Interval(double value, double low, double high) {}

	/** Takes a copy. */
	public ErrorRates {
		scores = List.copyOf(scores);
	}

	/** @return whether there are scores of both kinds */
	public boolean isComplete() {
		return count(true) > 0 && count(false) > 0;
	}

	/**
	 * @param positive of which kind
	 * @return how many scores
	 */
	public int count(final boolean positive) {
		return (int) scores.stream().filter(s -> s.positive == positive).count();
	}

	/** @return number of people */
	public int people() {
		return (int) scores.stream().map(Score::person).distinct().count();
	}

	private double[] sorted(final boolean positive) {
		return scores.stream().filter(s -> s.positive == positive).mapToDouble(
			Score::value).sorted().toArray();
	}

	/**
	 * @param threshold from which a score counts as high
	 * @return share of the low kind that counts as high
	 */
	public double falseAlarms(final double threshold) {
		return share(sorted(false), threshold);
	}

	/**
	 * @param threshold from which a score counts as high
	 * @return share of the high kind that does not
	 */
	public double misses(final double threshold) {
		return 1 - share(sorted(true), threshold);
	}

	private static double share(final double[] values, final double threshold) {
		return (double) Arrays.stream(values).filter(v -> v >= threshold).count() /
			values.length;
	}

	/**
	 * @return the threshold at which false alarms and misses are nearest to each
	 *         other; between two scores where several are; NaN unless complete
	 */
	public double threshold() {
		return nearest(false);
	}

	/**
	 * @return as {@link #threshold}, but the most lenient where several thresholds
	 *         serve alike: just above the greatest score below them
	 */
	public double lenientThreshold() {
		return nearest(true);
	}

	private double nearest(final boolean lenient) {
		if (!isComplete()) return Double.NaN;
		final double[] all = scores.stream().mapToDouble(Score::value).distinct()
			.sorted().toArray();
		final double[] low = sorted(false), high = sorted(true);
		double best = Double.NaN, least = Double.POSITIVE_INFINITY;
		for (int i = 0; i <= all.length; i++) {
			final double t = i == 0 ? all[0] : i == all.length || lenient ? all[i -
				1] + 1e-9 : (all[i - 1] + all[i]) / 2;
			final double gap = Math.abs(share(low, t) - 1 + share(high, t));
			if (gap >= least) continue;
			least = gap;
			best = t;
		}
		return best;
	}

	/** @return mean of both errors at {@link #threshold}; NaN unless complete */
	public double equalErrorRate() {
		final double t = threshold();
		return Double.isNaN(t) ? t : (falseAlarms(t) + misses(t)) / 2;
	}

	/**
	 * @return probability that a score of the high kind exceeds one of the low
	 *         kind, ties counted half (the area under the ROC curve); NaN unless
	 *         complete
	 */
	public double area() {
		if (!isComplete()) return Double.NaN;
		final double[] low = sorted(false), high = sorted(true);
		double wins = 0;
		for (final double h : high)
			for (final double l : low)
				wins += h > l ? 1 : h == l ? 0.5 : 0;
		return wins / low.length / high.length;
	}

	/**
	 * @return the ROC curve: {false alarms, 1 − misses} from (0, 0) to (1, 1)
	 */
	public double[][] curve() {
		final double[] all = scores.stream().mapToDouble(Score::value).distinct()
			.sorted().toArray();
		final var points = new double[all.length + 1][];
		points[0] = new double[] { 0, 0 };
		for (int i = 0; i < all.length; i++) {
			final double t = all[all.length - 1 - i];
			points[i + 1] = new double[] { falseAlarms(t), 1 - misses(t) };
		}
		return points;
	}

	/**
	 * The percentile bootstrap over people (Efron 1979): clips of one person are
	 * not independent.
	 *
	 * @param statistic of the scores
	 * @param seed of the draws
	 * @return the statistic with its interval; draws without both kinds are left
	 *         out
	 */
	public Interval interval(final ToDoubleFunction<ErrorRates> statistic,
		final long seed)
	{
		final List<String> people = scores.stream().map(Score::person).distinct()
			.sorted().toList();
		final var random = new SplittableRandom(seed);
		final var values = new ArrayList<Double>();
		for (int d = 0; d < DRAWS; d++) {
			final var drawn = new ArrayList<Score>();
			for (int k = 0; k < people.size(); k++) {
				final String person = people.get(random.nextInt(people.size()));
				for (final Score s : scores) if (s.person.equals(person)) drawn.add(s);
			}
			final double value = statistic.applyAsDouble(new ErrorRates(drawn));
			if (!Double.isNaN(value)) values.add(value);
		}
		values.sort(null);
		final double value = statistic.applyAsDouble(this);
		if (values.isEmpty()) return new Interval(value, Double.NaN, Double.NaN);
		return new Interval(value, values.get((int) (0.025 * values.size())), values
			.get((int) (0.975 * (values.size() - 1))));
	}

	/**
	 * @param bins into which probabilities are divided
	 * @return expected calibration error: mean distance between the probability
	 *         given and the share of the high kind, for even odds (each kind's
	 *         scores count half)
	 */
	public double calibrationError(final int bins) {
		final double[] weight = new double[bins], hits = new double[bins], sum =
			new double[bins];
		final double[] each = { 0.5 / count(false), 0.5 / count(true) };
		for (final Score s : scores) {
			final int bin = Math.min(bins - 1, (int) (s.value * bins));
			final double w = each[s.positive ? 1 : 0];
			weight[bin] += w;
			sum[bin] += w * s.value;
			if (s.positive) hits[bin] += w;
		}
		double error = 0;
		for (int b = 0; b < bins; b++)
			error += Math.abs(hits[b] - sum[b]);
		return error;
	}
}
