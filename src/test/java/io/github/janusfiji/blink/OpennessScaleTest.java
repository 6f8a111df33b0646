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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OpennessScaleTest {

	private static final double CLOSED = -4, LEAST = 1;

	private static double[] times(final int n) {
		final double[] times = new double[n];
		for (int i = 0; i < n; i++) times[i] = i / 25.0;
		return times;
	}

	private static double[] scale(final double[] raw) {
		return OpennessScale.apply(raw, times(raw.length), CLOSED, LEAST);
	}

	@Test
	void relatesEveryPersonToTheirOwnOpenLevel() {
		for (final double level : new double[] { 1.5, 4, 9 }) {
			final double[] raw = new double[500];
			Arrays.fill(raw, level);
			raw[250] = CLOSED;
			raw[300] = (level + CLOSED) / 2;
			final double[] openness = scale(raw);
			assertEquals(1, openness[100], 1e-9);
			assertEquals(0, openness[250], 1e-9);
			assertEquals(0.5, openness[300], 1e-9);
		}
	}

	@Test
	void followsASlowDrift() {
		final double[] raw = new double[1500];
		for (int i = 0; i < raw.length; i++) raw[i] = 6 - 2.0 * i / raw.length;
		assertTrue(Arrays.stream(scale(raw)).allMatch(v -> v > 0.9));
	}

	@Test
	void staysClosedInALongLookDown() {
		final double[] raw = new double[1500];
		Arrays.fill(raw, 6);
		Arrays.fill(raw, 300, 1100, -3);
		assertTrue(scale(raw)[700] < 0.3);
	}

	@Test
	void closedEyesNeverCountAsOpen() {
		final double[] raw = new double[100];
		Arrays.fill(raw, -3.5);
		assertTrue(scale(raw)[50] < 0.2);
	}

	@Test
	void staysBetweenNoneAndFull() {
		final double[] raw = { -20, 30, 5, 5, 5, 5, 5 };
		assertTrue(Arrays.stream(scale(raw)).allMatch(v -> v >= 0 && v <= 1));
		assertEquals(0, scale(new double[0]).length);
	}
}
