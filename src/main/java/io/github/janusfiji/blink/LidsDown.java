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

/**
 * Tells lids that are lowered because the eyes look down from eyes that are shut.
 * Pictures of the size that videos have hardly tell: the landmarks of the lower
 * lids do not differ measurably. What helps is what people do. Looking down often
 * comes with a nod; and eyes shut for longer than half a second are rare among
 * awake people (0.2 % of blinks, Ousler et al. 2014), longer than a second rarer
 * still, while looks at notes or keys last seconds.
 */
final class LidsDown {

	/** Length at which neither is more probable, s, and how fast that changes. */
	private static final double EVEN = 0.8, PER_DOUBLING = 1;

	/** What a degree of nodding adds, and the most it counts, degrees. */
	private static final double PER_DEGREE = 0.3, MOST_DEGREES = 10;

	/** What lids add that do not quite cover the eyes. */
	private static final double NOT_SHUT = 0.7;

	private LidsDown() {}

	/**
	 * @param seconds how long the lids were down
	 * @param openness median of that time, 0 to 1
	 * @param pitchChange of the head against shortly before, degrees; negative
	 *          downwards
	 * @return probability that the eyes looked down, 0 to 1
	 */
	static double probabilityOfLookDown(final double seconds,
		final double openness, final double pitchChange)
	{
		final double nod = Math.max(0, Math.min(MOST_DEGREES, -pitchChange));
		final double odds = PER_DOUBLING * Math.log(seconds / EVEN) / Math
			.log(2) + PER_DEGREE * nod + (openness > Blink.SHUT ? NOT_SHUT : 0);
		return 1 / (1 + Math.exp(-odds));
	}
}
