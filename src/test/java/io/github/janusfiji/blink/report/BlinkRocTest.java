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
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.blink.Signals;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telling a face that blinks from one that does not, by windows. */
class BlinkRocTest {

	@TempDir
	Path folder;

	/** A blink every so many seconds, for two minutes. */
	private static BlinkAnalysis every(final String name, final double seconds) {
		final var signals = new Signals(25, 120);
		for (double t = 1; t < 119; t += seconds) signals.blink(t, 0.95);
		return Analyses.of(name, signals.series(), 3000, 25);
	}

	@Test
	void longerWindowsTellMore() {
		final var curves = BlinkRoc.compare(List.of(BlinkRecord.of(every("a", 7))),
			List.of(BlinkRecord.of(every("b", 60))), BlinkRoc.LENGTHS,
			Activity.CONVERSATION);
		assertEquals(BlinkRoc.LENGTHS.size(), curves.size());
		// Each 5 s of the first clip holds a blink or none, 20 s always two or more.
		assertTrue(curves.get(0).area() > 0.6 && curves.get(0).area() < 0.95);
		assertTrue(curves.get(2).area() > 0.99, "" + curves.get(2).area());
		assertEquals(21, curves.get(2).genuine());
		for (final var c : curves) {
			assertTrue(c.low() <= c.area() && c.area() <= c.high());
			assertEquals(0, c.points().get(0)[1]);
			assertEquals(1, c.points().get(c.points().size() - 1)[0]);
		}
	}

	@Test
	void theSameClipsCannotBeTold() {
		final var record = BlinkRecord.of(every("a", 5));
		for (final var c : BlinkRoc.compare(List.of(record), List.of(record), List
			.of(10.0, 500.0), Activity.UNKNOWN))
		{
			if (c.length() < 100) assertEquals(0.5, c.area(), 1e-12);
			else assertTrue(Double.isNaN(c.area()));
		}
	}

	@Test
	void reportsHoldTheSameRecord() throws IOException {
		final var analysis = Analyses.of("clip.mp4", new Signals(25, 20).blink(3, 0.9)
			.dip(8, 0.1, 2.5, 0.1, 0.95).blink(15, 0.9).series(), 500, 25);
		BlinkReport.write(analysis, folder);
		final var direct = BlinkRecord.of(analysis);
		final var read = BlinkRecord.read(folder.resolve("clip.eyes.csv"));
		assertEquals(direct.times().length, read.times().length);
		assertEquals(2, read.blinks(0, 20));
		assertEquals(direct.observed(0, 20), read.observed(0, 20), 1e-3);
		assertTrue(read.observed(0, 20) < 18);
		assertThrows(InputException.class, () -> BlinkRecord.read(folder.resolve(
			"other.eyes.csv")));
		assertThrows(InputException.class, () -> BlinkRecord.read(folder.resolve(
			"clip.blinks.csv")));
	}
}
