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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The course of the losses, kept in the model's file as {@code history.csv}. */
final class LossHistory {

	/**
	 * @param iteration joint steps done
	 * @param seconds of training, over all runs
	 * @param rate learning rate of the last step
	 * @param train mean losses since the last row
	 * @param a held-out faces of the first person
	 * @param b of the second
	 * @param swappedA the first person's held-out faces, swapped
	 * @param swappedB the second's
	 */
	record Row(int iteration, double seconds, double rate,
		FaceNetwork.Losses train, HeldOutFaces.Judgement a,
		HeldOutFaces.Judgement b, SwapJudge.Verdict swappedA,
		SwapJudge.Verdict swappedB)
	{}

	/** A column, and what is written there. */
	private record Column(String name, ToDoubleFunction<Row> value) {}

	/** The first two are whole, or hold one decimal; readers go by names. */
	private static final List<Column> COLUMNS = List.of(//
		new Column("iteration", Row::iteration), //
		new Column("seconds", Row::seconds), //
		new Column("train_a", row -> row.train.a()), //
		new Column("train_b", row -> row.train.b()), //
		new Column("heldout_a", row -> row.a.error()), //
		new Column("heldout_b", row -> row.b.error()), //
		new Column("ssim_a", row -> row.a.ssim()), //
		new Column("ssim_b", row -> row.b.ssim()), //
		new Column("rate", Row::rate), //
		new Column("generator", row -> row.train.generator()), //
		new Column("discriminator", row -> row.train.discriminator()), //
		new Column("gradient", row -> row.train.norm()), //
		new Column("found_a", row -> row.swappedA.found()), //
		new Column("found_b", row -> row.swappedB.found()), //
		new Column("landmarks_a", row -> row.swappedA.landmarks()), //
		new Column("landmarks_b", row -> row.swappedB.landmarks()), //
		new Column("mouth_a", row -> row.swappedA.mouth()), //
		new Column("mouth_b", row -> row.swappedB.mouth()), //
		new Column("eyes_a", row -> row.swappedA.eyes()), //
		new Column("eyes_b", row -> row.swappedB.eyes()));

	private final List<Row> rows = new ArrayList<>();

	/** @param row the newest */
	void add(final Row row) {
		rows.add(row);
	}

	/**
	 * @param a what became of the first person's swapped faces at the newest row
	 * @param b of the second's
	 * @return that row with both
	 */
	Row judged(final SwapJudge.Verdict a, final SwapJudge.Verdict b) {
		final Row was = rows.remove(rows.size() - 1);
		final Row row = new Row(was.iteration, was.seconds, was.rate, was.train,
			was.a, was.b, a, b);
		rows.add(row);
		return row;
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

	/** @return with a header line; a loss that the network has not is empty */
	String toCsv() {
		final var csv = new StringBuilder(COLUMNS.stream().map(Column::name)
			.collect(Collectors.joining(",", "", "\n")));
		for (final Row row : rows)
			csv.append(COLUMNS.stream().map(column -> cell(column, row)).collect(
				Collectors.joining(",", "", "\n")));
		return csv.toString();
	}

	private static String cell(final Column column, final Row row) {
		final double value = column.value.applyAsDouble(row);
		return switch (column.name) {
			case "iteration" -> Integer.toString(row.iteration);
			case "seconds" -> String.format(Locale.ROOT, "%.1f", value);
			case "rate" -> String.format(Locale.ROOT, "%.3e", value);
			default -> Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f",
				value);
		};
	}

	/**
	 * @param csv as written by {@link #toCsv()}, also by older versions, which had
	 *          fewer columns
	 * @return the history
	 * @throws IOException if it is damaged
	 */
	static LossHistory parse(final String csv) throws IOException {
		final var history = new LossHistory();
		final List<String> lines = csv.lines().toList();
		if (lines.isEmpty() || !lines.get(0).startsWith(
			"iteration,seconds,train_a,train_b,heldout_a,heldout_b"))
			throw new IOException("its history has another header");
		final List<String> names = Arrays.asList(lines.get(0).split(","));
		try {
			for (final String line : lines.subList(1, lines.size()))
				history.add(row(names, line.split(",", -1)));
		}
		catch (final IndexOutOfBoundsException | NumberFormatException e) {
			throw new IOException("its history cannot be read", e);
		}
		return history;
	}

	private static Row row(final List<String> names, final String[] cells) {
		final Map<String, Double> values = COLUMNS.stream().collect(Collectors
			.toMap(Column::name, column -> value(names.indexOf(column.name),
				cells)));
		return new Row(values.get("iteration").intValue(), values.get("seconds"),
			values.get("rate"), new FaceNetwork.Losses(values.get("train_a"), values
				.get("train_b"), values.get("generator"), values.get("discriminator"),
				values.get("gradient")), new HeldOutFaces.Judgement(values.get(
					"heldout_a"), values.get("ssim_a")), new HeldOutFaces.Judgement(values
						.get("heldout_b"), values.get("ssim_b")), swapped(values, "_a"),
			swapped(values, "_b"));
	}

	private static SwapJudge.Verdict swapped(final Map<String, Double> values,
		final String side)
	{
		return new SwapJudge.Verdict(values.get("found" + side), values.get(
			"landmarks" + side), values.get("mouth" + side), values.get("eyes" +
				side));
	}

	private static double value(final int column, final String[] cells) {
		return column < 0 || cells[column].isEmpty() ? Double.NaN : Double
			.parseDouble(cells[column]);
	}
}
