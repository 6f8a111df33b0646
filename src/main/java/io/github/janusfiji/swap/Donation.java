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

import io.github.janusfiji.task.InputException;
import java.util.HashSet;
import java.util.List;

/**
 * Who gets whose face in a swap without training.
 *
 * @param person whose face is replaced: a number from 1
 * @param donor whose face is put in
 */
public record Donation(int person, DonorFaces donor) {

	/** Lift of the mask over the brows: those that are there must not be seen. */
	private static final double LIFT = 1.3;

	/**
	 * @return what puts the faces in
	 * @throws InputException if an option is wrong, the mask is one that only
	 *           networks have, or a person is in the list twice
	 */
	static FaceCompositor compositor(final List<Donation> all,
		final FaceSwapper.Options options) throws InputException
	{
		final FaceCompositor usual = options.compositor();
		if (usual.settings().shape().isLearned())
			throw new InputException("The mask " + options.mask() +
				" belongs to a trained model: with method graphics, choose the mask" +
				" hull or extended.");
		final var persons = new HashSet<Integer>();
		for (final Donation d : all)
			if (!persons.add(d.person)) throw new InputException("Person " +
				d.person + " is given two faces: name each person once.");
		return usual.with(usual.settings().lifted(LIFT));
	}
}
