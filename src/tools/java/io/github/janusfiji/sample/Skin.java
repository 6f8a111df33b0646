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

/** The skin's colour, from large blotches to freckles, stubble and scalp. */
final class Skin {

	private static final Vec3 RED = Vec3.srgb(196, 82, 70);
	private static final Vec3 BROWN = Vec3.srgb(128, 74, 48);
	private static final Vec3 VIOLET = Vec3.srgb(120, 84, 92);

	private final Identity who;
	private final Hairline hairline;

	Skin(final Identity who) {
		this.who = who;
		hairline = new Hairline(who.hair());
	}

	/** Paints a point of the head, given where it is on the average head. */
	void paint(final Vertex p) {
		final double ax = Math.abs(p.x), front = step(2, 5, p.z);
		final var c = who.skin();
		p.tint(c.colour(), 1);
		final double blotch = Noise.fractal(p.x * 0.35, p.y * 0.35, p.z * 0.35, 3,
			who.seed() + 1);
		final double grain = Noise.fractal(p.x * 4, p.y * 4, p.z * 4, 3, who
			.seed() + 2);
		p.shade(1 + 0.10 * blotch + 0.09 * grain);
		final double cheeks = bell(ax - 4.4, 1.4) * bell(p.y + 3.0, 1.5);
		final double nose = bell(ax, 1.2) * bell(p.y + 3.9, 0.9);
		final double chin = bell(ax, 1.2) * bell(p.y + 10, 0.9);
		p.tint(times(RED, c.colour()), front * c.blush() * (0.30 * cheeks + 0.32 *
			nose + 0.14 * chin) * (1 + 0.5 * blotch));
		final double under = bell(ax - 2.7, 0.9) * bell(p.y + 1.15, 0.45) + 0.8 *
			bell(ax - 1.75, 0.4) * bell(p.y - 0.2, 0.7);
		p.tint(times(VIOLET, c.colour()), front * 0.30 * under);
		final double lid = bell(ax - 3.2, 1.1) * bell(p.y - 0.8, 0.45);
		p.tint(times(BROWN, c.colour()), front * 0.30 * lid);
		freckles(p, front);
		stubble(p, ax, front);
		final double oily = 0.6 + 0.6 * bell(ax, 1.0) * step(-5, -3, p.y) + 0.4 *
			bell(ax, 3) * bell(p.y - 4.5, 2);
		p.gloss = c.shine() * 0.13 * oily * (1 + 0.5 * grain);
		p.sharp = 14;
		p.open = 1 - 0.45 * bell(ax - 0.72, 0.25) * bell(p.y + 4.75, 0.2) * front;
		final double dx = ax / who.shape().noseWidth() - 0.68;
		final double nostril = bell(dx, 0.2) * bell(p.y + 4.74 + 0.3 * dx, 0.1) *
			front;
		p.shade(1 - 0.72 * nostril);
		scalp(p);
	}

	/** Half way from a pigment to the skin under it. */
	private static Vec3 times(final Vec3 pigment, final Vec3 skin) {
		return pigment.mix(skin, 0.35).times(0.9);
	}

	private void freckles(final Vertex p, final double front) {
		if (who.skin().freckles() == 0) return;
		final double n = Noise.value(p.x * 3.1, p.y * 3.1, p.z * 1.2, who.seed() +
			5) + 0.4 * Noise.value(p.x * 7, p.y * 7, p.z * 3, who.seed() + 6);
		final double where = bell(p.y + 2.4, 1.6) * bell(Math.abs(p.x) - 2.6, 2.2);
		p.tint(times(BROWN, who.skin().colour()), 0.5 * front * who.skin()
			.freckles() * where * step(0.45, 0.8, n));
	}

	private void stubble(final Vertex p, final double ax, final double front) {
		if (who.skin().stubble() == 0) return;
		final double jaw = step(-6.5, -8.0, p.y + 0.42 * (ax - 3)) * step(-0.5, 2.5,
			p.z) * (1 - 0.6 * bell(ax, 0.5) * bell(p.y + 8.6, 0.3));
		final double lip = front * bell(p.y + 5.75, 0.5) * step(3.2, 2.6, ax);
		final double side = step(5.6, 6.4, ax) * step(-0.5, -2.5, p.y) * step(0.5,
			1.8, p.z) * step(5, 3.5, p.z);
		final double hairs = 0.62 + 0.55 * Noise.value(p.x * 9, p.y * 6, p.z * 9, who
			.seed() + 9);
		final double on = Math.min(1, Math.max(jaw, Math.max(lip, side)));
		p.tint(who.hair().colour().mix(new Vec3(0.25, 0.25, 0.26), 0.6 * who.hair()
			.grey()), who.skin().stubble() * 0.62 * on * hairs);
	}

	private void scalp(final Vertex p) {
		final double on = step(-0.1, 0.7, hairline.inside(p.x, p.y, p.z));
		p.tint(who.hair().colour().times(0.6), 0.92 * on);
		p.gloss *= 1 - on;
		p.open *= 1 - 0.5 * on;
	}
}
