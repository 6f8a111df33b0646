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

/**
 * Hairs as chains of points, lit as thin cylinders (Kajiya and Kay, "Rendering
 * fur with three dimensional textures", SIGGRAPH 1989).
 */
final class Strands {

	/** Points per hair. */
	final int knots;
	final int count;
	/** Places and directions in the scene, three numbers per point, cm. */
	final float[] at, along;
	/** Linear albedo of each hair. */
	final float[] colour;
	private final float[] lit;

	Strands(final int count, final int knots) {
		this.count = count;
		this.knots = knots;
		at = new float[count * knots * 3];
		along = new float[at.length];
		colour = new float[count * 3];
		lit = new float[at.length];
	}

	void place(final int hair, final int knot, final Vec3 p) {
		final int i = 3 * (hair * knots + knot);
		at[i] = (float) p.x();
		at[i + 1] = (float) p.y();
		at[i + 2] = (float) p.z();
	}

	void paint(final int hair, final Vec3 c) {
		colour[3 * hair] = (float) c.x();
		colour[3 * hair + 1] = (float) c.y();
		colour[3 * hair + 2] = (float) c.z();
	}

	/** Directions from the places, to be called after all points are placed. */
	void computeDirections() {
		for (int h = 0; h < count; h++)
			for (int k = 0; k < knots; k++) {
				final int a = 3 * (h * knots + Math.max(0, k - 1));
				final int b = 3 * (h * knots + Math.min(knots - 1, k + 1));
				final Vec3 d = new Vec3(at[b] - at[a], at[b + 1] - at[a + 1], at[b + 2] -
					at[a + 2]).unit();
				final int i = 3 * (h * knots + k);
				along[i] = (float) d.x();
				along[i + 1] = (float) d.y();
				along[i + 2] = (float) d.z();
			}
	}

	/** Casts every point's shadow. */
	void cast(final Shadow shadow) {
		for (int i = 0; i < at.length; i += 3)
			shadow.cast(at[i], at[i + 1], at[i + 2]);
	}

	void shade(final Lighting light, final Shadow shadow, final double shine) {
		final Vec3 l = light.key(), e = light.rim();
		for (int i = 0, n = count * knots; i < n; i++) {
			final int p = 3 * i, c = 3 * (i / knots);
			final double tx = along[p], ty = along[p + 1], tz = along[p + 2];
			final double tl = tx * l.x() + ty * l.y() + tz * l.z();
			final double sin = Math.sqrt(Math.max(0, 1 - tl * tl));
			final double half = tx * l.x() + ty * l.y() + tz * (l.z() + 1);
			final double hl = Math.sqrt(2 + 2 * l.z());
			final double sh = Math.sqrt(Math.max(0, 1 - half * half / (hl * hl)));
			final double vis = shadow.light(at[p] + 0.3 * l.x(), at[p + 1] + 0.3 * l
				.y(), at[p + 2] + 0.3 * l.z(), 5);
			final double spec = shine * sharp(sh) * vis;
			final double te = tx * e.x() + ty * e.y() + tz * e.z();
			final double back = 0.5 * Math.sqrt(Math.max(0, 1 - te * te));
			final double up = 0.7;
			lit[p] = (float) tone(colour[c], sin * vis, light.keyColour().x(), back *
				light.rimColour().x(), up * light.sky().x(), spec);
			lit[p + 1] = (float) tone(colour[c + 1], sin * vis, light.keyColour().y(),
				back * light.rimColour().y(), up * light.sky().y(), spec);
			lit[p + 2] = (float) tone(colour[c + 2], sin * vis, light.keyColour().z(),
				back * light.rimColour().z(), up * light.sky().z(), spec);
		}
	}

	/** The 32nd power. */
	private static double sharp(final double s) {
		final double s2 = s * s, s4 = s2 * s2, s8 = s4 * s4, s16 = s8 * s8;
		return s16 * s16;
	}

	/** The highlight is white from the surface and tinted from inside the hair. */
	private static double tone(final double albedo, final double diffuse,
		final double key, final double back, final double ambient,
		final double spec)
	{
		return albedo * (diffuse * key + back + ambient) + spec * key * (0.10 + 1.2 *
			albedo);
	}

	/** Draws every hair one sample wide, fading over its last fifth. */
	void draw(final Canvas canvas, final Camera c, final float alpha) {
		for (int h = 0; h < count; h++)
			for (int k = 0; k + 1 < knots; k++) {
				final float left = (knots - 1 - k) / (0.2f * knots);
				segment(canvas, c, 3 * (h * knots + k), alpha * Math.min(1, left));
			}
	}

	private void segment(final Canvas canvas, final Camera c, final int p,
		final float alpha)
	{
		final int q = p + 3;
		final double u0 = c.u(at[p], at[p + 2]), v0 = c.v(at[p + 1], at[p + 2]);
		final double u1 = c.u(at[q], at[q + 2]), v1 = c.v(at[q + 1], at[q + 2]);
		final double d0 = c.depth(at[p + 2]), d1 = c.depth(at[q + 2]);
		final int n = 1 + (int) Math.max(Math.abs(u1 - u0), Math.abs(v1 - v0));
		for (int i = 0; i < n; i++) {
			final float t = (i + 0.5f) / n;
			canvas.dot((int) Math.round(u0 + t * (u1 - u0)), (int) Math.round(v0 + t *
				(v1 - v0)), (float) (d0 + t * (d1 - d0)), alpha, lit[p] + t * (lit[q] -
					lit[p]), lit[p + 1] + t * (lit[q + 1] - lit[p + 1]), lit[p + 2] + t *
						(lit[q + 2] - lit[p + 2]));
		}
	}
}
