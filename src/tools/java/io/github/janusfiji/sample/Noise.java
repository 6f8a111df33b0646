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
 * Seeded value noise and the blending functions that go with it (Perlin,
 * "Improving noise", SIGGRAPH 2002, for the quintic fade). Pure functions of
 * their arguments, so that pictures do not depend on the order of evaluation.
 */
final class Noise {

	private Noise() {}

	/** @return a number in [0, 1) that depends on all bits of the arguments */
	static double hash(final int x, final int y, final int z, final int seed) {
		int h = seed * 0x9E3779B1 ^ x * 0x85EBCA77 ^ y * 0xC2B2AE3D ^ z * 0x27D4EB2F;
		h ^= h >>> 15;
		h *= 0x2C1B3C6D;
		h ^= h >>> 12;
		h *= 0x297A2D39;
		h ^= h >>> 15;
		return (h >>> 8) / (double) (1 << 24);
	}

	/** @return smooth noise from −1 to 1 with one feature per unit */
	static double value(final double x, final double y, final double z,
		final int seed)
	{
		final int xi = (int) Math.floor(x), yi = (int) Math.floor(y);
		final int zi = (int) Math.floor(z);
		final double u = fade(x - xi), v = fade(y - yi), w = fade(z - zi);
		double sum = 0;
		for (int k = 0; k < 8; k++) {
			final int i = k & 1, j = k >> 1 & 1, l = k >> 2;
			sum += hash(xi + i, yi + j, zi + l, seed) * (i == 0 ? 1 - u : u) *
				(j == 0 ? 1 - v : v) * (l == 0 ? 1 - w : w);
		}
		return 2 * sum - 1;
	}

	/** @return octaves of {@link #value}, each half as strong and twice as fine */
	static double fractal(final double x, final double y, final double z,
		final int octaves, final int seed)
	{
		double sum = 0, a = 0.5, f = 1;
		for (int o = 0; o < octaves; o++, a /= 2, f *= 2)
			sum += a * value(x * f, y * f, z * f, seed + 31 * o);
		return sum;
	}

	/** @return smooth noise in time from −1 to 1 with one feature per unit */
	static double in(final double t, final int seed) {
		return value(t, 0.37, 0.71, seed);
	}

	private static double fade(final double t) {
		return t * t * t * (t * (6 * t - 15) + 10);
	}

	/** @return 0 at or before a, 1 at or after b (also for a &gt; b), smooth */
	static double step(final double a, final double b, final double t) {
		final double s = Math.min(1, Math.max(0, (t - a) / (b - a)));
		return s * s * (3 - 2 * s);
	}

	/** @return a bell of height 1 with the given standard deviation */
	static double bell(final double d, final double sigma) {
		final double q = d / sigma;
		return q * q > 40 ? 0 : Math.exp(-0.5 * q * q);
	}

	/** @return the larger, rounded over a width of k where they meet */
	static double smoothMax(final double a, final double b, final double k) {
		final double h = Math.max(k - Math.abs(a - b), 0) / k;
		return Math.max(a, b) + h * h * k / 4;
	}
}
