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
package io.github.janusfiji.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By vectors whose angles are known. */
class ThreatTest {

	@TempDir
	Path folder;

	@BeforeEach
	void list() throws IOException {
		for (final String clip : List.of("ann.mp4", "bob.mp4", "good.mp4",
			"bad.mp4")) Files.writeString(folder.resolve(clip), "");
		Files.writeString(folder.resolve("list.csv"),
			"clip,label,subject,donor,method,quality\nann.mp4,genuine,ann,,,\n" +
				"bob.mp4,genuine,bob,,,\ngood.mp4,manipulated,ann,bob,good,23\n" +
				"bad.mp4,manipulated,bob,ann,bad,23\n");
	}

	private static void rows(final StringBuilder csv, final String clip,
		final double degrees)
	{
		for (int i = 0; i < 20; i++) {
			final double angle = Math.toRadians(degrees + i % 5 - 2);
			csv.append(clip).append(',').append(3 * Math.cos(angle)).append(',').append(
				3 * Math.sin(angle)).append('\n');
		}
	}

	private Threat assess(final String vectors) throws IOException {
		Files.writeString(folder.resolve("vectors.csv"), vectors);
		return ThreatAssessment.assess(new ThreatAssessment.Settings(folder.resolve(
			"list.csv"), "", "unit", 112, Optional.of(folder.resolve("vectors.csv")),
			20), Progress.NONE).get(0);
	}

	private static String vectors() {
		final var csv = new StringBuilder();
		rows(csv, "ann.mp4", 0);
		rows(csv, "bob.mp4", 90);
		rows(csv, "good.mp4", 80);
		rows(csv, "bad.mp4", 85);
		return csv.toString();
	}

	@Test
	void swapsPassAsFarAsTheyAreLikeTheDonor() throws IOException {
		final Threat threat = assess(vectors());
		assertTrue(threat.sameRecording());
		assertEquals(0, threat.verification().equalErrorRate());
		final double threshold = threat.threshold();
		assertTrue(threshold > 0.01 && threshold < 1, "" + threshold);
		// 10 degrees from the donor, and 85
		assertEquals(Math.cos(Math.toRadians(10)), threat.comparisons().stream()
			.filter(c -> c.method().equals("good")).findFirst().orElseThrow().score(),
			1e-3);
		assertEquals(1, threat.swaps(c -> c.method().equals("good")).falseAlarms(
			threshold));
		assertEquals(0, threat.swaps(c -> c.method().equals("bad")).falseAlarms(
			threshold));
		// 2 probes of each person's second half, 4 of each swap
		assertEquals(2 + 2 + 2 + 2 + 4 + 4, threat.comparisons().size());
	}

	@Test
	void theReportHoldsTheFigures() throws IOException {
		ThreatReport.write(List.of(assess(vectors())), folder.resolve("out"), List
			.of(folder.resolve("list.csv")));
		final var rows = Files.readAllLines(folder.resolve("out/threat.csv"));
		assertTrue(rows.get(1).startsWith("vectors.csv,all,all,all,4,4,8,2,0.0000"),
			rows.get(1));
		// Just above the impostors, who are 88 degrees off, the bad swaps pass, too.
		assertTrue(rows.get(1).endsWith(",0.5000,0.0000,1.0000,1.0000"), rows.get(1));
		assertEquals(5 + 1, rows.size(), rows.toString());
		assertTrue(Files.readString(folder.resolve("out/threat.html")).contains(
			"one half of a recording"));
		assertTrue(Files.exists(folder.resolve("out/threat.vectors.roc.png")));
	}

	@Test
	void tablesThatAreNoVectorsAreRefused() {
		for (final String bad : List.of("ann.mp4,1,x\n", "ann.mp4,0,0\n",
			"ann.mp4,1,2\nbob.mp4,1\n", "", "ann.mp4,1,0\n"))
			assertThrows(InputException.class, () -> assess(bad), bad);
	}
}
