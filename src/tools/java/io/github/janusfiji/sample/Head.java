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

/** One person's head in one frame. Reused from frame to frame by one thread. */
final class Head {

	final HeadModel model;
	final Mesh mesh = new Mesh(HeadModel.NU, HeadModel.NV);
	/** Places on the average head with this frame's expression. */
	private final float[] x, y, z;
	private Rigid rigid;
	private Moment moment;

	Head(final HeadModel model) {
		this.model = model;
		x = new float[mesh.size()];
		y = new float[mesh.size()];
		z = new float[mesh.size()];
	}

	void pose(final Moment m) {
		moment = m;
		rigid = new Rigid(m);
		final var p = new Vertex();
		for (int i = 0; i < mesh.size(); i++) {
			model.move(i, p, m);
			x[i] = (float) p.x;
			y[i] = (float) p.y;
			z[i] = (float) p.z;
			mesh.paint(i, new Vec3(p.r, p.g, p.b), p.gloss, p.sharp, p.open, p.glow);
			model.proportions.apply(p);
			mesh.place(i, rigid.apply(p.x, p.y, p.z));
		}
		mesh.computeNormals();
	}

	Moment moment() {
		return moment;
	}

	Rigid rigid() {
		return rigid;
	}

	/** @return the place in the scene of a point of the average head, cm */
	Vec3 place(final Vec3 average) {
		final Vec3 p = model.proportions.apply(average);
		return rigid.apply(p.x(), p.y(), p.z());
	}

	/** @return the place in the scene of a point between grid points, cm */
	Vec3 at(final double u, final double v) {
		return new Vec3(sample(mesh.x, u, v), sample(mesh.y, u, v), sample(mesh.z,
			u, v));
	}

	/**
	 * @return the point of the average head, with this frame's expression, that a
	 *         line along z through (px, py) meets
	 */
	Vec3 frontal(final double px, final double py) {
		double u = HeadModel.column(new Vec3(px, py, 9));
		double v = HeadModel.row(new Vec3(px, py, 9));
		for (int i = 0; i < 12; i++) {
			final double ex = px - sample(x, u, v), ey = py - sample(y, u, v);
			final double xu = sample(x, u + 1, v) - sample(x, u - 1, v);
			final double yv = sample(y, u, v + 1) - sample(y, u, v - 1);
			u += clampStep(2 * ex / (Math.abs(xu) < 1e-3 ? 1e-3 : xu));
			v += clampStep(2 * ey / (Math.abs(yv) < 1e-3 ? -1e-3 : yv));
		}
		return new Vec3(px, py, sample(z, u, v));
	}

	private static double clampStep(final double d) {
		return Math.max(-6, Math.min(6, d));
	}

	private static double sample(final float[] a, final double u,
		final double v)
	{
		final double cu = Math.max(0, Math.min(HeadModel.NU - 1.001, u));
		final double cv = Math.max(0, Math.min(HeadModel.NV - 1.001, v));
		final int i = (int) cu, j = (int) cv, k = j * HeadModel.NU + i;
		final double s = cu - i, t = cv - j;
		return (1 - t) * ((1 - s) * a[k] + s * a[k + 1]) + t * ((1 - s) * a[k +
			HeadModel.NU] + s * a[k + HeadModel.NU + 1]);
	}
}
