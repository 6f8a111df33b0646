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

import java.nio.FloatBuffer;

/**
 * What the networks see of a face: its colours, and, eight times as strong, what
 * of each differs from the mean of the 3×3 px around it, so that even the first
 * steps of training look at fine detail.
 */
final class NetworkInput {

	static final int CHANNELS = 6;

	private static final int SIZE = FacePicture.SIZE;
	private static final float STRENGTH = 8;

	private NetworkInput() {}

	/**
	 * @param face any
	 * @param mirrored whether left and right are exchanged
	 * @param to C×H×W elements
	 */
	static void put(final FacePicture face, final boolean mirrored,
		final FloatBuffer to)
	{
		final int n = SIZE * SIZE;
		final int[] argb = face.argb();
		final var plane = new float[n];
		for (int c = 0; c < 3; c++) {
			for (int i = 0; i < n; i++) {
				final int x = i % SIZE;
				plane[i] = (argb[mirrored ? i - x + SIZE - 1 - x : i] >> 16 - 8 * c &
					255) / 127.5f - 1;
			}
			to.put(c * n, plane);
			to.put((3 + c) * n, residual(plane));
		}
	}

	private static float[] residual(final float[] in) {
		final var rows = new float[in.length];
		for (int y = 0; y < SIZE; y++)
			for (int x = 1, i = y * SIZE + 1; x < SIZE - 1; x++, i++)
				rows[i] = in[i - 1] + in[i] + in[i + 1];
		final var out = new float[in.length];
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 1, i = y * SIZE + 1; x < SIZE - 1; x++, i++)
				out[i] = Math.max(-2, Math.min(2, STRENGTH * (in[i] - (rows[i - SIZE] +
					rows[i] + rows[i + SIZE]) / 9)));
		return out;
	}
}
