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

import java.util.Random;

/** The hair of the head, grown once and carried along with the head. */
final class Hair {

	private final HeadModel model;
	private final Identity.Cut cut;
	private final Strands grown;
	private final Strands strands;
	private final Skull skull = new Skull();

	Hair(final HeadModel model) {
		this.model = model;
		cut = model.who.hair();
		final var random = new Random(model.who.seed());
		final int count = cut.isLong() ? 10000 : 20000;
		grown = new Strands(count, cut.isLong() ? 22 : 7);
		strands = new Strands(count, grown.knots);
		final var line = new Hairline(cut);
		for (int h = 0; h < count; h++) {
			final Vec3 root = root(random, line);
			final double tuft = Noise.value(root.x() * 1.1, root.y() * 1.1, root.z() *
				1.1, 5);
			grow(h, root, random, tuft);
			paint(h, random, tuft);
		}
	}

	/** @return a random place on the scalp of the average head, evenly spread */
	private Vec3 root(final Random random, final Hairline line) {
		while (true) {
			final double y = 2 * random.nextDouble() - 1;
			final double a = 2 * Math.PI * random.nextDouble();
			final double s = Math.sqrt(1 - y * y);
			final Vec3 d = new Vec3(s * Math.sin(a), y, s * Math.cos(a));
			final Vec3 p = onScalp(d);
			final double in = line.inside(p.x(), p.y(), p.z());
			if (in > 0.7 * random.nextDouble() - 0.12 && p.z() > -6.5) return p;
		}
	}

	private Vec3 onScalp(final Vec3 d) {
		return d.times(skull.radius(d.x(), d.y(), d.z())).plus(Skull.CENTRE);
	}

	private void paint(final int h, final Random random, final double tuft) {
		final double light = 0.75 + 0.35 * random.nextDouble() + 0.3 * tuft;
		final boolean grey = random.nextDouble() < cut.grey();
		final Vec3 c = grey ? new Vec3(0.34, 0.33, 0.32) : cut.colour();
		grown.paint(h, c.times(light));
		strands.paint(h, c.times(light));
	}

	private void grow(final int h, final Vec3 root, final Random random,
		final double tuft)
	{
		final double length = cut.length() * (0.7 + 0.3 * random.nextDouble()) *
			(cut.isLong() ? 1 : shortened(root));
		final double lift = cut.isLong() ? 0.2 + 0.9 * Math.pow(random
			.nextDouble(), 1.5) : 0.9;
		final double step = length / (grown.knots - 1);
		final double jx = random.nextGaussian(), jy = random.nextGaussian();
		final double jz = random.nextGaussian();
		Vec3 p = root;
		for (int k = 0; k < grown.knots; k++) {
			grown.place(h, k, model.proportions.apply(p));
			final Vec3 n = p.minus(Skull.CENTRE).unit();
			final Vec3 wild = new Vec3(jx, jy, jz).times(cut.isLong() ? 0.07 : 0.22);
			final Vec3 d = (cut.isLong() ? fall(p, n, root, tuft, k * step) : brushed(
				n, root, k)).plus(wild).unit();
			p = outside(p.plus(d.times(step)), lift, k);
		}
	}

	/** Shorter at the temples and the back. */
	private static double shortened(final Vec3 root) {
		return 0.28 + 0.72 * Noise.step(2.5, 8, root.y());
	}

	/** Short hair stands off and leans forward and to one side. */
	private Vec3 brushed(final Vec3 n, final Vec3 root, final int k) {
		final double side = Math.tanh((root.x() - cut.part()) / 1.5);
		final double top = Noise.step(4, 9, root.y());
		final Vec3 lean = new Vec3(0.75 * side * top, 0.1 * top - 1.0 * (1 - top),
			0.75 * top - 0.5 * (1 - top));
		return n.times(0.5 - 0.06 * k).plus(lean);
	}

	/** Long hair leaves the parting, lies on the head and then hangs. */
	private Vec3 fall(final Vec3 p, final Vec3 n, final Vec3 root,
		final double tuft, final double s)
	{
		final double side = root.x() > cut.part() ? 1 : -1;
		final double near = Noise.step(7, 1, s);
		Vec3 d = new Vec3(side * 1.1 * near, -1 + 0.5 * near, -0.75 * near);
		final double out = d.dot(n), on = Noise.step(-3, 2, p.y());
		d = d.minus(n.times(out < 0 ? out : out * on));
		final double wave = 0.22 * Math.sin(0.55 * s + 5 * tuft) * Noise.step(3, 12,
			s);
		final double away = Noise.step(-6, -12, p.y());
		return d.unit().plus(n.times(0.02)).plus(new Vec3(wave + 0.02 * side * away,
			0, 0.35 * wave + 0.12 * away));
	}

	/** Pushes a point out of the head, neck and shoulders. */
	private Vec3 outside(final Vec3 p, final double lift, final int k) {
		final Vec3 r = p.minus(Skull.CENTRE), d = r.unit();
		final double rise = Math.min(1, k / 4.0) * lift * (cut.isLong() ? 1 : 0.15);
		final double least = skull.radius(d.x(), d.y(), d.z()) + rise + 0.05;
		final double lie = 0.5 * Noise.step(-5, 1, p.y());
		final double over = r.length() - least;
		final Vec3 q = over < 0 && p.y() > -9 || cut.isLong() ? p.minus(d.times(
			over < 0 ? p.y() > -9 ? over : 0 : lie * over)) : p;
		return cut.isLong() ? besideFace(q, lift) : q;
	}

	/** Keeps long hair off the face and outside the neck. */
	private static Vec3 besideFace(final Vec3 p, final double lift) {
		if (p.y() > 1.5) return p;
		final double t = Noise.step(1.5, -5, p.y());
		final double least = 6.9 + 0.9 * lift - 0.5 * t;
		final double z = p.z();
		final double cap = 3.2 - 0.9 * t + 0.5 * lift;
		final double x = z > -3 && Math.abs(p.x()) < least ? Math.copySign(Math.abs(
			p.x()) + 0.5 * (least - Math.abs(p.x())), p.x()) : p.x();
		return new Vec3(x, p.y(), z > cap ? z - 0.4 * (z - cap) : z);
	}

	/** Carries the hair along with the head; long ends stay with the body. */
	Strands pose(final Head head) {
		for (int h = 0; h < grown.count; h++)
			for (int k = 0; k < grown.knots; k++) {
				final int i = 3 * (h * grown.knots + k);
				final double x = grown.at[i], y = grown.at[i + 1], z = grown.at[i + 2];
				final Vec3 p = head.rigid().apply(x, y, z);
				final double hang = Noise.step(-7, -19, y);
				strands.place(h, k, hang == 0 ? p : p.mix(new Vec3(x + head.moment()
					.sway(), y, z), hang));
			}
		strands.computeDirections();
		return strands;
	}
}
