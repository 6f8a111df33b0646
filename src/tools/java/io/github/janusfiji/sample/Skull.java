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
package io.github.janusfiji.sample;

import java.util.Arrays;

/**
 * The head without nose, eyes and lips: a surface that every ray from its
 * centre meets once. An ellipsoid corrected by radial basis functions so that
 * it passes near anatomical points, whose places follow published average
 * measurements (Farkas, "Anthropometry of the Head and Face", 1994).
 */
final class Skull {

	/** From where the surface is star-shaped, cm; the pupils are at y = 0. */
	static final Vec3 CENTRE = new Vec3(0, -1.5, 0);

	private static final double SIGMA = Math.toRadians(17);
	private static final double RIDGE = 4e-3;

	/** The subject's left half, cm; mirrored. */
	private static final double[][] POINTS = { { 0, 11.5, -1 }, { 0, 11, 2.6 }, {
		0, 9.4, 6.2 }, { 0, 7.2, 8.4 }, { 0, 4.8, 9.5 }, { 0, 2.3, 9.9 }, { 0, 0.8,
			9.5 }, { 0, -1.5, 9.2 }, { 0, -3.4, 9.3 }, { 0, -4.9, 9.75 }, { 0, -6.9,
				9.9 }, { 0, -8.9, 9.35 }, { 0, -10.3, 9.6 }, { 0, -11.7, 8.6 }, { 0,
					-11.9, 6 }, { 0, -11.2, 3 }, { 0, -11, 0 }, { 0, -9, -5.5 }, { 0, -5,
						-8 }, { 0, 3, -9.6 }, { 0, 8, -7 }, { 3.2, 4.7, 8.9 }, { 3, 7.2,
							7.6 }, { 3.2, 9.3, 5 }, { 3.3, 10.8, 0 }, { 3.2, 2.2, 9.15 }, { 3.1,
								0.1, 8.15 }, { 3.2, -2.2, 8.75 }, { 3.3, -4.2, 8.7 }, { 2.8, -5.6,
									9 }, { 2.6, -6.9, 8.85 }, { 2.7, -8.8, 8.2 }, { 2.3, -10.4, 8.4 },
		{ 2.5, -11.4, 6.6 }, { 5.3, 4.4, 6.8 }, { 5, 7, 5.6 }, { 5.2, 9, 2 }, { 5,
			2, 7.5 }, { 4.9, 0.1, 6.95 }, { 5, -2, 7.35 }, { 5, -4.5, 7 }, { 4.7, -7,
				6.6 }, { 4.3, -9.3, 5.7 }, { 4.1, -10.4, 4.9 }, { 6.6, 3.3, 4 }, { 6.85,
					-1.3, 4.3 }, { 6.9, -3, 2.6 }, { 6.3, -5, 3.6 }, { 5.9, -7, 3.2 }, {
						5.3, -8.4, 2.2 }, { 4.6, -9.6, 1.4 }, { 7.7, 5, -1 }, { 7.3, 2, 0.5 },
		{ 7.1, -1.5, 0 }, { 6.9, 8, -1 }, { 6.5, -4, -1.5 }, { 5.7, -7, -2 }, { 6.5,
			3, -6 }, { 5, -3, -6.5 }, { 4, 8.5, -6 }, { 4.3, -8, -3.5 } };

	private static final double AX = 7.1, AY = 11.5, AZ = 9.6;

	private final double[][] centres = new double[POINTS.length][];
	private final double[] weights;

	Skull() {
		final int n = POINTS.length;
		final double[][] a = new double[n][n + 1];
		final double[] r = new double[n];
		for (int i = 0; i < n; i++) {
			final Vec3 p = new Vec3(POINTS[i][0], POINTS[i][1], POINTS[i][2]).minus(
				CENTRE);
			final Vec3 d = p.unit();
			centres[i] = new double[] { d.x(), d.y(), d.z() };
			r[i] = p.length() - ellipsoid(d.x(), d.y(), d.z());
		}
		for (int i = 0; i < n; i++) {
			final double[] c = centres[i];
			for (int j = 0; j < n; j++)
				a[i][j] = kernel(j, c[0], c[1], c[2]);
			a[i][i] += RIDGE;
			a[i][n] = r[i];
		}
		weights = solve(a);
	}

	/** @return distance from the centre along a unit direction, cm */
	double radius(final double dx, final double dy, final double dz) {
		double r = ellipsoid(dx, dy, dz);
		for (int i = 0; i < weights.length; i++)
			r += weights[i] * kernel(i, dx, dy, dz);
		return r;
	}

	private static double ellipsoid(final double dx, final double dy,
		final double dz)
	{
		return 1 / Math.sqrt(dx * dx / (AX * AX) + dy * dy / (AY * AY) + dz * dz /
			(AZ * AZ));
	}

	/** Symmetric in x: a bell around the point and around its mirror image. */
	private double kernel(final int i, final double dx, final double dy,
		final double dz)
	{
		final double[] c = centres[i];
		final double yz = c[1] * dy + c[2] * dz, x = c[0] * dx;
		return bell(yz + x) + (c[0] == 0 ? 0 : bell(yz - x));
	}

	/** The squared chord 2(1 − cos) stands for the squared angle. */
	private static double bell(final double cosine) {
		final double q = (1 - cosine) / (SIGMA * SIGMA);
		return q > 30 ? 0 : Math.exp(-q);
	}

	/** Gaussian elimination with row pivoting of n rows and n + 1 columns. */
	private static double[] solve(final double[][] a) {
		final int n = a.length;
		for (int c = 0; c < n; c++) {
			int p = c;
			for (int i = c + 1; i < n; i++)
				if (Math.abs(a[i][c]) > Math.abs(a[p][c])) p = i;
			final double[] swap = a[c];
			a[c] = a[p];
			a[p] = swap;
			for (int i = c + 1; i < n; i++) {
				final double f = a[i][c] / a[c][c];
				for (int j = c; j <= n; j++)
					a[i][j] -= f * a[c][j];
			}
		}
		final double[] x = new double[n];
		for (int i = n - 1; i >= 0; i--) {
			double s = a[i][n];
			for (int j = i + 1; j < n; j++)
				s -= a[i][j] * x[j];
			x[i] = s / a[i][i];
		}
		return Arrays.copyOf(x, n);
	}
}
