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

/**
 * One eye: an eyeball behind two lids that slide over it. Coordinates are those
 * of the head before its individual proportions, cm.
 */
final class Eye {

	private static final double RADIUS = 1.2, LID = 0.13;
	private static final double CX = 3.12, CZ = 7.42;
	private static final double INNER = 1.66, OUTER = 4.62, CORNER_Y = -0.1;
	private static final double IRIS = 0.6, PUPIL = 0.24;
	/** What the lids cover of the opening when closed, from the lower lid. */
	private static final double SEAM = 0.16;

	private final Identity who;
	private final Vec3 sclera = Vec3.srgb(226, 218, 212);
	private final Vec3 lash;

	Eye(final Identity who) {
		this.who = who;
		lash = who.hair().colour().times(0.22);
	}

	private static double along(final double ax) {
		return Math.min(1, Math.max(0, (ax - INNER) / (OUTER - INNER)));
	}

	private double axis(final double s) {
		return CORNER_Y + s * who.eyes().tilt();
	}

	/** @return y of the upper lid's edge over |x| at the given openness, cm */
	double upperEdge(final double ax, final double openness) {
		final double s = along(ax), h = 4 * s * (1 - s);
		final double open = Math.pow(h, 0.72) * who.eyes().upper() * (1 + 0.22 *
			(0.5 - s));
		final double shut = -SEAM * h;
		return axis(s) + shut + openness * (open - shut);
	}

	/** @return y of the lower lid's edge over |x| at the given openness, cm */
	double lowerEdge(final double ax, final double openness) {
		final double s = along(ax), h = 4 * s * (1 - s);
		final double open = -Math.pow(h, 0.85) * who.eyes().lower() * (1 + 0.3 * (s -
			0.5));
		final double shut = -SEAM * h - 0.02;
		return axis(s) + shut + openness * (open - shut);
	}

	/** @return |x| of a point a share s of the way from inner to outer corner */
	static double across(final double s) {
		return INNER + s * (OUTER - INNER);
	}

	/** @return depth of the lids over the eyeball, never behind the given skin */
	static double lidDepth(final double ax, final double y, final double skin) {
		final double dx = ax - CX, dy = y - 0.02, d2 = dx * dx + dy * dy;
		final double r = RADIUS + LID;
		final double ball = CZ + Math.sqrt(Math.max(0, r * r - d2)) - 0.9 * step(
			1.0, 1.9, Math.sqrt(d2));
		final double lids = Noise.smoothMax(skin, ball, 0.35) - 0.03;
		return skin + (lids - skin) * step(2.0, 1.5, Math.sqrt(d2));
	}

	/** Shapes and paints a point of the skin near the eye. */
	void apply(final Vertex p, final Moment m) {
		final double ax = Math.abs(p.x), y = p.y;
		if (ax < 1.1 || ax > 5.6 || y < -1.6 || y > 1.9 || p.z < 4) return;
		final double upper = upperEdge(ax, m.openness());
		final double lower = lowerEdge(ax, m.openness());
		final double skin = p.z;
		p.z = lidDepth(ax, y, skin);
		lidSkin(p, ax, y, upper, lower, m.openness());
		final boolean between = ax > INNER - 0.05 && ax < OUTER + 0.02;
		if (!between) return;
		final double gap = Math.min(upper - y, y - lower);
		final double in = step(-0.035, 0.035, gap);
		if (in > 0) ball(p, ax, upper - y, y - lower, in, m);
		margins(p, y - upper, lower - y, in, m.openness(), along(ax));
	}

	private void lidSkin(final Vertex p, final double ax, final double y,
		final double upper, final double lower, final double openness)
	{
		final double s = (ax - INNER) / (OUTER - INNER);
		final double over = step(-0.12, 0.15, s) * step(1.22, 0.9, s);
		final double crease = upperEdge(ax, 1) + who.eyes().crease() - 0.10 * (1 -
			openness);
		final double fold = bell(y - crease, 0.075) * over * (0.35 + 0.65 *
			openness);
		p.z -= 0.10 * fold;
		p.shade(1 - 0.42 * fold);
		p.open *= 1 - 0.35 * fold;
		final double lid = step(0, 0.1, y - upper) * step(0.05, -0.15, y - crease) *
			over;
		p.shade(1 - 0.13 * lid);
		p.gloss *= 1 + 0.5 * lid;
		final double under = bell(y - lower + 0.36, 0.12) * over;
		p.z -= 0.035 * under;
		p.shade(1 - 0.12 * under);
	}

	private void margins(final Vertex p, final double above, final double below,
		final double in, final double openness, final double s)
	{
		final double ends = step(0, 0.12, s);
		final double thick = 0.055 + 0.06 * who.eyes().lashes() + 0.05 * s;
		final double line = bell(above - 0.01, thick) * ends;
		p.tint(lash, 0.82 * line);
		p.gloss *= 1 - 0.8 * line;
		p.glow *= 1 - 0.9 * line;
		final double wet = bell(below - 0.05, 0.05) * (1 - in) * openness;
		p.tint(Vec3.srgb(216, 150, 136).times(0.5).plus(who.skin().colour().times(
			0.5)), 0.7 * wet);
		final double lower = bell(below - 0.11, 0.045) * step(0.25, 0.8, s);
		p.tint(lash, 0.32 * lower);
	}

	private void ball(final Vertex p, final double ax, final double fromUpper,
		final double fromLower, final double in, final Moment m)
	{
		final double sign = Math.signum(p.x), dx = ax - CX, dy = p.y;
		final double sphere = CZ + Math.sqrt(Math.max(0.05, RADIUS * RADIUS - dx *
			dx - dy * dy));
		p.z += in * (Math.min(sphere, p.z) - p.z);
		final double gx = sign * dx - RADIUS * Math.sin(Math.toRadians(m.gazeX()));
		final double gy = dy - 0.04 - RADIUS * Math.sin(Math.toRadians(m.gazeY()));
		final double d = Math.hypot(gx, gy), angle = Math.atan2(gy, gx);
		final Vertex eye = new Vertex();
		eye.tint(sclera, 1);
		final double s = along(ax);
		eye.tint(Vec3.srgb(205, 120, 110), 0.75 * bell(s, 0.09) + 0.3 * bell(s - 1,
			0.12));
		final double fibre = Noise.value(14 * Math.cos(angle), 14 * Math.sin(angle),
			1.5 * d, who.seed());
		final Vec3 iris = who.eyes().iris().times(0.9 + 0.45 * fibre + 0.9 * bell(d -
			0.33, 0.1) - 0.2 * gy);
		final double inIris = step(IRIS + 0.04, IRIS - 0.05, d);
		eye.tint(iris, inIris);
		eye.tint(iris.times(0.22), 0.8 * bell(d - IRIS, 0.075));
		eye.tint(new Vec3(0.006, 0.005, 0.005), step(PUPIL + 0.04, PUPIL - 0.03, d));
		eye.shade((0.40 + 0.60 * step(-0.02, 0.36, fromUpper)) * (0.72 + 0.28 *
			step(0, 0.2, fromLower)) * (0.8 + 0.2 * step(0, 0.2, s) * step(1, 0.8,
				s)));
		p.tint(new Vec3(eye.r, eye.g, eye.b), in);
		p.gloss += in * (0.35 - p.gloss);
		p.sharp += in * (90 - p.sharp);
		p.open += in * (0.8 - p.open);
		final double light = bell(Math.hypot(gx * 0.6 + sign * dx * 0.4 + 0.17, gy *
			0.6 + dy * 0.4 - 0.2), 0.06);
		p.glow += in * 0.9 * light * step(0.02, 0.12, fromUpper);
	}
}
