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

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Numbers that sum up a clip's blinks: evidence to be read by a person, not a
 * verdict.
 *
 * @param blinks how many, those that do not count for the rate included
 * @param full how many of them closed the eyes all the way
 * @param secondsSeen time in which the eyes were seen, s
 * @param secondsObserved part of it in which a blink could have been found, s:
 *          without look-downs, long closures and eyes out of sight
 * @param perMinute blinks per minute of the time observed
 * @param lowest lower end of the 95 % interval of that rate (Garwood 1936)
 * @param highest its upper end
 * @param durations of each blink from its start to its end, s
 * @param halfDurations time below half of the fall of each blink, s
 * @param intervals from each blink's peak to the next one's, s; intervals in
 *          which the eyes were out of sight count as well
 * @param evidence what the number of blinks says
 */
public record BlinkStatistics(int blinks, int full, double secondsSeen,
	double secondsObserved, double perMinute, double lowest, double highest,
	List<Double> durations, List<Double> halfDurations, List<Double> intervals,
	RateEvidence evidence)
{

	/** Takes copies. */
	public BlinkStatistics {
		durations = List.copyOf(durations);
		halfDurations = List.copyOf(halfDurations);
		intervals = List.copyOf(intervals);
	}

	/**
	 * @param analysis what was measured
	 * @param activity what the person does
	 * @return its statistics
	 */
	public static BlinkStatistics of(final BlinkAnalysis analysis,
		final Activity activity)
	{
		final List<Blink> blinks = analysis.blinks();
		final var times = analysis.eyes().stream().collect(Collectors.toMap(
			EyeState::frame, EyeState::time));
		final List<Double> intervals = IntStream.range(1, blinks.size()).mapToObj(
			i -> times.get(blinks.get(i).peak()) - times.get(blinks.get(i - 1)
				.peak())).toList();
		final var observed = analysis.observed();
		final int seen = observed.seen(blinks).size();
		final double seconds = observed.seconds();
		final double toRate = seconds > 0 ? 60 / seconds : 0;
		final var interval = PoissonInterval.of(seen).times(toRate);
		return new BlinkStatistics(blinks.size(), (int) blinks.stream().filter(
			Blink::isFull).count(), seconds(analysis.eyes()), seconds, analysis.blinksPerMinute(), interval.low(), interval.high(), blinks
				.stream().map(Blink::duration).toList(), blinks.stream().map(
					Blink::halfDuration).toList(), intervals, RateEvidence.of(seen,
						seconds, activity, observed.isSparse() ? 1 / observed.typical()
							: Double.NaN));
	}

	/** Each frame counts up to the nearer of its neighbours. */
	private static double seconds(final List<EyeState> eyes) {
		final var steps = FrameSteps.of(eyes.stream().mapToInt(EyeState::frame)
			.toArray(), eyes.stream().mapToDouble(EyeState::time).toArray());
		return IntStream.range(0, eyes.size()).mapToDouble(steps::own).sum();
	}

	/** @return mean duration, s; NaN without blinks */
	public double meanDuration() {
		return mean(durations);
	}

	/** @return mean time below half of the fall, s; NaN without blinks */
	public double meanHalfDuration() {
		return mean(halfDurations);
	}

	/** @return mean of the intervals, s; NaN with fewer than two blinks */
	public double meanInterval() {
		return mean(intervals);
	}

	/** @return median of the intervals, s; NaN with fewer than two blinks */
	public double medianInterval() {
		return new Median().evaluate(intervals.stream().mapToDouble(d -> d)
			.toArray());
	}

	/**
	 * @return standard deviation of the intervals over their mean: about 1 for
	 *         blinks at random, 0 for a metronome; NaN with fewer than three blinks
	 */
	public double intervalVariation() {
		if (intervals.size() < 2) return Double.NaN;
		final double mean = meanInterval();
		final double squares = values(intervals).map(d -> (d - mean) * (d - mean))
			.sum();
		return Math.sqrt(squares / (intervals.size() - 1)) / mean;
	}

	private static double mean(final List<Double> numbers) {
		return values(numbers).average().orElse(Double.NaN);
	}

	private static DoubleStream values(final List<Double> numbers) {
		return numbers.stream().mapToDouble(d -> d);
	}
}
