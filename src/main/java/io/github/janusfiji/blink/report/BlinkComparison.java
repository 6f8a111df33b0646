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
package io.github.janusfiji.blink.report;

import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.report.BlinkRoc.Curve;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.PendingFiles;
import io.github.janusfiji.task.Table;
import io.github.janusfiji.task.Table.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Comparison of genuine clips with others by the number of blinks in windows of
 * several lengths, from the reports of Detect Blinks.
 *
 * @param curves one for each length
 * @param files the tables of eyes that were read
 */
public record BlinkComparison(List<Curve> curves, List<Path> files) {

	private static final String EYES = ".eyes.csv";

	/**
	 * @param genuine a {@code .eyes.csv} of a clip as it was filmed, with its
	 *          {@code .blinks.csv} beside it, or a folder of them
	 * @param other the same of clips in which something was done
	 * @param activity what the people do
	 * @return the comparison
	 * @throws IOException if a table cannot be read, or there is none; the message
	 *           is one sentence for the user
	 */
	public static BlinkComparison of(final Path genuine, final Path other,
		final Activity activity) throws IOException
	{
		final List<Path> first = tables(genuine), second = tables(other);
		final var files = new ArrayList<>(first);
		files.addAll(second);
		return new BlinkComparison(BlinkRoc.compare(records(first), records(second),
			BlinkRoc.LENGTHS, activity), List.copyOf(files));
	}

	private static List<Path> tables(final Path place) throws IOException {
		if (!Files.isDirectory(place)) return List.of(place);
		try (var all = Files.list(place)) {
			final List<Path> found = all.filter(file -> file.toString().endsWith(EYES))
				.sorted().toList();
			if (found.isEmpty()) throw new InputException("The folder " + place +
				" holds no table that ends in " + EYES +
				"; give one that Detect Blinks has written.");
			return found;
		}
	}

	private static List<BlinkRecord> records(final List<Path> files)
		throws IOException
	{
		final var records = new ArrayList<BlinkRecord>();
		for (final Path file : files) records.add(BlinkRecord.read(file));
		return records;
	}

	/** @return a row for each length: number of windows, area and its interval */
	public Table table() {
		final var table = new Table(Column.whole("window"), Column.whole("genuine"),
			Column.whole("other"), Column.number("area", 3).orBlank(), Column.number(
				"low", 3).orBlank(), Column.number("high", 3).orBlank());
		for (final Curve c : curves) table.add((int) c.length(), c.genuine(), c
			.other(), c.area(), c.low(), c.high());
		return table;
	}

	/** @return the areas in words, one length after the other */
	public String text() {
		return curves.stream().map(c -> Double.isNaN(c.area()) ? String.format(
			Locale.ROOT, "%.0f s: clips too short", c.length()) : String.format(
				Locale.ROOT, "%.0f s: %.3f (%.3f to %.3f)", c.length(), c.area(), c
					.low(), c.high())).collect(Collectors.joining("; "));
	}

	/** @return the points of the curves: window (s), false alarms, hits (shares) */
	String points() {
		final var csv = new StringBuilder("window,false_alarms,hits\n");
		for (final Curve c : curves) for (final double[] p : c.points()) csv.append(
			String.format(Locale.ROOT, "%.0f,%.4f,%.4f\n", c.length(), p[0], p[1]));
		return csv.toString();
	}

	/**
	 * @param file for the points of the curves; its folder is made if it is missing
	 * @throws IOException if it cannot be written or was read from; the message is
	 *           one sentence for the user
	 */
	public void write(final Path file) throws IOException {
		if (Files.isDirectory(file)) throw new InputException(file +
			" is a folder; give the file to write the curves to.");
		final Path place = file.toAbsolutePath();
		try (var pending = new PendingFiles(place.getParent(), files)) {
			pending.add(place.getFileName().toString(), points().getBytes(
				StandardCharsets.UTF_8));
			pending.commit();
		}
	}
}
