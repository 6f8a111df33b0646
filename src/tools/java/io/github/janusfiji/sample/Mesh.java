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
 * A grid of surface points finer than the picture's pixels, each with its own
 * material: shaded at the points and drawn as small quadrilaterals (Cook,
 * Carpenter, Catmull, "The Reyes image rendering architecture", SIGGRAPH 1987).
 */
final class Mesh {

	final int nu, nv;
	/** Places in the scene, cm. */
	final float[] x, y, z;
	/** Unit normals, outwards. */
	final float[] nx, ny, nz;
	/** Linear albedo, from 0 to 1. */
	final float[] r, g, b;
	/** Strength of the highlight, its sharpness, ambient visibility, own light. */
	final float[] gloss, sharp, open, glow;
	/** Shaded linear colour. */
	final float[] lr, lg, lb;
	/** Points not to be drawn. */
	final boolean[] hidden;
	/** How far light bleeds under the surface: 1 for skin, 0 for cloth. */
	float bleed = 1;

	Mesh(final int nu, final int nv) {
		this.nu = nu;
		this.nv = nv;
		final int n = nu * nv;
		x = new float[n];
		y = new float[n];
		z = new float[n];
		nx = new float[n];
		ny = new float[n];
		nz = new float[n];
		r = new float[n];
		g = new float[n];
		b = new float[n];
		gloss = new float[n];
		sharp = new float[n];
		open = new float[n];
		glow = new float[n];
		lr = new float[n];
		lg = new float[n];
		lb = new float[n];
		hidden = new boolean[n];
	}

	int size() {
		return nu * nv;
	}

	void place(final int i, final Vec3 p) {
		x[i] = (float) p.x();
		y[i] = (float) p.y();
		z[i] = (float) p.z();
	}

	void paint(final int i, final Vec3 albedo, final double shine,
		final double sharpness, final double visibility, final double light)
	{
		r[i] = (float) albedo.x();
		g[i] = (float) albedo.y();
		b[i] = (float) albedo.z();
		gloss[i] = (float) shine;
		sharp[i] = (float) sharpness;
		open[i] = (float) visibility;
		glow[i] = (float) light;
	}

	/**
	 * Normals by central differences; u must run to the right and v down where the
	 * surface faces the camera.
	 */
	void computeNormals() {
		for (int v = 0; v < nv; v++)
			for (int u = 0; u < nu; u++) {
				final int i = v * nu + u;
				final int w = u > 0 ? i - 1 : i, e = u < nu - 1 ? i + 1 : i;
				final int n = v > 0 ? i - nu : i, s = v < nv - 1 ? i + nu : i;
				final float ax = x[e] - x[w], ay = y[e] - y[w], az = z[e] - z[w];
				final float bx = x[n] - x[s], by = y[n] - y[s], bz = z[n] - z[s];
				final float cx = ay * bz - az * by, cy = az * bx - ax * bz;
				final float cz = ax * by - ay * bx;
				final float l = (float) (1 / Math.sqrt(cx * cx + cy * cy + cz * cz +
					1e-20));
				nx[i] = cx * l;
				ny[i] = cy * l;
				nz[i] = cz * l;
			}
	}
}
