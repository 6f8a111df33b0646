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
package io.github.janusfiji.dialog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.scijava.module.ModuleInfo;

/**
 * Where a command's parameters stand in its dialog. {@code layout.properties}
 * beside this class says it for all commands, one line a section:
 *
 * <pre>
 * SwapFaces.look = mask colour blend +grow +feather
 * SwapFaces.donor.when = method=graphics
 * </pre>
 *
 * A {@code +} puts a parameter behind "More", a {@code *} after its name marks it
 * as required. {@code when} names what another parameter must be for this one to
 * count: a word, several with {@code |} between them, or nothing for an empty
 * field. {@code or} names the parameter that does as well as a required one, or, as
 * {@code name=value}, what another parameter must be for it not to be required.
 *
 * @param sections in order
 */
record DialogLayout(List<Section> sections) {

	private static final Properties ALL = Resource.properties(
		"layout.properties");

	/**
	 * Parameters under one heading.
	 *
	 * @param name key of the heading; empty for none
	 * @param places in order
	 */
	record Section(String name, List<Place> places) {}

	/**
	 * One parameter's place.
	 *
	 * @param name of the parameter
	 * @param more whether it stands behind "More"
	 * @param required whether the command cannot do without it
	 * @param when what it depends on
	 * @param or parameters each of which does as well, if required
	 */
	record Place(String name, boolean more, boolean required,
		List<Condition> when, List<String> or)
	{}

	/**
	 * What another parameter must be.
	 *
	 * @param name of the other parameter
	 * @param values any of which it must have; an empty one is an empty field
	 */
	record Condition(String name, List<String> values) {

		static Condition parse(final String text) {
			final String[] parts = text.split("=", 2);
			return new Condition(parts[0].strip(), List.of(parts[1].strip().split(
				"\\|", -1)));
		}
	}

	/**
	 * @param info a command
	 * @param names of the parameters to lay out; those that the file does not name
	 *          come last, under no heading
	 * @return their places
	 */
	static DialogLayout of(final ModuleInfo info, final List<String> names) {
		final String command = Words.name(info);
		final var left = new ArrayList<>(names);
		final var sections = new ArrayList<Section>();
		for (final String section : words(command + ".sections")) {
			final var places = new ArrayList<Place>();
			for (final String text : words(command + "." + section)) {
				final Place place = place(command, text);
				if (left.remove(place.name)) places.add(place);
			}
			if (!places.isEmpty()) sections.add(new Section(section, places));
		}
		if (!left.isEmpty()) sections.add(new Section("", left.stream().map(
			name -> place(command, name)).toList()));
		return new DialogLayout(sections);
	}

	/**
	 * @param info a command
	 * @return the parameters that the file places
	 */
	static Set<String> placed(final ModuleInfo info) {
		final String command = Words.name(info);
		final var placed = new HashSet<String>();
		for (final String section : words(command + ".sections"))
			for (final String text : words(command + "." + section))
				placed.add(place(command, text).name);
		return placed;
	}

	private static Place place(final String command, final String text) {
		final String name = text.replaceAll("[+*]", "");
		return new Place(name, text.startsWith("+"), text.endsWith("*"), words(
			command + "." + name + ".when").stream().map(Condition::parse).toList(),
			words(command + "." + name + ".or"));
	}

	private static List<String> words(final String key) {
		final String value = ALL.getProperty(key, "").strip();
		return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
	}
}
