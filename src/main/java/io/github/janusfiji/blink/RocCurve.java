package io.github.janusfiji.blink;

import java.util.Arrays;
import java.util.Comparator;

/** How well scores tell two classes apart. */
final class RocCurve {

	private RocCurve() {}

	/**
	 * Area under the receiver operating characteristic: the probability that a
	 * random positive scores above a random negative (Mann and Whitney's U over
	 * the number of pairs), ties counted half.
	 *
	 * @param scores higher is more positive
	 * @param positive the true classes
	 * @return from 0 to 1; NaN if a class is missing
	 */
	static double area(final double[] scores, final boolean[] positive) {
		final Integer[] order = new Integer[scores.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
		double rankSum = 0;
		long positives = 0;
		for (int from = 0; from < order.length;) {
			int to = from;
			while (to < order.length && scores[order[to]] == scores[order[from]]) to++;
			final double rank = (from + 1 + to) / 2.0;
			for (int i = from; i < to; i++) {
				if (!positive[order[i]]) continue;
				rankSum += rank;
				positives++;
			}
			from = to;
		}
		final long negatives = scores.length - positives;
		return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives *
			negatives);
	}
}
