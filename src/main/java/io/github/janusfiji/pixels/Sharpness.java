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
 * Sharpness of a square picture as the variance of its Laplacian, a measure of
 * focus (Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy",
 * ICPR 2000).
 */
public final class Sharpness {

	private Sharpness() {}

	/**
	 * @param crop {@code size × size} packed pixels
	 * @param size width and height, px, at least 3
	 * @return variance over the inner pixels of the 4-neighbour Laplacian, grey
	 *         levels²
	 */
	public static double of(final int[] crop, final int size) {
		final float[] g = new float[crop.length];
		for (int i = 0; i < g.length; i++)
			g[i] = (float) Luma.exact(crop[i]);
		return of(g, size);
	}

	/**
	 * @param g {@code size × size} grey levels
	 * @param size width and height, px, at least 3
	 * @return variance of the Laplacian, as of packed pixels
	 */
	public static double of(final float[] g, final int size) {
		double sum = 0, squares = 0;
		for (int y = 1; y < size - 1; y++) {
			for (int i = y * size + 1, end = (y + 1) * size - 1; i < end; i++) {
				final double l = g[i - 1] + g[i + 1] + g[i - size] + g[i + size] - 4 *
					g[i];
				sum += l;
				squares += l * l;
			}
		}
		final double n = (size - 2.0) * (size - 2);
		return Math.max(0, squares / n - sum / n * (sum / n));
	}
}
