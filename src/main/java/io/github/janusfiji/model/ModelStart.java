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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a training starts: with a new model, or with one that was begun.
 *
 * @param blueprint of the network
 * @param faces that it will learn
 * @param a the first person, for the model's file
 * @param b the second
 * @param engine computes
 */
record ModelStart(Blueprint blueprint, TrainingPair faces,
	ModelDescription.Person a, ModelDescription.Person b, Engine engine)
{

	/**
	 * @param options the seed, and whether to begin from the base
	 * @return a new model
	 * @throws IOException if the base does not fit
	 */
	ModelFile.State begin(final TrainingOptions options) throws IOException {
		final var network = FaceNetworks.fresh(blueprint, engine, options.seed());
		final boolean base = options.tuning().base() && FaceBase.exists(blueprint);
		if (base) FaceBase.apply(network, faces);
		return new ModelFile.State(ModelDescription.begin(blueprint, options.seed(),
			base, a, b), network, new LossHistory(), new byte[0]);
	}

	/**
	 * @param model an existing file
	 * @return what it holds
	 * @throws InputException if it cannot be read, or was begun in another way
	 */
	ModelFile.State resume(final Path model) throws InputException {
		final var state = ModelFile.read(model, engine, true);
		final var description = state.description();
		final String preset = description.blueprint().preset();
		if (!preset.equals(blueprint.preset())) throw new InputException(
			"The face model " + model + " was begun with the preset " + preset +
				", not " + blueprint.preset() +
				": choose that preset or another file.");
		if (description.blueprint().getClass() != blueprint.getClass())
			throw new InputException("The face model " + model + " was begun by an " +
				"earlier Janus with another network of the name " + preset +
				": swap with it as it is, or begin another file to train.");
		if (!description.a().fingerprint().equals(a.fingerprint()) || !description
			.b().fingerprint().equals(b.fingerprint())) throw new InputException(
				"The face model " + model + " was begun with other faces (A " +
					description.a().name() + ", B " + description.b().name() +
					"): give the same face sets in the same order, or another file.");
		if (description.a().heldOut() != a.heldOut() || description.b()
			.heldOut() != b.heldOut()) throw new InputException("The face model " +
				model + " was begun by an earlier Janus, which kept other faces back " +
				"to judge by: begin another file.");
		return state;
	}
}
