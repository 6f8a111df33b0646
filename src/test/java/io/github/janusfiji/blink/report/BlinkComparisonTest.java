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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.Analyses;
import io.github.janusfiji.blink.Signals;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** From reports on disk to the table and the curves. */
class BlinkComparisonTest {

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

	private Path eyes(final String name) {
		return folder.resolve(name + ".eyes.csv");
	}

	private BlinkComparison compare(final String genuine, final String other)
		throws IOException
	{
		return BlinkComparison.of(eyes(genuine), eyes(other), Activity.UNKNOWN);
	}

	@Test
	void clipsWithAndWithoutBlinksAreToldApart() throws IOException {
		final Path curves = folder.resolve("new/curves.csv");
		final var compared = compare("often", "never");
		compared.write(curves);
		final List<String> lines = compared.table().csv().lines().toList();
		assertEquals("window,genuine,other,area,low,high", lines.get(0));
		assertEquals(1 + BlinkRoc.LENGTHS.size(), lines.size());
		// 22 s hold five windows of 10 s that begin 2.5 s apart, none of 40 s.
		assertTrue(lines.get(2).startsWith("10,5,5,1.000,"), lines.get(2));
		assertEquals("40,0,0,,,", lines.get(4));
		assertTrue(compared.text().contains("; 10 s: 1.000 ("), compared.text());
		assertTrue(compared.text().endsWith("60 s: clips too short"), compared
			.text());
		final var points = Files.readAllLines(curves);
		assertEquals("window,false_alarms,hits", points.get(0));
		assertTrue(points.contains("10,0.0000,1.0000"), points::toString);
	}

	@Test
	void aClipDoesNotDifferFromItself() throws IOException {
		assertTrue(compare("often", "often").text().contains("10 s: 0.500 ("));
	}

	@Test
	void aFolderIsAllOfItsReports() throws IOException {
		final var both = BlinkComparison.of(folder, eyes("never"),
			Activity.CONVERSATION);
		assertEquals(10, both.curves().get(1).genuine());
		assertEquals(3, both.files().size());
	}

	@Test
	void mistakesAreToldInOneSentence() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		says("ends in .eyes.csv", () -> BlinkComparison.of(folder.resolve(
			"often.blinks.csv"), eyes("never"), Activity.REST));
		says("holds no table", () -> BlinkComparison.of(empty, eyes("never"),
			Activity.REST));
		says("There is no", () -> compare("often", "nobody"));
		says("is a folder", () -> compare("often", "never").write(empty));
		says("is read by this command", () -> compare("often", "never").write(eyes(
			"often")));
	}

	private static void says(final String words, final Executable work) {
		final var refused = assertThrows(InputException.class, work);
		assertTrue(refused.getMessage().contains(words), refused.getMessage());
	}
}
