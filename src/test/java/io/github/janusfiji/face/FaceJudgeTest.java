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
package io.github.janusfiji.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Painted faces of which it is known what they are. */
class FaceJudgeTest {

	/** Side of a painted face, and of the canvas, px. */
	private static final int SIZE = 128, CANVAS = 256;

	private static List<TrueFaces.Shown> faces;
	private static FaceJudge judge;

	@BeforeAll
	static void read() throws IOException {
		faces = TrueFaces.of("ben", i -> i % 30 == 0).faces();
		judge = FaceJudge.create();
	}

	@AfterAll
	static void end() {
		judge.close();
	}

	/** A face in its aligned crop, as training has it. */
	private record Crop(Frame picture, Landmarks face) {

		static Crop of(final TrueFaces.Shown shown) {
			final var map = FaceAligner.align(shown.landmarks(), CANVAS);
			return new Crop(new Frame(0, 0, CANVAS, CANVAS, FaceAligner.crop(shown
				.frame(), map, CANVAS)), shown.landmarks().mapped(map));
		}

		/** The middle part that a network of that coverage sees. */
		int[] middle(final Similarity toCanvas) {
			return FaceAligner.crop(picture, toCanvas.inverse(), SIZE);
		}
	}

	/** From a painted face to the middle 0.8 of the canvas. */
	private static Similarity middle() {
		final double scale = 0.8 * CANVAS / SIZE;
		final double shift = (CANVAS - 1) / 2.0 - scale * (SIZE - 1) / 2.0;
		return new Similarity(scale, 0, shift, shift);
	}

	@Test
	void aFaceIsFoundWhereItIsWithItsExpression() {
		for (final var shown : faces) {
			final var verdict = judge.judge(shown.frame(), shown.landmarks());
			assertTrue(verdict.isFound());
			assertTrue(verdict.score() > 0.9, "score " + verdict.score());
			assertEquals(verdict.score(), 1 / (1 + Math.exp(-verdict.odds())), 1e-9);
			assertTrue(verdict.hasIrises() || shown.openness() < 0.6);
			assertTrue(verdict.detection() > 0.5);
			assertTrue(verdict.landmarks() < 12, "landmarks " + verdict.landmarks());
			final var truth = Expression.of(shown.landmarks());
			assertEquals(truth.mouth(), verdict.expression().mouth(), 0.08);
			assertEquals(truth.brows(), verdict.expression().brows(), 0.12);
		}
	}

	@Test
	void aFacePaintedAsItWasIsJudgedAlike() {
		for (final var shown : faces) {
			final var crop = Crop.of(shown);
			final var own = judge.judge(crop.picture(), crop.face());
			final var painted = judge.judge(crop.middle(middle()), SIZE, middle(),
				crop.picture(), crop.face());
			assertTrue(painted.isFound());
			assertEquals(own.score(), painted.score(), 0.1);
			assertEquals(own.landmarks(), painted.landmarks(), 2);
			assertEquals(own.expression().eyes(), painted.expression().eyes(), 0.04);
		}
	}

	@Test
	void aFacePaintedBesideItsPlaceIsOffByAsMuch() {
		for (final var shown : faces) {
			final var crop = Crop.of(shown);
			final double off = 0.08 * crop.face().interOcularDistance();
			final var beside = middle().then(new Similarity(1, 0, off, 0));
			final var there = judge.judge(crop.middle(middle()), SIZE, beside, crop
				.picture(), crop.face()).face().orElseThrow();
			final var before = judge.judge(crop.picture(), crop.face()).face()
				.orElseThrow();
			final double moved = Point.mean(there.points().subList(17, 68)).x() - Point
				.mean(before.points().subList(17, 68)).x();
			assertEquals(off, moved, 0.35 * off);
		}
	}

	@Test
	void skinWithoutFeaturesIsNoFace() {
		for (final var shown : faces) {
			final var crop = Crop.of(shown);
			final int[] skin = new int[SIZE * SIZE];
			Arrays.fill(skin, 0xffc89678);
			final var verdict = judge.judge(skin, SIZE, middle(), crop.picture(), crop
				.face());
			assertTrue(!verdict.isFound() || verdict.score() < 0.3, "score " + verdict
				.score());
		}
		final var empty = judge.judge(new Frame(0, 0, 64, 64, new int[64 * 64]),
			FaceAligner.meanFace(64));
		assertFalse(empty.isFound());
		assertEquals(0, empty.score());
		assertEquals(0, empty.odds());
		assertFalse(empty.hasIrises());
		assertEquals(Expression.NONE, empty.expression());
		assertTrue(Double.isNaN(empty.landmarks()));
	}

	@Test
	void closedEyesAreMoreClosedThanOpenOnes() throws IOException {
		final var blinks = TrueFaces.of("ada", i -> i >= 38 && i <= 44).faces();
		final var shut = blinks.stream().min((a, b) -> Double.compare(a.openness(),
			b.openness())).orElseThrow();
		final var open = TrueFaces.of("ada", i -> i == 30).faces().get(0);
		assertTrue(eyes(shut) < 0.8 * eyes(open), eyes(shut) + " of " + eyes(open));
	}

	private static double eyes(final TrueFaces.Shown shown) {
		return judge.judge(shown.frame(), shown.landmarks()).expression().eyes();
	}

	@Test
	void pastingTouchesTheFaceOnly() {
		final var crop = Crop.of(faces.get(0));
		final var kept = crop.picture().argb().clone();
		final int[] green = new int[SIZE * SIZE];
		Arrays.fill(green, 0xff00ff00);
		final var pasted = FaceJudge.pasted(new Frame(0, 0, SIZE, SIZE, green),
			middle(), crop.picture(), crop.face()).argb();
		assertArrayEquals(kept, crop.picture().argb());
		final Point nose = crop.face().get(30);
		assertEquals(0xff00ff00, pasted[(int) nose.y() * CANVAS + (int) nose.x()]);
		for (int x = 0; x < CANVAS; x++)
			assertEquals(kept[x], pasted[x]);
	}

	@Test
	void anExpressionIsThatOfTheFormula() {
		final var mean = FaceAligner.meanFace(256);
		final var points = new ArrayList<>(mean.points());
		final double unit = mean.interOcularDistance();
		for (final int lip : new int[] { 61, 62, 63 })
			points.set(lip, new Point(100 + lip, 150));
		for (final int lip : new int[] { 67, 66, 65 })
			points.set(lip, new Point(100 + 128 - lip, 150 + 0.1 * unit));
		for (int i = 17; i < 27; i++)
			points.set(i, new Point(points.get(i).x(), points.get(i).y() - 0.05 *
				unit));
		final var turned = new Landmarks(points).mapped(new Similarity(0.3, 0.2, 7,
			9));
		final var expression = Expression.of(turned);
		assertEquals(0.1, expression.mouth(), 1e-9);
		assertEquals(Expression.of(mean).mouthWidth(), expression.mouthWidth(),
			1e-9);
		assertEquals(Expression.of(mean).eyes(), expression.eyes(), 1e-9);
		assertEquals(0.05, expression.brows() - Expression.of(mean).brows(), 2e-3);
	}
}
