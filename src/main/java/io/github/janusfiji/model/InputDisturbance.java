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
package io.github.janusfiji.model;

import java.util.random.RandomGenerator;

/**
 * Random changes of an encoder's picture that leave pose and expression alone:
 * colour, contrast, light from one side, focus, noise, and something before the
 * face. What differs between two clips is varied within each, so that no code
 * can be built on it.
 */
final class InputDisturbance {

	private static final double COLOUR = 0.08;
	private static final double CONTRAST = 0.25;
	private static final double SHIFT = 0.07;
	private static final double LIGHT = 0.2;
	private static final double NOISE = 0.03;
	private static final double GREY_SHARE = 0.3;
	private static final double BLUR_SHARE = 0.35;
	private static final double NOISE_SHARE = 0.5;
	private static final double COVER_SHARE = 0.12;

	private final RandomGenerator random;

	/** @param random decides */
	InputDisturbance(final RandomGenerator random) {
		this.random = random;
	}

	/**
	 * @param picture 3×H×W with a mean of about 0.5; overwritten
	 * @param size H = W, px
	 */
	void apply(final float[] picture, final int size) {
		if (random.nextDouble() < BLUR_SHARE) {
			final int passes = 1 + random.nextInt(2);
			for (int i = 0; i < passes; i++)
				blur(picture, size);
		}
		if (random.nextDouble() < GREY_SHARE) grey(picture, size);
		colours(picture, size);
		if (random.nextDouble() < COVER_SHARE) cover(picture, size);
		if (random.nextDouble() < NOISE_SHARE) {
			final double sigma = random.nextDouble() * NOISE;
			for (int i = 0; i < picture.length; i++)
				picture[i] += (float) (sigma * random.nextGaussian());
		}
	}

	private void colours(final float[] picture, final int size) {
		final double contrast = 1 + random.nextDouble(-CONTRAST, CONTRAST);
		final double shift = random.nextDouble(-SHIFT, SHIFT);
		final double angle = random.nextDouble(0, 2 * Math.PI);
		final double light = random.nextDouble(0, LIGHT);
		final float across = (float) (light * Math.cos(angle) / size);
		final float down = (float) (light * Math.sin(angle) / size);
		final int plane = size * size;
		for (int c = 0; c < 3; c++) {
			final float gain = (float) (contrast * (1 + random.nextDouble(-COLOUR,
				COLOUR)));
			final float own = (float) (shift + random.nextDouble(-SHIFT, SHIFT) / 2);
			for (int i = 0; i < plane; i++)
				picture[c * plane + i] = 0.5f + own + gain * (picture[c * plane + i] -
					0.5f) + across * (i % size - size / 2) + down * (i / size - size / 2);
		}
	}

	private static void grey(final float[] picture, final int size) {
		final int plane = size * size;
		for (int i = 0; i < plane; i++) {
			final float grey = (picture[i] + picture[plane + i] + picture[2 * plane +
				i]) / 3;
			for (int c = 0; c < 3; c++)
				picture[c * plane + i] = grey;
		}
	}

	/** Means over 3×3 px; the border's pixels stay. */
	private static void blur(final float[] picture, final int size) {
		final float[] from = picture.clone();
		for (int c = 0; c < 3; c++)
			for (int j = 1; j < size - 1; j++)
				for (int i = 1; i < size - 1; i++) {
					float sum = 0;
					for (int k = -1; k <= 1; k++) {
						final int at = (c * size + j + k) * size + i;
						sum += from[at - 1] + from[at] + from[at + 1];
					}
					picture[(c * size + j) * size + i] = sum / 9;
				}
	}

	/** An ellipse of one colour, as a hand or a strand of hair might be. */
	private void cover(final float[] picture, final int size) {
		final double cx = random.nextDouble() * size, cy = random.nextDouble() *
			size;
		final double rx = size * random.nextDouble(0.05, 0.25), ry = size * random
			.nextDouble(0.05, 0.25);
		final float[] colour = { random.nextFloat(), random.nextFloat(), random
			.nextFloat() };
		for (int i = 0; i < size * size; i++) {
			final double dx = (i % size - cx) / rx, dy = (i / size - cy) / ry;
			if (dx * dx + dy * dy > 1) continue;
			for (int c = 0; c < 3; c++)
				picture[c * size * size + i] = colour[c];
		}
	}
}
