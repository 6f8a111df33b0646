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

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Outline of a face, a polygon: small to store, and drawn, clipped and measured
 * at any size without loss.
 *
 * @param corners in order, clockwise as seen on screen, px; fewer than three if
 *          the landmarks lie on one line
 */
public record FaceOutline(List<Point> corners) {

	/** Lift of the brows, as a share of their distance from the eyes. */
	private static final double LIFT = 0.8;

	/** Takes a copy. */
	public FaceOutline {
		corners = List.copyOf(corners);
	}

	/**
	 * The outline that face sets store: the convex hull of the landmarks and of
	 * the brows lifted away from the eyes by 0.8 of the distance between the mean
	 * brow point and the mean eye point of that side, so that the lower forehead
	 * belongs to the face.
	 *
	 * @param face landmarks, px in any image
	 * @return the outline there
	 */
	public static FaceOutline of(final Landmarks face) {
		return of(face, LIFT);
	}

	/**
	 * @param face landmarks, px in any image
	 * @param lift of the brows, as a share of their distance from the eyes
	 * @return the same outline with another lift
	 */
	public static FaceOutline of(final Landmarks face, final double lift) {
		final var points = new ArrayList<>(face.points());
		points.addAll(liftedBrows(face, lift));
		return around(points);
	}

	/**
	 * @param face landmarks, px in any image
	 * @return the points of the brows, the right one's first, lifted as for
	 *         {@link #of}
	 */
	public static List<Point> liftedBrows(final Landmarks face) {
		return liftedBrows(face, LIFT);
	}

	private static List<Point> liftedBrows(final Landmarks face,
		final double lift)
	{
		final var points = new ArrayList<Point>();
		lift(face.rightBrow(), face.rightEye(), lift, points);
		lift(face.leftBrow(), face.leftEye(), lift, points);
		return points;
	}

	/**
	 * @param face landmarks, px in any image
	 * @return the convex hull of the landmarks alone: from brow to chin
	 */
	public static FaceOutline ofLandmarks(final Landmarks face) {
		return around(face.points());
	}

	/**
	 * @param map similarity to another image
	 * @return this outline there
	 */
	public FaceOutline mapped(final Similarity map) {
		return new FaceOutline(corners.stream().map(map::apply).toList());
	}

	private static void lift(final List<Point> brow, final List<Point> eye,
		final double lift, final List<Point> points)
	{
		final Point b = Point.mean(brow), e = Point.mean(eye);
		final double dx = lift * (b.x() - e.x()), dy = lift * (b.y() - e.y());
		for (final Point p : brow)
			points.add(new Point(p.x() + dx, p.y() + dy));
	}

	/**
	 * The convex hull (Andrew, "Another efficient algorithm for convex hulls in
	 * two dimensions", 1979).
	 *
	 * @param points px
	 * @return the smallest convex polygon around them
	 */
	public static FaceOutline around(final List<Point> points) {
		final var sorted = new ArrayList<>(points);
		sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(
			Point::y));
		final var hull = chain(sorted);
		Collections.reverse(sorted);
		hull.addAll(chain(sorted));
		return new FaceOutline(hull);
	}

	private static List<Point> chain(final List<Point> sorted) {
		final var chain = new ArrayList<Point>();
		for (final Point p : sorted) {
			while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.get(
				chain.size() - 1), p) <= 0) chain.remove(chain.size() - 1);
			chain.add(p);
		}
		// Its last point begins the other chain.
		chain.remove(chain.size() - 1);
		return chain;
	}

	/** Twice the area of a triangle; positive if it turns clockwise on screen. */
	private static double turn(final Point o, final Point p, final Point q) {
		return (p.x() - o.x()) * (q.y() - o.y()) - (p.y() - o.y()) * (q.x() - o
			.x());
	}
}
