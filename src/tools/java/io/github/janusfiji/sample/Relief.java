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

import static io.github.janusfiji.sample.Noise.bell;
import static io.github.janusfiji.sample.Noise.step;

/** Nose, orbits, philtrum, folds and pores: what does not move on the skull. */
final class Relief {

	/** The nose's ridge: height over the pupils and depth, cm. */
	private static final double[][] RIDGE = { { 1.6, 9.75 }, { 0.7, 9.6 }, { -0.6,
		10.2 }, { -1.9, 10.95 }, { -2.9, 11.55 }, { -3.6, 11.85 }, { -4.2, 11.55 }, {
			-4.75, 10.6 }, { -5.15, 9.8 } };
	/** Its half width at the same heights, cm. */
	private static final double[] WIDTH = { 1.0, 0.72, 0.68, 0.78, 0.92, 0.98, 0.84,
		0.52, 0.36 };

	private final Identity who;

	Relief(final Identity who) {
		this.who = who;
	}

	/** Moves a point of the bare skull to where the skin is. */
	void shape(final Vertex p) {
		final double front = step(3, 6, p.z);
		final double x = p.x, y = p.y, ax = Math.abs(x);
		double dz = 0;
		if (front > 0) {
			dz += nose(x, y);
			dz += orbits(ax, y) + mouthSurroundings(ax, y) + folds(ax, y);
		}
		p.z += front * dz;
		final double tip = bell(y + 4.5, 0.4) * bell(x, 0.9);
		p.y -= front * 0.22 * tip;
		pores(p, front);
	}

	private double nose(final double x, final double y) {
		if (y > 1.6 || y < -5.15) return 0;
		final double ax = Math.abs(x) / who.shape().noseWidth();
		int k = 0;
		while (y < RIDGE[k + 1][0])
			k++;
		final double t = (RIDGE[k][0] - y) / (RIDGE[k][0] - RIDGE[k + 1][0]);
		final double ridge = curve(k, t), width = WIDTH[k] + t * (WIDTH[k + 1] -
			WIDTH[k]);
		final double height = Math.max(0, ridge - 9.35) * who.shape().noseLength() *
			step(1.6, 0.4, y) * step(-5.15, -4.8, y);
		final double q = ax / width;
		final double profile = Math.exp(-Math.pow(q, 2.1) * 0.8);
		final double wings = 1.0 * Math.exp(-Math.pow(Math.abs(ax - 1.22) / 0.52,
			2.4)) * Math.exp(-Math.pow(Math.abs(y + 4.1) / 0.55, 2.2));
		final double crease = -0.22 * bell(ax - 1.95, 0.22) * bell(y + 4.0, 0.6);
		final double nostril = -0.35 * bell(ax - 0.7, 0.24) * bell(y + 4.7, 0.16);
		final double body = height * profile;
		return Math.cbrt(body * body * body + wings * wings * wings) + crease +
			nostril;
	}

	/** Catmull–Rom spline through the ridge's points. */
	private static double curve(final int k, final double t) {
		final double a = RIDGE[Math.max(0, k - 1)][1], b = RIDGE[k][1];
		final double c = RIDGE[k + 1][1], d = RIDGE[Math.min(RIDGE.length - 1, k +
			2)][1];
		return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b -
			c) + d - a)));
	}

	private double orbits(final double ax, final double y) {
		final double inner = -0.55 * bell(ax - 1.75, 0.6) * bell(y - 0.5, 0.75);
		final double sulcus = -0.22 * bell(ax - 3.3, 1.3) * bell(y - 1.2, 0.42);
		final double brow = 0.16 * bell(ax - 3.2, 1.5) * bell(y - 2.3, 0.5);
		final double bag = 0.10 * who.shape().folds() * bell(ax - 3.0, 1.0) * bell(
			y + 1.35, 0.32) - 0.10 * bell(ax - 2.7, 1.1) * bell(y + 1.9, 0.3);
		return inner + sulcus + brow + bag;
	}

	private static double mouthSurroundings(final double ax, final double y) {
		final double philtrum = -0.13 * bell(ax, 0.2) * step(-6.4, -6, y) * step(-5,
			-5.4, y) + 0.07 * bell(ax - 0.52, 0.2) * step(-6.4, -6, y) * step(-4.9,
				-5.6, y);
		final double corner = -0.18 * bell(ax - 2.75, 0.4) * bell(y + 7.0, 0.45);
		final double chinDimple = -0.18 * bell(ax, 1.5) * bell(y + 8.75, 0.4);
		return philtrum + corner + chinDimple;
	}

	private double folds(final double ax, final double y) {
		final double t = (-3.9 - y) / 3.2;
		if (t < -0.2 || t > 1.2) return 0;
		final double line = 1.95 + 1.2 * t + 0.15 * Math.sin(Math.PI * t);
		final double on = step(-0.15, 0.15, t) * step(1.15, 0.6, t);
		final double amount = 0.05 + 0.08 * who.shape().folds();
		return amount * on * (bell(ax - line - 0.38, 0.3) - 1.5 * bell(ax - line,
			0.14));
	}

	private void pores(final Vertex p, final double front) {
		final double fine = Noise.fractal(p.x * 3.2, p.y * 3.2, p.z * 3.2, 3, who
			.seed());
		final double lines = Math.sin(6.2 * p.y + 1.3 * Noise.value(p.x * 0.4, p.y *
			0.5, 0, who.seed() + 7)) * bell(p.y - 5, 1.4) * front;
		final double crow = Math.sin(7 * (p.y - 0.3 * Math.abs(p.x))) * bell(Math
			.abs(p.x) - 5.6, 0.5) * bell(p.y + 0.1, 0.9) * front;
		final double d = 0.012 * fine + who.shape().folds() * (0.016 * lines + 0.02 *
			crow);
		final double l = Math.sqrt(p.x * p.x + p.y * p.y + p.z * p.z);
		p.x += d * p.x / l;
		p.y += d * p.y / l;
		p.z += d * p.z / l;
	}
}
