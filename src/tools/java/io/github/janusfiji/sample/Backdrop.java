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
package io.github.janusfiji.sample;

import static io.github.janusfiji.sample.Noise.step;

import java.util.Random;

/** A room out of focus behind the person. */
final class Backdrop {

	private final int width, height;
	private final float[][] plane;

	private Backdrop(final int width, final int height) {
		this.width = width;
		this.height = height;
		plane = new float[3][width * height];
	}

	/** Fills a canvas; its depth is cleared. */
	void draw(final Canvas c) {
		System.arraycopy(plane[0], 0, c.r, 0, c.r.length);
		System.arraycopy(plane[1], 0, c.g, 0, c.g.length);
		System.arraycopy(plane[2], 0, c.b, 0, c.b.length);
		java.util.Arrays.fill(c.depth, 0);
	}

	/** A warm wall with a bookshelf, a lamp and a picture. */
	static Backdrop library(final int width, final int height, final int seed) {
		final var b = new Backdrop(width, height);
		b.wall(Vec3.srgb(196, 178, 150), Vec3.srgb(120, 100, 84), seed);
		final var random = new Random(seed);
		b.box(0.64, 0.06, 1.02, 0.98, Vec3.srgb(84, 56, 38));
		for (int row = 0; row < 4; row++) {
			final double y = 0.09 + 0.23 * row;
			b.box(0.66, y, 1.0, y + 0.19, Vec3.srgb(40, 28, 22));
			double x = 0.66;
			while (x < 0.98) {
				final double w = 0.014 + 0.022 * random.nextDouble();
				final double h = 0.12 + 0.06 * random.nextDouble();
				final float hue = random.nextFloat();
				final int rgb = java.awt.Color.HSBtoRGB(hue * hue * 0.7f, 0.35f + 0.4f *
					random.nextFloat(), 0.3f + 0.45f * random.nextFloat());
				b.box(x, y + 0.19 - h, x + w * 0.92, y + 0.19, Vec3.srgb(rgb >> 16 & 255,
					rgb >> 8 & 255, rgb & 255));
				x += w;
			}
		}
		b.box(0.05, 0.1, 0.27, 0.42, Vec3.srgb(58, 44, 36));
		b.box(0.07, 0.13, 0.25, 0.39, Vec3.srgb(176, 190, 190));
		b.box(0.07, 0.28, 0.25, 0.39, Vec3.srgb(92, 122, 96));
		b.disc(0.12, 0.86, 0.16, Vec3.srgb(70, 96, 62));
		b.blur(5 * width / 800.0);
		return b;
	}

	/** A cool office with a window, blinds and a plant. */
	static Backdrop office(final int width, final int height, final int seed) {
		final var b = new Backdrop(width, height);
		b.wall(Vec3.srgb(150, 160, 170), Vec3.srgb(92, 100, 112), seed);
		b.box(-0.02, 0.02, 0.34, 0.8, Vec3.srgb(225, 232, 240));
		for (int i = 0; i < 19; i++)
			b.box(-0.02, 0.03 + 0.041 * i, 0.34, 0.05 + 0.041 * i, Vec3.srgb(168, 178,
				190));
		b.box(0.33, 0.0, 0.35, 0.83, Vec3.srgb(70, 74, 82));
		b.box(0.7, 0.3, 0.98, 0.66, Vec3.srgb(206, 204, 196));
		b.box(0.72, 0.33, 0.96, 0.63, Vec3.srgb(66, 92, 128));
		b.box(0.76, 0.4, 0.86, 0.63, Vec3.srgb(150, 116, 78));
		final var random = new Random(seed);
		for (int i = 0; i < 26; i++)
			b.disc(0.83 + 0.15 * random.nextGaussian() * 0.6, 0.84 + 0.08 * random
				.nextGaussian(), 0.03 + 0.04 * random.nextDouble(), Vec3.srgb(36 + random
					.nextInt(40), 84 + random.nextInt(50), 48));
		b.blur(6 * width / 800.0);
		return b;
	}

	private void wall(final Vec3 light, final Vec3 dark, final int seed) {
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double u = (double) x / width, v = (double) y / height;
				final double n = Noise.fractal(4 * u, 3 * v, 0, 4, seed);
				final Vec3 c = light.mix(dark, Math.min(1, Math.max(0, 0.75 * u + 0.35 *
					v + 0.2 * n)));
				set(y * width + x, c);
			}
	}

	private void set(final int p, final Vec3 c) {
		plane[0][p] = (float) c.x();
		plane[1][p] = (float) c.y();
		plane[2][p] = (float) c.z();
	}

	/** Corners as shares of width and height. */
	private void box(final double x0, final double y0, final double x1,
		final double y1, final Vec3 c)
	{
		for (int y = Math.max(0, (int) (y0 * height)); y < Math.min(height, y1 *
			height); y++)
			for (int x = Math.max(0, (int) (x0 * width)); x < Math.min(width, x1 *
				width); x++)
				set(y * width + x, c.times(1.08 - 0.25 * (y - y0 * height) / ((y1 -
					y0) * height)));
	}

	private void disc(final double cx, final double cy, final double radius,
		final Vec3 c)
	{
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double d = Math.hypot(x - cx * width, y - cy * height) / width;
				if (d < radius) set(y * width + x, c.times(1 - 0.4 * step(0, radius,
					d)));
			}
	}

	/** Three box filters in a row are close to a Gaussian. */
	private void blur(final double sigma) {
		final int k = Math.max(1, (int) Math.round(sigma));
		for (int pass = 0; pass < 3; pass++)
			for (int i = 0; i < 3; i++) {
				plane[i] = box(plane[i], width, height, 1, width, k);
				plane[i] = box(plane[i], height, width, width, 1, k);
			}
	}

	private static float[] box(final float[] a, final int length,
		final int lines, final int step, final int stride, final int k)
	{
		final float[] out = new float[a.length];
		for (int l = 0; l < lines; l++) {
			double sum = 0;
			for (int i = -k; i <= k; i++)
				sum += a[l * stride + step * Math.max(0, Math.min(length - 1, i))];
			for (int i = 0; i < length; i++) {
				out[l * stride + step * i] = (float) (sum / (2 * k + 1));
				sum += a[l * stride + step * Math.min(length - 1, i + k + 1)] - a[l *
					stride + step * Math.max(0, i - k)];
			}
		}
		return out;
	}
}
