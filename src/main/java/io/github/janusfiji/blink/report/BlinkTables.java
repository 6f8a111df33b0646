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

import io.github.janusfiji.blink.Blink;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.EyeEvent;
import io.github.janusfiji.blink.EyeState;
import io.github.janusfiji.task.Table;
import io.github.janusfiji.task.Table.Column;
import java.util.ArrayList;
import java.util.List;

/** The tables of a report, in files and in windows. */
final class BlinkTables {

	private static final int SHOWN = 3;

	private BlinkTables() {}

	private static Column whole(final String name) {
		return Column.whole(name);
	}

	private static Column number(final String name) {
		return Column.number(name, 4);
	}

	/** @return one row for each frame in which the person was found */
	static Table eyes(final BlinkAnalysis analysis) {
		final var table = new Table(whole("frame"), number("time"), number(
			"openness"), number("probability_closed"), number("ear"), Column.text(
				"state"), number("right"), number("left"));
		for (final EyeState eye : analysis.eyes()) table.add(eye.frame(),
			eye.time(),
			eye.openness(), eye.probabilityClosed(), eye.ear(), eye.state(), eye
				.right(), eye.left());
		return table;
	}

	/** @return one row for each blink */
	static Table blinks(final BlinkAnalysis analysis) {
		final var columns = new ArrayList<Column>();
		for (final String name : List.of("blink", "start", "peak", "end"))
			columns.add(whole(name));
		for (final String name : List.of("amplitude", "confidence"))
			columns.add(number(name).shown(SHOWN));
		for (final String name : List.of("closing", "reopening"))
			columns.add(whole(name));
		for (final String name : List.of("onset", "offset", "duration",
			"halfduration", "openness", "right", "left", "asymmetry"))
			columns.add(number(name).shown(SHOWN));
		columns.add(whole("full"));
		final var table = new Table(columns);
		for (final Blink b : analysis.blinks()) table.add(b.number(), b.start(), b
			.peak(), b.end(), b.amplitude(), b.confidence(), b.closing(), b
				.reopening(), b.onset(), b.offset(), b.duration(), b.halfDuration(), b
					.openness(), b.right(), b.left(), b.asymmetry(), b.isFull() ? 1 : 0);
		return table;
	}

	/** @return one row for each event of any kind */
	static Table events(final BlinkAnalysis analysis) {
		final var table = new Table(whole("event"), Column.text("kind"), whole(
			"start"), whole("peak"), whole("end"), number("from"), number("to")
				.onlyInFiles(), number("duration"), number("openness").orBlank(),
					number(
					"confidence"));
		int number = 0;
		for (final EyeEvent e : analysis.events()) table.add(++number, e.kind(), e
			.start(), e.peak(), e.end(), e.from(), e.to(), e.duration(), e.openness(),
			e.confidence());
		return table;
	}
}
