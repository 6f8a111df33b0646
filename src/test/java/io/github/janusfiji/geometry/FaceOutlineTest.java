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
package io.github.janusfiji.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The outline that stands for a face's mask. */
class FaceOutlineTest {

	private static final Landmarks MEAN = MeanFace.at(100, 300, 200);

	/** Whether a point lies inside a convex outline or on it. */
	private static boolean covers(final FaceOutline outline, final Point p) {
		final List<Point> c = outline.corners();
		for (int i = 0; i < c.size(); i++) {
			final Point a = c.get(i), b = c.get((i + 1) % c.size());
			final double side = (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) *
				(p.x() - a.x());
			if (side < -1e-9) return false;
		}
		return true;
	}

	@Test
	void aHullOfKnownPoints() {
		final var random = new Random(1);
		final var points = new ArrayList<>(List.of(new Point(0, 0), new Point(10, 0),
			new Point(10, 5), new Point(0, 5)));
		for (int i = 0; i < 200; i++)
			points.add(new Point(10 * random.nextDouble(), 5 * random.nextDouble()));
		assertEquals(List.of(new Point(0, 0), new Point(10, 0), new Point(10, 5),
			new Point(0, 5)), FaceOutline.around(points).corners());
	}

	@Test
	void everyLandmarkIsCoveredAndEachCornerIsNeeded() {
		final var random = new Random(2);
		for (int round = 0; round < 100; round++) {
			final var face = new Landmarks(MEAN.points().stream().map(p -> new Point(p
				.x() + 4 * random.nextGaussian(), p.y() + 4 * random.nextGaussian()))
				.toList());
			for (final var outline : List.of(FaceOutline.of(face), FaceOutline
				.ofLandmarks(face)))
			{
				face.points().forEach(p -> assertTrue(covers(outline, p)));
				for (int i = 0; i < outline.corners().size(); i++) {
					final var fewer = new ArrayList<>(outline.corners());
					final Point corner = fewer.remove(i);
					assertFalse(covers(new FaceOutline(fewer), corner));
				}
			}
		}
	}

	@Test
	void theBrowsAreLiftedByEightTenthsOfTheirDistanceFromTheEyes() {
		final double brow = MEAN.rightBrow().stream().mapToDouble(Point::y).average()
			.orElseThrow();
		final double eye = MEAN.rightEye().stream().mapToDouble(Point::y).average()
			.orElseThrow();
		final double highest = MEAN.rightBrow().stream().mapToDouble(Point::y).min()
			.orElseThrow();
		assertEquals(highest - 0.8 * (eye - brow), FaceOutline.of(MEAN).corners()
			.stream().mapToDouble(Point::y).min().orElseThrow(), 1e-9);
		assertEquals(highest, FaceOutline.ofLandmarks(MEAN).corners().stream()
			.mapToDouble(Point::y).min().orElseThrow(), 1e-9);
	}

	@Test
	void theOutlineTurnsWithTheFace() {
		final var map = new Similarity(0.6, 0.8, 12, -7);
		final var moved = FaceOutline.of(MEAN.mapped(map)).corners();
		final var expected = FaceOutline.of(MEAN).mapped(map).corners();
		assertEquals(expected.size(), moved.size());
		for (final Point p : expected)
			assertTrue(moved.stream().anyMatch(q -> q.distance(p) < 1e-9));
	}
}
