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

import io.github.janusfiji.task.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows and cells of comma-separated values (RFC 4180), as they are written. */
final class Csv {

	private Csv() {}

	/**
	 * @param in a table
	 * @return its next row without the line feed, over several lines if a quoted
	 *         cell has them; null at the end
	 * @throws IOException if it cannot be read
	 */
	static String row(final BufferedReader in) throws IOException {
		final String line = in.readLine();
		if (line == null || isEven(line)) return line;
		final var row = new StringBuilder(line);
		do {
			final String more = in.readLine();
			if (more == null) break;
			row.append('\n').append(more);
		}
		while (!isEven(row));
		return row.toString();
	}

	/** Doubled quotes inside of cells do not change it. */
	private static boolean isEven(final CharSequence row) {
		return row.chars().filter(c -> c == '"').count() % 2 == 0;
	}

	/**
	 * @param row of a table
	 * @return its cells, with their quotes
	 */
	static List<String> cells(final String row) {
		final var cells = new ArrayList<String>();
		boolean quoted = false;
		int begin = 0;
		for (int i = 0; i < row.length(); i++) {
			if (row.charAt(i) == '"') quoted = !quoted;
			else if (row.charAt(i) == ',' && !quoted) {
				cells.add(row.substring(begin, i));
				begin = i + 1;
			}
		}
		cells.add(row.substring(begin));
		return cells;
	}

	/**
	 * @param cell with its quotes, if it has any
	 * @return what it says
	 */
	static String plain(final String cell) {
		return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
			? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
	}

	/**
	 * @param text of a cell
	 * @return the same with quotes where it needs them, and an apostrophe before
	 *         what a spreadsheet would compute
	 */
	static String quoted(final String text) {
		final var table = new Table(Table.Column.text(""));
		table.add(text);
		final String csv = table.csv();
		return csv.substring(1, csv.length() - 1);
	}
}
