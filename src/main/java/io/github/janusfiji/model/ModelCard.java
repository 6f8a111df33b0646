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
import java.nio.file.Path;
import java.util.List;

/**
 * Description of a model in its file, read without its weights.
 *
 * @param people names of the clips that each person's faces are from, in order
 * @param hasMask whether the model has learnt what to cover
 * @param iterations training steps done
 */
public record ModelCard(List<String> people, boolean hasMask, int iterations) {

	/** Copies the list. */
	public ModelCard {
		people = List.copyOf(people);
	}


	/**
	 * @param file a {@code .janus} file
	 * @return its card; takes a moment only
	 * @throws InputException if it is missing, damaged or of an unknown kind
	 */
	public static ModelCard read(final Path file) throws InputException {
		final ModelDescription model = ModelFile.describe(file);
		return new ModelCard(model.people().stream().map(
			ModelDescription.Person::name).toList(), model.gan() != null, model
				.iterations());
	}

	/**
	 * @param side one of the people it knows
	 * @return name of the clip that the person's faces are from
	 */
	public String name(final Side side) {
		return people.get(side.ordinal());
	}
}
