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
package io.github.janusfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Proportions, what moves them, and the cues of an expression. */
class FaceShapeTest {

	private static Landmarks mean() {
		return FaceShape.unit(FaceAligner.meanFace(200), 200);
	}

	private static Landmarks changed(final Landmarks face,
		final List<Integer> which, final UnaryOperator<Point> how)
	{
		return new Landmarks(IntStream.range(0, Landmarks.COUNT).mapToObj(
			i -> which.contains(i) ? how.apply(face.get(i)) : face.get(i)).toList());
	}

	private static Landmarks trembled(final Landmarks face, final double by,
		final long seed)
	{
		final var random = new SplittableRandom(seed);
		return new Landmarks(face.points().stream().map(p -> new Point(p.x() + by *
			random.nextGaussian(), p.y() + by * random.nextGaussian())).toList());
	}

	@Test
	void aFaceAtRestHasNoCues() {
		final var person = FaceShape.of(List.of(mean()));
		for (final float cue : FaceCues.of(mean(), person, false))
			assertEquals(0, cue, 0.05);
	}

	@Test
	void shutEyesAreToldForEitherPersonAlike() {
		final var shut = List.of(37, 38, 40, 41);
		final Landmarks wide = changed(mean(), List.of(37, 38), p -> new Point(p
			.x(), p.y() - 0.01));
		for (final Landmarks open : List.of(mean(), wide)) {
			final var person = FaceShape.of(List.of(open));
			final double lid = open.get(40).y();
			final float[] cues = FaceCues.of(changed(open, shut, p -> new Point(p
				.x(), lid)), person, false);
			assertEquals(-1.5, cues[0], 0.15);
			assertEquals(0, cues[1], 0.01);
			assertEquals(-1.5, FaceCues.of(changed(open, shut, p -> new Point(p.x(),
				lid)), person, true)[1], 0.15);
		}
	}

	@Test
	void theMeanOfManyFacesIsTheirMeanAndItsRestTheirMedian() {
		final var faces = IntStream.range(0, 400).mapToObj(i -> trembled(mean(),
			0.01, i)).toList();
		final var shape = FaceShape.of(faces);
		for (int i = 0; i < Landmarks.COUNT; i++)
			assertEquals(0, shape.landmarks().get(i).distance(mean().get(i)), 0.002);
		assertArrayEquals(FaceShape.of(faces).points(), shape.points());
	}

	@Test
	void aWarpMovesLandmarksToTheirPlaces() {
		// A longer chin, a wider mouth, higher brows: as people differ.
		Landmarks other = changed(mean(), IntStream.range(4, 13).boxed().toList(),
			p -> new Point(p.x(), p.y() + 0.03));
		other = changed(other, IntStream.range(17, 27).boxed().toList(),
			p -> new Point(p.x(), p.y() - 0.02));
		final var warp = ShapeWarp.between(mean(), other);
		final float[] x = new float[Landmarks.COUNT], y = x.clone();
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) mean().get(i).x();
			y[i] = (float) mean().get(i).y();
		}
		warp.move(x, y);
		double before = 0, after = 0;
		for (int i = 0; i < x.length; i++) {
			before += mean().get(i).distance(other.get(i));
			after += other.get(i).distance(new Point(x[i], y[i]));
		}
		assertTrue(after < 0.2 * before, after + " of " + before);
	}

	@Test
	void aWarpKeepsTheBorderAndDoesNotFold() {
		final var warp = ShapeWarp.between(mean(), trembled(mean(), 0.01, 5));
		final float[] x = new float[200], y = x.clone();
		for (int i = 0; i < x.length; i++) {
			x[i] = (i + 0.5f) / x.length;
			y[i] = 0.5f;
		}
		warp.move(x, y);
		for (int i = 1; i < x.length; i++)
			assertTrue(x[i] > x[i - 1], "folds at " + i);
		final float[] edge = { 0, 1, 0, 1 }, corner = { 0, 0, 1, 1 };
		warp.move(edge, corner);
		assertArrayEquals(new float[] { 0, 1, 0, 1 }, edge, 5e-3f);
	}

	@Test
	void betweenTwoShapesIsTheirMixture() {
		final var a = FaceShape.of(List.of(mean()));
		final var b = FaceShape.of(List.of(trembled(mean(), 0.02, 1)));
		assertArrayEquals(a.points(), a.towards(b, 0, 0).points(), 1e-6f);
		assertArrayEquals(b.points(), a.towards(b, 1, 1).points(), 1e-6f);
		assertArrayEquals(a.rest(), a.towards(b, 1, 1).rest());
	}

	@Test
	void numbersThatAreNoneAreRefused() {
		final var points = new float[2 * Landmarks.COUNT];
		points[7] = Float.NaN;
		assertThrows(IllegalArgumentException.class, () -> new FaceShape(points,
			new float[FaceMeasures.COUNT]));
		assertThrows(IllegalArgumentException.class, () -> new FaceShape(
			new float[3], new float[FaceMeasures.COUNT]));
	}
}
