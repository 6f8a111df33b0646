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
package io.github.janusfiji.command;

import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.swap.Assignment;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Further persons of a swap as a macro writes them: {@code 2:A; 3:B:pair.janus}.
 *
 * @param entries in the order written
 */
record OtherPersons(List<Entry> entries) {

	/**
	 * @param person number, from 1
	 * @param into whose face is put in
	 * @param model a {@code .janus} file; nothing for the swap's own
	 */
	record Entry(int person, Side into, Optional<Path> model) {}

	/** Opens models; whoever opens them closes them. */
	@FunctionalInterface
	interface Models {

		/**
		 * @param file a {@code .janus} file
		 * @return the model; the same for the same file
		 * @throws IOException if it cannot be read
		 */
		FaceModel open(Path file) throws IOException;
	}

	/**
	 * @param text persons separated by semicolons, each
	 *          {@code number:face[:model]}; may be empty
	 * @return what it says
	 * @throws InputException if it cannot be understood
	 */
	static OtherPersons parse(final String text) throws InputException {
		final var entries = new ArrayList<Entry>();
		for (final String part : String.valueOf(text).split(";"))
			if (!part.isBlank()) entries.add(entry(part.strip()));
		return new OtherPersons(List.copyOf(entries));
	}

	private static Entry entry(final String text) throws InputException {
		// A path may hold colons, too, so it comes last.
		final String[] parts = Arrays.stream(text.split(":", 3)).map(
			String::strip).toArray(String[]::new);
		if (parts.length < 2 || !parts[0].matches("[1-9][0-9]{0,5}") || !parts[1]
			.matches("[A-Za-z]") || parts.length == 3 && parts[2].isEmpty())
			throw new InputException("'others' does not understand '" + text +
				"': write person:face or person:face:model, such as 2:A or" +
				" 2:A:pair.janus, with ; between persons.");
		return new Entry(Integer.parseInt(parts[0]), Side.valueOf(parts[1]
			.toUpperCase(Locale.ROOT)), parts.length == 3 ? Optional.of(path(
				parts[2])) : Optional.empty());
	}

	private static Path path(final String text) throws InputException {
		try {
			return Path.of(text);
		}
		catch (final InvalidPathException e) {
			throw new InputException("'others' names a model '" + text +
				"', which cannot be a file's name here: write the path of a .janus" +
				" file.", e);
		}
	}

	/**
	 * @param own the swap's own model
	 * @param models opens the others
	 * @return the persons with their models
	 * @throws IOException if a model cannot be read
	 */
	List<Assignment> assigned(final FaceModel own, final Models models)
		throws IOException
	{
		final var all = new ArrayList<Assignment>();
		for (final Entry e : entries)
			all.add(new Assignment(e.person, e.model.isEmpty() ? own : models.open(
				e.model.get()), e.into));
		return all;
	}
}
