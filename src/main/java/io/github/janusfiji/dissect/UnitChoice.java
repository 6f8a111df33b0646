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
package io.github.janusfiji.dissect;

import io.github.janusfiji.model.ModelUnits;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which units are looked at closely: by layer, and by number or by the part that
 * they match best.
 *
 * @param layer its name; null for all
 * @param numbers of units; null if not chosen by number
 * @param part that they match best; null if not chosen by part
 */
record UnitChoice(String layer, BitSet numbers, Part part) {

	private static final String ALL = "all";

	/**
	 * @param layer a name, or {@code all}
	 * @param units {@code all}, a part's name, or numbers and ranges such as
	 *          {@code 3,17,40-45}
	 * @param layers of the model
	 * @return the choice
	 * @throws InputException if there is no such layer, unit or part
	 */
	static UnitChoice of(final String layer, final String units,
		final List<ModelUnits.Layer> layers) throws InputException
	{
		final String name = layer.strip();
		final boolean every = name.equals(ALL);
		if (!every && layers.stream().noneMatch(l -> l.name().equals(name)))
			throw new InputException("There is no layer '" + name +
				"' in this model: choose all, " + layers.stream().map(
					ModelUnits.Layer::name).collect(Collectors.joining(", ")) + ".");
		final String chosen = units.strip();
		if (chosen.equals(ALL)) return new UnitChoice(every ? null : name, null,
			null);
		if (!Character.isDigit(chosen.isEmpty() ? ' ' : chosen.charAt(0)))
			return new UnitChoice(every ? null : name, null, part(chosen));
		if (every) throw new InputException(
			"Units are counted in each layer: give 'layer' one of " + layers.stream()
				.map(ModelUnits.Layer::name).collect(Collectors.joining(", ")) +
				" with the numbers.");
		final int most = layers.stream().filter(l -> l.name().equals(name))
			.mapToInt(ModelUnits.Layer::units).findFirst().orElseThrow();
		return new UnitChoice(name, numbers(chosen, most, name), null);
	}

	private static Part part(final String name) throws InputException {
		if (Arrays.stream(Part.values()).noneMatch(p -> Choice.label(p).equals(
			name))) throw new InputException("There are no units '" + name +
				"': give all, numbers such as 3,17,40-45, or a part: " + Arrays.stream(
					Part.values()).map(Choice::label).collect(Collectors.joining(
						", ")) + ".");
		return Choice.of(Part.class, "part", name);
	}

	private static BitSet numbers(final String text, final int most,
		final String layer) throws InputException
	{
		final var numbers = new BitSet();
		for (final String piece : text.split(",")) {
			final String range = piece.strip();
			if (!range.matches("\\d{1,6}(-\\d{1,6})?")) throw new InputException(
				"'" + range + "' names no units: give numbers such as 3,17,40-45.");
			final String[] ends = range.split("-");
			final int from = Integer.parseInt(ends[0]);
			final int to = Integer.parseInt(ends[ends.length - 1]);
			if (from > to || to >= most) throw new InputException("There are no units " +
				range + " in " + layer + ": give numbers from 0 to " + (most - 1) +
				".");
			numbers.set(from, to + 1);
		}
		return numbers;
	}

	/**
	 * @param unit any
	 * @return whether it is chosen
	 */
	boolean has(final UnitFindings unit) {
		return (layer == null || layer.equals(unit.unit().layer())) &&
			(numbers == null || numbers.get(unit.unit().number())) &&
			(part == null || part == unit.concept());
	}
}
