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
package io.github.janusfiji.faceset;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.task.Table;
import io.github.janusfiji.task.Table.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * The faces of a set as a table, one row for each crop in the order of the
 * slices: slice (from 1), frame (from 0), time (s), person, score, sharpness
 * (grey levels²), box (x, y, width, height, px), yaw, pitch and roll (degrees);
 * for folders also the file.
 */
public final class FaceTable {

	private static final List<Column> COLUMNS = List.of(whole("slice"), whole(
		"frame"), number("time", 4), whole("person"), number("score", 4), number(
			"sharpness", 2), number("x", 2), number("y", 2), number("width", 2),
				number(
				"height", 2), number("yaw", 2), number("pitch", 2), number("roll", 2));

	private FaceTable() {}

	private static Column whole(final String name) {
		return Column.whole(name);
	}

	private static Column number(final String name, final int digits) {
		return Column.number(name, digits).shown(digits);
	}

	/**
	 * @param faces in the order of the slices
	 * @return the table of them
	 */
	public static Table of(final List<Face> faces) {
		final boolean files = faces.stream().anyMatch(f -> f.file().isPresent());
		final var columns = new ArrayList<>(COLUMNS);
		if (files) columns.add(Column.text("file"));
		final var table = new Table(columns);
		for (int i = 0; i < faces.size(); i++) {
			final var cells = row(i, faces.get(i));
			if (files) cells.add(faces.get(i).file().orElse(null));
			table.add(cells.toArray());
		}
		return table;
	}

	private static List<Object> row(final int index, final Face f) {
		final Box b = f.box();
		return new ArrayList<>(List.of(index + 1, f.frame(), f.time(), f.person(), f
			.score(), f.sharpness(), b.x(), b.y(), b.width(), b.height(), f.pose()
				.yaw(), f.pose().pitch(), f.pose().roll()));
	}
}
