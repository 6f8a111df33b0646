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

/** The discrete Fourier transform of square tiles whose side is a power of two. */
final class Fourier {

	private final int n;
	private final double[] cos;
	private final double[] sin;

	Fourier(final int n) {
		this.n = n;
		cos = new double[n / 2];
		sin = new double[n / 2];
		for (int i = 0; i < n / 2; i++) {
			cos[i] = Math.cos(2 * Math.PI * i / n);
			sin[i] = Math.sin(2 * Math.PI * i / n);
		}
	}

	/**
	 * Transforms in place, row by row and then column by column; neither way
	 * divides.
	 *
	 * @param re n×n
	 * @param im n×n
	 * @param inverse the way back
	 */
	void transform(final double[] re, final double[] im, final boolean inverse) {
		for (int row = 0; row < n; row++) line(re, im, row * n, 1, inverse);
		for (int column = 0; column < n; column++) line(re, im, column, n, inverse);
	}

	/** Cooley and Tukey's algorithm (1965) on one line. */
	private void line(final double[] re, final double[] im, final int from,
		final int step, final boolean inverse)
	{
		for (int i = 1, j = 0; i < n; i++) {
			int bit = n >> 1;
			for (; (j & bit) != 0; bit >>= 1) j ^= bit;
			j ^= bit;
			if (i < j) {
				swap(re, from + i * step, from + j * step);
				swap(im, from + i * step, from + j * step);
			}
		}
		for (int size = 2; size <= n; size *= 2) {
			final int half = size / 2, skip = n / size;
			for (int start = 0; start < n; start += size) for (int k = 0; k < half; k++) {
				final int a = from + (start + k) * step, b = a + half * step;
				final double c = cos[k * skip], s = inverse ? sin[k * skip] : -sin[k *
					skip];
				final double x = re[b] * c - im[b] * s, y = re[b] * s + im[b] * c;
				re[b] = re[a] - x;
				im[b] = im[a] - y;
				re[a] += x;
				im[a] += y;
			}
		}
	}

	private static void swap(final double[] values, final int i, final int j) {
		final double t = values[i];
		values[i] = values[j];
		values[j] = t;
	}
}
