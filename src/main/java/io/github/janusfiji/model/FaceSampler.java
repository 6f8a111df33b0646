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

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/** Turns faces in memory into what a network reads and is to paint. */
interface FaceSampler {

	/**
	 * A minibatch's places for one face.
	 *
	 * @param input C×h×w picture for the encoder
	 * @param target 3×H×W picture to paint, 0 to 1
	 * @param weights 3×H×W of the target's errors, or null
	 * @param cues of a network that reads {@link FaceCues}, or null
	 * @param likeness another picture of the person, of a network that learns
	 *          everybody, or null
	 */
	record Places(FloatBuffer input, FloatBuffer target, FloatBuffer weights,
		FloatBuffer cues, FloatBuffer likeness)
	{}

	/**
	 * Changes a face at random.
	 *
	 * @param face the crop
	 * @param likeness another of the same person; the same if there is no other
	 * @param random decides
	 * @param warped whether the input is warped, or shows what the target does
	 * @param to overwritten
	 */
	void pair(TrainingCrop face, TrainingCrop likeness,
		RandomGenerator random, boolean warped, Places to);

	/**
	 * Leaves a face as it is.
	 *
	 * @param face the crop
	 * @param to overwritten; likeness with the face itself
	 */
	void plain(TrainingCrop face, Places to);
}
