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

import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;

/**
 * Brings a decoded face back into its frame with one resampling: Catmull-Rom
 * interpolation (Keys, "Cubic convolution interpolation for digital image
 * processing", IEEE ASSP 1981, a = −½), its kernel widened where the face in
 * the frame is smaller than the decoded one, so that nothing aliases.
 */
final class PatchResampler {

	private final FloatRgb patch;
	private final float spread, narrow;
	private final float[] wx, wy;
	private final int[] columns;
	private int taps;

	private PatchResampler(final FloatRgb patch, final double scale) {
		this.patch = patch;
		spread = (float) Math.max(1, scale);
		narrow = 1 / spread;
		final int most = (int) Math.ceil(4 * spread) + 1;
		wx = new float[most];
		wy = new float[most];
		columns = new int[most];
	}

	/**
	 * @param patch the decoded face
	 * @param toPatch from the frame to the decoded face
	 * @param region where in the frame
	 * @return the face there; outside the patch its border continues
	 */
	static FloatRgb resample(final FloatRgb patch, final Similarity toPatch,
		final Region region)
	{
		final var sampler = new PatchResampler(patch, toPatch.scale());
		final var out = FloatRgb.black(region.width(), region.height());
		for (int y = 0, i = 0; y < region.height(); y++) {
			final Point row = toPatch.apply(new Point(region.x(), region.y() + y));
			for (int x = 0; x < region.width(); x++, i++)
				sampler.sample(row.x() + toPatch.a() * x, row.y() + toPatch.b() * x,
					out.planes(), i);
		}
		return out;
	}

	private void sample(final double u, final double v, final float[][] out,
		final int at)
	{
		if (spread > 1) {
			sampleWide(u, v, out, at);
			return;
		}
		final int x = (int) Math.floor(u), y = (int) Math.floor(v);
		final float t = (float) (u - x), s = 1 - t;
		final float q = (float) (v - y), r = 1 - q;
		final float a = outer(t, s), b = inner(t), c = inner(s), d = outer(s, t);
		final float e = outer(q, r), f = inner(q), g = inner(r), h = outer(r, q);
		if (x < 1 || y < 1 || x + 2 >= patch.width() || y + 2 >= patch.height()) {
			fill(wx, a, b, c, d);
			fill(wy, e, f, g, h);
			for (int i = 0; i < 4; i++)
				columns[i] = clamp(x - 1 + i, patch.width());
			add(y - 1, 4, 4, out, at);
			return;
		}
		final int w = patch.width(), k = (y - 1) * w + x - 1;
		for (int p = 0; p < 3; p++) {
			final float[] in = patch.planes()[p];
			final int l = k + w, m = l + w, n = m + w;
			out[p][at] = Math.max(0, Math.min(1, e * (a * in[k] + b * in[k + 1] + c *
				in[k + 2] + d * in[k + 3]) + f * (a * in[l] + b * in[l + 1] + c * in[l +
					2] + d * in[l + 3]) + g * (a * in[m] + b * in[m + 1] + c * in[m + 2] +
						d * in[m + 3]) + h * (a * in[n] + b * in[n + 1] + c * in[n + 2] + d *
							in[n + 3])));
		}
	}

	/** The kernel between 1 and 2 px away: 1 + t, with s = 1 − t. */
	private static float outer(final float t, final float s) {
		return -0.5f * t * s * s;
	}

	/** The kernel up to 1 px away; the sum of a position's four taps is 1. */
	private static float inner(final float t) {
		return (1.5f * t - 2.5f) * t * t + 1;
	}

	private static void fill(final float[] weights, final float a,
		final float b, final float c, final float d)
	{
		weights[0] = a;
		weights[1] = b;
		weights[2] = c;
		weights[3] = d;
	}

	/** Where several pixels are averaged. */
	private void sampleWide(final double u, final double v,
		final float[][] out, final int at)
	{
		final int u0 = weigh(u, wx), across = taps, v0 = weigh(v, wy);
		for (int i = 0; i < across; i++)
			columns[i] = clamp(u0 + i, patch.width());
		add(v0, taps, across, out, at);
	}

	/** Adds up the taps in the tabulated columns; rows end at the border. */
	private void add(final int v0, final int down, final int across,
		final float[][] out, final int at)
	{
		final int w = patch.width(), h = patch.height();
		float r = 0, g = 0, b = 0;
		final float[][] in = patch.planes();
		final float[] red = in[0], green = in[1], blue = in[2];
		for (int j = 0; j < down; j++) {
			final int row = clamp(v0 + j, h) * w;
			float lineR = 0, lineG = 0, lineB = 0;
			for (int i = 0; i < across; i++) {
				final int k = row + columns[i];
				lineR += wx[i] * red[k];
				lineG += wx[i] * green[k];
				lineB += wx[i] * blue[k];
			}
			r += wy[j] * lineR;
			g += wy[j] * lineG;
			b += wy[j] * lineB;
		}
		out[0][at] = Math.max(0, Math.min(1, r));
		out[1][at] = Math.max(0, Math.min(1, g));
		out[2][at] = Math.max(0, Math.min(1, b));
	}

	/** Fills in weights of sum 1 and returns the first tap's position. */
	private int weigh(final double at, final float[] weights) {
		final int first = (int) Math.ceil(at - 2 * spread);
		taps = (int) Math.floor(at + 2 * spread) - first + 1;
		float sum = 0;
		for (int i = 0; i < taps; i++)
			sum += weights[i] = kernel((float) (first + i - at) * narrow);
		final float share = 1 / sum;
		for (int i = 0; i < taps; i++)
			weights[i] *= share;
		return first;
	}

	private static float kernel(final float x) {
		final float t = Math.abs(x);
		if (t < 1) return (1.5f * t - 2.5f) * t * t + 1;
		if (t < 2) return ((-0.5f * t + 2.5f) * t - 4) * t + 2;
		return 0;
	}

	private static int clamp(final int i, final int n) {
		return Math.max(0, Math.min(n - 1, i));
	}
}
