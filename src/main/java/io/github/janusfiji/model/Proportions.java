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

	/** Neighbours along each side that the cubic reads. */
	private static final int TAPS = 4;

	private final int size;
	private final int[] columns;
	private final int[] rows;
	private final float[] across;
	private final float[] down;
	private final float[] source;
	private final float[] moved;

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
		final int count = size * size;
		columns = new int[TAPS * count];
		rows = new int[TAPS * count];
		across = new float[TAPS * count];
		down = new float[TAPS * count];
		source = new float[3 * count];
		moved = new float[3 * count];
		final ShapeWarp warp = ShapeWarp.between(donor.towards(replaced, JAW, INNER)
			.landmarks(), donor.landmarks());
		final float[] x = new float[count], y = new float[count];
		final double start = (1 - coverage) / 2;
		for (int i = 0; i < count; i++) {
			x[i] = (float) (start + coverage * (i % size + 0.5) / size);
			y[i] = (float) (start + coverage * (i / size + 0.5) / size);
		}
		warp.move(x, y);
		for (int i = 0; i < count; i++) {
			tabulate((float) ((x[i] - start) / coverage * size - 0.5), TAPS * i, 1,
				columns, across);
			tabulate((float) ((y[i] - start) / coverage * size - 0.5), TAPS * i, size,
				rows, down);
		}
	}

	/** Which neighbours of a position count how much, along one side. */
	private void tabulate(final float position, final int at, final int step,
		final int[] neighbours, final float[] weights)
	{
		final int first = (int) Math.floor(position);
		weights(position - first, weights, at);
		for (int k = 0; k < TAPS; k++)
			neighbours[at + k] = step * Math.max(0, Math.min(size - 1, first + k - 1));
	}

	/**
	 * @param painted 3×H×W, 0 to 1; overwritten with the face of the other outline,
	 *          interpolated with Catmull and Rom's cubic (1974)
	 */
	void move(final FloatBuffer painted) {
		final int plane = size * size;
		painted.get(0, source);
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < plane; i++)
				moved[c * plane + i] = Math.max(0, Math.min(1, at(c * plane, TAPS * i)));
		painted.put(0, moved);
	}

	private float at(final int plane, final int k) {
		final int a = columns[k], b = columns[k + 1], c = columns[k + 2];
		final int d = columns[k + 3];
		float sum = 0;
		for (int l = k; l < k + TAPS; l++) {
			final int row = plane + rows[l];
			sum += down[l] * (across[k] * source[row + a] + across[k + 1] * source[row +
				b] + across[k + 2] * source[row + c] + across[k + 3] * source[row + d]);
		}
		return sum;
	}

	private static void weights(final float t, final float[] to, final int at) {
		final float t2 = t * t, t3 = t2 * t;
		to[at] = (-t3 + 2 * t2 - t) / 2;
		to[at + 1] = (3 * t3 - 5 * t2 + 2) / 2;
		to[at + 2] = (-3 * t3 + 4 * t2 + t) / 2;
		to[at + 3] = (t3 - t2) / 2;
	}
}
