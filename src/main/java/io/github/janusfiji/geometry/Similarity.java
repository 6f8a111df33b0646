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

import java.util.List;

/**
 * A similarity of the plane (rotation, uniform scale, shift):
 * {@code x' = a·x − b·y + tx}, {@code y' = b·x + a·y + ty}.
 *
 * @param a scale times the cosine of the rotation
 * @param b scale times the sine of the rotation
 * @param tx shift, px
 * @param ty shift, px
 */
public record Similarity(double a, double b, double tx, double ty) {

	/** @return the uniform scale */
	public double scale() {
		return Math.hypot(a, b);
	}

	/**
	 * @param p a point
	 * @return its image
	 */
	public Point apply(final Point p) {
		return new Point(a * p.x() - b * p.y() + tx, b * p.x() + a * p.y() + ty);
	}

	/**
	 * @return the map back
	 * @throws ArithmeticException if the scale is 0
	 */
	public Similarity inverse() {
		final double s2 = a * a + b * b;
		if (s2 == 0) throw new ArithmeticException(
			"A similarity of scale 0 has no inverse");
		final double ia = a / s2, ib = -b / s2;
		return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
	}

	/**
	 * @param next the map to apply after this one
	 * @return both in one
	 */
	public Similarity then(final Similarity next) {
		final Point t = next.apply(new Point(tx, ty));
		return new Similarity(next.a * a - next.b * b, next.a * b + next.b * a, t
			.x(), t.y());
	}

	/** @return the first two rows of the 3×3 matrix, row by row */
	public double[] toMatrix() {
		return new double[] { a, -b, tx, b, a, ty };
	}

	/**
	 * The similarity that maps one point set to another with the least squared
	 * error (Umeyama, "Least-squares estimation of transformation parameters
	 * between two point patterns", PAMI 1991; in the plane, without reflection, it
	 * has this closed form).
	 *
	 * @param from at least two points, not all equal
	 * @param to as many points
	 * @return the best map
	 * @throws IllegalArgumentException if the sizes differ or the points of
	 *           {@code from} coincide
	 */
	public static Similarity estimate(final List<Point> from,
		final List<Point> to)
	{
		final int n = from.size();
		if (n < 2 || n != to.size()) throw new IllegalArgumentException(
			"Two sets of equally many points are needed");
		double fx = 0, fy = 0, gx = 0, gy = 0;
		for (int i = 0; i < n; i++) {
			fx += from.get(i).x() / n;
			fy += from.get(i).y() / n;
			gx += to.get(i).x() / n;
			gy += to.get(i).y() / n;
		}
		double dot = 0, cross = 0, norm = 0;
		for (int i = 0; i < n; i++) {
			final double x = from.get(i).x() - fx, y = from.get(i).y() - fy;
			final double u = to.get(i).x() - gx, v = to.get(i).y() - gy;
			dot += x * u + y * v;
			cross += x * v - y * u;
			norm += x * x + y * y;
		}
		if (norm == 0) throw new IllegalArgumentException("The points coincide");
		final double a = dot / norm, b = cross / norm;
		return new Similarity(a, b, gx - a * fx + b * fy, gy - b * fx - a * fy);
	}
}
