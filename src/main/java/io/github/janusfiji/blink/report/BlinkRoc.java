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

import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.RateEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ROC curves of the number of blinks in a window of time, as a score that tells
 * one kind of clips from another, for windows of several lengths. Each window
 * is scored by {@link RateEvidence#logRatio()}.
 */
public final class BlinkRoc {

	/** Window lengths of interest, s. */
	public static final List<Double> LENGTHS = List.of(5.0, 10.0, 20.0, 40.0,
		60.0);

	/** Windows overlap by three quarters. */
	private static final int STEPS = 4;

	/** Least share of a window in which a blink could be seen. */
	private static final double LEAST_OBSERVED = 0.8;

	/**
	 * One length.
	 *
	 * @param length of the windows, s
	 * @param genuine number of windows of the first kind of clips
	 * @param other number of windows of the second kind
	 * @param area under the curve: the probability that a window of the second kind
	 *          looks less like a person who blinks than one of the first; NaN
	 *          without windows
	 * @param low lower end of its 95 % interval after Hanley and McNeil (1982), for
	 *          as many windows as lie side by side, because overlapping ones are
	 *          not independent
	 * @param high upper end
	 * @param points of the curve: shares of false alarms and of hits
	 */
	public record Curve(double length, int genuine, int other, double area,
		double low, double high, List<double[]> points)
	{}

	private BlinkRoc() {}

	/**
	 * @param genuine records of clips that are as they were filmed
	 * @param other records of clips in which something was done
	 * @param lengths of the windows, s
	 * @param activity what the people do
	 * @return one curve for each length
	 */
	public static List<Curve> compare(final List<BlinkRecord> genuine,
		final List<BlinkRecord> other, final List<Double> lengths,
		final Activity activity)
	{
		return lengths.stream().map(length -> curve(length, scores(genuine, length,
			activity), scores(other, length, activity))).toList();
	}

	private static double[] scores(final List<BlinkRecord> records,
		final double length, final Activity activity)
	{
		final var scores = new ArrayList<Double>();
		for (final BlinkRecord record : records) {
			final double[] times = record.times();
			if (times.length == 0) continue;
			final double end = times[times.length - 1] + record.frameTime();
			// Half a frame of tolerance, or a clip of exactly one window has none.
			for (int i = 0; times[0] + i * length / STEPS + length <= end + record
				.frameTime() / 2; i++)
			{
				final double from = times[0] + i * length / STEPS, to = from + length;
				// As if it were seen all the time: else a window without blinks would
				// differ from another by nothing but a look-down.
				if (record.observed(from, to) >= LEAST_OBSERVED * length) scores.add(
					RateEvidence.of(record.blinks(from, to), length, activity)
						.logRatio());
			}
		}
		return scores.stream().mapToDouble(d -> d).toArray();
	}

	private static Curve curve(final double length, final double[] genuine,
		final double[] other)
	{
		final double[] all = Arrays.copyOf(genuine, genuine.length + other.length);
		System.arraycopy(other, 0, all, genuine.length, other.length);
		final boolean[] positive = new boolean[all.length];
		Arrays.fill(positive, genuine.length, all.length, true);
		if (genuine.length == 0 || other.length == 0) return new Curve(length,
			genuine.length, other.length, Double.NaN, Double.NaN, Double.NaN, List
				.of());
		final double area = RocCurve.area(all, positive);
		final double error = 1.96 * standardError(area, apart(genuine.length), apart(
			other.length));
		return new Curve(length, genuine.length, other.length, area, Math.max(0,
			area - error), Math.min(1, area + error), RocCurve.points(all, positive));
	}

	/** How many of overlapping windows lie side by side. */
	private static int apart(final int windows) {
		return (windows + STEPS - 1) / STEPS;
	}

	/**
	 * Hanley and McNeil, "The meaning and use of the area under a receiver
	 * operating characteristic (ROC) curve", Radiology 143, 1982.
	 */
	private static double standardError(final double area, final int negatives,
		final int positives)
	{
		final double q1 = area / (2 - area), q2 = 2 * area * area / (1 + area);
		return Math.sqrt((area * (1 - area) + (positives - 1) * (q1 - area * area) +
			(negatives - 1) * (q2 - area * area)) / ((double) positives *
				negatives));
	}
}
