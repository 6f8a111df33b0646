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

/** Brows and upper lashes: short hairs that move with the skin. */
final class FaceHair {

	private static final int BROW = 420, LASHES = 70, KNOTS = 5;

	private final HeadModel model;
	private final Strands strands = new Strands(2 * (BROW + LASHES), KNOTS);
	/** Root, direction and length of each brow hair. */
	private final double[][] brows = new double[BROW][];
	private final double[][] lashes = new double[LASHES][];

	FaceHair(final HeadModel model) {
		this.model = model;
		final Identity who = model.who;
		final var random = new Random(who.seed() + 1);
		for (int i = 0; i < BROW; i++) {
			final double t = Math.pow(random.nextDouble(), 0.9);
			final double thin = who.eyes().browThickness() * (1 - 0.62 * Noise.step(
				0.5, 1, t)) * (0.75 + 0.25 * Noise.step(0, 0.15, t));
			final double off = (random.nextDouble() - 0.5) * thin;
			final double lean = 0.85 - 1.05 * t - 0.5 * off / thin + 0.2 * random
				.nextGaussian();
			brows[i] = new double[] { 1.4 + 4.0 * t, off, lean, 0.45 + 0.25 * random
				.nextDouble() };
		}
		for (int i = 0; i < LASHES; i++)
			lashes[i] = new double[] { 0.1 + 0.9 * random.nextDouble(), 0.7 + 0.5 *
				random.nextDouble() };
		final Vec3 c = who.hair().colour().mix(new Vec3(0.3, 0.3, 0.3), 0.4 * who
			.hair().grey());
		for (int h = 0; h < strands.count; h++)
			strands.paint(h, h < 2 * BROW ? c.times(0.7 + 0.3 * random
				.nextDouble()) : c.times(0.15));
	}

	Strands pose(final Head head) {
		for (int side = -1; side <= 1; side += 2) {
			final int first = side < 0 ? 0 : BROW;
			for (int i = 0; i < BROW; i++)
				brow(head, first + i, side, brows[i]);
			final int lash = 2 * BROW + (side < 0 ? 0 : LASHES);
			for (int i = 0; i < LASHES; i++)
				lash(head, lash + i, side, lashes[i]);
		}
		strands.computeDirections();
		return strands;
	}

	private void brow(final Head head, final int h, final int side,
		final double[] b)
	{
		final Moment m = head.moment();
		for (int k = 0; k < KNOTS; k++) {
			final double s = b[3] * k / (KNOTS - 1);
			final double ax = b[0] + s * Math.cos(b[2]);
			final double y = model.browLine(b[0]) + b[1] + s * Math.sin(b[2]) + m
				.brow();
			final Vec3 p = head.frontal(side * ax, y);
			strands.place(h, k, head.place(p.plus(new Vec3(0, 0, 0.05 + 0.04 * Math
				.sin(k)))));
		}
	}

	private void lash(final Head head, final int h, final int side,
		final double[] l)
	{
		final Moment m = head.moment();
		final double ax = Eye.across(l[0]);
		final double y = model.eye.upperEdge(ax, m.openness());
		final Vec3 root = head.frontal(side * ax, y + 0.03);
		final double length = model.who.eyes().lashes() * l[1] * (0.4 + 0.6 * l[0]);
		final double curl = 2 * m.openness() - 1;
		for (int k = 0; k < KNOTS; k++) {
			final double t = (double) k / (KNOTS - 1);
			strands.place(h, k, head.place(root.plus(new Vec3(side * 0.45 * (l[0] -
				0.35) * length * t, length * (0.75 * curl * t * t - 0.15 * t), 0.06 +
					length * 0.8 * t))));
		}
	}
}
