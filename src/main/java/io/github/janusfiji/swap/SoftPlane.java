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
package io.github.janusfiji.swap;

import java.util.Arrays;

/**
 * Gaussian blurring of a plane in a time that does not depend on the width:
 * three moving averages along rows and columns, their windows of fractional
 * width (Gwosdek, Grewenig, Bruhn and Weickert, "Theoretical foundations of
 * Gaussian convolution by extended box filtering", SSVM 2011). Beyond its border
 * the plane continues.
 */
final class SoftPlane {

	private static final int PASSES = 3;

	private final int width, height, radius;
	private final float inner, outer;

	private SoftPlane(final int width, final int height, final double sigma) {
		this.width = width;
		this.height = height;
		final double variance = sigma * sigma / PASSES;
		radius = (int) Math.floor(0.5 * Math.sqrt(12 * variance + 1) - 0.5);
		final double r = radius;
		final double share = (2 * r + 1) * (r * (r + 1) - 3 * variance) / (6 *
			(variance - (r + 1) * (r + 1)));
		final double total = 2 * r + 1 + 2 * share;
		inner = (float) (1 / total);
		outer = (float) (share / total);
	}

	/**
	 * @param plane {@code width × height} values, row by row
	 * @param width px
	 * @param height px
	 * @param sigma of the Gaussian, px
	 * @return the blurred plane
	 */
	static float[] of(final float[] plane, final int width, final int height,
		final double sigma)
	{
		final var soft = new SoftPlane(width, height, sigma);
		final float[] out = plane.clone();
		soft.rows(out);
		soft.columns(out);
		return out;
	}

	private void rows(final float[] plane) {
		final int pad = radius + 1;
		final var line = new float[width + 2 * pad];
		for (int y = 0; y < height; y++)
			for (int pass = 0; pass < PASSES; pass++) {
				final int from = y * width;
				System.arraycopy(plane, from, line, pad, width);
				Arrays.fill(line, 0, pad, plane[from]);
				Arrays.fill(line, pad + width, line.length, plane[from + width - 1]);
				float sum = 0;
				for (int k = 1; k <= 2 * radius + 1; k++)
					sum += line[k];
				for (int x = 0; x < width; x++) {
					plane[from + x] = inner * sum + outer * (line[x] + line[x + 2 * pad]);
					sum += line[x + 2 * pad] - line[x + 1];
				}
			}
	}

	private void columns(final float[] plane) {
		final var in = new float[plane.length];
		final var sums = new float[width];
		for (int pass = 0; pass < PASSES; pass++) {
			System.arraycopy(plane, 0, in, 0, in.length);
			Arrays.fill(sums, 0);
			for (int k = -radius; k <= radius; k++)
				add(in, row(k), sums);
			for (int y = 0; y < height; y++) {
				final int before = row(y - radius - 1), after = row(y + radius + 1);
				final int first = row(y - radius), at = y * width;
				for (int x = 0; x < width; x++) {
					plane[at + x] = inner * sums[x] + outer * (in[before + x] + in[after +
						x]);
					sums[x] += in[after + x] - in[first + x];
				}
			}
		}
	}

	private int row(final int y) {
		return Math.max(0, Math.min(height - 1, y)) * width;
	}

	private static void add(final float[] in, final int from,
		final float[] sums)
	{
		for (int x = 0; x < sums.length; x++)
			sums[x] += in[from + x];
	}
}
