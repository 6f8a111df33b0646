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
import java.util.List;

/**
 * A convex polygon in an image. Made of few corners, it can be clipped, mapped
 * and measured exactly, without drawing it.
 *
 * @param corners at least three, px, in positive order of angle (clockwise as
 *          seen on screen, where y points down)
 */
public record ConvexPolygon(List<Point> corners) {

	/** Takes a copy and checks the count. */
	public ConvexPolygon {
		corners = List.copyOf(corners);
		if (corners.size() < 3) throw new IllegalArgumentException(
			"A polygon has three corners or more, not " + corners.size());
	}

	/**
	 * The convex hull, as in {@link FaceOutline#around}.
	 *
	 * @param points at least three that do not lie on one line, px
	 * @return the smallest convex polygon around them
	 * @throws IllegalArgumentException if the points lie on one line
	 */
	public static ConvexPolygon hullOf(final List<Point> points) {
		return new ConvexPolygon(FaceOutline.around(points).corners());
	}

	private static double cross(final Point o, final Point p, final Point q) {
		return (p.x() - o.x()) * (q.y() - o.y()) - (p.y() - o.y()) * (q.x() - o
			.x());
	}

	/**
	 * @param x0 left edge, px
	 * @param y0 upper edge, px
	 * @param x1 right edge, px
	 * @param y1 lower edge, px
	 * @return an upright rectangle
	 */
	public static ConvexPolygon rectangle(final double x0, final double y0,
		final double x1, final double y1)
	{
		return new ConvexPolygon(List.of(new Point(x0, y0), new Point(x1, y0),
			new Point(x1, y1), new Point(x0, y1)));
	}

	/**
	 * @param map to another image
	 * @return this polygon there
	 */
	public ConvexPolygon mapped(final Similarity map) {
		return new ConvexPolygon(corners.stream().map(map::apply).toList());
	}

	/**
	 * The common part with another convex polygon (Sutherland and Hodgman,
	 * "Reentrant polygon clipping", 1974).
	 *
	 * @param other the window
	 * @return corners of the common part; fewer than three if there is none
	 */
	public List<Point> clipped(final ConvexPolygon other) {
		List<Point> rest = corners;
		for (int i = 0; i < other.corners.size() && !rest.isEmpty(); i++) {
			final Point a = other.corners.get(i);
			final Point b = other.corners.get((i + 1) % other.corners.size());
			rest = clipped(rest, a, b);
		}
		return rest;
	}

	private static List<Point> clipped(final List<Point> polygon, final Point a,
		final Point b)
	{
		final var kept = new ArrayList<Point>();
		Point p = polygon.get(polygon.size() - 1);
		for (final Point q : polygon) {
			final double dp = cross(a, b, p), dq = cross(a, b, q);
			if (dp < 0 != dq < 0) {
				final double t = dp / (dp - dq);
				kept.add(new Point(p.x() + t * (q.x() - p.x()), p.y() + t * (q.y() - p
					.y())));
			}
			if (dq >= 0) kept.add(q);
			p = q;
		}
		return kept;
	}

	/**
	 * @param distance by which every edge moves outwards, px; inwards if negative
	 * @return corners of the polygon between the moved edges; fewer than three if
	 *         nothing is left
	 */
	public List<Point> offset(final double distance) {
		final double far = Math.max(0, distance) * 4;
		List<Point> rest = bounds(far).corners;
		for (final double[] e : edges()) {
			if (rest.isEmpty()) break;
			final double d = e[2] + distance;
			final var a = new Point(-d * e[0], -d * e[1]);
			rest = clipped(rest, a, new Point(a.x() + e[1], a.y() - e[0]));
		}
		return rest;
	}

	private ConvexPolygon bounds(final double margin) {
		final var x = corners.stream().mapToDouble(Point::x).summaryStatistics();
		final var y = corners.stream().mapToDouble(Point::y).summaryStatistics();
		return rectangle(x.getMin() - margin, y.getMin() - margin, x.getMax() +
			margin, y.getMax() + margin);
	}

	/** @return the area, px² */
	public double area() {
		return area(corners);
	}

	/**
	 * @param polygon corners in order
	 * @return the area, px²; 0 for fewer than three corners
	 */
	public static double area(final List<Point> polygon) {
		double twice = 0;
		for (int i = 2; i < polygon.size(); i++)
			twice += cross(polygon.get(0), polygon.get(i - 1), polygon.get(i));
		return twice / 2;
	}

	/** @return whether every coordinate is a finite number */
	public boolean isFinite() {
		return corners.stream().allMatch(p -> Double.isFinite(p.x()) && Double
			.isFinite(p.y()));
	}

	/**
	 * @return for each edge {nx, ny, d}, so that {@code nx·x + ny·y + d} is the
	 *         distance from its line, px, positive inside; edges of no length are
	 *         left out
	 */
	public double[][] edges() {
		final var edges = new ArrayList<double[]>();
		for (int i = 0; i < corners.size(); i++) {
			final Point a = corners.get(i);
			final Point b = corners.get((i + 1) % corners.size());
			final double length = a.distance(b);
			if (length < 1e-9) continue;
			final double nx = (a.y() - b.y()) / length, ny = (b.x() - a.x()) / length;
			edges.add(new double[] { nx, ny, -(nx * a.x() + ny * a.y()) });
		}
		return edges.toArray(new double[0][]);
	}
}
