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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;

/**
 * Where a head points, from its landmarks: the affine camera that maps a
 * three-dimensional mean head to them with the least squared error, made a
 * scaled rotation (weak perspective) by the polar decomposition.
 */
final class HeadPose {

	/**
	 * Landmarks that move little with expression, and how far they lie before
	 * the plane of the outer eye corners, in widths of the jaw (about 140 mm).
	 * Depths are rounded from the proportions of adult heads (nose tip about
	 * 43 mm before the outer eye corners); their other coordinates are those of
	 * the mean face.
	 */
	private static final double[][] DEPTHS = { { 17, -0.01 }, { 19, 0.08 }, { 21,
		0.12 }, { 22, 0.12 }, { 24, 0.08 }, { 26, -0.01 }, { 27, 0.13 }, { 28,
			0.19 }, { 29, 0.25 }, { 30, 0.31 }, { 31, 0.15 }, { 33, 0.20 }, { 35,
				0.15 }, { 36, 0.00 }, { 39, 0.06 }, { 42, 0.06 }, { 45, 0.00 }, { 48,
					0.10 }, { 51, 0.20 }, { 54, 0.10 } };

	/** x right, y down, z away from the viewer; about its centre. */
	private static final double[][] HEAD = head();

	/** Inverse of the 3×3 matrix of second moments of the head. */
	private static final double[][] INVERSE = inverse(moments());

	private HeadPose() {}

	/**
	 * @param landmarks a face
	 * @return its yaw, pitch and roll, degrees; the turn to the side and up or down
	 *         applies after the lean, so that yaw and pitch say where in the image
	 *         the face points
	 */
	static double[] of(final Landmarks landmarks) {
		final double[] row1 = new double[3], row2 = new double[3];
		fit(landmarks, row1, row2);
		orthonormalise(row1, row2);
		final double r33 = row1[0] * row2[1] - row1[1] * row2[0];
		return new double[] { Math.toDegrees(Math.atan2(-row1[2], r33)), Math
			.toDegrees(Math.asin(Math.max(-1, Math.min(1, row2[2])))), Math.toDegrees(
				Math.atan2(row2[0], row2[1])) };
	}

	/**
	 * The other way round: where landmarks of the mean head appear.
	 *
	 * @param pose yaw, pitch and roll, degrees
	 * @param scale px per width of the jaw
	 * @return for each used landmark its index, x and y about the head's centre
	 */
	static double[][] project(final double[] pose, final double scale) {
		final double y = -Math.toRadians(pose[0]);
		final double p = -Math.toRadians(pose[1]);
		final double r = Math.toRadians(pose[2]);
		final double[][] points = new double[HEAD.length][];
		for (int i = 0; i < points.length; i++) {
			final double[] h = HEAD[i];
			final double u = Math.cos(r) * h[0] - Math.sin(r) * h[1];
			final double v = Math.sin(r) * h[0] + Math.cos(r) * h[1];
			final double v2 = Math.cos(p) * v - Math.sin(p) * h[2];
			final double w2 = Math.sin(p) * v + Math.cos(p) * h[2];
			points[i] = new double[] { DEPTHS[i][0], scale * (Math.cos(y) * u + Math
				.sin(y) * w2), scale * v2 };
		}
		return points;
	}

	private static void fit(final Landmarks landmarks, final double[] row1,
		final double[] row2)
	{
		final double[] sx = new double[3], sy = new double[3];
		for (int i = 0; i < HEAD.length; i++) {
			final Point p = landmarks.get((int) DEPTHS[i][0]);
			for (int k = 0; k < 3; k++) {
				sx[k] += HEAD[i][k] * p.x();
				sy[k] += HEAD[i][k] * p.y();
			}
		}
		for (int k = 0; k < 3; k++) {
			for (int l = 0; l < 3; l++) {
				row1[k] += INVERSE[k][l] * sx[l];
				row2[k] += INVERSE[k][l] * sy[l];
			}
		}
	}

	/** Nearest orthonormal rows: (M·Mᵀ)^(−1/2)·M in closed form for two rows. */
	private static void orthonormalise(final double[] u, final double[] v) {
		final double a = dot(u, u), b = dot(u, v), d = dot(v, v);
		final double root = Math.sqrt(Math.max(1e-12, a * d - b * b));
		final double t = Math.sqrt(a + d + 2 * root);
		// square root of the 2×2 matrix, then its inverse
		final double p = (a + root) / t, q = b / t, s = (d + root) / t;
		final double det = p * s - q * q;
		for (int k = 0; k < 3; k++) {
			final double x = (s * u[k] - q * v[k]) / det;
			v[k] = (p * v[k] - q * u[k]) / det;
			u[k] = x;
		}
	}

	private static double dot(final double[] a, final double[] b) {
		return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
	}

	private static double[][] head() {
		final Landmarks mean = MeanFace.at(1, 0, 0);
		final double[][] head = new double[DEPTHS.length][];
		final double[] centre = new double[3];
		for (int i = 0; i < head.length; i++) {
			final Point p = mean.get((int) DEPTHS[i][0]);
			head[i] = new double[] { p.x(), p.y(), -DEPTHS[i][1] };
			for (int k = 0; k < 3; k++)
				centre[k] += head[i][k] / head.length;
		}
		for (final double[] h : head)
			for (int k = 0; k < 3; k++)
				h[k] -= centre[k];
		return head;
	}

	private static double[][] moments() {
		final double[][] m = new double[3][3];
		for (final double[] h : HEAD)
			for (int k = 0; k < 3; k++)
				for (int l = 0; l < 3; l++)
					m[k][l] += h[k] * h[l];
		return m;
	}

	private static double[][] inverse(final double[][] m) {
		final double[][] inverse = new double[3][3];
		double det = 0;
		for (int k = 0; k < 3; k++)
			det += m[0][k] * cofactor(m, 0, k);
		for (int k = 0; k < 3; k++)
			for (int l = 0; l < 3; l++)
				inverse[k][l] = cofactor(m, l, k) / det;
		return inverse;
	}

	private static double cofactor(final double[][] m, final int row,
		final int column)
	{
		final int a = (row + 1) % 3, b = (row + 2) % 3;
		final int c = (column + 1) % 3, d = (column + 2) % 3;
		return m[a][c] * m[b][d] - m[a][d] * m[b][c];
	}
}
