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

import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The Delaunay triangulation of points in the plane, by inserting one after the
 * other (Bowyer, "Computing Dirichlet tessellations", 1981; Watson 1981). Meant
 * for some hundred points.
 */
final class Delaunay {

	private Delaunay() {}

	/**
	 * @param points at least three that do not lie on one line, all different
	 * @return indices of the corners of each triangle, clockwise as seen on screen
	 */
	static int[][] of(final List<Point> points) {
		final int n = points.size();
		final var all = new ArrayList<>(points);
		all.addAll(around(points));
		List<int[]> triangles = new ArrayList<>();
		triangles.add(clockwise(all, n, n + 1, n + 2));
		for (int i = 0; i < n; i++)
			triangles = inserted(all, triangles, i);
		return triangles.stream().filter(t -> t[0] < n && t[1] < n && t[2] < n)
			.toArray(int[][]::new);
	}

	/** A triangle that holds all points, far enough not to bend their hull. */
	private static List<Point> around(final List<Point> points) {
		final Point c = Point.mean(points);
		double far = 0;
		for (final Point p : points)
			far = Math.max(far, p.distance(c));
		final double r = 1000 * far;
		return List.of(new Point(c.x() - r, c.y() - r), new Point(c.x() + r, c
			.y() - r), new Point(c.x(), c.y() + r));
	}

	private static List<int[]> inserted(final List<Point> all,
		final List<int[]> triangles, final int i)
	{
		final var kept = new ArrayList<int[]>();
		final var broken = new ArrayList<int[]>();
		for (final int[] t : triangles)
			(inCircle(all, t, all.get(i)) ? broken : kept).add(t);
		for (final int[] t : broken)
			for (int k = 0; k < 3; k++) {
				final int a = t[k], b = t[(k + 1) % 3];
				// An edge of two broken triangles lies inside the hole.
				if (broken.stream().noneMatch(o -> hasEdge(o, b, a))) kept.add(
					new int[] { a, b, i });
			}
		return kept;
	}

	private static boolean hasEdge(final int[] t, final int a, final int b) {
		return t[0] == a && t[1] == b || t[1] == a && t[2] == b || t[2] == a &&
			t[0] == b;
	}

	private static int[] clockwise(final List<Point> all, final int a,
		final int b, final int c)
	{
		final Point p = all.get(a), q = all.get(b), r = all.get(c);
		final double twice = (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) *
			(r.x() - p.x());
		return twice > 0 ? new int[] { a, b, c } : new int[] { a, c, b };
	}

	/** Whether a point lies in the circle through a triangle's corners. */
	private static boolean inCircle(final List<Point> all, final int[] t,
		final Point p)
	{
		final double[][] m = new double[3][];
		for (int k = 0; k < 3; k++) {
			final double x = all.get(t[k]).x() - p.x(), y = all.get(t[k]).y() - p
				.y();
			m[k] = new double[] { x, y, x * x + y * y };
		}
		return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] *
			(m[1][0] * m[2][2] - m[1][2] * m[2][0]) + m[0][2] * (m[1][0] * m[2][1] -
				m[1][1] * m[2][0]) > 0;
	}
}
