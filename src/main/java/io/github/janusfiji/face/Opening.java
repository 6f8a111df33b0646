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
package io.github.janusfiji.face;

/**
 * The pixels between the lids of an eye, without what shading explains: a level
 * that changes evenly from the upper lid, which throws a shadow, to the lower.
 */
final class Opening {

	/** Half of the width of the disc's soft edge, px of the patch. */
	private static final double SOFT = 1.5;

	/** Least share of the opening that is inside and outside of the disc. */
	private static final double LEAST = 0.12;

	private final int[] xs, ys;
	private final double[] weights, darkness, slope;
	private final double sum, squares, middle;

	/** @param eye an eye */
	Opening(final EyePatch eye) {
		int n = 0;
		for (final float w : eye.weights())
			if (w > 0) n++;
		xs = new int[n];
		ys = new int[n];
		weights = new double[n];
		darkness = new double[n];
		slope = new double[n];
		for (int i = 0, k = 0; i < eye.weights().length; i++) {
			if (eye.weights()[i] == 0) continue;
			xs[k] = i % EyePatch.WIDTH;
			ys[k] = i / EyePatch.WIDTH;
			weights[k] = eye.weights()[i];
			darkness[k] = -eye.levels()[i];
			slope[k++] = i / EyePatch.WIDTH;
		}
		double all = 0;
		for (final double w : weights)
			all += w;
		sum = all;
		double height = 0;
		for (int i = 0; i < n; i++)
			height += weights[i] * ys[i] / sum;
		middle = n == 0 ? EyePatch.Y : height;
		centre(slope);
		final double norm = Math.sqrt(product(slope, slope));
		for (int i = 0; i < n; i++)
			slope[i] /= Math.max(norm, 1e-9);
		centre(darkness);
		final double shade = product(darkness, slope);
		for (int i = 0; i < n; i++)
			darkness[i] -= shade * slope[i];
		squares = product(darkness, darkness);
	}

	/** @return mean height of what the lids leave open, px of the patch */
	double middle() {
		return middle;
	}

	private void centre(final double[] values) {
		double mean = 0;
		for (int i = 0; i < values.length; i++)
			mean += weights[i] * values[i] / sum;
		for (int i = 0; i < values.length; i++)
			values[i] -= mean;
	}

	private double product(final double[] a, final double[] b) {
		double dot = 0;
		for (int i = 0; i < a.length; i++)
			dot += weights[i] * a[i] * b[i];
		return dot;
	}

	/**
	 * @param x middle of a dark disc, px of the patch
	 * @param y middle
	 * @param radius of the disc, px
	 * @return correlation of the disc with the darkness, both without an even
	 *         shading, −1 to 1; 0 if too little of the disc or of what surrounds it
	 *         can be seen
	 */
	double correlation(final double x, final double y, final double radius) {
		final double reach = radius + SOFT, reach2 = reach * reach;
		double inside = 0, own = 0, dark = 0, shade = 0;
		for (int i = 0; i < xs.length; i++) {
			final double dx = xs[i] - x, dy = ys[i] - y, d2 = dx * dx + dy * dy;
			if (d2 >= reach2) continue;
			final double disc = Math.min(1, (reach - Math.sqrt(d2)) / (2 * SOFT));
			final double w = weights[i] * disc;
			inside += w;
			own += w * disc;
			dark += w * darkness[i];
			shade += w * slope[i];
		}
		if (inside < LEAST * sum || inside > (1 - LEAST) * sum) return 0;
		final double spread = own - inside * inside / sum - shade * shade;
		return spread <= 1e-9 || squares == 0 ? 0 : dark / Math.sqrt(spread *
			squares);
	}
}
