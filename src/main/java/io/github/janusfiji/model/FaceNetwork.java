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

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.LayerObserver;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.List;

/** A network that paints the faces of two people, and can be trained to. */
interface FaceNetwork {

	/**
	 * What one step found, before it moved the weights.
	 *
	 * @param a mean absolute error of the first person, 0 to 1
	 * @param b of the second
	 * @param generator sum of all other losses of what paints, both people; NaN if
	 *          there are none
	 * @param discriminator loss of what tells painted faces from real ones, both
	 *          people; NaN if there is none
	 * @param norm Euclidean norm of all gradients together, before clipping; not
	 *          finite if the step was left out because they were not
	 */
	record Losses(double a, double b, double generator, double discriminator,
		double norm)
	{
		/** @return whether every loss and gradient is a finite number */
		boolean isFinite() {
			return Double.isFinite(a + b + norm) && !Double.isInfinite(generator +
				discriminator);
		}
	}

	/**
	 * How a step moves the weights.
	 *
	 * @param optimiser Adam's settings, at the rate of this step
	 * @param number steps done before
	 * @param clip greatest norm of all gradients together; longer ones are
	 *          shortened to it (Pascanu et al. 2013, section 3.2); 0 for no bound
	 * @param share of the run that is done, 0 to 1; 0 if it has no limit
	 */
	record Step(Adam optimiser, int number, double clip,
		double share)
	{}

	/** @return its shape */
	Blueprint blueprint();

	/** @return the engine that computes it */
	Engine engine();

	/** @return all parameters, in a fixed order */
	List<Parameter> parameters();

	/**
	 * One step on one minibatch. If a gradient is not finite, no weight moves.
	 *
	 * @param pair 2N faces, N of A, then N of B
	 * @param step how
	 * @return losses before the step
	 */
	Losses step(BatchFeeder.Pair pair, Step step);

	/**
	 * @param faces what it reads of N faces
	 * @param as whose decoder
	 * @param result N×3×H×W, 0 to 1; overwritten
	 */
	default void decode(final NetworkInput faces, final Side as,
		final ImageBatch result)
	{
		decode(faces, as, result, LayerObserver.NONE);
	}

	/**
	 * @param faces what it reads of N faces
	 * @param as whose decoder
	 * @param result N×3×H×W, 0 to 1; overwritten
	 * @param observer sees what each doubling computes, and may change it
	 */
	void decode(NetworkInput faces, Side as, ImageBatch result,
		LayerObserver observer);

	/**
	 * @param faces N×3×H×W, 0 to 1, of a network that reads nothing else
	 * @param as whose decoder
	 * @param result the same extents; overwritten
	 */
	default void decode(final ImageBatch faces, final Side as,
		final ImageBatch result)
	{
		decode(new NetworkInput(faces), as, result);
	}

	/** @return whether it learns a mask beside the face */
	default boolean hasMask() {
		return false;
	}

	/**
	 * The mask that some networks learn beside the face.
	 *
	 * @param faces N×3×H×W, 0 to 1
	 * @param as whose decoder
	 * @param result N×1×H×W; overwritten with the share of the painted face, 0 to 1
	 * @return whether the network has a mask; false leaves the result as it is
	 */
	default boolean mask(final ImageBatch faces, final Side as,
		final ImageBatch result)
	{
		return false;
	}
}
