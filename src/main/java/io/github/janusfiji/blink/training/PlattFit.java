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
package io.github.janusfiji.blink.training;

/**
 * Fits the probability of "closed" to marked frames: a logistic function of the
 * openness (Platt, "Probabilistic Outputs for Support Vector Machines", 1999),
 * by Newton's method, with his targets that keep it finite where the classes are
 * apart.
 *
 * @param slope of the log-odds per unit of openness
 * @param offset log-odds at openness 0
 */
record PlattFit(double slope, double offset) {

	private static final int ITERATIONS = 100;

	/** Of the slope, so that few frames cannot make it infinite. */
	private static final double RIDGE = 1e-3;

	/**
	 * @param openness of frames
	 * @param closed whether the eyes are closed in them; both states occur
	 * @return the best fit
	 */
	static PlattFit fit(final double[] openness, final boolean[] closed) {
		int positives = 0;
		for (final boolean c : closed) if (c) positives++;
		final double high = (positives + 1.0) / (positives + 2);
		final double low = 1.0 / (closed.length - positives + 2);
		double slope = 0;
		double offset = Math.log((positives + 1.0) / (closed.length - positives +
			1));
		for (int k = 0; k < ITERATIONS; k++) {
			double gs = RIDGE * slope, go = 0, hss = RIDGE, hso = 0, hoo = 1e-9;
			for (int i = 0; i < closed.length; i++) {
				final double p = probability(slope, offset, openness[i]);
				final double error = p - (closed[i] ? high : low), w = p * (1 - p);
				gs += error * openness[i];
				go += error;
				hss += w * openness[i] * openness[i];
				hso += w * openness[i];
				hoo += w;
			}
			final double determinant = hss * hoo - hso * hso;
			final double ds = (hoo * gs - hso * go) / determinant;
			final double dO = (hss * go - hso * gs) / determinant;
			// Half a step at most of what could overshoot.
			final double brake = Math.min(1, 5 / Math.max(Math.abs(ds), Math.abs(dO)));
			slope -= brake * ds;
			offset -= brake * dO;
			if (Math.abs(ds) + Math.abs(dO) < 1e-9) break;
		}
		return new PlattFit(slope, offset);
	}

	private static double probability(final double slope, final double offset,
		final double openness)
	{
		return 1 / (1 + Math.exp(-offset - slope * openness));
	}
}
