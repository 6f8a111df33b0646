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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.Analyses;
import io.github.janusfiji.blink.Signals;
import io.github.janusfiji.task.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From reports on disk to the table and the curves. */
class CompareBlinksTest {

	@TempDir
	Path folder;

	/** One person blinks every two seconds, the other one never. */
	@BeforeEach
	void reports() throws IOException {
		var often = new Signals(25, 22);
		for (int s = 1; s < 22; s += 2) often = often.blink(s, 0.9);
		BlinkReport.write(Analyses.of("often.mp4", often.series(), 550, 25), folder);
		BlinkReport.write(Analyses.of("never.mp4", new Signals(25, 22).series(), 550,
			25), folder);
	}

	private String eyes(final String name) {
		return folder.resolve(name + ".eyes.csv").toString();
	}

	private static String compare(final String... args) throws IOException {
		final var out = new ByteArrayOutputStream();
		CompareBlinks.run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
		return out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void clipsWithAndWithoutBlinksAreToldApart() throws IOException {
		final Path curves = folder.resolve("new/curves.csv");
		final List<String> lines = compare(eyes("often"), eyes("never"),
			"conversation", curves.toString()).lines().toList();
		assertEquals(1 + BlinkRoc.LENGTHS.size(), lines.size());
		// 22 s hold five windows of 10 s that begin 2.5 s apart, none of 40 s.
		assertTrue(lines.get(2).matches(" *10 s +5 +5 +1\\.000 .*"), lines.get(2));
		assertTrue(lines.get(4).endsWith("clips too short"), lines.get(4));
		final var points = Files.readAllLines(curves);
		assertEquals("window,false_alarms,hits", points.get(0));
		assertTrue(points.contains("10,0.0000,1.0000"), points::toString);
	}

	@Test
	void aClipDoesNotDifferFromItself() throws IOException {
		assertTrue(compare(eyes("often"), eyes("often")).lines().anyMatch(line -> line
			.matches(" *10 s +5 +5 +0\\.500 .*")));
	}

	@Test
	void mistakesAreToldInOneSentence() throws IOException {
		says("Usage", eyes("often"));
		says("ends in .eyes.csv", eyes("often"), folder.toString());
		says("There is no", eyes("often"), eyes("nobody"));
		says("no task 'sleep'", eyes("often"), eyes("never"), "sleep",
			folder.resolve("curves.csv").toString());
		says("is a folder", eyes("often"), eyes("never"), "rest", folder
			.toString());
		assertFalse(Files.exists(folder.resolve("curves.csv")));
	}

	private static void says(final String words, final String... args) {
		final var refused = assertThrows(InputException.class, () -> compare(args));
		assertTrue(refused.getMessage().contains(words), refused.getMessage());
	}
}
