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
 * Brings a painted face, which has the donor's proportions, to the outline of
 * the face it replaces, and its features some way to where that face has them:
 * the head around the new face then fits it, and the donor stays the donor.
 */
final class Proportions {

	/** Share of the replaced face's proportions; docs/training.md says why. */
	private static final double INNER = 0.4;
	private static final double JAW = 1;

	private Proportions() {}

	/**
	 * @param donor who is painted
	 * @param replaced whose face it replaces
	 * @return where a pixel of the shown face is taken from the painted one, shares
	 *         of the crop
	 */
	static ShapeWarp warp(final FaceShape donor, final FaceShape replaced) {
		return ShapeWarp.between(donor.towards(replaced, JAW, INNER).landmarks(), donor
			.landmarks());
	}

	/**
	 * @param picture 3×H×W, 0 to 1, of the middle of a crop
	 * @param size H = W, px
	 * @param coverage share of the crop's width that the picture shows
	 * @param warp from {@link #warp}
	 * @return the same extents, interpolated with Catmull and Rom's cubic (1974)
	 */
	static FloatBuffer moved(final FloatBuffer picture, final int size,
		final double coverage, final ShapeWarp warp)
	{
		final var moved = new float[3 * size * size];
		final float[] source = new float[moved.length];
		picture.get(0, source);
		final float[] x = new float[size], y = new float[size];
		final double start = (1 - coverage) / 2;
		for (int j = 0; j < size; j++) {
			for (int i = 0; i < size; i++) {
				x[i] = (float) (start + coverage * (i + 0.5) / size);
				y[i] = (float) (start + coverage * (j + 0.5) / size);
			}
			warp.move(x, y);
			for (int i = 0; i < size; i++)
				sample(source, size, (x[i] - start) / coverage * size - 0.5, (y[i] -
					start) / coverage * size - 0.5, moved, j * size + i);
		}
		return FloatBuffer.wrap(moved);
	}

	private static void sample(final float[] source, final int size,
		final double x, final double y, final float[] to, final int at)
	{
		final int x0 = (int) Math.floor(x), y0 = (int) Math.floor(y);
		final double[] wx = weights(x - x0), wy = weights(y - y0);
		for (int c = 0; c < 3; c++) {
			double sum = 0;
			for (int l = 0; l < 4; l++) {
				final int row = (c * size + Math.max(0, Math.min(size - 1, y0 + l -
					1))) * size;
				double line = 0;
				for (int k = 0; k < 4; k++)
					line += wx[k] * source[row + Math.max(0, Math.min(size - 1, x0 + k -
						1))];
				sum += wy[l] * line;
			}
			to[c * size * size + at] = (float) Math.max(0, Math.min(1, sum));
		}
	}

	private static double[] weights(final double t) {
		final double t2 = t * t, t3 = t2 * t;
		return new double[] { (-t3 + 2 * t2 - t) / 2, (3 * t3 - 5 * t2 + 2) / 2, (-3 *
			t3 + 4 * t2 + t) / 2, (t3 - t2) / 2 };
	}
}
