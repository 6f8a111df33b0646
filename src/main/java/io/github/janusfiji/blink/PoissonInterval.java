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

import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * The exact confidence interval of a Poisson mean (Garwood, "Fiducial limits
 * for the Poisson distribution", Biometrika 28, 1936): both ends are means under
 * which the count, or one further out, has a probability of 2.5 %.
 *
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
record PoissonInterval(double low, double high) {

	private static final double TAIL = 0.025;

	/**
	 * @param count how many events were counted, from 0
	 * @return the interval of their mean number
	 */
	static PoissonInterval of(final int count) {
		// The count is above n under a mean as often as the n-th event comes before it.
		return new PoissonInterval(count == 0 ? 0 : waiting(count, TAIL), waiting(
			count + 1, 1 - TAIL));
	}

	/** The time within which so many events come with a probability, at rate 1. */
	private static double waiting(final int events, final double probability) {
		return new GammaDistribution(null, events, 1).inverseCumulativeProbability(
			probability);
	}

	/**
	 * @param factor what every mean is multiplied with
	 * @return the interval of the product
	 */
	PoissonInterval times(final double factor) {
		return new PoissonInterval(low * factor, high * factor);
	}
}
