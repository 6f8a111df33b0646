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
 * A picture's brightness.
 *
 * @param width px
 * @param height px
 * @param values 0 to 255
 */
record LumaPlane(int width, int height, float[] values) {

	/** @return the picture's luma */
	static LumaPlane of(final int[] argb, final int width, final int height) {
		return new LumaPlane(width, height, Luma.of(argb));
	}

	/** @return the middle of the picture, at most so large; begins at even places */
	LumaPlane middle(final int mostWide, final int mostHigh) {
		final int w = Math.min(width, mostWide), h = Math.min(height, mostHigh);
		if (w == width && h == height) return this;
		final int left = (width - w) / 2 & ~1, top = (height - h) / 2 & ~1;
		final var part = new float[w * h];
		for (int y = 0; y < h; y++) System.arraycopy(values, (top + y) * width + left,
			part, y * w, w);
		return new LumaPlane(w, h, part);
	}

	/**
	 * @return the picture in another size, by cubic convolution (Keys 1981, with
	 *         a = −1/2); the outer edges stay where they are
	 */
	LumaPlane resized(final int toWidth, final int toHeight) {
		if (toWidth == width && toHeight == height) return this;
		final var rows = new float[toWidth * height];
		for (int x = 0; x < toWidth; x++) {
			final var taps = new Taps((x + 0.5) * width / toWidth - 0.5, width);
			for (int y = 0; y < height; y++) rows[y * toWidth + x] = taps.of(values, y *
				width, 1);
		}
		final var out = new float[toWidth * toHeight];
		for (int y = 0; y < toHeight; y++) {
			final var taps = new Taps((y + 0.5) * height / toHeight - 0.5, height);
			for (int x = 0; x < toWidth; x++) out[y * toWidth + x] = taps.of(rows, x,
				toWidth);
		}
		return new LumaPlane(toWidth, toHeight, out);
	}

	/** Four neighbours of a place between pixels, and what each weighs. */
	private static final class Taps {

		private final int[] place = new int[4];
		private final float[] weight = new float[4];

		Taps(final double at, final int length) {
			final int below = (int) Math.floor(at);
			for (int k = 0; k < 4; k++) {
				place[k] = Math.max(0, Math.min(length - 1, below - 1 + k));
				final double d = Math.abs(below - 1 + k - at);
				weight[k] = (float) (d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 *
					d + 2.5) * d - 4) * d + 2 : 0);
			}
		}

		float of(final float[] values, final int from, final int step) {
			return weight[0] * values[from + place[0] * step] + weight[1] *
				values[from + place[1] * step] + weight[2] * values[from + place[2] *
					step] + weight[3] * values[from + place[3] * step];
		}
	}
}
