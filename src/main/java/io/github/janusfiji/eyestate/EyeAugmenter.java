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
package io.github.janusfiji.blink;

import java.util.Random;

/**
 * Shows the same eye as other landmarks, lenses and codecs would have: shifted,
 * turned, scaled, blurred, noisy, relit. Deterministic for its random source.
 */
final class EyeAugmenter {

	private static final int N = EyeFeatures.SIZE;

	/**
	 * Width of the part of a CEW patch that the model sees, px. The rest is the
	 * margin from which shifts draw real picture instead of a replicated border.
	 */
	private static final double VIEW = 20;

	private final Random random;

	EyeAugmenter(final Random random) {
		this.random = random;
	}

	/**
	 * @param grey a labelled patch
	 * @return what the model sees of it when nothing is disturbed
	 */
	static float[] plain(final float[] grey) {
		return sample(grey, 0, 0, VIEW / N, VIEW / N, 0);
	}

	/**
	 * @param grey a labelled patch
	 * @return a disturbed view of it
	 */
	float[] disturbed(final float[] grey) {
		final double zoom = Math.exp(0.12 * random.nextGaussian());
		final double stretch = Math.exp(0.06 * random.nextGaussian());
		final float[] view = sample(grey, 1.3 * random.nextGaussian(), 1.3 * random
			.nextGaussian(), VIEW / N * zoom * stretch, VIEW / N * zoom / stretch, Math
				.toRadians(9) * random.nextGaussian());
		final float[] soft = random.nextInt(2) == 0 ? view : blur(view, 2 * random
			.nextDouble());
		relight(soft);
		return soft;
	}

	/** Bilinear; the border is replicated. Steps in source px per view px. */
	private static float[] sample(final float[] grey, final double dx,
		final double dy, final double stepX, final double stepY,
		final double angle)
	{
		final float[] view = new float[N * N];
		final double cos = Math.cos(angle), sin = Math.sin(angle);
		final double middle = (N - 1) / 2.0;
		for (int y = 0; y < N; y++) {
			for (int x = 0; x < N; x++) {
				final double u = (x - middle) * stepX, v = (y - middle) * stepY;
				view[y * N + x] = at(grey, middle + dx + cos * u - sin * v, middle + dy +
					sin * u + cos * v);
			}
		}
		return view;
	}

	private static float at(final float[] grey, final double px,
		final double py)
	{
		final double x = Math.max(0, Math.min(N - 1.001, px));
		final double y = Math.max(0, Math.min(N - 1.001, py));
		final int x0 = (int) x, y0 = (int) y, i = y0 * N + x0;
		final double u = x - x0, v = y - y0;
		return (float) ((1 - v) * ((1 - u) * grey[i] + u * grey[i + 1]) + v * ((1 -
			u) * grey[i + N] + u * grey[i + N + 1]));
	}

	/** Separable Gaussian of a standard deviation in view px. */
	private static float[] blur(final float[] view, final double sigma) {
		final int radius = (int) Math.ceil(2.5 * sigma);
		final double[] kernel = new double[2 * radius + 1];
		double sum = 0;
		for (int i = 0; i < kernel.length; i++) sum += kernel[i] = Math.exp(-0.5 *
			Math.pow((i - radius) / Math.max(sigma, 1e-3), 2));
		final float[] across = new float[N * N], both = new float[N * N];
		for (int i = 0; i < N * N; i++) {
			for (int k = -radius; k <= radius; k++) {
				final int x = Math.max(0, Math.min(N - 1, i % N + k));
				across[i] += kernel[k + radius] / sum * view[i / N * N + x];
			}
		}
		for (int i = 0; i < N * N; i++) {
			for (int k = -radius; k <= radius; k++) {
				final int y = Math.max(0, Math.min(N - 1, i / N + k));
				both[i] += kernel[k + radius] / sum * across[y * N + i % N];
			}
		}
		return both;
	}

	/** Gamma, a ramp of light across the eye, and noise. */
	private void relight(final float[] view) {
		final double gamma = Math.exp(0.25 * random.nextGaussian());
		final double rampX = random.nextGaussian(), rampY = random.nextGaussian();
		final double noise = 4 * random.nextDouble();
		for (int i = 0; i < view.length; i++) {
			final double lit = 255 * Math.pow(Math.max(0, view[i]) / 255, gamma);
			view[i] = (float) (lit + rampX * (i % N - N / 2) + rampY * (i / N - N /
				2) + noise * random.nextGaussian());
		}
	}
}
