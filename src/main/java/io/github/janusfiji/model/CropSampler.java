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
 * Samples a crop bilinearly, a row of the result at a time, so that the loops
 * run over arrays and call nothing per pixel. Not thread-safe.
 */
final class CropSampler {

	/** Where in the crop a row of the network's picture is taken. */
	interface RowMap {

		/**
		 * @param v down the network's picture, 0 to 1
		 * @param x overwritten with positions across the crop, 0 to 1, of the
		 *          centres of as many pixels
		 * @param y down the crop
		 */
		void row(double v, float[] x, float[] y);
	}

	private final int size;
	private final float[] x;
	private final float[] y;
	private final float[] row;

	/** @param size width and height of the network's picture, px */
	CropSampler(final int size) {
		this.size = size;
		x = new float[size];
		y = new float[size];
		row = new float[size];
	}

	/**
	 * @param crop interleaved bytes
	 * @param channels bytes per pixel
	 * @param cropSize its width and height, px
	 * @param map where pixels are taken
	 * @param to channels×H×W; overwritten, 0 to 1
	 */
	void sample(final byte[] crop, final int channels, final int cropSize,
		final RowMap map, final FloatBuffer to)
	{
		for (int j = 0; j < size; j++) {
			map.row((j + 0.5) / size, x, y);
			clamp(x, cropSize);
			clamp(y, cropSize);
			for (int c = 0; c < channels; c++) {
				row(crop, channels, c, cropSize);
				to.put((c * size + j) * size, row);
			}
		}
	}

	/**
	 * @param weights of one channel, bytes in sixteenths
	 * @param cropSize its width and height, px
	 * @param map where pixels are taken
	 * @param to 3×H×W; overwritten with the weights, the same in each channel
	 */
	void spread(final byte[] weights, final int cropSize, final RowMap map,
		final FloatBuffer to)
	{
		for (int j = 0; j < size; j++) {
			map.row((j + 0.5) / size, x, y);
			clamp(x, cropSize);
			clamp(y, cropSize);
			row(weights, 1, 0, cropSize);
			for (int i = 0; i < size; i++)
				row[i] *= 255f / 16;
			for (int c = 0; c < 3; c++)
				to.put((c * size + j) * size, row);
		}
	}

	/** The border is repeated. */
	private void clamp(final float[] position, final int cropSize) {
		for (int i = 0; i < size; i++)
			position[i] = Math.max(0, Math.min(cropSize - 1, position[i] * cropSize -
				0.5f));
	}

	private void row(final byte[] crop, final int step, final int channel,
		final int cropSize)
	{
		for (int i = 0; i < size; i++) {
			final int x0 = (int) x[i], y0 = (int) y[i];
			final int right = x0 + 1 < cropSize ? step : 0;
			final int p = step * (y0 * cropSize + x0) + channel;
			final int q = y0 + 1 < cropSize ? p + step * cropSize : p;
			final float fx = x[i] - x0, fy = y[i] - y0;
			final float top = mix(crop[p], crop[p + right], fx);
			final float low = mix(crop[q], crop[q + right], fx);
			row[i] = (top + fy * (low - top)) / 255;
		}
	}

	private static float mix(final byte a, final byte b, final float f) {
		final int from = a & 0xff;
		return from + f * ((b & 0xff) - from);
	}
}
