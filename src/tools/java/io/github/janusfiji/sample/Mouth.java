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

/** Lips that part over teeth. Coordinates as in {@link Eye}. */
final class Mouth {

	private static final double LINE = -6.9;

	private final Identity who;

	Mouth(final Identity who) {
		this.who = who;
	}

	/** @return half the distance between the corners, cm */
	double halfWidth(final Moment m) {
		return who.mouth().halfWidth() * (1 + 0.10 * m.wide() - 0.05 * m.jaw()) +
			0.35 * Math.max(0, m.smile());
	}

	private static double clamp(final double t) {
		return Math.min(1, Math.abs(t));
	}

	/** @return y of the upper lip's lower edge; t from −1 to 1 between corners */
	double upperInner(final double t, final Moment m) {
		final double q = clamp(t), corner = LINE - 0.30 * m.jaw() + m.smile();
		final double middle = LINE + 0.10 * m.jaw() + 0.25 * m.smile();
		return middle + (corner - middle) * q * q - 0.07 * bell(q, 0.16) + 0.05 *
			bell(q - 0.42, 0.2);
	}

	/** @return y of the lower lip's upper edge */
	double lowerInner(final double t, final Moment m) {
		final double q = clamp(t);
		return upperInner(t, m) - m.jaw() * Math.pow(1 - q * q, 0.75);
	}

	/** @return y of the upper lip's upper edge */
	double upperOuter(final double t, final Moment m) {
		final double q = clamp(t);
		final double bow = 1 - 0.2 * bell(q, 0.11) + 0.1 * bell(q - 0.27, 0.13);
		return upperInner(t, m) + who.mouth().upper() * Math.pow(1 - Math.pow(q,
			1.7), 0.85) * bow * (1 - 0.12 * m.smile()) + 0.015;
	}

	/** @return y of the lower lip's lower edge */
	double lowerOuter(final double t, final Moment m) {
		final double q = clamp(t);
		return lowerInner(t, m) - who.mouth().lower() * Math.pow(1 - q * q, 0.8) -
			0.015;
	}

	/** Shapes and paints a point of the skin near the mouth. */
	void apply(final Vertex p, final Moment m) {
		if (Math.abs(p.x) > 4 || p.y > -5 || p.y < -11 || p.z < 5) return;
		final double w = halfWidth(m), t = p.x / w;
		final double q = clamp(t), end = step(1.12, 0.93, Math.abs(t));
		final double ui = upperInner(t, m), li = lowerInner(t, m);
		final double uo = upperOuter(t, m), lo = lowerOuter(t, m);
		final double full = Math.sqrt(Math.max(0, 1 - q * q));
		lips(p, (p.y - ui) / (uo - ui), 0.34 * full, end, true);
		lips(p, (li - p.y) / (li - lo), 0.46 * full, end, false);
		rim(p, p.y - uo, lo - p.y, full);
		final double seam = Math.min(Math.abs(p.y - ui), Math.abs(p.y - li));
		final double line = bell(seam, 0.075) * step(1.1, 0.98, Math.abs(t));
		p.z -= 0.16 * line;
		p.shade(1 - 0.72 * line);
		p.gloss *= 1 - line;
		final double in = step(0.01, 0.1, Math.min(ui - p.y, p.y - li));
		if (in > 0 && Math.abs(t) < 1) cavity(p, m, in, ui, li, t);
	}

	private void lips(final Vertex p, final double across, final double height,
		final double end, final boolean upper)
	{
		if (across < -0.1 || across > 1.25) return;
		final double a = Math.min(1, Math.max(0, across));
		p.z += height * Math.pow(Math.sin(Math.PI * Math.pow(a, 0.75)), 0.8);
		final double on = step(1.13, 0.88, across) * step(-0.1, 0, across) * end;
		final double grain = Noise.value(p.x * 7, p.y * 1.2, 3, who.seed() + 3);
		p.tint(who.mouth().colour().times((upper ? 0.8 : 1.02) * (1 + 0.1 * grain)),
			0.88 * on);
		p.gloss += on * (0.15 - p.gloss);
		p.sharp += on * (26 - p.sharp);
	}

	/** The light edge of the skin above the red, and the shadow under it. */
	private static void rim(final Vertex p, final double above,
		final double below, final double full)
	{
		p.z += 0.04 * full * bell(above - 0.08, 0.08);
		p.shade(1 - 0.20 * full * bell(below - 0.25, 0.22));
	}

	private static void cavity(final Vertex p, final Moment m, final double in,
		final double ui, final double li, final double t)
	{
		final double edge = LINE - 0.34;
		final double tooth = step(edge - 0.05, edge + 0.05, p.y + 0.18 * t * t) *
			step(0.95, 0.6, Math.abs(t));
		final double low = LINE - m.jaw() + 0.05;
		final double lowTooth = step(low + 0.04, low - 0.05, p.y + 0.2 * (1 - t *
			t) - 0.2) * step(0.7, 0.4, Math.abs(t)) * step(0.55, 0.8, m.jaw());
		final Vertex inside = new Vertex();
		inside.tint(Vec3.srgb(62, 18, 18), 1);
		inside.tint(Vec3.srgb(150, 62, 60), 0.7 * step(li + 0.7, li + 0.1, p.y));
		final double gaps = Math.pow(Math.abs(Math.sin(Math.PI * p.x / 0.82)), 0.25);
		inside.tint(Vec3.srgb(224, 214, 196).times(0.75 + 0.25 * gaps), Math.max(
			tooth, 0.8 * lowTooth));
		final double deep = (0.28 + 0.72 * step(-0.02, 0.30, ui - p.y)) * (0.55 +
			0.45 * step(1, 0.45, Math.abs(t)));
		inside.shade(deep * (0.35 + 0.65 * Math.max(tooth, 0.5 * lowTooth)));
		p.z -= in * (0.35 + 0.6 * (1 - tooth));
		p.tint(new Vec3(inside.r, inside.g, inside.b), in);
		p.gloss += in * (0.1 * tooth - p.gloss);
		p.sharp += in * (40 - p.sharp);
		p.open *= 1 - in * (0.6 - 0.35 * tooth);
	}
}
