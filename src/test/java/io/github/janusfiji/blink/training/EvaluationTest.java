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
package io.github.janusfiji.blink.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.Blink;
import io.github.janusfiji.blink.training.LabelledClip.Marked;
import io.github.janusfiji.blink.training.LabelledClip.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {

	private static Blink blink(final int peak) {
		return new Blink(1, peak - 1, peak, peak, peak, peak + 1, 0, 0, 0.1, 0, 1, 1,
			1, 1);
	}

	private static LabelledClip clip(final int last, final int... peaks) {
		return new LabelledClip(Path.of("a.mp4"), Use.MEASURE, last, List.of(),
			IntStream.of(peaks).mapToObj(p -> new Marked(p - 2, p, p + 2)).toList());
	}

	@Test
	void eachBlinkServesOnceAndTheNearestFirst() {
		final var score = EventScore.of(List.of(blink(9), blink(11), blink(30),
			blink(44), blink(90)), clip(80, 10, 12, 40), 3);
		assertEquals(new EventScore(2, 1, 2), score);
		assertEquals(0.5, score.precision(), 1e-12);
		assertEquals(2 / 3.0, score.recall(), 1e-12);
		assertEquals(4 / 7.0, score.f1(), 1e-12);
		assertEquals(new EventScore(3, 0, 1), EventScore.of(List.of(blink(9), blink(
			11), blink(30), blink(44)), clip(80, 10, 12, 40), 4));
	}

	@Test
	void areaIsTheShareOfPairsInOrder() {
		final var score = new FrameScore();
		final double[] open = { 0.1, 0.2, 0.3, 0.6 }, closed = { 0.5, 0.7 };
		for (final double p : open) score.add(p, 0);
		for (final double p : closed) score.add(p, 1);
		score.add(0.9, 0.4);
		score.add(0.9, Double.NaN);
		assertEquals(6, score.frames());
		assertEquals(2, score.closedFrames());
		assertEquals(7 / 8.0, score.area(), 1e-6);
		// At a threshold between 0.5 and 0.6 a quarter of the open eyes is wrong and
		// half of the closed ones; between 0.3 and 0.5 a quarter and none.
		assertEquals(0.25, score.equalErrorRate(), 1e-6);
	}

	@Test
	void oneStateAloneHasNoArea() {
		final var score = new FrameScore();
		score.add(0.2, 0);
		assertEquals(Double.NaN, score.area());
		assertEquals(Double.NaN, score.equalErrorRate());
		assertEquals(0.2, score.calibrationError(), 1e-6);
	}

	@Test
	void calibrationErrorIsTheMeanGapOfBins() {
		final var score = new FrameScore();
		for (int i = 0; i < 10; i++) score.add(0.25, i < 5 ? 1 : 0);
		for (int i = 0; i < 30; i++) score.add(0.95, i < 27 ? 1 : 0);
		assertEquals((10 * 0.25 + 30 * 0.05) / 40, score.calibrationError(), 1e-6);
		final var diagram = score.reliability();
		assertArrayEquals(new double[] { 0.25, 0.95 }, diagram
			.getMeanPredictedValueX(), 1e-5);
		assertArrayEquals(new double[] { 0.5, 0.9 }, diagram
			.getFractionPositivesY(), 1e-5);
	}

	@Test
	void calibrationFindsTheTrueProbabilities() {
		final var random = new Random(8);
		final double[] openness = new double[20_000];
		final boolean[] closed = new boolean[openness.length];
		for (int i = 0; i < openness.length; i++) {
			openness[i] = random.nextDouble();
			closed[i] = random.nextDouble() < 1 / (1 + Math.exp(8 * openness[i] - 3));
		}
		final var fitted = PlattFit.fit(openness, closed);
		assertEquals(-8, fitted.slope(), 0.4);
		assertEquals(3, fitted.offset(), 0.2);
	}

	@Test
	void calibrationOfSeparateStatesStaysFinite() {
		final var fitted = PlattFit.fit(new double[] { 0, 0, 1, 1, 1, 1 },
			new boolean[] { true, true, false, false, false, false });
		assertTrue(Double.isFinite(fitted.slope()) && fitted.slope() < 0);
		// Platt's targets: (2 + 1) / (2 + 2) of closed eyes, 1 / (4 + 2) of open.
		assertEquals(0.75, 1 / (1 + Math.exp(-fitted.offset())), 0.01);
		assertEquals(1 / 6.0, 1 / (1 + Math.exp(-fitted.offset() - fitted.slope())),
			0.01);
	}
}
