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
package io.github.janusfiji.face;

import ij.measure.ResultsTable;
import io.github.janusfiji.geometry.Box;
import java.util.List;
import java.util.Locale;

/**
 * The faces of a set as a table, one row for each crop in the order of the
 * slices: slice (from 1), frame (from 0), time (s), person, score, sharpness
 * (grey levels²), box (x, y, width, height, px), yaw, pitch and roll (degrees);
 * for folders also the file.
 */
public final class FaceTable {

	private static final List<String> COLUMNS = List.of("slice", "frame", "time",
		"person", "score", "sharpness", "x", "y", "width", "height", "yaw", "pitch",
		"roll");

	/** Decimal places of each column. */
	private static final int[] DIGITS = { 0, 0, 4, 0, 4, 2, 2, 2, 2, 2, 2, 2, 2 };

	private static final String FILE = "file";

	private FaceTable() {}

	/**
	 * @param faces in the order of the slices
	 * @return ImageJ's table of them
	 */
	public static ResultsTable of(final List<Face> faces) {
		final var table = new ResultsTable();
		table.showRowNumbers(false);
		for (int i = 0; i < faces.size(); i++) {
			final double[] row = row(i, faces.get(i));
			table.addRow();
			for (int k = 0; k < row.length; k++)
				table.addValue(COLUMNS.get(k), row[k]);
			faces.get(i).file().ifPresent(f -> table.addValue(FILE, f));
		}
		for (int k = 0; k < DIGITS.length && !faces.isEmpty(); k++)
			table.setDecimalPlaces(table.getColumnIndex(COLUMNS.get(k)), DIGITS[k]);
		return table;
	}

	/** @return the same as comma-separated values with a line of names */
	static String csv(final List<Face> faces) {
		final boolean files = faces.stream().anyMatch(f -> f.file().isPresent());
		final var csv = new StringBuilder(String.join(",", COLUMNS)).append(files
			? "," + FILE + "\n" : "\n");
		for (int i = 0; i < faces.size(); i++) {
			final double[] row = row(i, faces.get(i));
			for (int k = 0; k < row.length; k++)
				csv.append(k > 0 ? "," : "").append(String.format(Locale.ROOT, "%." +
					DIGITS[k] + "f", row[k]));
			if (files) csv.append(',').append(quoted(faces.get(i).file().orElse("")));
			csv.append('\n');
		}
		return csv.toString();
	}

	private static double[] row(final int index, final Face f) {
		final Box b = f.box();
		return new double[] { index + 1, f.frame(), f.time(), f.person(), f.score(),
			f.sharpness(), b.x(), b.y(), b.width(), b.height(), f.pose().yaw(), f
				.pose().pitch(), f.pose().roll() };
	}

	/** Quotes as RFC 4180 asks, where it asks. */
	private static String quoted(final String text) {
		return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"",
			"\"\"") + '"';
	}
}
