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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Framing;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.swap.SelfBlender;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class MeasuresTest {

	private static final int SIZE = FacePicture.SIZE;
	private static final Landmarks FACE = new Framing(SIZE, 0.7, 0).meanFace();

	/** Far from the edge of the picture. */
	private static final Landmarks SMALL = new Framing(SIZE, 0.45, 0).meanFace();

	/** The mean face lies so that the picture is its own crop. */
	private static FacePicture face(final IntBinaryOperator grey) {
		return FacePicture.of(frame(grey), FACE, 0, 0);
	}

	private static Frame frame(final IntBinaryOperator grey) {
		final var argb = new int[SIZE * SIZE];
		for (int i = 0; i < argb.length; i++)
			argb[i] = 0xff000000 | 0x010101 * grey.applyAsInt(i % SIZE, i / SIZE);
		return new Frame(0, 0, SIZE, SIZE, argb);
	}

	private static int texture(final int x, final int y) {
		return (int) (128 + 40 * Math.sin(x / 3.0) + 30 * Math.cos(y / 4.0 + x /
			9.0)) + new SplittableRandom(x * 1000L + y).nextInt(-8, 9);
	}

	@Test
	void aFlatPictureLosesNothingBySmoothing() {
		final float[] q = ImageQuality.of(face((x, y) -> 100));
		assertEquals(139, q.length);
		assertEquals(0, q[0], 1e-3, "MSE");
		assertEquals(1, q[3], 1e-3, "SC");
		assertEquals(1, q[15], 1e-3, "SSIM");
		assertEquals(1, q[16], 1e-3, "VIF");
		assertEquals(1, q[18 + 18], 1e-6, "share of the commonest colour");
		assertEquals(1 / 2000f, q[18 + 118], 1e-6, "number of colours");
		for (final float v : q)
			assertTrue(Float.isFinite(v));
	}

	@Test
	void blurShows() {
		final var sharp = face(MeasuresTest::texture);
		final float[] soft = Planes.smoothed(sharp.grey(), SIZE, Planes.gaussian(11,
			2));
		final float[] q = ImageQuality.of(sharp), b = ImageQuality.of(face((x,
			y) -> Math.round(soft[y * SIZE + x])));
		assertTrue(b[0] < q[0] / 4, "smoothing changes a soft picture less");
		assertTrue(b[18 + 119] > q[18 + 119], "blur");
		assertTrue(b[18 + 120] > q[18 + 120], "width of edges");
		assertTrue(b[17] > q[17], "low frequencies");
	}

	@Test
	void theSpectrumPeaksAtTheFrequency() {
		final float[] s = RadialSpectrum.of(face((x, y) -> (int) Math.round(128 +
			100 * Math.sin(2 * Math.PI * 20 * x / SIZE))));
		int best = 5;
		for (int r = 5; r < s.length; r++)
			if (s[r] > s[best]) best = r;
		assertEquals(20, best);
	}

	@Test
	void noiseInsideTheFaceAloneShows() {
		final int middle = SIZE / 2;
		final var same = ResidualNoise.of(face(MeasuresTest::texture));
		final var other = ResidualNoise.of(face((x, y) -> Math.hypot(x - middle, y -
			middle) < 40 ? 128 : texture(x, y)));
		// the run of three zeros
		assertEquals(0, same[125 + 62], 0.1);
		assertTrue(other[125 + 62] > 0.3, "" + other[125 + 62]);
	}

	@Test
	void whatDiffersInsideTheFaceAloneShowsAsContrast() {
		final float[] same = FaceContrast.of(face(MeasuresTest::texture)), other =
			FaceContrast.of(face((x, y) -> Math.hypot(x - 80, y - 75) < 30 ? 128
				: texture(x, y)));
		assertEquals(FaceContrast.COUNT, same.length);
		// the finest band: the face's middle less its rim
		assertEquals(0, same[1], 0.15);
		assertTrue(other[1] < -1, "" + other[1]);
		final float[] brighter = FaceContrast.of(face((x, y) -> texture(x, y) +
			30));
		for (int i = 0; i < same.length; i++)
			assertEquals(same[i], brighter[i], 0.02, "number " + i);
	}

	@Test
	void anEdgeShowsInThePlaceWhereItIs() {
		final float[] flat = GradientHistograms.of(face((x, y) -> 100)), edge =
			GradientHistograms.of(face((x, y) -> x > 120 && y > 120 ? 150 : 100));
		final int[] places = GradientHistograms.places();
		assertEquals(flat.length, places.length);
		final var change = new double[100];
		for (int i = 0; i < flat.length; i++) {
			assertTrue(Float.isFinite(edge[i]));
			change[places[i]] += Math.abs(edge[i] - flat[i]);
		}
		assertEquals(0, change[0], 1e-6, "far from the edge");
		assertTrue(change[77] > 1, "at its corner: " + change[77]);
	}

	@Test
	void evidenceOfGradientsAddsUpToTheScore() throws InputException {
		final var plain = new ArrayList<FacePicture>();
		final var cut = new ArrayList<FacePicture>();
		for (int i = 0; i < 6; i++) {
			final int shift = 7 * i;
			plain.add(face((x, y) -> 128 + (int) (60 * Math.sin((x + shift) / 9.0))));
			cut.add(face((x, y) -> 128 + (int) (60 * Math.sin((x + shift) / 9.0)) +
				(x > 40 && x < 120 && y > 40 ? 30 : 0)));
		}
		final var learnt = new Gradients().learn(new Examples(plain, cut, List
			.of(), 1, 5), Progress.NONE);
		final double[] a = learnt.scores(plain), b = learnt.scores(cut);
		for (int i = 0; i < a.length; i++)
			assertTrue(b[i] > a[i], a[i] + " " + b[i]);
		final double constant = b[0] - mean(learnt.evidence(cut.get(0))
			.orElseThrow());
		assertEquals(a[3] - constant, mean(learnt.evidence(plain.get(3))
			.orElseThrow()), 0.2 * Math.abs(b[3] - a[3]));
		assertArrayEquals(b, new Gradients().read(learnt.tensors()).scores(cut),
			1e-3);
	}

	private static double mean(final float[] map) {
		double mean = 0;
		for (final float v : map)
			mean += v / map.length;
		return mean;
	}

	@Test
	void selfBlendingChangesTheFaceAndNothingFarFromIt() {
		final Frame frame = frame(MeasuresTest::texture);
		int blended = 0;
		for (int seed = 0; seed < 12; seed++) {
			final Frame b = SelfBlender.blend(frame, SMALL, new SplittableRandom(seed))
				.orElseThrow();
			assertArrayEquals(b.argb(), SelfBlender.blend(frame, SMALL,
				new SplittableRandom(seed)).orElseThrow().argb());
			for (int i = 0; i < SIZE; i++) {
				assertEquals(frame.argb()[i], b.argb()[i]);
				assertEquals(frame.argb()[i * SIZE], b.argb()[i * SIZE]);
			}
			int changed = 0;
			for (int i = 0; i < b.argb().length; i++)
				if (b.argb()[i] != frame.argb()[i]) changed++;
			if (changed > 1000) blended++;
		}
		assertTrue(blended >= 10, "" + blended);
	}

	@Test
	void aDisturbedFaceIsTheSameFaceInOtherPixels() {
		final var face = face(MeasuresTest::texture);
		double most = 0;
		int same = 0;
		for (int seed = 0; seed < 20; seed++) {
			final var other = Disturbance.of(face, new SplittableRandom(seed));
			if (other == face) same++;
			final float[] a = face.grey(), b = other.grey();
			double sum = 0;
			for (int i = 0; i < a.length; i++)
				sum += Math.abs(a[i] - b[i]) / a.length;
			most = Math.max(most, sum);
		}
		assertTrue(same < 8 && most > 1 && most < 30, same + " " + most);
	}

	@Test
	void theNetworkLearnsAndItsScoreIsTheMeanOfItsEvidence() {
		final var plain = new ArrayList<FacePicture>();
		final var rough = new ArrayList<FacePicture>();
		for (int i = 0; i < 6; i++) {
			final int shift = 13 * i;
			plain.add(face((x, y) -> 128 + (int) (60 * Math.sin((x + shift) / 9.0))));
			rough.add(face((x, y) -> 128 + (int) (60 * Math.sin((x + shift) / 9.0)) +
				((x ^ y) & 1) * 24));
		}
		try (var network = EvidenceNetwork.learnt(plain, rough, 25, 3,
			Progress.NONE))
		{
			final double[] a = network.scores(plain), b = network.scores(rough);
			double gap = 0;
			for (int i = 0; i < a.length; i++)
				gap += (b[i] - a[i]) / a.length;
			assertTrue(gap > 0.5, "gap " + gap);
			final float[] map = network.evidence(rough.get(2)).orElseThrow();
			double mean = 0;
			for (final float v : map)
				mean += v / map.length;
			assertEquals(b[2], mean, 1e-4);
			assertNotEquals(map[0], map[55]);
			try (var read = EvidenceNetwork.read(network.tensors())) {
				assertArrayEquals(b, read.scores(rough), 1e-5);
			}
			catch (final InputException e) {
				throw new AssertionError(e);
			}
		}
	}
}
