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

import java.util.Arrays;

/**
 * What the main light sees (Williams, "Casting curved shadows on curved
 * surfaces", SIGGRAPH 1978), softened by averaging.
 */
final class Shadow {

	private static final int SIZE = 420;
	/** Side of the lit square, cm. */
	private static final double EXTENT = 64;
	private static final double SCALE = SIZE / EXTENT;
	private static final double BIAS = 0.35;
	private static final int[] RING = { 0, 0, 2, 0, -2, 0, 0, 2, 0, -2, 3, 3, -3, 3,
		3, -3, -3, -3, 5, 1, -5, -1, -1, 5, 1, -5 };

	/** As many places as are averaged for the softest shadow. */
	static final int SOFT = RING.length / 2;

	private final float[] depth = new float[SIZE * SIZE];
	private final Vec3 light, right, up;

	Shadow(final Vec3 light) {
		this.light = light;
		right = new Vec3(0, 1, 0).cross(light).unit();
		up = light.cross(right);
	}

	void clear() {
		Arrays.fill(depth, -1e9f);
	}

	/** Adds a whole mesh, point by point. */
	void cast(final Mesh m) {
		for (int i = 0; i < m.size(); i++)
			if (!m.hidden[i]) cast(m.x[i], m.y[i], m.z[i]);
	}

	void cast(final double x, final double y, final double z) {
		final int u = column(x, y, z), v = row(x, y, z);
		if (u < 0 || v < 0 || u >= SIZE - 1 || v >= SIZE - 1) return;
		final float d = (float) (light.x() * x + light.y() * y + light.z() * z);
		final int p = v * SIZE + u;
		depth[p] = Math.max(depth[p], d);
		depth[p + 1] = Math.max(depth[p + 1], d);
		depth[p + SIZE] = Math.max(depth[p + SIZE], d);
	}

	private int column(final double x, final double y, final double z) {
		return (int) (SIZE / 2.0 + SCALE * (right.x() * x + right.y() * y + right
			.z() * z));
	}

	private int row(final double x, final double y, final double z) {
		return (int) (SIZE / 2.0 + SCALE * (up.x() * x + up.y() * (y + 6) + up.z() *
			z));
	}

	/**
	 * @param taps how many places around to average, up to {@link #SOFT}
	 * @return the share of the light that reaches a place, from 0 to 1
	 */
	double light(final double x, final double y, final double z,
		final int taps)
	{
		final int u = column(x, y, z), v = row(x, y, z);
		if (u < 6 || v < 6 || u >= SIZE - 6 || v >= SIZE - 6) return 1;
		final double d = light.x() * x + light.y() * y + light.z() * z;
		double sum = 0;
		for (int k = 0; k < taps; k++) {
			final double behind = depth[(v + RING[2 * k + 1]) * SIZE + u + RING[2 *
				k]] - d;
			sum += behind <= BIAS ? 1 : behind >= BIAS + 0.5 ? 0 : 1 - 2 * (behind -
				BIAS);
		}
		return sum / taps;
	}
}
