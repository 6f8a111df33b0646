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
package io.github.janusfiji.task;

import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A table, as comma-separated values and as ImageJ's. Text is quoted where RFC
 * 4180 asks; text that a spreadsheet would take for a formula, because it begins
 * with {@code = + - @} and is no number, gets an apostrophe before it, so that a
 * file's name cannot compute anything.
 */
public final class Table {

	/** ImageJ's own choice of decimal places. */
	private static final int AUTOMATIC = -1;

	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*",
		Pattern.DOTALL);
	private static final Pattern NUMBER = Pattern.compile(
		"[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

	/**
	 * A column.
	 *
	 * @param name in the first line
	 * @param digits decimal places in a file
	 * @param shown decimal places in a window, or −1 for ImageJ's own choice
	 * @param blank whether a file has nothing, and not "NaN", where there is no
	 *          number
	 * @param inWindow whether a window shows it, too
	 */
	public record Column(String name, int digits, int shown, boolean blank,
		boolean inWindow)
	{

		/**
		 * @param name of a column of text
		 * @return the column
		 */
		public static Column text(final String name) {
			return new Column(name, 0, AUTOMATIC, true, true);
		}

		/**
		 * @param name of a column of whole numbers
		 * @return the column
		 */
		public static Column whole(final String name) {
			return number(name, 0).shown(0);
		}

		/**
		 * @param name of a column of numbers
		 * @param digits decimal places in a file
		 * @return the column
		 */
		public static Column number(final String name, final int digits) {
			return new Column(name, digits, AUTOMATIC, false, true);
		}

		/**
		 * @param places decimal places in a window
		 * @return the column so
		 */
		public Column shown(final int places) {
			return new Column(name, digits, places, blank, inWindow);
		}

		/** @return the column, with nothing in a file where there is no number */
		public Column orBlank() {
			return new Column(name, digits, shown, true, inWindow);
		}

		/** @return the column, which no window shows */
		public Column onlyInFiles() {
			return new Column(name, digits, shown, blank, false);
		}

		private String csv(final Object cell) {
			if (cell == null) return "";
			if (!(cell instanceof Number number)) return quoted(harmless(cell
				.toString()));
			final double value = number.doubleValue();
			return blank && Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." +
				digits + "f", value);
		}
	}

	private final List<Column> columns;
	private final List<Object[]> rows = new ArrayList<>();

	/** @param columns from left to right */
	public Table(final List<Column> columns) {
		this.columns = List.copyOf(columns);
	}

	/** @param columns from left to right */
	public Table(final Column... columns) {
		this(List.of(columns));
	}

	/**
	 * Appends a row.
	 *
	 * @param cells a {@link Number}, or anything else as text, for each column;
	 *          null leaves a cell empty
	 * @throws IllegalArgumentException if there are not as many as columns
	 */
	public void add(final Object... cells) {
		if (cells.length != columns.size()) throw new IllegalArgumentException(
			cells.length + " cells for " + columns.size() + " columns");
		rows.add(cells.clone());
	}

	/** @return a line of names and one for each row, each ended by a line feed */
	public String csv() {
		final var csv = new StringBuilder();
		for (int k = 0; k < columns.size(); k++)
			csv.append(k > 0 ? "," : "").append(columns.get(k).name);
		csv.append('\n');
		for (final Object[] row : rows) {
			for (int k = 0; k < row.length; k++)
				csv.append(k > 0 ? "," : "").append(columns.get(k).csv(row[k]));
			csv.append('\n');
		}
		return csv.toString();
	}

	/**
	 * @param precision decimal places of columns that do not say how many
	 * @return ImageJ's table
	 */
	public ResultsTable window(final int precision) {
		final var table = new ResultsTable();
		table.showRowNumbers(false);
		table.setPrecision(precision);
		for (final Object[] row : rows) {
			table.addRow();
			for (int k = 0; k < row.length; k++)
				if (columns.get(k).inWindow) put(table, columns.get(k).name, row[k]);
		}
		for (final Column column : columns)
			if (column.shown != AUTOMATIC && table.columnExists(column.name)) table
				.setDecimalPlaces(table.getColumnIndex(column.name), column.shown);
		return table;
	}

	private static void put(final ResultsTable table, final String column,
		final Object cell)
	{
		if (cell instanceof Number number) table.addValue(column, number
			.doubleValue());
		else if (cell != null) table.addValue(column, cell.toString());
	}

	/** Text that no spreadsheet takes for a formula. */
	private static String harmless(final String text) {
		return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches()
			? "'" + text : text;
	}

	private static String quoted(final String text) {
		return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"",
			"\"\"") + '"';
	}
}
