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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a training starts: with a new model, or with one that was begun.
 *
 * @param blueprint of the network
 * @param faces that it will learn
 * @param people the same, for the model's file
 * @param engine computes
 */
record ModelStart(Blueprint blueprint, TrainingPeople faces,
	List<ModelDescription.Person> people, Engine engine)
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
			base, people), network, new LossHistory(), new byte[0]);
	}

	/**
	 * @param model an existing file
	 * @return what it holds
	 * @throws IOException if it cannot be read, or was begun in another way
	 */
	ModelFile.State resume(final Path model) throws IOException {
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
		final var known = description.people();
		for (int i = 0; i < known.size(); i++)
			check(model, known, i);
		if (!(state.network() instanceof StyleNetwork network)) return state;
		final var all = people.size() > known.size() ? extended(state, network)
			: state;
		((StyleNetwork) all.network()).welcome(all.description().newcomers());
		return all;
	}

	private void check(final Path model,
		final List<ModelDescription.Person> known, final int i)
		throws InputException
	{
		final var was = known.get(i);
		if (i >= people.size() || !was.fingerprint().equals(people.get(i)
			.fingerprint()) || people.size() > known.size() && !isStyled())
			throw new InputException("The face model " + model +
				" was begun with other faces (" + names(known) +
				"): give the same face sets in the same order, or another file.");
		if (was.heldOut() != people.get(i).heldOut()) throw new InputException(
			"The face model " + model + " was begun by an earlier Janus, which kept " +
				"other faces back to judge by: begin another file.");
	}

	private boolean isStyled() {
		return blueprint instanceof ExpressionArchitecture e && e.isStyled();
	}

	private static String names(final List<ModelDescription.Person> known) {
		return IntStream.range(0, known.size()).mapToObj(i -> Side.values()[i] +
			" " + known.get(i).name()).collect(Collectors.joining(", "));
	}

	/** Newcomers begin as the base sees them, or as the mean person. */
	private ModelFile.State extended(final ModelFile.State state,
		final StyleNetwork network) throws IOException
	{
		final var description = state.description();
		final int known = description.people().size();
		final var all = new ArrayList<>(description.people());
		for (final var person : people.subList(known, people.size()))
			all.add(person.joining(description.iterations()));
		final var more = network.extended(all.size());
		if (description.base()) FaceBase.begin(more, faces, known);
		return new ModelFile.State(description.with(more.blueprint(), all), more,
			state.history(), state.preview());
	}
}
