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

/** When a run of training ends, and how much of it is done. */
final class RunLimits {

	private final TrainingOptions options;
	private final long began = System.nanoTime();
	private final int first;

	/**
	 * @param options what the user wishes
	 * @param first steps done before this run
	 */
	RunLimits(final TrainingOptions options, final int first) {
		this.options = options;
		this.first = first;
	}

	/** @return since the run began, s */
	double seconds() {
		return (System.nanoTime() - began) / 1e9;
	}

	/**
	 * @param iteration steps done, over all runs
	 * @return how much of the run is done, 0 to 1; 0 if it has no limit. With a
	 *         limit on iterations alone it depends on nothing else
	 */
	double share(final int iteration) {
		final double steps = options.iterations() > 0 ? (double) iteration / options
			.iterations() : 0;
		final double time = options.minutes() > 0 ? seconds() / (60 * options
			.minutes()) : 0;
		return Math.min(1, Math.max(steps, time));
	}

	/**
	 * @param iteration steps done, over all runs
	 * @return whether its input is warped, or shown as it is
	 */
	boolean isWarped(final int iteration) {
		return share(iteration) <= 1 - options.tuning().unwarped();
	}

	/**
	 * @param iteration steps done, over all runs
	 * @param plateau how the held-out error went
	 * @return whether the run is over
	 */
	boolean isOver(final int iteration, final Plateau plateau) {
		final int patience = options.tuning().patience();
		return options.iterations() > 0 && iteration >= options.iterations() ||
			options.minutes() > 0 && seconds() >= 60 * options.minutes() ||
			patience > 0 && iteration - Math.max(first, plateau
				.bestAt()) >= patience;
	}
}
