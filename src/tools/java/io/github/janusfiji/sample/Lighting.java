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
 * A window or lamp with soft shadows, light from the room around it, and a
 * light from behind.
 *
 * @param key direction to the main light
 * @param keyColour its linear colour
 * @param sky linear colour of light from above
 * @param ground linear colour of light from below
 * @param fill direction to the bright side of the room
 * @param fillColour its linear colour
 * @param rim direction to the light behind
 * @param rimColour its linear colour
 */
record Lighting(Vec3 key, Vec3 keyColour, Vec3 sky, Vec3 ground, Vec3 fill,
	Vec3 fillColour, Vec3 rim, Vec3 rimColour)
{

	/** How far light of each colour bleeds around skin into the shade. */
	private static final double[] WRAP = { 0.38, 0.20, 0.14 };

	/** Points that face so far away from the camera are never seen. */
	private static final double AWAY = -0.45;

	/** Shades every point of a mesh that may be seen. */
	void shade(final Mesh m, final Camera camera, final Shadow shadow) {
		for (int i = 0; i < m.size(); i++) {
			final double nx = m.nx[i], ny = m.ny[i], nz = m.nz[i];
			if (nz < AWAY || m.hidden[i]) continue;
			final double lit = shadow.light(m.x[i] + 0.25 * nx, m.y[i] + 0.25 * ny,
				m.z[i] + 0.25 * nz, Shadow.SOFT);
			final double nk = nx * key.x() + ny * key.y() + nz * key.z();
			final double nf = nx * fill.x() + ny * fill.y() + nz * fill.z();
			final double nr = nx * rim.x() + ny * rim.y() + nz * rim.z();
			final double up = 0.5 + 0.5 * ny, open = m.open[i];
			final double f = open * Math.max(0, (nf + 0.4) / 1.4);
			final double back = Math.max(0, nr) * open;
			final double shine = m.gloss[i] * highlight(m, i, camera, lit, nk);
			final double edge = m.gloss[i] * edge(m, i, camera) * open;
			m.lr[i] = (float) (m.r[i] * (keyColour.x() * wrap(nk, 0, m.bleed, lit,
				0.75) + f * fillColour.x() + back * rimColour.x() + open * mix(ground
					.x(), sky.x(), up)) + (shine + m.glow[i] * (0.3 + 0.7 * lit)) *
						keyColour.x() + edge * sky.x());
			m.lg[i] = (float) (m.g[i] * (keyColour.y() * wrap(nk, 1, m.bleed, lit,
				1) + f * fillColour.y() + back * rimColour.y() + open * mix(ground.y(),
					sky.y(), up)) + (shine + m.glow[i] * (0.3 + 0.7 * lit)) * keyColour
						.y() + edge * sky.y());
			m.lb[i] = (float) (m.b[i] * (keyColour.z() * wrap(nk, 2, m.bleed, lit,
				1) + f * fillColour.z() + back * rimColour.z() + open * mix(ground.z(),
					sky.z(), up)) + (shine + m.glow[i] * (0.3 + 0.7 * lit)) * keyColour
						.z() + edge * sky.z());
		}
	}

	private static double mix(final double a, final double b, final double t) {
		return a + t * (b - a);
	}

	private static double wrap(final double cosine, final int channel,
		final double bleed, final double lit, final double power)
	{
		final double w = WRAP[channel] * bleed;
		final double soft = power == 1 ? lit : Math.sqrt(lit) * 0.35 + lit * 0.65;
		return Math.max(0, (cosine + w) / (1 + w)) * soft;
	}

	/** Blinn–Phong with the energy kept roughly constant over sharpness. */
	private double highlight(final Mesh m, final int i, final Camera camera,
		final double lit, final double nk)
	{
		if (nk <= 0 || m.gloss[i] <= 0) return 0;
		final double vx = -m.x[i], vy = -m.y[i], vz = camera.distance() - m.z[i];
		final double vl = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
		final double hx = key.x() + vx * vl, hy = key.y() + vy * vl;
		final double hz = key.z() + vz * vl;
		final double nh = (m.nx[i] * hx + m.ny[i] * hy + m.nz[i] * hz) / Math.sqrt(
			hx * hx + hy * hy + hz * hz);
		return nh <= 0 ? 0 : lit * Math.pow(nh, m.sharp[i]) * (m.sharp[i] + 8) / 20 *
			Math.min(1, 3 * nk);
	}

	/** Grazing reflection (Schlick's fifth power). */
	private static double edge(final Mesh m, final int i, final Camera camera) {
		final double vx = -m.x[i], vy = -m.y[i], vz = camera.distance() - m.z[i];
		final double nv = Math.max(0, (m.nx[i] * vx + m.ny[i] * vy + m.nz[i] * vz) /
			Math.sqrt(vx * vx + vy * vy + vz * vz));
		final double q = 1 - nv;
		return 0.9 * q * q * q * q * q;
	}

	/** A scene's light as the face's side of the room gives it. */
	static Lighting of(final Vec3 key, final Vec3 keyColour, final Vec3 ambient,
		final double fillStrength, final Vec3 rimColour)
	{
		final Vec3 fill = new Vec3(-key.x(), 0.1, 0.9).unit();
		final Vec3 rim = new Vec3(-key.x(), 0.5, -0.75).unit();
		return new Lighting(key.unit(), keyColour, ambient, ambient.times(0.45),
			fill, ambient.times(fillStrength), rim, rimColour);
	}
}
