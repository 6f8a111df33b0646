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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlinkDetectorTest {

	private static List<Blink> detect(final Signals signals) {
		return BlinkDetector.detect(signals.series());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 15, 25, 29.97, 30, 60 })
	void findsEachBlinkWhereItIs(final double rate) {
		final double[] at = { 1, 2.1, 4, 4.6, 8.3 };
		final var signals = new Signals(rate, 10);
		for (final double t : at) signals.blink(t, 0.9);
		final List<Blink> blinks = detect(signals.noise(0.02, 1));
		assertEquals(at.length, blinks.size());
		final double frame = 1 / rate;
		for (int i = 0; i < at.length; i++) {
			final Blink b = blinks.get(i);
			assertEquals(i + 1, b.number());
			assertEquals(at[i] + 0.095, b.peak() / rate, 0.03 + frame);
			assertTrue(b.start() / rate > at[i] - frame && b.start() <= b.peak());
			assertTrue(b.end() / rate < at[i] + 0.27 + frame && b.end() >= b.peak());
			assertEquals((b.end() - b.start() + 1) / rate, b.duration(), 1e-9);
			assertEquals(0.9, b.amplitude(), 0.25);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 15, 25, 30, 60 })
	void tellsBlinksFromLookDowns(final double rate) {
		final var signals = new Signals(rate, 20);
		signals.dip(2, 0.15, 0.7, 0.15, 1).dip(5, 0.1, 2, 0.1, 1).dip(9, 0.3, 4,
			0.3, 0.8);
		signals.blink(15, 0.9).noise(0.02, 2);
		final List<Blink> blinks = detect(signals);
		assertEquals(1, blinks.size());
		assertEquals(15.1, blinks.get(0).peak() / rate, 0.1);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 15, 25, 30, 60 })
	void ignoresDriftsSquintsAndNoise(final double rate) {
		final var signals = new Signals(rate, 60).drift(0.6, 6).dip(20, 0.3, 1.5,
			0.4, 0.5).blink(40, 0.2);
		for (int seed = 0; seed < 5; seed++) {
			assertEquals(List.of(), detect(signals.noise(0.02, seed)));
		}
	}

	@Test
	void findsBlinksOnTopOfADrift() {
		final var signals = new Signals(25, 30).drift(0.4, 10);
		for (int i = 0; i < 6; i++) signals.blink(2 + 4.7 * i, 0.55);
		assertEquals(6, detect(signals.noise(0.02, 3)).size());
	}

	@Test
	void aClosureAtTheEndOfALookDownIsNoBlink() {
		assertEquals(List.of(), detect(new Signals(25, 8).dip(2, 0.1, 1.5, 0.1, 0.8)
			.blink(2.8, 0.2)));
	}

	@Test
	void aSingleWrongFrameIsNoBlinkAtVideoRates() {
		final var signals = new Signals(25, 4);
		signals.both[50] = 0;
		assertEquals(List.of(), detect(signals));
	}

	@Test
	void oneEyeAloneDoesNotBlink() {
		final var blinking = new Signals(25, 4).blink(2, 1).series();
		final var open = new Signals(25, 4).series();
		assertEquals(List.of(), BlinkDetector.detect(OpennessSeries.of(blinking
			.frame(), blinking.time(), blinking.both(), open.both())));
	}

	@Test
	void gapsMakeNoBlinks() {
		final var signals = new Signals(25, 6).blink(3, 1);
		assertEquals(1, detect(signals).size());
		assertEquals(List.of(), BlinkDetector.detect(signals.without(76, 78)));
		assertEquals(List.of(), BlinkDetector.detect(new Signals(25, 6).without(70,
			90)));
	}

	@Test
	void cutOffBlinksAreNotCounted() {
		assertEquals(List.of(), detect(new Signals(25, 4).blink(-0.09, 1)));
		assertEquals(List.of(), detect(new Signals(25, 4).blink(3.9, 1)));
	}

	@Test
	void fewFramesHoldNoBlink() {
		assertEquals(List.of(), detect(new Signals(25, 0)));
		assertEquals(List.of(), detect(new Signals(25, 0.04)));
		assertEquals(List.of(), detect(new Signals(25, 0.08)));
	}
}
