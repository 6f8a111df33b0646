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
import java.util.List;

/** The shape of a network and what belongs to it, written into its file. */
sealed interface Blueprint permits Architecture, ExpressionArchitecture,
	FastArchitecture, GanArchitecture
{

	/** @return its name */
	String preset();

	/** @return width and height of the faces read and written, px */
	int size();

	/** @return width and height of the pictures its encoder reads, px */
	default int inputSize() {
		return size();
	}

	/** @return number of {@link FaceCues} read beside each picture; 0 for none */
	default int cues() {
		return 0;
	}

	/** @return whether one decoder paints everybody, from another picture of them */
	default boolean isForEverybody() {
		return false;
	}

	/** @return whose faces it paints */
	default List<Side> sides() {
		return isForEverybody() ? List.of(Side.A) : Side.PAIR;
	}

	/** @return faces of each person in a step, unless the user says otherwise */
	default int batch() {
		return 16;
	}

	/** @return pixels of a crop in memory per pixel of the network's picture */
	default double cropPixels() {
		return 1.5;
	}

	/** @return share of a face crop's width that the network sees, 0 to 1 */
	double coverage();

	/**
	 * @return how much the colours of the warped input are changed at most, see
	 *         {@link Augmentation}; 0 for not at all
	 */
	double tint();

	/** @return how much faces are moved before they are shown to it */
	MotionRange range();

	/** @return Adam's settings for what paints */
	Adam optimiser();

	/** @return the losses in words, for the model's file */
	String loss();

	/**
	 * @return numbers that one face leaves in memory on its way through the
	 *         network, without gradients
	 */
	long activations();
}
