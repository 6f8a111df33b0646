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

import io.github.janusfiji.task.InputException;

/**
 * How the learning rate goes over a training, as a factor of the model's rate.
 * It begins with a linear warm-up (Goyal et al. 2017, "Accurate, large minibatch
 * SGD", section 2.2), because Adam's second moments are poor at first.
 *
 * @param kind what follows the warm-up
 * @param warmUp steps over which the rate rises; 0 for none
 * @param hold share of the run after which {@link Kind#COSINE} begins to fall, 0
 *          to 1
 * @param floor least factor, 0 to 1
 */
record Schedule(Kind kind, int warmUp, double hold, double floor) {

	/** Decay of the rate after the warm-up. */
	enum Kind {
		/** The rate stays: the recipe of 2017. */
		CONSTANT,
		/**
		 * Half a cosine (Loshchilov and Hutter 2017, "SGDR", equation 5) over what
		 * remains of the run after {@link Schedule#hold}. A run without a limit
		 * keeps the rate.
		 */
		COSINE,
		/**
		 * A third from two thirds of the run on, a tenth in its last tenth:
		 * shaoanlu/faceswap-GAN's, see {@link GanObjectives}.
		 */
		STAGES,
		/** Halved whenever the held-out error stops falling: {@link Plateau}. */
		PLATEAU
	}

	/** The rate stays from the first step on. */
	static final Schedule CONSTANT = new Schedule(Kind.CONSTANT, 0, 1, 1);

	private static final int WARM_UP = 100;

	/**
	 * @param name {@code preset}, {@code constant}, {@code cosine} or
	 *          {@code plateau}
	 * @param preset what {@code preset} stands for
	 * @return the schedule
	 * @throws InputException if there is none of this name
	 */
	static Schedule named(final String name, final Schedule preset)
		throws InputException
	{
		return switch (name) {
			case "preset" -> preset;
			case "constant" -> CONSTANT;
			case "cosine" -> new Schedule(Kind.COSINE, WARM_UP, 0, 0.02);
			case "plateau" -> new Schedule(Kind.PLATEAU, WARM_UP, 1, 0.02);
			default -> throw new InputException("There is no schedule '" + name +
				"' for the learning rate: choose preset, constant, cosine or plateau.");
		};
	}

	/**
	 * @param iteration steps done
	 * @param share of the run that is done, 0 to 1; 0 if it has no limit
	 * @param plateau state of the held-out error
	 * @return what to multiply the model's learning rate by, &gt; 0
	 */
	double factor(final int iteration, final double share,
		final Plateau plateau)
	{
		final double warm = iteration >= warmUp ? 1 : (iteration + 1.0) / warmUp;
		return warm * switch (kind) {
			case CONSTANT -> 1;
			case COSINE -> share <= hold ? 1 : floor + (1 - floor) * (1 + Math.cos(
				Math.PI * Math.min(1, (share - hold) / (1 - hold)))) / 2;
			case STAGES -> share < 2 / 3. ? 1 : share < 0.9 ? 0.3 : 0.1;
			case PLATEAU -> Math.max(floor, plateau.factor());
		};
	}
}
