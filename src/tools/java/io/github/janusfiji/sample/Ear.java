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

/** An outer ear: rim, inner fold, bowl and lobe on an egg-shaped plate. */
final class Ear {

	private static final int NU = 90, NV = 60;

	private final HeadModel model;
	private final double side;
	final Mesh mesh = new Mesh(NU, NV);

	/** @param side −1 for the image's left, 1 for its right */
	Ear(final HeadModel model, final int side) {
		this.model = model;
		this.side = side;
	}

	void pose(final Head head) {
		for (int v = 0; v < NV; v++)
			for (int u = 0; u < NU; u++) {
				final double angle = 2 * Math.PI * u / (NU - 1) * -side;
				point(v * NU + u, angle, 1.12 * (1 - v / (NV - 1.0)), head);
			}
		mesh.computeNormals();
	}

	/** Polar coordinates on the plate: angle from above to the front. */
	private void point(final int i, final double angle, final double rho,
		final Head head)
	{
		final double c = Math.cos(angle), s = Math.sin(angle);
		final double inward = step(1, 1.12, rho), r = Math.min(1, rho) - 0.05 *
			inward;
		final double up = r * c * (c > 0 ? 2.7 : 3.1);
		final double fore = r * s * (1.65 - 0.35 * step(0, -1, c));
		final double front = step(0.35, 0.95, s);
		final double rim = bell(r - 0.9, 0.09) * (1 - 0.8 * front) * step(-0.95,
			-0.5, c);
		final double fold = bell(r - 0.58, 0.13) * (1 - front) * step(-0.75, -0.2,
			c);
		final double bowl = bell(Math.hypot(up + 0.6, fore - 0.35), 0.65);
		final double lobe = bell(c + 1, 0.3) * step(0.4, 0.9, r);
		final double out = 0.34 * rim + 0.26 * fold - 0.55 * bowl + 0.16 * lobe -
			0.5 * inward;
		final double z = -1.15 + fore * 0.87, flare = (0.9 - fore) * 0.5;
		final double x = 6.85 + flare + out + 0.14 * (up + 1) * 0.6;
		final Vec3 p = new Vec3(side * x, -1.3 + up - 0.12 * fore, z + 0.2 * up *
			-0.5);
		mesh.place(i, head.place(p));
		final var skin = model.who.skin();
		final double red = 0.12 + 0.25 * lobe + 0.2 * rim;
		final double deep = Math.max(0.3, 0.78 + 0.5 * rim + 0.25 * fold - 0.8 *
			bowl);
		mesh.paint(i, skin.colour().mix(Vec3.srgb(200, 96, 80).times(skin
			.colour()).times(1.6), red), 0.06, 14, deep, 0);
	}
}
