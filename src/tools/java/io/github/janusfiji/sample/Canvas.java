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

/** A picture in linear light with a depth buffer. */
final class Canvas {

	final int width, height;
	final float[] r, g, b, depth;

	Canvas(final int width, final int height) {
		this.width = width;
		this.height = height;
		final int n = width * height;
		r = new float[n];
		g = new float[n];
		b = new float[n];
		depth = new float[n];
	}

	/** Draws a shaded mesh; quadrilaterals that face away are left out. */
	void draw(final Mesh m, final Camera c) {
		final float[] u = new float[m.size()], v = new float[m.size()];
		final float[] d = new float[m.size()];
		for (int i = 0; i < m.size(); i++) {
			u[i] = (float) c.u(m.x[i], m.z[i]);
			v[i] = (float) c.v(m.y[i], m.z[i]);
			d[i] = (float) c.depth(m.z[i]);
		}
		for (int y = 0; y + 1 < m.nv; y++)
			for (int x = 0; x + 1 < m.nu; x++) {
				final int i = y * m.nu + x, j = i + m.nu;
				if (m.hidden[i] || m.hidden[i + 1] || m.hidden[j] || m.hidden[j + 1])
					continue;
				triangle(m, u, v, d, i, j, i + 1);
				triangle(m, u, v, d, i + 1, j, j + 1);
			}
	}

	private void triangle(final Mesh m, final float[] u, final float[] v,
		final float[] d, final int a, final int b0, final int c)
	{
		final float area = (u[b0] - u[a]) * (v[c] - v[a]) - (v[b0] - v[a]) * (u[c] -
			u[a]);
		if (area >= 0) return;
		final int x0 = Math.max(0, (int) Math.ceil(Math.min(u[a], Math.min(u[b0],
			u[c]))));
		final int x1 = Math.min(width - 1, (int) Math.floor(Math.max(u[a], Math.max(
			u[b0], u[c]))));
		final int y0 = Math.max(0, (int) Math.ceil(Math.min(v[a], Math.min(v[b0],
			v[c]))));
		final int y1 = Math.min(height - 1, (int) Math.floor(Math.max(v[a], Math
			.max(v[b0], v[c]))));
		final float s = 1 / area;
		for (int y = y0; y <= y1; y++)
			for (int x = x0; x <= x1; x++) {
				final float wb = ((x - u[a]) * (v[c] - v[a]) - (y - v[a]) * (u[c] -
					u[a])) * s;
				final float wc = ((u[b0] - u[a]) * (y - v[a]) - (v[b0] - v[a]) * (x -
					u[a])) * s;
				final float wa = 1 - wb - wc;
				if (wa < 0 || wb < 0 || wc < 0) continue;
				final float near = wa * d[a] + wb * d[b0] + wc * d[c];
				final int p = y * width + x;
				if (near <= depth[p]) continue;
				depth[p] = near;
				r[p] = wa * m.lr[a] + wb * m.lr[b0] + wc * m.lr[c];
				g[p] = wa * m.lg[a] + wb * m.lg[b0] + wc * m.lg[c];
				b[p] = wa * m.lb[a] + wb * m.lb[b0] + wc * m.lb[c];
			}
	}

	/** Blends one sample of a hair over what lies behind it. */
	void dot(final int x, final int y, final float near, final float alpha,
		final float cr, final float cg, final float cb)
	{
		if (x < 0 || y < 0 || x >= width || y >= height) return;
		final int p = y * width + x;
		if (near <= depth[p]) return;
		if (alpha > 0.45f) depth[p] = near;
		r[p] += alpha * (cr - r[p]);
		g[p] += alpha * (cg - g[p]);
		b[p] += alpha * (cb - b[p]);
	}
}
