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
package io.github.janusfiji.detect;

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.FaceOutline;

/**
 * How neighbouring values of the noise go together (Cozzolino, Gragnaniello and
 * Verdoliva 2014, "Image forgery detection through residual-based local
 * descriptors"): second differences along rows and columns, rounded to five
 * steps, and how often each run of three steps occurs, as square roots of
 * shares: 125 inside the face, and 125 by which the inside differs from what is
 * around the face.
 */
final class ResidualNoise {

	private static final int RUNS = 125;
	static final int COUNT = 2 * RUNS;

	private static final int SIZE = FacePicture.SIZE;

	/** Grey levels of one step. */
	private static final float STEP = 2;

	private ResidualNoise() {}

	static float[] of(final FacePicture face) {
		final float[] grey = face.grey();
		final double[][] counts = new double[2][RUNS];
		final boolean[] inside = inside(face);
		count(grey, inside, 1, counts);
		count(grey, inside, SIZE, counts);
		final var out = new float[COUNT];
		for (int side = 0; side < 2; side++) {
			double all = 0;
			for (final double c : counts[side])
				all += c;
			for (int k = 0; k < RUNS; k++)
				counts[side][k] = Math.sqrt(counts[side][k] / Math.max(1, all));
		}
		for (int k = 0; k < RUNS; k++) {
			out[k] = (float) counts[1][k];
			out[RUNS + k] = (float) (counts[1][k] - counts[0][k]);
		}
		return out;
	}

	private static void count(final float[] grey, final boolean[] inside,
		final int step, final double[][] counts)
	{
		final int margin = 2;
		for (int y = margin; y < SIZE - margin; y++)
			for (int x = margin; x < SIZE - margin; x++) {
				final int i = y * SIZE + x;
				final int run = (level(grey, i - step, step) * 5 + level(grey, i,
					step)) * 5 + level(grey, i + step, step);
				counts[inside[i] ? 1 : 0][run]++;
			}
	}

	private static int level(final float[] grey, final int i,
		final int step)
	{
		final int r = Math.round((2 * grey[i] - grey[i - step] - grey[i + step]) /
			STEP);
		return Math.max(-2, Math.min(2, r)) + 2;
	}

	/** @return for each pixel whether it lies in the face's outline */
	private static boolean[] inside(final FacePicture face) {
		final var inside = new boolean[SIZE * SIZE];
		final var corners = FaceOutline.of(face.landmarks()).corners();
		if (corners.size() < 3) return inside;
		final double[][] edges = new ConvexPolygon(corners).edges();
		for (int i = 0; i < inside.length; i++) {
			inside[i] = true;
			for (final double[] e : edges)
				if (e[0] * (i % SIZE) + e[1] * (i / SIZE) + e[2] < 0) {
					inside[i] = false;
					break;
				}
		}
		return inside;
	}
}
