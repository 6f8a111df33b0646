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
package io.github.janusfiji.dissect;

/**
 * Bilinear interpolation of a layer's small pictures at the pixel centres of a
 * larger one; beyond the outermost centres the border goes on.
 */
final class Upsampling {

	private final int from;
	private final int to;
	private final int[] low;
	private final float[] share;

	/**
	 * @param from width and height of what is interpolated, px
	 * @param to width and height of the result, px
	 */
	Upsampling(final int from, final int to) {
		this.from = from;
		this.to = to;
		low = new int[to];
		share = new float[to];
		for (int i = 0; i < to; i++) {
			final double at = Math.max(0, Math.min(from - 1, (i + 0.5) * from / to -
				0.5));
			low[i] = Math.min((int) at, Math.max(0, from - 2));
			share[i] = from == 1 ? 0 : (float) (at - low[i]);
		}
	}

	/**
	 * @param values of one picture, row by row, from an offset
	 * @param offset index of the first
	 * @param result overwritten, row by row
	 */
	void apply(final float[] values, final int offset, final float[] result) {
		final int right = from == 1 ? 0 : 1;
		for (int y = 0; y < to; y++) {
			final int row = offset + low[y] * from, below = row + right * from;
			for (int x = 0; x < to; x++) {
				final int at = low[x];
				final float t = share[x];
				final float a = values[row + at] + t * (values[row + at + right] -
					values[row + at]);
				final float b = values[below + at] + t * (values[below + at + right] -
					values[below + at]);
				result[y * to + x] = a + share[y] * (b - a);
			}
		}
	}
}
