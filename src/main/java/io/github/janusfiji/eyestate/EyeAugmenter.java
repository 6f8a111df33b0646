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
package io.github.janusfiji.eyestate;

import java.util.random.RandomGenerator;

/**
 * Disturbs pictures of eyes as cameras, landmarks and people do: shifted,
 * turned, zoomed, blurred, lit otherwise, noisy and mirrored.
 */
final class EyeAugmenter {

	private static final int N = EyePicture.SIZE;
	private static final double STEP = 1 / EyePicture.MARGIN;

	private final RandomGenerator random;

	/** @param random source of every disturbance */
	EyeAugmenter(final RandomGenerator random) {
		this.random = random;
	}

	/**
	 * What happens to a picture, noise aside.
	 *
	 * @param dx shift, px of the picture with margin
	 * @param dy shift, px of the picture with margin
	 * @param stepX zoom: px of the picture with margin per px of the result
	 * @param stepY the same downwards
	 * @param angle turn, radians
	 * @param blur standard deviation, px of the result; 0 for none
	 * @param gamma exponent of the grey values
	 * @param rampX light across, grey values per px
	 * @param rampY light downwards, grey values per px
	 * @param noise standard deviation, grey values
	 * @param mirror whether left and right are exchanged
	 */
	record Disturbance(double dx, double dy, double stepX, double stepY,
		double angle, double blur, double gamma, double rampX, double rampY,
		double noise, boolean mirror)
	{

		static final Disturbance NONE = new Disturbance(0, 0, STEP, STEP, 0, 0, 1,
			0, 0, 0, false);

		/** @return the same, shifted further by so many px */
		Disturbance shifted(final double x, final double y) {
			return new Disturbance(dx + x, dy + y, stepX, stepY, angle, blur, gamma,
				rampX, rampY, noise, mirror);
		}
	}

	/** @return a disturbance by chance */
	Disturbance draw() {
		final double zoom = STEP * Math.exp(0.12 * random.nextGaussian());
		final double stretch = Math.exp(0.06 * random.nextGaussian());
		return new Disturbance(1.3 * random.nextGaussian(), 1.3 * random
			.nextGaussian(), zoom * stretch, zoom / stretch, Math.toRadians(9) * random
				.nextGaussian(), random.nextBoolean() ? 0 : 2 * random.nextDouble(), Math
					.exp(0.25 * random.nextGaussian()), random.nextGaussian(), random
						.nextGaussian(), 4 * random.nextDouble(), random.nextBoolean());
	}

	/**
	 * @param grey a picture with margin
	 * @return what the networks see of it when nothing is disturbed
	 */
	static float[] plain(final float[] grey) {
		return sample(grey, Disturbance.NONE);
	}

	/**
	 * @param grey a picture with margin
	 * @param how what happens to it
	 * @return a disturbed view of it, without margin
	 */
	float[] apply(final float[] grey, final Disturbance how) {
		final float[] view = sample(grey, how);
		final float[] soft = how.blur == 0 ? view : blur(view, how.blur);
		relight(soft, how);
		return how.mirror ? EyePicture.mirrored(soft) : soft;
	}

	/** Bilinear; the border is replicated. */
	private static float[] sample(final float[] grey, final Disturbance how) {
		final float[] view = new float[N * N];
		final double cos = Math.cos(how.angle), sin = Math.sin(how.angle);
		final double middle = (N - 1) / 2.0;
		for (int y = 0; y < N; y++) {
			for (int x = 0; x < N; x++) {
				final double u = (x - middle) * how.stepX;
				final double v = (y - middle) * how.stepY;
				view[y * N + x] = at(grey, middle + how.dx + cos * u - sin * v, middle +
					how.dy + sin * u + cos * v);
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

	/** Separable Gaussian. */
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
	private void relight(final float[] view, final Disturbance how) {
		for (int i = 0; i < view.length; i++) {
			final double lit = 255 * Math.pow(Math.max(0, view[i]) / 255, how.gamma);
			view[i] = (float) (lit + how.rampX * (i % N - N / 2) + how.rampY * (i / N -
				N / 2) + how.noise * random.nextGaussian());
		}
	}
}
