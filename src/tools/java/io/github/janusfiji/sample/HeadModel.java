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

/**
 * The skin of one person's head: built once at rest, then moved for every
 * frame. Shared between threads; what belongs to a frame is in {@link Head}.
 */
final class HeadModel {

	static final int NU = 500, NV = 440;
	private static final double TOP = 87, BOTTOM = -80;
	/** The jaw's hinge, cm. */
	private static final double HINGE_Y = -1.5, HINGE_Z = 0.5;

	final Identity who;
	final Eye eye;
	final Mouth mouth;
	final Proportions proportions;
	/** Places on the average head, colours and highlights at rest. */
	private final Mesh rest = new Mesh(NU, NV);

	HeadModel(final Identity who) {
		this.who = who;
		eye = new Eye(who);
		mouth = new Mouth(who);
		proportions = new Proportions(who.shape());
		final var skull = new Skull();
		final var relief = new Relief(who);
		final var skin = new Skin(who);
		for (int v = 0; v < NV; v++)
			for (int u = 0; u < NU; u++) {
				final Vec3 d = direction(u, v);
				final double r = skull.radius(d.x(), d.y(), d.z());
				final Vertex p = new Vertex();
				p.x = d.x() * r + Skull.CENTRE.x();
				p.y = d.y() * r + Skull.CENTRE.y();
				p.z = d.z() * r + Skull.CENTRE.z();
				skin.paint(p);
				relief.shape(p);
				final int i = v * NU + u;
				rest.place(i, p.place());
				rest.paint(i, new Vec3(p.r, p.g, p.b), p.gloss, p.sharp, p.open, 0);
			}
		Hollows.darken(rest, 12, 0.55);
		Hollows.darken(rest, 4, 1.1);
	}

	/** @return a unit direction from the centre; the grid is finest in front */
	private static Vec3 direction(final double u, final double v) {
		final double t = 2 * u / (NU - 1) - 1;
		final double lon = Math.PI * (0.42 * t + 0.58 * t * t * t);
		final double lat = Math.toRadians(TOP + (BOTTOM - TOP) * v / (NV - 1));
		return new Vec3(Math.cos(lat) * Math.sin(lon), Math.sin(lat), Math.cos(lat) *
			Math.cos(lon));
	}

	/** @return the grid's row that passes through a point of the average head */
	static double row(final Vec3 p) {
		final Vec3 d = p.minus(Skull.CENTRE).unit();
		return (Math.toDegrees(Math.asin(d.y())) - TOP) / (BOTTOM - TOP) * (NV - 1);
	}

	/** @return the grid's column that passes through a point */
	static double column(final Vec3 p) {
		final Vec3 d = p.minus(Skull.CENTRE);
		final double lon = Math.atan2(d.x(), d.z()) / Math.PI;
		double t = lon;
		for (int i = 0; i < 30; i++)
			t -= (0.42 * t + 0.58 * t * t * t - lon) / (0.42 + 1.74 * t * t);
		return (t + 1) / 2 * (NU - 1);
	}

	/** @return a point of the average head at rest */
	Vec3 restAt(final int i) {
		return new Vec3(rest.x[i], rest.y[i], rest.z[i]);
	}

	/** Loads a vertex at rest, moves it and paints it for one frame. */
	void move(final int i, final Vertex p, final Moment m) {
		p.x = rest.x[i];
		p.y = rest.y[i];
		p.z = rest.z[i];
		p.r = rest.r[i];
		p.g = rest.g[i];
		p.b = rest.b[i];
		p.gloss = rest.gloss[i];
		p.sharp = rest.sharp[i];
		p.open = rest.open[i];
		p.glow = 0;
		if (p.z < 0) return;
		express(p, m);
		eye.apply(p, m);
		mouth.apply(p, m);
	}

	/** Jaw, smile and brows, without lids and lips. */
	void express(final Vertex p, final Moment m) {
		final double ax = Math.abs(p.x);
		final double below = p.y + 3 + 0.39 * p.z;
		final double jaw = step(0.35, -1.3, below) * step(0, 3, p.z);
		final double angle = m.jaw() / 9.6 * jaw;
		final double dy = p.y - HINGE_Y, dz = p.z - HINGE_Z;
		p.y += -Math.sin(angle) * dz + (Math.cos(angle) - 1) * dy;
		p.z += Math.sin(angle) * dy + (Math.cos(angle) - 1) * dz;
		final double cheek = Noise.bell(ax - 3.6, 1.1) * Noise.bell(p.y + 4.6, 1.5) *
			step(4, 7, p.z);
		p.y += 0.5 * m.smile() * cheek;
		p.z += 0.45 * m.smile() * cheek;
		final double corner = Noise.bell(ax - 2.9, 0.9) * Noise.bell(p.y + 6.9, 1.1) *
			step(4, 7, p.z);
		p.x += Math.signum(p.x) * corner * (0.25 * m.smile() + 0.2 * m.wide());
		final double brow = step(0.9, 2.2, p.y) * step(7, 3.5, p.y) * step(3, 6,
			p.z);
		p.y += m.brow() * brow;
	}

	/** @return y of the brow's middle over |x|, at rest */
	double browLine(final double ax) {
		final var e = who.eyes();
		final double t = (ax - 1.4) / 4.1;
		final double rise = t < 0.62 ? Math.sin(Math.PI / 2 * t / 0.62) : 1 - 1.25 *
			Math.pow((t - 0.62) / 0.38, 1.7);
		return e.browHeight() - 0.2 + e.browArch() * rise;
	}
}
