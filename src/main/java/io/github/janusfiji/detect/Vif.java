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

/**
 * Visual information fidelity over four scales of the picture itself (Sheikh and
 * Bovik 2006, "Image information and visual quality", the variant in the pixel
 * domain with Gaussian windows of 17, 9, 5 and 3 px and noise of variance 2).
 */
final class Vif {

	private static final double NOISE = 2;
	private static final double TINY = 1e-6;

	private Vif() {}

	/**
	 * @param reference a plane, 0 to 255
	 * @param test the same distorted
	 * @param width px
	 * @return 1 for equal pictures, less for loss of detail
	 */
	static double of(final float[] reference, final float[] test,
		final int width)
	{
		final double[] sums = new double[2];
		float[] a = reference, b = test;
		int w = width;
		for (int scale = 1; scale <= 4; scale++) {
			final int length = (1 << 5 - scale) + 1;
			final float[] window = Planes.gaussian(length, length / 5.0);
			if (scale > 1) {
				a = Planes.halved(Planes.smoothed(a, w, window), w);
				b = Planes.halved(Planes.smoothed(b, w, window), w);
				w = (w + 1) / 2;
			}
			add(a, b, w, window, sums);
		}
		return sums[1] < TINY ? 1 : sums[0] / sums[1];
	}

	private static void add(final float[] a, final float[] b, final int w,
		final float[] window, final double[] sums)
	{
		final float[] ma = Planes.smoothed(a, w, window), mb = Planes.smoothed(b, w,
			window);
		final float[] aa = Planes.smoothed(Planes.product(a, a), w, window);
		final float[] bb = Planes.smoothed(Planes.product(b, b), w, window);
		final float[] ab = Planes.smoothed(Planes.product(a, b), w, window);
		for (int i = 0; i < a.length; i++) {
			final double va = Math.max(0, aa[i] - ma[i] * ma[i]);
			final double vb = Math.max(0, bb[i] - mb[i] * mb[i]);
			final double cov = ab[i] - ma[i] * mb[i];
			double gain = cov / (va + TINY), rest = vb - gain * cov;
			if (va < TINY || gain < 0) {
				gain = 0;
				rest = vb;
			}
			rest = Math.max(TINY, rest);
			sums[0] += Math.log1p(gain * gain * va / (rest + NOISE));
			sums[1] += Math.log1p(va / NOISE);
		}
	}
}
