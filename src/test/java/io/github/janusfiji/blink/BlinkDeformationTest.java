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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.DeformationTest.Measure;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Faces that behave differently during blinks, and faces that do not. */
class BlinkDeformationTest {

	private static final double RATE = 25;

	/** Twenty blinks in 40 s at irregular times. */
	private static OpennessSeries blinking() {
		final var signals = new Signals(RATE, 40);
		final var random = new Random(1);
		for (int i = 0; i < 20; i++) signals.blink(0.5 + 1.9 * i + 0.8 * random
			.nextDouble(), 0.95);
		return signals.series();
	}

	private static List<Blink> blinks(final OpennessSeries series) {
		return BlinkDetector.detect(series);
	}

	private static boolean inBlink(final OpennessSeries s, final int i) {
		return s.both()[i] < 0.8;
	}

	/**
	 * A head that sways, seen with noise.
	 *
	 * @param jitter of all landmarks during blinks, px, beside a noise of 0.2 px
	 */
	private static List<Face> faces(final OpennessSeries s, final double jitter,
		final long seed)
	{
		final var random = new Random(seed);
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < s.length(); i++) {
			final Face still = Analyses.face(s.frame()[i], s.time()[i], s.right()[i], s
				.left()[i]);
			final double sway = 5 * Math.sin(s.time()[i]);
			final double noise = 0.2 + (inBlink(s, i) ? jitter : 0);
			faces.add(Analyses.with(still, still.landmarks().points().stream().map(
				p -> new Point(p.x() + sway + noise * random.nextGaussian(), p.y() +
					noise * random.nextGaussian())).toList()));
		}
		return faces;
	}

	/**
	 * A skin with noise.
	 *
	 * @param change of the skin's texture during blinks, grey levels, beside a
	 *          noise of 3
	 */
	private static SkinMeasures skin(final List<Face> faces,
		final OpennessSeries s, final double change, final long seed)
	{
		final var random = new Random(seed);
		final var base = new Random(3).doubles(200 * 200, 60, 200).toArray();
		final var skin = new SkinMeasures(faces.size());
		final var meter = new SkinMeter(skin);
		for (int i = 0; i < faces.size(); i++) {
			final double noise = 3 + (inBlink(s, i) ? change : 0);
			final int[] argb = new int[base.length];
			for (int k = 0; k < argb.length; k++) argb[k] = 0xff000000 | 0x010101 *
				(int) Math.max(0, Math.min(255, base[k] + noise * random
					.nextGaussian()));
			meter.measure(new Frame(s.frame()[i], s.time()[i], 200, 200, argb), faces
				.get(i), i);
		}
		return skin;
	}

	private static double corrected(final List<DeformationTest> tests,
		final Measure measure)
	{
		return tests.stream().filter(t -> t.measure() == measure).findFirst()
			.orElseThrow().corrected();
	}

	@Test
	void jitterOfLandmarksDuringBlinksIsFound() {
		final var s = blinking();
		final var faces = faces(s, 0.8, 5);
		final var tests = BlinkDeformation.test(s, faces, new SkinMeasures(faces
			.size()), blinks(s));
		assertTrue(corrected(tests, Measure.ACCELERATION) < 0.01, tests::toString);
		assertTrue(corrected(tests, Measure.SHAPE) < 0.01, tests::toString);
		assertEquals(1, corrected(tests, Measure.TEXTURE));
	}

	@Test
	void changingSkinDuringBlinksIsFound() {
		final var s = blinking();
		final var still = IntStream.range(0, s.length()).mapToObj(i -> Analyses.face(
			s.frame()[i], s.time()[i])).toList();
		final var tests = BlinkDeformation.test(s, still, skin(still, s, 12, 5),
			blinks(s));
		assertTrue(corrected(tests, Measure.TEXTURE) < 0.01, tests::toString);
		assertTrue(corrected(tests, Measure.OUTLINE) < 0.01, tests::toString);
	}

	@Test
	void facesThatDoNotChangeRaiseNoAlarm() {
		final var s = blinking();
		int alarms = 0;
		for (int seed = 0; seed < 10; seed++) {
			final var faces = faces(s, 0, seed);
			final var still = IntStream.range(0, s.length()).mapToObj(i -> Analyses
				.face(s.frame()[i], s.time()[i])).toList();
			final var skin = seed < 1 ? skin(still, s, 0, seed) : new SkinMeasures(s
				.length());
			if (BlinkDeformation.test(s, faces, skin, blinks(s)).stream().anyMatch(
				t -> t.corrected() < 0.01)) alarms++;
		}
		assertEquals(0, alarms);
	}

	@Test
	void tooFewBlinksAreNotCompared() {
		final var s = new Signals(RATE, 10).blink(4, 0.9).series();
		final var faces = faces(s, 3, 1);
		for (final var test : BlinkDeformation.test(s, faces, new SkinMeasures(faces
			.size()), blinks(s)))
		{
			assertTrue(Double.isNaN(test.effect()));
			assertEquals(1, test.p());
		}
	}

	/** Without an effect p is uniform, although the series is correlated. */
	@Test
	void permutedWindowsKeepTheirLevel() {
		final var random = new Random(11);
		int below = 0;
		final int runs = 150;
		final boolean[] inside = new boolean[1000];
		for (int w = 0; w < 12; w++)
			for (int k = 0; k < 6; k++) inside[40 + 77 * w + (w * w) % 13 + k] = true;
		for (int r = 0; r < runs; r++) {
			final double[] series = new double[inside.length];
			for (int i = 1; i < series.length; i++) series[i] = 0.9 * series[i - 1] +
				random.nextGaussian();
			final var permutation = new WindowPermutation(series);
			if (permutation.p(inside, permutation.mean(inside), r) < 0.05) below++;
		}
		// 7.5 expected; the binomial's standard deviation is 2.7.
		assertTrue(below >= 1 && below <= 16, "" + below);
	}

	@Test
	void permutationsFindWhatIsThereAndRepeatThemselves() {
		final boolean[] inside = new boolean[500];
		final double[] series = new Random(2).doubles(500).toArray();
		// Unequal gaps: equal ones would often fall into their own places.
		for (final int i : new int[] { 20, 75, 118, 190, 231, 305, 388, 442 })
			for (int k = 0; k < 5; k++) {
				inside[i + k] = true;
				series[i + k] += 0.5;
			}
		final var permutation = new WindowPermutation(series);
		final double mean = permutation.mean(inside);
		assertEquals(1, mean, 0.15);
		assertTrue(permutation.p(inside, mean, 1) < 0.001);
		assertEquals(permutation.p(inside, 0.6, 1), permutation.p(inside, 0.6, 1));
		assertEquals(1, permutation.p(inside, -1, 1));
	}

	@Test
	void holmCorrectsStepByStep() {
		assertArrayEquals(new double[] { 0.04, 0.06, 0.06, 0.02 }, WindowPermutation
			.holm(new double[] { 0.01333333333, 0.03, 0.04, 0.005 }), 1e-6);
	}
}
