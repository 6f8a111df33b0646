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
package io.github.janusfiji.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests masks against areas and distances that are known exactly. */
class FaceMaskTest {

	private static double sum(final float[] weights) {
		double sum = 0;
		for (final float w : weights)
			sum += w;
		return sum;
	}

	@Test
	void theHullOfASquareWithPointsInsideIsTheSquare() {
		final var hull = ConvexPolygon.hullOf(List.of(new Point(5, 5), new Point(0,
			0), new Point(10, 0), new Point(5, 10), new Point(0, 10), new Point(10,
				10), new Point(3, 7)));
		assertEquals(100, hull.area(), 1e-12);
		assertEquals(4, hull.corners().size());
	}

	@Test
	void clippingKeepsTheCommonArea() {
		final var square = ConvexPolygon.rectangle(0, 0, 10, 10);
		final var turned = ConvexPolygon.hullOf(List.of(new Point(10, 3), new Point(
			17, 10), new Point(10, 17), new Point(3, 10)));
		assertEquals(24.5, ConvexPolygon.area(turned.clipped(square)), 1e-9);
		assertEquals(0, ConvexPolygon.area(ConvexPolygon.rectangle(11, 0, 12, 9)
			.clipped(square)));
	}

	@Test
	void theWeightReachesOneInsideAndZeroAtTheOutline() {
		final double sigma = 3;
		final var mask = new FaceMask(ConvexPolygon.rectangle(20, 20, 80, 70),
			sigma);
		final float[] w = mask.weights(new Region(0, 0, 100, 90));
		assertEquals(1, w[45 * 100 + 50]);
		assertEquals(0.5, w[45 * 100 + 26], 0.01);
		for (int y = 0; y < 90; y++)
			for (int x = 0; x < 100; x++)
				if (x <= 20 || x >= 80 || y <= 20 || y >= 70) assertEquals(0, w[y *
					100 + x]);
		// Level sets are rectangles at a distance d with mean 2σ and, by the normal
		// distribution cut at ±2σ, variance 0.7737 σ²: the weights' sum is the mean
		// of (60 − 2d)(50 − 2d).
		final double expected = (60 - 4 * sigma) * (50 - 4 * sigma) + 4 * 0.7737 *
			sigma * sigma;
		assertEquals(expected, sum(w), 0.001 * expected);
	}

	@Test
	void aRegionOfTheMaskEqualsThatPartOfTheWhole() {
		final var mask = new FaceMask(ConvexPolygon.hullOf(List.of(new Point(5, 9),
			new Point(50, 4), new Point(40, 44), new Point(12, 38))), 2);
		final float[] whole = mask.weights(new Region(0, 0, 60, 50));
		final float[] part = mask.weights(new Region(11, 7, 20, 30));
		for (int y = 0; y < 30; y++)
			for (int x = 0; x < 20; x++)
				assertEquals(whole[(y + 7) * 60 + x + 11], part[y * 20 + x]);
	}

	@Test
	void theSameMaskInAnotherImageHasTheScaledArea() {
		final var mask = new FaceMask(ConvexPolygon.rectangle(20, 20, 80, 70), 3);
		final var map = new Similarity(0.4, 0.3, 12, 5);
		final double there = sum(mask.mapped(map).weights(new Region(0, 0, 90,
			90)));
		final double here = sum(mask.weights(new Region(0, 0, 100, 90)));
		assertEquals(here * 0.25, there, 0.01 * there);
	}

	@Test
	void theExtendedShapeIsTheHullWithMoreForehead() {
		final Landmarks face = FaceAligner.meanFace(256);
		final var hull = MaskShape.HULL.outline(face);
		final var extended = MaskShape.EXTENDED.outline(face);
		assertTrue(extended.area() > 1.1 * hull.area());
		assertEquals(hull.area(), ConvexPolygon.area(hull.clipped(extended)), 1e-6);
		assertTrue(top(extended) < top(hull) - 10);
	}

	private static double top(final ConvexPolygon polygon) {
		return polygon.corners().stream().mapToDouble(Point::y).min().orElseThrow();
	}

	@Test
	void nothingOutsideTheNetworksWindowIsShown() {
		final var framing = new ModelFraming(64, 0.5);
		final Similarity toWindow = framing.window(new Similarity(1, 0, 0, 0), 256);
		final var mask = FaceMask.in(MaskShape.EXTENDED.outline(FaceAligner.meanFace(
			256)), toWindow, framing, 0.03).orElseThrow();
		for (final Point p : mask.mapped(toWindow).outline().corners()) {
			assertTrue(p.x() > -0.001 && p.x() < 63.001, "x " + p.x());
			assertTrue(p.y() > -0.001 && p.y() < 63.001, "y " + p.y());
		}
	}

	@Test
	void theWindowIsTheMiddleOfTheCrop() {
		final var window = new ModelFraming(64, 0.5).window(new Similarity(1, 0, 0,
			0), 256);
		assertEquals(0.5, window.scale());
		// The crop's columns 64 to 191 become the window's columns 0 to 63.
		assertEquals(-0.5, window.apply(new Point(63.5, 63.5)).x(), 1e-12);
		assertEquals(63.5, window.apply(new Point(191.5, 191.5)).y(), 1e-12);
	}

	@Test
	void growingMovesEveryEdge() {
		final var square = ConvexPolygon.rectangle(10, 20, 30, 50);
		assertEquals(24 * 34, ConvexPolygon.area(square.offset(2)), 1e-9);
		assertEquals(16 * 26, ConvexPolygon.area(square.offset(-2)), 1e-9);
		assertTrue(ConvexPolygon.area(square.offset(-10)) < 1e-9);
		final var face = MaskShape.HULL.outline(FaceAligner.meanFace(256));
		final var grown = new ConvexPolygon(face.offset(5));
		for (final double[] e : grown.edges())
			for (final Point p : face.corners())
				assertTrue(e[0] * p.x() + e[1] * p.y() + e[2] > 4.999);
	}

	@Test
	void growAndFeatherAreSharesOfTheFacesSize() {
		final Landmarks face = FaceAligner.meanFace(256);
		final double size = Math.sqrt(MaskShape.HULL.outline(face).area());
		final var settings = new MaskSettings(MaskShape.HULL, -0.05, 0.03);
		final double[][] edges = MaskShape.HULL.outline(face).edges();
		for (final Point p : settings.outline(face).orElseThrow().corners())
			for (final double[] e : edges)
				assertTrue(e[0] * p.x() + e[1] * p.y() + e[2] > 0.05 * size - 1e-6);
	}

	@Test
	void aMaskWithinAnotherOutlineIsTheCommonPart() {
		final var mask = new FaceMask(ConvexPolygon.rectangle(0, 0, 20, 20), 2);
		final var narrow = mask.within(ConvexPolygon.rectangle(5, -9, 40, 40));
		assertEquals(15 * 20, narrow.outline().area(), 1e-9);
		assertEquals(2, narrow.sigma());
		assertEquals(mask, mask.within(ConvexPolygon.rectangle(50, 50, 60, 60)));
	}
}
