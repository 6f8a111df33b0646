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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Triangles over a face: its 68 landmarks, two rows of points over the brows
 * for the forehead, and a ring around the jaw for what lies beside the face.
 * All faces have the same triangles, those of Delaunay on the mean face.
 */
final class FaceMesh {

	/**
	 * How far the lower row lies over the brows' landmarks, in distances of the
	 * outer eye corners. It moves with the brow and keeps its distance, so that a
	 * brow's upper hairs stay as they are.
	 */
	private static final double HAIRS = 0.1;

	/** How far the upper row lies over the brows, in distances of brow and eye. */
	private static final double LIFT = 1.9;

	/**
	 * How far it lies over the lower row in a picture whose forehead is to be used
	 * without the hair above and beside it: the skin over the brows is stretched.
	 */
	private static final double LOW_LIFT = 0.25;

	/** Width of the row there, as a share of that of the brows. */
	private static final double NARROW = 0.82;

	/** Size of the ring around the jaw, seen from the nose. */
	private static final double RING = 1.3;

	/** Corners of each triangle, as indices into {@link #points}. */
	private static final int[][] TRIANGLES = Delaunay.of(points(FaceAligner
		.meanFace(256)));

	private FaceMesh() {}

	/** @return corners of each triangle, as indices into {@link #points} */
	static int[][] triangles() {
		return TRIANGLES;
	}

	/**
	 * @param face landmarks, px
	 * @return the mesh's points in the same image: the landmarks first
	 */
	static List<Point> points(final Landmarks face) {
		final List<Point> points = withBrows(face);
		lift(face, LIFT, 1, new Point(0, 0), points);
		return ringed(face, points);
	}

	/**
	 * @param face landmarks, px, of a picture that is to be warped
	 * @return the points there, those of the forehead below the hair
	 */
	static List<Point> pointsBelowHair(final Landmarks face) {
		final List<Point> points = withBrows(face);
		lift(face, LOW_LIFT, NARROW, hairs(face), points);
		return ringed(face, points);
	}

	private static List<Point> withBrows(final Landmarks face) {
		final var points = new ArrayList<>(face.points());
		final Point up = hairs(face);
		for (final Point p : face.points().subList(17, 27))
			points.add(new Point(p.x() + up.x(), p.y() + up.y()));
		return points;
	}

	/** From a brow's landmarks to the row over it. */
	private static Point hairs(final Landmarks face) {
		final Point a = face.get(36), b = face.get(45);
		return new Point(HAIRS * (b.y() - a.y()), HAIRS * (a.x() - b.x()));
	}

	private static List<Point> ringed(final Landmarks face,
		final List<Point> points)
	{
		final Point nose = face.get(29);
		for (final Point p : face.jaw())
			points.add(new Point(nose.x() + RING * (p.x() - nose.x()), nose.y() +
				RING * (p.y() - nose.y())));
		return points;
	}

	private static void lift(final Landmarks face, final double lift,
		final double width, final Point shift, final List<Point> points)
	{
		lift(face, 17, Point.mean(List.of(face.get(36), face.get(39))), lift, width,
			shift, points);
		lift(face, 22, Point.mean(List.of(face.get(42), face.get(45))), lift, width,
			shift, points);
	}

	/** By the eye's corners: lids that close must not move the forehead. */
	private static void lift(final Landmarks face, final int brow,
		final Point eye, final double lift, final double width,
		final Point shift, final List<Point> points)
	{
		final List<Point> hairs = face.points().subList(brow, brow + 5);
		final Point b = Point.mean(hairs);
		final double dx = lift * (b.x() - eye.x()) + shift.x();
		final double dy = lift * (b.y() - eye.y()) + shift.y();
		final Point c = Point.mean(face.points().subList(17, 27));
		for (final Point p : hairs)
			points.add(new Point(c.x() + width * (p.x() - c.x()) + dx, c.y() + width *
				(p.y() - c.y()) + dy));
	}
}
