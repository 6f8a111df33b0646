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
package io.github.janusfiji.archive;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Joins tables of equal kind, row by row: one line of names, and before each row
 * the clip it is of. A table that lacks a column leaves its cells empty.
 */
final class TableJoin {

	/** Name of the first column. */
	static final String CLIP = "input";

	private final Map<String, Path> tables;
	private final Map<String, Integer> persons;

	/**
	 * @param tables by the names of their clips, in order
	 * @param persons for each clip what is added to numbers in a column
	 *          {@code person}, so that those of several clips differ; may lack any
	 */
	TableJoin(final Map<String, Path> tables,
		final Map<String, Integer> persons)
	{
		this.tables = tables;
		this.persons = persons;
	}

	/**
	 * @param out receives all rows
	 * @throws IOException if a table cannot be read, or nothing be written
	 */
	void write(final BufferedWriter out) throws IOException {
		final var names = new LinkedHashSet<String>();
		for (final Path table : tables.values()) try (var in = Files
			.newBufferedReader(table))
		{
			names.addAll(header(in));
		}
		final List<String> all = List.copyOf(names);
		out.write(CLIP + "," + String.join(",", all) + "\n");
		for (final var table : tables.entrySet()) try (var in = Files
			.newBufferedReader(table.getValue()))
		{
			rows(table.getKey(), in, all, out);
		}
	}

	private static List<String> header(final BufferedReader in)
		throws IOException
	{
		final String row = Csv.row(in);
		return row == null ? List.of() : Csv.cells(row);
	}

	private void rows(final String clip, final BufferedReader in,
		final List<String> names, final BufferedWriter out) throws IOException
	{
		final List<String> own = header(in);
		final int person = own.indexOf("person");
		final int add = persons.getOrDefault(clip, 0);
		final String first = Csv.quoted(clip);
		for (String row = Csv.row(in); row != null; row = Csv.row(in)) {
			if (row.isEmpty()) continue;
			final var cells = new ArrayList<>(Csv.cells(row));
			if (add > 0 && person >= 0) cells.set(person, String.valueOf(Integer
				.parseInt(cells.get(person)) + add));
			out.write(first);
			for (final String name : names) {
				final int at = own.indexOf(name);
				out.write("," + (at < 0 || at >= cells.size() ? "" : cells.get(at)));
			}
			out.write('\n');
		}
	}
}
