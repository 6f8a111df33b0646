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
package io.github.janusfiji.blink;

import ij.measure.ResultsTable;
import io.github.janusfiji.blink.BlinkAnalysis.EyeState;
import java.util.List;
import java.util.Locale;

/** The tables of a report, as comma-separated values and for ImageJ. */
final class BlinkTables {

	private static final List<String> BLINK_COLUMNS = List.of("blink", "start",
		"peak", "end", "amplitude", "confidence", "closing", "reopening", "onset",
		"offset", "duration", "halfduration", "openness", "right", "left",
		"asymmetry", "full");

	/** Decimal places of each column. */
	private static final int[] BLINK_DIGITS = { 0, 0, 0, 0, 4, 4, 0, 0, 4, 4, 4,
		4, 4, 4, 4, 4, 0 };

	private BlinkTables() {}

	/** @return one row for each frame in which the person was found */
	static String eyes(final BlinkAnalysis analysis) {
		final var csv = new StringBuilder(
			"frame,time,openness,probability_closed,ear,state,right,left\n");
		for (final EyeState eye : analysis.eyes()) csv.append(String.format(
			Locale.ROOT, "%d,%.4f,%.4f,%.4f,%.4f,%s,%.4f,%.4f\n", eye.frame(), eye
				.time(), eye.openness(), eye.probabilityClosed(), eye.ear(), eye
					.state(), eye.right(), eye.left()));
		return csv.toString();
	}

	/** @return one row for each blink */
	static String blinks(final BlinkAnalysis analysis) {
		final var csv = new StringBuilder(String.join(",", BLINK_COLUMNS)).append(
			'\n');
		for (final Blink blink : analysis.blinks()) {
			final double[] row = row(blink);
			for (int k = 0; k < row.length; k++) csv.append(k > 0 ? "," : "").append(
				String.format(Locale.ROOT, "%." + BLINK_DIGITS[k] + "f", row[k]));
			csv.append('\n');
		}
		return csv.toString();
	}

	/** @return one row for each event of any kind */
	static String events(final BlinkAnalysis analysis) {
		final var csv = new StringBuilder(
			"event,kind,start,peak,end,from,to,duration,openness,confidence\n");
		int number = 0;
		for (final EyeEvent e : analysis.events()) csv.append(String.format(
			Locale.ROOT, "%d,%s,%d,%d,%d,%.4f,%.4f,%.4f,%s,%.4f\n", ++number, e.kind(),
			e.start(), e.peak(), e.end(), e.from(), e.to(), e.duration(), Double.isNaN(
				e.openness()) ? "" : String.format(Locale.ROOT, "%.4f", e.openness()), e
					.confidence()));
		return csv.toString();
	}

	/** @return the blinks as ImageJ's table */
	static ResultsTable table(final BlinkAnalysis analysis) {
		final var table = new ResultsTable();
		table.showRowNumbers(false);
		for (final Blink blink : analysis.blinks()) {
			table.addRow();
			final double[] row = row(blink);
			for (int k = 0; k < row.length; k++) table.addValue(BLINK_COLUMNS.get(k),
				row[k]);
		}
		for (int k = 0; k < BLINK_DIGITS.length && table.size() > 0; k++) table
			.setDecimalPlaces(table.getColumnIndex(BLINK_COLUMNS.get(k)),
				BLINK_DIGITS[k] == 0 ? 0 : 3);
		return table;
	}

	/** @return the events as ImageJ's table */
	static ResultsTable eventTable(final BlinkAnalysis analysis) {
		final var table = new ResultsTable();
		table.showRowNumbers(false);
		table.setPrecision(3);
		int number = 0;
		for (final EyeEvent event : analysis.events()) {
			table.addRow();
			table.addValue("event", ++number);
			table.addValue("kind", event.kind().toString());
			table.addValue("start", event.start());
			table.addValue("peak", event.peak());
			table.addValue("end", event.end());
			table.addValue("from", event.from());
			table.addValue("duration", event.duration());
			table.addValue("openness", event.openness());
			table.addValue("confidence", event.confidence());
		}
		for (final String whole : List.of("event", "start", "peak", "end"))
			if (table.columnExists(whole)) table.setDecimalPlaces(table
				.getColumnIndex(whole), 0);
		return table;
	}

	private static double[] row(final Blink b) {
		return new double[] { b.number(), b.start(), b.peak(), b.end(), b
			.amplitude(), b.confidence(), b.closing(), b.reopening(), b.onset(), b
				.offset(), b.duration(), b.halfDuration(), b.openness(), b.right(), b
					.left(), b.asymmetry(), b.isFull() ? 1 : 0 };
	}
}
