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

import static io.github.janusfiji.sample.Noise.step;

/** Neck, shoulders and a knitted top: horizontal rings stacked downwards. */
final class Body {

	private static final int NU = 240, NV = 180;
	private static final double TOP = -6.5, BOTTOM = -22;
	/** Height, half width, half depth, middle depth, cm. */
	private static final double[][] RINGS = { { -6, 5.2, 5.4, -0.8 }, { -10, 5.3,
		5.4, -1.0 }, { -13, 5.6, 5.5, -1.6 }, { -15, 6.9, 5.8, -2.2 }, { -16.6, 9.6,
			6.4, -2.8 }, { -18.2, 13.6, 7.2, -3 }, { -20.2, 17.6, 8.6, -3 }, { -23,
				20, 10, -2.8 }, { -28, 21.5, 11.5, -2.5 } };

	private final Identity who;
	/** Neck and breast, and what covers them. */
	final Mesh mesh = new Mesh(NU, NV), top = new Mesh(NU, NV);
	private final Vec3[] skinAtRest = new Vec3[NU * NV];
	private final Vec3[] clothAtRest = new Vec3[NU * NV];

	Body(final Identity who) {
		this.who = who;
		top.bleed = 0;
		for (int v = 0; v < NV; v++)
			for (int u = 0; u < NU; u++) {
				final double y = TOP + (BOTTOM - TOP) * v / (NV - 1);
				final double a = Math.PI * 1.3 * (u / (NU - 1.0) - 0.5);
				skin(v * NU + u, a, y);
				cloth(v * NU + u, a, y);
			}
	}

	void pose(final Head head) {
		for (int i = 0; i < NU * NV; i++) {
			mesh.place(i, follow(skinAtRest[i], head));
			if (!top.hidden[i]) top.place(i, follow(clothAtRest[i], head));
		}
		mesh.computeNormals();
		top.computeNormals();
	}

	private Vec3 ring(final double a, final double y, final double swell) {
		int k = 0;
		while (y < RINGS[k + 1][0])
			k++;
		final double t = (RINGS[k][0] - y) / (RINGS[k][0] - RINGS[k + 1][0]);
		final double w = smooth(k, t, 1) * who.shape().neck() + swell;
		final double d = smooth(k, t, 2) * (0.4 + 0.6 * who.shape().neck()) + swell;
		final double s = Math.sin(a), c = Math.cos(a);
		return new Vec3(w * s, y, d * Math.signum(c) * Math.pow(Math.abs(c), 0.85) +
			smooth(k, t, 3));
	}

	private static double smooth(final int k, final double t, final int col) {
		final double a = RINGS[Math.max(0, k - 1)][col], b = RINGS[k][col];
		final double c = RINGS[k + 1][col], d = RINGS[Math.min(RINGS.length - 1, k +
			2)][col];
		return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b -
			c) + d - a)));
	}

	/** The top of the neck follows the head, the shoulders the body's sway. */
	private static Vec3 follow(final Vec3 p, final Head head) {
		final Vec3 still = p.plus(new Vec3(head.moment().sway(), 0, 0));
		final double t = step(-16, -8, p.y());
		return still.mix(head.rigid().apply(p.x(), p.y(), p.z()), t);
	}

	private void skin(final int i, final double a, final double y) {
		Vec3 p = ring(a, y, 0);
		final double tendon = Noise.bell(Math.abs(p.x()) - 1.2 + 0.35 * (y + 17),
			0.5) * step(-9, -12, y) * step(-19, -17, y);
		final double throat = Noise.bell(p.x(), 0.9) * Noise.bell(y + 12.6, 0.9) *
			step(0.9, 1.1, who.shape().neck());
		final double notch = Noise.bell(p.x(), 0.9) * Noise.bell(y + 17.3, 0.6);
		final double bones = Noise.bell(y + 17.6 - 0.16 * Math.abs(p.x()), 0.35) *
			step(0.6, 2, Math.abs(p.x()));
		if (p.z() > 0) p = p.plus(new Vec3(0, 0, 0.3 * tendon + 0.35 * throat - 0.5 *
			notch + 0.35 * bones));
		final double n = Noise.fractal(p.x() * 0.6, y * 0.6, p.z() * 0.6, 4, who
			.seed() + 41);
		final Vec3 c = who.skin().colour().times(new Vec3(0.97, 0.93, 0.91)).times(
			1 + 0.10 * n);
		final double under = 0.55 + 0.45 * step(-9, -14, y);
		mesh.paint(i, c, 0.05, 14, under, 0);
		skinAtRest[i] = p;
	}

	private void cloth(final int i, final double a, final double y) {
		final double edge = neckline(a);
		final double below = edge - y;
		final double swell = 0.45 + 0.3 * step(0, 0.35, below) + 0.12 * step(0.9,
			1.0, below) * step(1.6, 1.2, below) - 0.25 * step(1.1, 1.3, below);
		final double fold = 0.35 * Noise.fractal(Math.sin(a) * 3.5 + 0.15 * y, y *
			0.16, 2, 3, who.seed() + 51) * step(1.5, 4, below);
		final Vec3 p = ring(a, y, swell + fold);
		final double rib = Math.sin(p.x() * 9) * (0.5 + 0.5 * Math.sin(y * 7 + 2 *
			Math.sin(p.x() * 9)));
		final double n = Noise.fractal(p.x() * 2, y * 2, 1, 3, who.seed() + 52);
		top.paint(i, who.cloth().times(1 + 0.16 * rib + 0.22 * n), 0.012, 6, 0.65 +
			0.35 * step(0.1, 1.2, below) + 0.25 * fold, 0);
		clothAtRest[i] = p;
		top.hidden[i] = below < 0;
	}

	private double neckline(final double a) {
		final double c = Math.max(0, Math.cos(a));
		return who.hair().isLong() ? -15.6 - 2.6 * c * c : -14.2 - 1.9 * c * c;
	}
}
