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
package io.github.janusfiji.blink.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

	/**
	 * @param scores higher is more positive
	 * @param positive the true classes
	 * @return corners of the curve from (0, 0) to (1, 1): share of false alarms,
	 *         share of hits
	 */
	static List<double[]> points(final double[] scores,
		final boolean[] positive)
	{
		final var order = IntStream.range(0, scores.length).boxed().sorted(Comparator
			.comparingDouble(i -> -scores[i])).toList();
		final long positives = order.stream().filter(i -> positive[i]).count();
		final long negatives = scores.length - positives;
		final var points = new ArrayList<double[]>();
		points.add(new double[] { 0, 0 });
		int hits = 0, alarms = 0;
		for (int k = 0; k < order.size(); k++) {
			if (positive[order.get(k)]) hits++;
			else alarms++;
			if (k + 1 < order.size() && scores[order.get(k + 1)] == scores[order.get(
				k)]) continue;
			points.add(new double[] { alarms / (double) negatives, hits /
				(double) positives });
		}
		return points;
	}
}
