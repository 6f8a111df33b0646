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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The course of the losses, kept in the model's file as {@code history.csv}. */
final class LossHistory {

	private static final String HEADER =
		"iteration,seconds,train_a,train_b,heldout_a,heldout_b";

	/**
	 * @param iteration joint steps done
	 * @param seconds of training, over all runs
	 * @param trainA mean absolute error of A since the last row, 0 to 1
	 * @param trainB of B
	 * @param heldOutA the same on held-out faces
	 * @param heldOutB of B
	 */
	record Row(int iteration, double seconds, double trainA, double trainB,
		double heldOutA, double heldOutB)
	{}

	private final List<Row> rows = new ArrayList<>();

	/** @param row the newest */
	void add(final Row row) {
		rows.add(row);
	}

	/** @return the newest */
	Optional<Row> last() {
		return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows
			.size() - 1));
	}

	/** @return all, the oldest first */
	List<Row> rows() {
		return List.copyOf(rows);
	}

	/** @return with a header line */
	String toCsv() {
		final var csv = new StringBuilder(HEADER).append('\n');
		for (final Row row : rows)
			csv.append(String.format(Locale.ROOT, "%d,%.1f,%.6f,%.6f,%.6f,%.6f%n",
				row.iteration, row.seconds, row.trainA, row.trainB, row.heldOutA,
				row.heldOutB).replace("\r", ""));
		return csv.toString();
	}

	/**
	 * @param csv as written by {@link #toCsv()}
	 * @return the history
	 * @throws IOException if it is damaged
	 */
	static LossHistory parse(final String csv) throws IOException {
		final var history = new LossHistory();
		final List<String> lines = csv.lines().toList();
		if (lines.isEmpty() || !lines.get(0).equals(HEADER)) throw new IOException(
			"its history has another header");
		try {
			for (final String line : lines.subList(1, lines.size())) {
				final String[] cells = line.split(",");
				history.add(new Row(Integer.parseInt(cells[0]), value(cells[1]), value(
					cells[2]), value(cells[3]), value(cells[4]), value(cells[5])));
			}
		}
		catch (final IndexOutOfBoundsException | NumberFormatException e) {
			throw new IOException("its history cannot be read", e);
		}
		return history;
	}

	private static double value(final String cell) {
		return Double.parseDouble(cell);
	}
}
