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
package io.github.janusfiji.measure;

import io.github.janusfiji.frames.Frame;

/**
 * Structural similarity (Wang, Bovik, Sheikh and Simoncelli, "Image quality
 * assessment: from error visibility to structural similarity", IEEE Trans. Image
 * Processing 13, 2004): luma, Gaussian window of σ = 1.5 px, K₁ = 0.01, K₂ =
 * 0.03, as the authors set them.
 */
final class Ssim {

	/**
	 * Distance from what may change beyond which a window does not see it, px: the
	 * 5 px of the authors' window, along its diagonal.
	 */
	static final double REACH = 8;

	private static final double SIGMA = 1.5;
	private static final double C1 = 0.01 * 255 * 0.01 * 255;
	private static final double C2 = 0.03 * 255 * 0.03 * 255;

	private Ssim() {}

	/**
	 * @param p a picture
	 * @param q another of the same size
	 * @param leftOut pixels that do not count
	 * @return mean over the others, −1 to 1; NaN if there are none
	 */
	static double mean(final Frame p, final Frame q, final boolean[] leftOut) {
		final int width = p.width();
		final float[] a = Luma.of(p.argb()), b = Luma.of(q.argb());
		final float[] aa = product(a, a, width), bb = product(b, b, width);
		final float[] ab = product(a, b, width);
		Luma.blurred(a, width, SIGMA);
		Luma.blurred(b, width, SIGMA);
		double sum = 0;
		int n = 0;
		for (int i = 0; i < a.length; i++) {
			if (leftOut[i]) continue;
			final double m = a[i], k = b[i];
			sum += (2 * m * k + C1) * (2 * (ab[i] - m * k) + C2) / ((m * m + k * k +
				C1) * (aa[i] - m * m + bb[i] - k * k + C2));
			n++;
		}
		return sum / n;
	}

	private static float[] product(final float[] a, final float[] b,
		final int width)
	{
		final var product = new float[a.length];
		for (int i = 0; i < product.length; i++)
			product[i] = a[i] * b[i];
		return Luma.blurred(product, width, SIGMA);
	}
}
