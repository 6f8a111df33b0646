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

/**
 * How many blinks are found in a clip whose person is drawn at random from a
 * population. A person's blinks are a Poisson process whose rate is
 * gamma-distributed over people, so the number of blinks is negative binomial
 * (Greenwood and Yule 1920); the detector misses some and adds some.
 */
final class CountModel {

	/**
	 * Share of blinks that are found: of an earlier detector on all seven marked
	 * clips, kept because it is more cautious than that of the present one
	 * (docs/blink.md, "What a number of blinks says").
	 */
	static final double RECALL = 0.96;

	/**
	 * Found where nobody marked a blink, per minute: 2 in 3.8 minutes, by the same
	 * detector on the same clips.
	 */
	static final double FALSE_ALARMS = 0.5;

	/**
	 * People among whom rates are gamma-distributed.
	 *
	 * @param mean blinks/min
	 * @param spread standard deviation over the mean
	 */
	record Population(double mean, double spread) {}

	/**
	 * The alternative: a face that hardly ever blinks, at 1 per minute in the
	 * mean, exponentially distributed. Of nearly nothing up to what slow readers
	 * do, everything is possible, so that it does not win by being narrow.
	 */
	static final CountModel HARDLY_EVER = new CountModel(List.of(new Population(1,
		1)));

	private final List<Population> parts;

	private CountModel(final List<Population> parts) {
		this.parts = parts;
	}

	/**
	 * @param activity what the person does
	 * @return the population of people who do it
	 */
	static CountModel of(final Activity activity) {
		return new CountModel(activity.possible().stream().map(a -> new Population(a
			.mean(), a.spread())).toList());
	}

	/**
	 * @param minutes observed
	 * @param most highest number of blinks wanted
	 * @return the probabilities of 0 to {@code most} found blinks
	 */
	double[] probabilities(final double minutes, final int most) {
		final double[] real = new double[most + 1];
		for (final Population p : parts) {
			final double shape = 1 / (p.spread * p.spread);
			final double expected = RECALL * p.mean * minutes;
			final double success = expected / (shape + expected);
			double log = shape * Math.log(shape / (shape + expected));
			for (int k = 0; k <= most; k++) {
				real[k] += Math.exp(log) / parts.size();
				log += Math.log((k + shape) / (k + 1) * success);
			}
		}
		return withFalseAlarms(real, FALSE_ALARMS * minutes);
	}

	/** The sum of two independent counts, the second one Poisson's. */
	private static double[] withFalseAlarms(final double[] real,
		final double expected)
	{
		final double[] sum = new double[real.length];
		double log = -expected;
		for (int j = 0; j < real.length; j++) {
			final double p = Math.exp(log);
			for (int k = j; k < sum.length; k++) sum[k] += p * real[k - j];
			log += Math.log(expected / (j + 1));
			if (j > expected && p < 1e-18) break;
		}
		return sum;
	}
}
