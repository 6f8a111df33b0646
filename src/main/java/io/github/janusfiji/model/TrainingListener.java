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

/** Listener to a training; called on the training thread. */
public interface TrainingListener {

	/** Hears nothing. */
	TrainingListener NONE = new TrainingListener() {};

	/**
	 * A judgement of an earlier run of a model that is continued; all of them come
	 * before everything else, the oldest first.
	 *
	 * @param iteration joint steps done
	 * @param trained mean absolute errors of A and B before it, 0 to 1, or NaN
	 * @param heldOut the same on held-out faces
	 */
	default void earlier(final int iteration, final double[] trained,
		final double[] heldOut)
	{}

	/**
	 * @param iteration joint steps done
	 * @param lossA mean absolute error of person A since the last call, 0 to 1
	 * @param lossB the same of person B
	 */
	default void trained(final int iteration, final double lossA,
		final double lossB)
	{}

	/**
	 * @param iteration joint steps done
	 * @param lossA mean absolute error on held-out faces of person A
	 * @param lossB the same of person B
	 */
	default void validated(final int iteration, final double lossA,
		final double lossB)
	{}

	/**
	 * Only of networks with a discriminator.
	 *
	 * @param iteration joint steps done
	 * @param generator adversarial and all other losses of what paints, but for
	 *          the mean absolute error, since the last call
	 * @param discriminator loss of what tells painted faces from real ones
	 */
	default void adversaries(final int iteration, final double generator,
		final double discriminator)
	{}

	/**
	 * Only of presets that know the faces' landmarks: {@code light} and
	 * {@code light64}; at each save.
	 *
	 * @param iteration joint steps done
	 * @param foundA share of person A's held-out faces, painted as B's, in which
	 *          Janus finds a face, 0 to 1
	 * @param foundB the same of B's, painted as A's
	 */
	default void swapped(final int iteration, final double foundA,
		final double foundB)
	{}

	/** @param sentence something the user should know, such as a halved batch */
	default void notice(final String sentence) {}

	/**
	 * After the first step of a run and after each judgement.
	 *
	 * @param iteration joint steps done
	 * @param width px
	 * @param height px
	 * @param argb rows of faces: original, own reconstruction, swap; person A on
	 *          the left, B on the right
	 */
	default void preview(final int iteration, final int width,
		final int height, final int[] argb)
	{}
}
