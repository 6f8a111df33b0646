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

import java.util.Locale;

/**
 * Evidence in the number of blinks of a clip, and whether the clip is long
 * enough for any. Evidence, not a verdict: an unusual rate has many causes.
 *
 * @param activity what the person is taken to do
 * @param blinks found
 * @param seconds in which blinks could have been found
 * @param few probability that a person at random shows so few blinks or fewer
 * @param many probability that a person at random shows so many or more
 * @param logRatio decimal logarithm of how much more probable the number is for a
 *          face that hardly ever blinks than for a person at random
 * @param needed seconds that a clip without any blink has to last before its lack
 *          of blinks is unusual
 * @param sparseRate usual frame rate if it is too low to see blinks, frames/s;
 *          NaN if it is not
 */
public record RateEvidence(Activity activity, int blinks, double seconds,
	double few, double many, double logRatio, double needed,
	double sparseRate)
{

	/** Below this a number of blinks is called unusual; both sides together. */
	public static final double LEVEL = 0.01;

	/**
	 * Decimal logarithm of the ratio up to which a number of blinks is plainly that
	 * of people, however short the clip: a hundred times as probable.
	 */
	private static final double PLAIN = -2;

	/** What the numbers amount to. */
	public enum Finding {
			/** Most frames lie so far apart that blinks fall between them. */
			TOO_FEW_FRAMES,
			/** Few blinks, but so short that even none at all would be usual. */
			TOO_SHORT,
			/** Such numbers are found among people. */
			USUAL,
			/** Fewer blinks than nearly all people show. */
			UNUSUALLY_FEW,
			/** More blinks than nearly all people show. */
			UNUSUALLY_MANY
	}

	/**
	 * @param blinks found
	 * @param seconds in which they could have been found
	 * @param activity what the person does
	 * @return what that says
	 */
	public static RateEvidence of(final int blinks, final double seconds,
		final Activity activity)
	{
		return of(blinks, seconds, activity, Double.NaN);
	}

	/**
	 * @param blinks found
	 * @param seconds in which they could have been found
	 * @param activity what the person does
	 * @param sparseRate usual frame rate if it is too low to see blinks, frames/s;
	 *          NaN if it is not
	 * @return what that says
	 */
	static RateEvidence of(final int blinks, final double seconds,
		final Activity activity, final double sparseRate)
	{
		final var people = CountModel.of(activity);
		final double[] p = people.probabilities(seconds / 60, blinks);
		double few = 0;
		for (final double each : p) few += each;
		few = Math.min(1, few);
		final double other = CountModel.HARDLY_EVER.probabilities(seconds / 60,
			blinks)[blinks];
		return new RateEvidence(activity, blinks, seconds, few, Math.min(1, 1 - few +
			p[blinks]), Math.log10(other / p[blinks]), needed(people), sparseRate);
	}

	/** Bisects for the shortest time in which no blink is improbable enough. */
	private static double needed(final CountModel people) {
		double low = 0, high = 60;
		for (int i = 0; i < 60; i++) {
			final double middle = (low + high) / 2;
			if (people.probabilities(middle, 0)[0] >= LEVEL / 2) low = middle;
			else high = middle;
		}
		return 60 * high;
	}

	/** @return twice the smaller of both tails' probabilities, at most 1 */
	public double p() {
		return Math.min(1, 2 * Math.min(few, many));
	}

	/** @return what the numbers amount to */
	public Finding finding() {
		if (!Double.isNaN(sparseRate) && seconds < needed)
			return Finding.TOO_FEW_FRAMES;
		if (p() < LEVEL) return few < many ? Finding.UNUSUALLY_FEW
			: Finding.UNUSUALLY_MANY;
		return seconds < needed && logRatio > PLAIN ? Finding.TOO_SHORT
			: Finding.USUAL;
	}

	/** @return the finding in words, with its limits */
	public String sentence() {
		final String who = activity == Activity.UNKNOWN
			? "people at rest, in conversation or reading" : switch (activity) {
				case REST -> "people at rest";
				case CONVERSATION -> "people in conversation";
				default -> "people who read";
			};
		return switch (finding()) {
			case TOO_FEW_FRAMES -> String.format(Locale.ROOT,
				"Too few frames per second to judge: at %.1f frames/s blinks fall between the frames; give a clip of at least %.0f frames/s.",
				sparseRate, Math.floor(1 / ObservedTime.LONGEST_STEP) + 1);
			case TOO_SHORT -> String.format(Locale.ROOT,
				"Too short to say: blinks could be seen for %.0f s, and among %s even no blink at all is unusual only from %.0f s on (p = %.2g).",
				seconds, who, Math.ceil(needed), p());
			case USUAL -> String.format(Locale.ROOT,
				"Such a number of blinks is usual among %s (p = %.2g).", who, p());
			case UNUSUALLY_FEW -> String.format(Locale.ROOT,
				"Fewer blinks than nearly all %s show in %.0f s (p = %.2g); slow blinkers, staring and missed blinks are possible reasons, too.",
				who, seconds, p());
			case UNUSUALLY_MANY -> String.format(Locale.ROOT,
				"More blinks than nearly all %s show in %.0f s (p = %.2g); dry eyes, stress, bright light and false alarms are possible reasons.",
				who, seconds, p());
		};
	}
}
