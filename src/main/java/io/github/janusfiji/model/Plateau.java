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
package io.github.janusfiji.model;

/**
 * Whether the held-out error still falls: what {@link Schedule.Kind#PLATEAU} and
 * the end of a training go by. Kept in the model's file, so that a training that
 * is continued goes on as if it had never stopped.
 *
 * @param best least error so far; {@link Double#MAX_VALUE} before the first
 * @param bestAt iterations done then
 * @param cutAt iterations done when the rate was halved last
 * @param factor of the learning rate, halved by each plateau
 */
record Plateau(double best, int bestAt, int cutAt, double factor) {

	static final Plateau START = new Plateau(Double.MAX_VALUE, 0, 0, 1);

	/** An error that falls by less is noise of the few faces held out. */
	private static final double LEAST_FALL = 0.001;

	/** Iterations without a fall after which the rate is halved. */
	private static final int CUT_AFTER = 400;

	/**
	 * @param iteration steps done
	 * @param error on held-out faces
	 * @return the state with this judgement
	 */
	Plateau judged(final int iteration, final double error) {
		if (error < best * (1 - LEAST_FALL)) return new Plateau(error, iteration,
			cutAt, factor);
		return iteration - Math.max(bestAt, cutAt) >= CUT_AFTER ? new Plateau(best,
			bestAt, iteration, factor / 2) : this;
	}
}
