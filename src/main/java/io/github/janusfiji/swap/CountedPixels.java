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

/**
 * Pixels of a picture that have a weight, one after the other. A face fills about
 * half of its window, and what does not count need not be computed.
 *
 * @param picture as wide as there are pixels, 1 px high
 * @param weights one per pixel, above 0
 */
record CountedPixels(FloatRgb picture, float[] weights) {

	/**
	 * @param picture any
	 * @param weights one per pixel, 0 and more
	 * @return the pixels whose weight is above 0, row by row
	 */
	static CountedPixels of(final FloatRgb picture, final float[] weights) {
		int count = 0;
		for (final float w : weights)
			if (w > 0) count++;
		final var pixels = FloatRgb.black(count, 1);
		final var kept = new float[count];
		for (int i = 0, k = 0; i < weights.length; i++) {
			if (!(weights[i] > 0)) continue;
			kept[k] = weights[i];
			for (int c = 0; c < 3; c++)
				pixels.planes()[c][k] = picture.planes()[c][i];
			k++;
		}
		return new CountedPixels(pixels, kept);
	}
}
