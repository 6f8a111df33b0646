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

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Square planes of numbers, row by row, and what is done with them. */
final class Planes {

	private Planes() {}

	/**
	 * @param in a plane
	 * @param w its width, px
	 * @param kernel of odd length, symmetric
	 * @return the plane convolved with the kernel along rows and columns; beyond
	 *         the border, the border's values
	 */
	static float[] smoothed(final float[] in, final int w,
		final float[] kernel)
	{
		return transposedRows(transposedRows(in, w, kernel), in.length / w, kernel);
	}

	private static float[] transposedRows(final float[] in, final int w,
		final float[] kernel)
	{
		final int h = in.length / w, r = kernel.length / 2;
		final var out = new float[in.length];
		final var row = new float[w + 2 * r];
		final var sum = new float[w];
		for (int y = 0; y < h; y++) {
			System.arraycopy(in, y * w, row, r, w);
			for (int i = 0; i < r; i++) {
				row[i] = in[y * w];
				row[w + r + i] = in[y * w + w - 1];
			}
			Arrays.fill(sum, 0);
			for (int k = 0; k < kernel.length; k++)
				for (int x = 0; x < w; x++)
					sum[x] += kernel[k] * row[x + k];
			for (int x = 0; x < w; x++)
				out[x * h + y] = sum[x];
		}
		return out;
	}

	/** @return a Gaussian of that length and σ, px, of sum 1 */
	static float[] gaussian(final int length, final double sigma) {
		final var kernel = new float[length];
		double sum = 0;
		for (int i = 0; i < length; i++) {
			final double d = i - length / 2;
			sum += kernel[i] = (float) Math.exp(-d * d / (2 * sigma * sigma));
		}
		for (int i = 0; i < length; i++)
			kernel[i] /= (float) sum;
		return kernel;
	}

	/** @return every other value of every other row */
	static float[] halved(final float[] in, final int w) {
		final int half = (w + 1) / 2, rows = (in.length / w + 1) / 2;
		final var out = new float[half * rows];
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < half; x++)
				out[y * half + x] = in[2 * y * w + 2 * x];
		return out;
	}

	static float[] product(final float[] a, final float[] b) {
		final var out = new float[a.length];
		for (int i = 0; i < out.length; i++)
			out[i] = a[i] * b[i];
		return out;
	}

	/**
	 * @param in a square plane
	 * @param w its width, px
	 * @return magnitudes of its Fourier transform, frequency 0 first
	 */
	static float[] spectrum(final float[] in, final int w) {
		try (var scope = new PointerScope()) {
			final Mat out = new Mat();
			opencv_core.dft(Matrices.plane(in, w, in.length / w), out,
				opencv_core.DFT_COMPLEX_OUTPUT, 0);
			final float[] complex = Matrices.values(out);
			final var magnitude = new float[in.length];
			for (int i = 0; i < magnitude.length; i++)
				magnitude[i] = (float) Math.hypot(complex[2 * i], complex[2 * i + 1]);
			return magnitude;
		}
	}

	/** @return the frequency of an index, in cycles of the whole width, signed */
	static int frequency(final int index, final int w) {
		return index <= w / 2 ? index : index - w;
	}
}
