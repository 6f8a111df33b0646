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
package io.github.janusfiji.model;

import java.nio.FloatBuffer;

/**
 * Brings painted faces of one person, which have that person's proportions, to
 * the outline of the face they replace: the head around the new face then fits
 * it. Brows, eyes, nose and mouth keep the donor's places, which are much of
 * what makes the donor. Not thread-safe.
 */
final class Proportions {

	/** Shares of the replaced face's proportions; docs/training.md says why. */
	private static final double INNER = 0;
	private static final double JAW = 1;

	private final int size;
	private final float[] x;
	private final float[] y;
	private final float[] source;

	/**
	 * @param donor who is painted
	 * @param replaced whose face it replaces
	 * @param size width and height of the painted pictures, px
	 * @param coverage share of the crop's width that they show
	 */
	Proportions(final FaceShape donor, final FaceShape replaced, final int size,
		final double coverage)
	{
		this.size = size;
		final ShapeWarp warp = ShapeWarp.between(donor.towards(replaced, JAW, INNER)
			.landmarks(), donor.landmarks());
		x = new float[size * size];
		y = new float[size * size];
		source = new float[3 * size * size];
		final double start = (1 - coverage) / 2;
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) (start + coverage * (i % size + 0.5) / size);
			y[i] = (float) (start + coverage * (i / size + 0.5) / size);
		}
		warp.move(x, y);
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) ((x[i] - start) / coverage * size - 0.5);
			y[i] = (float) ((y[i] - start) / coverage * size - 0.5);
		}
	}

	/**
	 * @param painted 3×H×W, 0 to 1; overwritten with the face of the other outline,
	 *          interpolated with Catmull and Rom's cubic (1974)
	 */
	void move(final FloatBuffer painted) {
		painted.get(0, source);
		final float[] wx = new float[4], wy = new float[4];
		final int[] columns = new int[4];
		for (int i = 0; i < x.length; i++) {
			final int x0 = (int) Math.floor(x[i]), y0 = (int) Math.floor(y[i]);
			weights(x[i] - x0, wx);
			weights(y[i] - y0, wy);
			for (int k = 0; k < 4; k++)
				columns[k] = limited(x0 + k - 1);
			for (int c = 0; c < 3; c++) {
				float sum = 0;
				for (int l = 0; l < 4; l++) {
					final int row = (c * size + limited(y0 + l - 1)) * size;
					sum += wy[l] * (wx[0] * source[row + columns[0]] + wx[1] * source[row +
						columns[1]] + wx[2] * source[row + columns[2]] + wx[3] * source[row +
							columns[3]]);
				}
				painted.put(c * size * size + i, Math.max(0, Math.min(1, sum)));
			}
		}
	}

	private int limited(final int position) {
		return Math.max(0, Math.min(size - 1, position));
	}

	private static void weights(final float t, final float[] to) {
		final float t2 = t * t, t3 = t2 * t;
		to[0] = (-t3 + 2 * t2 - t) / 2;
		to[1] = (3 * t3 - 5 * t2 + 2) / 2;
		to[2] = (-3 * t3 + 4 * t2 + t) / 2;
		to[3] = (t3 - t2) / 2;
	}
}
