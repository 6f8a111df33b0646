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
package io.github.janusfiji.pixels;

/**
 * Luma of packed pixels: ITU-R BT.601's weighted sum of the three channels as
 * they are encoded. Each caller's precision is part of what it measures, so
 * there are three.
 */
public final class Luma {

	/** Weights of the channels; their sum is 1. */
	public static final float RED = 0.299f, GREEN = 0.587f, BLUE = 0.114f;

	private Luma() {}

	/**
	 * @param rgb a packed pixel; its upper byte does not count
	 * @return luma in single precision, 0 to 255
	 */
	public static float of(final int rgb) {
		return RED * (rgb >> 16 & 255) + GREEN * (rgb >> 8 & 255) + BLUE * (rgb &
			255);
	}

	/**
	 * @param argb packed pixels
	 * @return {@link #of(int) luma} of each
	 */
	public static float[] of(final int[] argb) {
		final var luma = new float[argb.length];
		for (int i = 0; i < luma.length; i++)
			luma[i] = of(argb[i]);
		return luma;
	}

	/**
	 * @param rgb a packed pixel; its upper byte does not count
	 * @return luma in double precision, 0 to 255
	 */
	public static double exact(final int rgb) {
		return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb &
			255);
	}

	/**
	 * @param rgb a packed pixel; its upper byte does not count
	 * @return luma times 256 by the whole weights 77, 150 and 29, 0 to 65280
	 */
	public static int times256(final int rgb) {
		return 77 * (rgb >> 16 & 255) + 150 * (rgb >> 8 & 255) + 29 * (rgb & 255);
	}

	/**
	 * @param rgb a packed pixel; its upper byte does not count
	 * @return {@link #times256} over 256, rounded, 0 to 255
	 */
	public static int rounded(final int rgb) {
		return times256(rgb) + 128 >> 8;
	}
}
