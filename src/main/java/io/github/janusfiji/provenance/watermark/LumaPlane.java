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
package io.github.janusfiji.provenance.watermark;

import io.github.janusfiji.pixels.Luma;

/**
 * A picture's brightness, and where a mark hides in it.
 *
 * @param width px
 * @param height px
 * @param values 0 to 255
 */
record LumaPlane(int width, int height, float[] values) {

	/** Radius of the blur that takes away what no wave of the mark is, px. */
	private static final int BLUR = 12;

	/** Radius of the neighbourhood whose liveliness counts, px. */
	private static final int NEAR = 6;

	/** @return the picture's luma */
	static LumaPlane of(final int[] argb, final int width, final int height) {
		return new LumaPlane(width, height, Luma.of(argb));
	}

	/**
	 * @param scale at which the picture is shown
	 * @return without the slow changes of brightness
	 */
	LumaPlane detail(final double scale) {
		final float[] slow = blur(values, radius(BLUR, scale));
		for (int i = 0; i < slow.length; i++) slow[i] = values[i] - slow[i];
		return new LumaPlane(width, height, slow);
	}

	private static int radius(final int full, final double scale) {
		return Math.max(1, (int) Math.round(full * scale));
	}

	/**
	 * @param scale at which the picture is shown
	 * @return of a picture's detail, its local standard deviation
	 */
	LumaPlane liveliness(final double scale) {
		final var square = new float[values.length];
		for (int i = 0; i < square.length; i++) square[i] = values[i] * values[i];
		final float[] mean = blur(square, radius(NEAR, scale));
		for (int i = 0; i < mean.length; i++) mean[i] = (float) Math.sqrt(Math.max(0,
			mean[i]));
		return new LumaPlane(width, height, mean);
	}

	/** The mean over a square, narrower at the picture's edge. */
	private float[] blur(final float[] in, final int radius) {
		final var rows = new float[in.length];
		for (int y = 0; y < height; y++) line(in, rows, y * width, 1, width, radius);
		final var out = new float[in.length];
		final var sums = new double[width];
		int count = 0;
		for (int y = -radius; y < height; y++) {
			final int enter = y + radius, leave = y - radius - 1;
			if (enter < height && enter >= 0) {
				count++;
				for (int x = 0; x < width; x++) sums[x] += rows[enter * width + x];
			}
			if (leave >= 0) {
				count--;
				for (int x = 0; x < width; x++) sums[x] -= rows[leave * width + x];
			}
			if (y >= 0) for (int x = 0; x < width; x++) out[y * width + x] =
				(float) (sums[x] / count);
		}
		return out;
	}

	private static void line(final float[] in, final float[] out,
		final int from, final int step, final int n, final int radius)
	{
		double sum = 0;
		int count = 0;
		for (int i = -radius; i < n; i++) {
			if (i + radius < n && i + radius >= 0) {
				sum += in[from + (i + radius) * step];
				count++;
			}
			if (i - radius - 1 >= 0) {
				sum -= in[from + (i - radius - 1) * step];
				count--;
			}
			if (i >= 0) out[from + i * step] = (float) (sum / count);
		}
	}
}
