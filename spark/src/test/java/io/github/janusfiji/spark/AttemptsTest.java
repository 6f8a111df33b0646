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
package io.github.janusfiji.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units that are lost and tried again. */
class AttemptsTest {

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();
	private final Attempts attempts = new Attempts(new PrintStream(said, true));

	private static UnitReport done(final int unit) {
		return UnitReport.of(unit, "clips = Share " + unit +
			"/3: 1 done, 0 skipped, 0 failed.\n");
	}

	@Test
	void whatWasLostIsTriedAgain() throws InterruptedException {
		final var asked = new ArrayList<List<Integer>>();
		final var reports = attempts.run(3, open -> {
			asked.add(open);
			if (asked.size() == 1) return List.of(done(1), UnitReport.of(2,
				"java.lang.OutOfMemoryError"));
			if (asked.size() == 2) throw new IllegalStateException("no executors");
			return open.stream().map(AttemptsTest::done).toList();
		});
		assertEquals(List.of(List.of(1, 2, 3), List.of(2, 3), List.of(2, 3)), asked);
		assertTrue(reports.stream().allMatch(UnitReport::isAnswered));
		assertTrue(said.toString().contains("2 units were lost"), said.toString());
	}

	@Test
	void afterFiveTimesAUnitIsReportedAsLost() throws InterruptedException {
		final var rounds = new ArrayList<List<Integer>>();
		final var reports = attempts.run(1, open -> {
			rounds.add(open);
			return List.of(UnitReport.of(1, "first\nThe disk is full.\n"));
		});
		assertEquals(5, rounds.size());
		assertEquals("The disk is full.", reports.iterator().next().sentence());
	}

	@Test
	void aFailedClipIsAnAnswer() {
		final var report = UnitReport.of(2,
			"Verify Media: Share 2/3: 0 done, 0 skipped, 1 failed: b.mp4 (b.mp4 is damaged.)\nmore\n");
		assertEquals(new UnitReport(2, true, 0, 0, 1,
			"Share 2/3: 0 done, 0 skipped, 1 failed: b.mp4 (b.mp4 is damaged.)"),
			report);
	}
}
