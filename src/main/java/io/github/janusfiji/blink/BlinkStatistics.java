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

import io.github.janusfiji.blink.BlinkAnalysis.Blink;
import io.github.janusfiji.blink.BlinkAnalysis.EyeState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers that sum up a clip's blinks, beside published ones of people who
 * blink: evidence to be read by a person, not a verdict.
 *
 * @param blinks how many
 * @param secondsSeen time in which the eyes were seen, s
 * @param perMinute blinks per minute of that time
 * @param meanDuration s; NaN without blinks
 * @param intervals from each blink's peak to the next one's, s; intervals in
 *          which the eyes were out of sight count as well
 */
public record BlinkStatistics(int blinks, double secondsSeen,
	double perMinute, double meanDuration, List<Double> intervals)
{

	/**
	 * Blinks per minute of 150 healthy people at rest, in conversation and while
	 * reading: Bentivoglio et al., "Analysis of blink rate patterns in normal
	 * subjects", Movement Disorders 12(6), 1997.
	 */
	public static final double REST = 17, CONVERSATION = 26, READING = 4.5;

	/**
	 * Usual duration of a blink, s: Schiffman, "Sensation and Perception: An
	 * Integrated Approach", 5th edition, 2001.
	 */
	public static final double SHORTEST = 0.1, LONGEST = 0.4;

	/** Takes a copy. */
	public BlinkStatistics {
		intervals = List.copyOf(intervals);
	}

	/**
	 * @param analysis what was measured
	 * @return its statistics
	 */
	public static BlinkStatistics of(final BlinkAnalysis analysis) {
		final List<Blink> blinks = analysis.blinks();
		final double rate = analysis.frameRate();
		final var times = analysis.eyes().stream().collect(Collectors
			.toMap(EyeState::frame, EyeState::time));
		final List<Double> intervals = IntStream.range(1, blinks.size()).mapToObj(
			i -> times.get(blinks.get(i).peak()) - times.get(blinks.get(i - 1)
				.peak())).toList();
		return new BlinkStatistics(blinks.size(), analysis.eyes().size() / rate,
			analysis.blinksPerMinute(), blinks.stream().mapToDouble(Blink::duration)
				.average().orElse(Double.NaN), intervals);
	}

	/** @return mean of the intervals, s; NaN with fewer than two blinks */
	public double meanInterval() {
		return intervals.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
	}
}
