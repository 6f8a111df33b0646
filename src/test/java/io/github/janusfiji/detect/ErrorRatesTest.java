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
package io.github.janusfiji.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.detect.ErrorRates.Score;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {

	private static ErrorRates rates(final double[] low, final double[] high) {
		final var scores = new ArrayList<Score>();
		for (int i = 0; i < low.length; i++)
			scores.add(new Score(low[i], false, "p" + i));
		for (int i = 0; i < high.length; i++)
			scores.add(new Score(high[i], true, "p" + i));
		return new ErrorRates(scores);
	}

	@Test
	void countsByHand() {
		final var rates = rates(new double[] { 1, 2, 3, 6 }, new double[] { 4, 5, 7,
			2.5 });
		// of 16 pairs: 4 beats 3, 5 beats 3, 7 beats 4, 2.5 beats 2
		assertEquals(12.0 / 16, rates.area());
		final double t = rates.threshold();
		assertTrue(t > 3 && t < 4, "" + t);
		assertEquals(0.25, rates.falseAlarms(t));
		assertEquals(0.25, rates.misses(t));
		assertEquals(0.25, rates.equalErrorRate());
		final double[][] curve = rates.curve();
		assertArrayEquals(new double[] { 0, 0 }, curve[0]);
		assertArrayEquals(new double[] { 0, 0.25 }, curve[1]);
		assertArrayEquals(new double[] { 1, 1 }, curve[curve.length - 1]);
	}

	@Test
	void perfectAndUselessScores() {
		final var perfect = rates(new double[] { 0, 0.1 }, new double[] { 0.9, 1 });
		assertEquals(1, perfect.area());
		assertEquals(0, perfect.equalErrorRate());
		assertEquals(0.5, perfect.threshold());
		assertEquals(0.1, perfect.lenientThreshold(), 1e-6);
		final var useless = rates(new double[] { 1, 1 }, new double[] { 1, 1 });
		assertEquals(0.5, useless.area());
		assertEquals(0.5, useless.equalErrorRate());
		assertTrue(Double.isNaN(rates(new double[] { 1 }, new double[0]).area()));
	}

	@Test
	void theBootstrapHoldsTheValueAndIsRepeatable() {
		final var rates = rates(new double[] { 1, 2, 3, 6 }, new double[] { 4, 5, 7,
			2.5 });
		final var once = rates.interval(ErrorRates::area, 5);
		assertEquals(once, rates.interval(ErrorRates::area, 5));
		assertTrue(once.low() < once.value() && once.value() < once.high(), once
			.toString());
		final var sure = rates(new double[] { 0, 0 }, new double[] { 1, 1 }).interval(
			ErrorRates::area, 5);
		assertEquals(new ErrorRates.Interval(1, 1, 1), sure);
	}

	@Test
	void calibrationErrorIsTheGap() {
		final var scores = new ArrayList<Score>();
		for (int i = 0; i < 100; i++)
			scores.add(new Score(0.8, i < 80, "p"));
		// Even odds: both kinds weigh the same, so half of the weight is positive.
		assertEquals(0.3, new ErrorRates(scores).calibrationError(10), 1e-9);
		assertEquals(0, new ErrorRates(List.of(new Score(0, false, "a"), new Score(1,
			true, "b"))).calibrationError(5), 1e-9);
	}
}
