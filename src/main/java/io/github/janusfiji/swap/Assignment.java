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
package io.github.janusfiji.swap;

import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.InputException;
import java.util.HashSet;
import java.util.List;

/**
 * Who gets whose face.
 *
 * @param person whose face is replaced: a number from 1
 * @param model the two people; stays the caller's to close, and may serve
 *          several assignments
 * @param into whose face of the model is put in
 */
public record Assignment(int person, FaceModel model, Side into) {

	/**
	 * @param masks whether the model's own mask is wanted
	 * @throws InputException if the model does not paint that face, or has no mask
	 */
	void check(final boolean masks) throws InputException {
		if (!model.paints(into)) throw new InputException("This model paints " +
			(model.people() == 1 ? "one person only: choose A" : "A to " + Side.first(
				model.people()).get(model.people() - 1) + ": choose one of them") +
			" for the face to put in.");
		if (masks && !model.hasMask()) throw new InputException(
			"This model has learnt no mask, as only adversarial models do: choose" +
				" the mask hull or extended.");
	}

	/** @throws InputException if a person is in the list twice */
	static void check(final List<Assignment> all) throws InputException {
		final var persons = new HashSet<Integer>();
		for (final Assignment a : all)
			if (!persons.add(a.person)) throw new InputException("Person " +
				a.person + " is given two faces: name each person once.");
	}
}
