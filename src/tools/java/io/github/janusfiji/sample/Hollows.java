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

/** Ambient occlusion of a head: what lies deeper than its surroundings. */
final class Hollows {

	private Hollows() {}

	/**
	 * @param m the head; less light reaches its hollows afterwards
	 * @param reach how far to look, grid points
	 * @param strength loss of light per cm of depth
	 */
	static void darken(final Mesh m, final int reach, final double strength) {
		final float[] r = new float[m.size()];
		for (int i = 0; i < r.length; i++)
			r[i] = (float) new Vec3(m.x[i], m.y[i], m.z[i]).minus(Skull.CENTRE)
				.length();
		final float[] mean = blur(blur(r, m.nu, m.nv, reach), m.nu, m.nv, reach);
		for (int i = 0; i < r.length; i++) {
			final double hollow = mean[i] - r[i];
			m.open[i] *= Math.max(0.35, Math.min(1.08, 1 - strength * hollow));
		}
	}

	private static float[] blur(final float[] a, final int nu, final int nv,
		final int k)
	{
		return box(box(a, nu, nv, k, true), nu, nv, k, false);
	}

	private static float[] box(final float[] a, final int nu, final int nv,
		final int k, final boolean rows)
	{
		final float[] out = new float[a.length];
		final int length = rows ? nu : nv, step = rows ? 1 : nu;
		for (int line = 0; line < (rows ? nv : nu); line++) {
			final int start = rows ? line * nu : line;
			double sum = 0;
			for (int i = -k; i <= k; i++)
				sum += a[start + step * clamp(i, length)];
			for (int i = 0; i < length; i++) {
				out[start + step * i] = (float) (sum / (2 * k + 1));
				sum += a[start + step * clamp(i + k + 1, length)] - a[start + step *
					clamp(i - k, length)];
			}
		}
		return out;
	}

	private static int clamp(final int i, final int n) {
		return Math.max(0, Math.min(n - 1, i));
	}
}
