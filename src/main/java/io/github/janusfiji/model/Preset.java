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
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network with the way it is trained.
 *
 * @param blueprint the network
 * @param schedule of its learning rate
 * @param clip greatest norm of all gradients together; 0 for no bound
 */
record Preset(Blueprint blueprint, Schedule schedule, double clip) {

	private static final Schedule FALLING = new Schedule(Schedule.Kind.COSINE, 100,
		0.4, 0.03);

	private static final Schedule STAGES = new Schedule(Schedule.Kind.STAGES, 0, 1,
		0);

	private static final List<Preset> ALL = List.of(new Preset(
		ExpressionArchitecture.LIGHT, FALLING, 1), new Preset(
			ExpressionArchitecture.LIGHT64, FALLING, 1), new Preset(
				ExpressionArchitecture.STYLE, FALLING, 1), new Preset(Architecture.LIGHT128, FALLING, 1), new Preset(
			Architecture.ORIGINAL, Schedule.CONSTANT, 0), new Preset(
				Architecture.H128, Schedule.CONSTANT, 0), new Preset(
					GanArchitecture.GAN, STAGES, 0), new Preset(GanArchitecture.GAN128,
						STAGES, 0), new Preset(FastArchitecture.FAST, FALLING, 1));

	/**
	 * @param people how many are to be learnt, at least two
	 * @return the network for so many
	 * @throws InputException if it knows no more than two
	 */
	Blueprint blueprint(final int people) throws InputException {
		if (blueprint instanceof ExpressionArchitecture e && e.isStyled()) {
			if (people > Side.MOST) throw new InputException("A face model knows up to " +
				Side.MOST + " people, not " + people + ": train several.");
			return e.forPeople(people);
		}
		if (people > Side.PAIR.size()) throw new InputException("The preset " +
			blueprint.preset() + " knows two people and " + people +
			" are given: choose the preset style, or leave the others out.");
		return blueprint;
	}

	/** @return all there are */
	static List<Preset> all() {
		return ALL;
	}

	/**
	 * @param name of a preset
	 * @return the preset
	 * @throws InputException if there is none
	 */
	static Preset named(final String name) throws InputException {
		return ALL.stream().filter(p -> p.blueprint.preset().equals(name))
			.findFirst().orElseThrow(() -> new InputException(
				"There is no preset '" + name + "' for face models: choose " + ALL
					.stream().map(p -> p.blueprint.preset()).collect(Collectors.joining(
						", ")) + "."));
	}
}
