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

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * Makes a pair of pictures for the network, warped input and its target, from a
 * face in memory: rotation ±10°, zoom ±5 %, shift ±5 % of the crop, mirrored
 * with probability 0.4, then {@link GridWarp}; outside the crop its border is
 * repeated. Constants of deepfakes/faceswap of 2017. All maps are composed, so a
 * pixel is interpolated once.
 * <p>
 * With a tint, each colour of the input, not of the target, is multiplied by a
 * random gain and shifted. The encoder then cannot tell the two people apart by
 * their skin, light or background, and codes their expressions alike.
 * </p>
 */
final class Augmentation {

	private static final double ROTATION = Math.toRadians(10);
	private static final double ZOOM = 0.05;
	private static final double SHIFT = 0.05;
	private static final double MIRROR = 0.4;

	private final double coverage;
	private final int size;
	private final double tint;

	/**
	 * @param coverage share of the crop's width that the network sees
	 * @param size width and height of the network's picture, px
	 * @param tint gains are drawn from 1 ± tint, shifts from ± tint / 3 of the
	 *          range; 0 leaves the colours alone
	 */
	Augmentation(final double coverage, final int size, final double tint) {
		this.coverage = coverage;
		this.size = size;
		this.tint = tint;
	}

	/** Where in the crop a pixel of the network's picture is taken. */
	private interface Map {

		void apply(double u, double v, double[] to);
	}

	/**
	 * @param crop red, green, blue bytes
	 * @param cropSize its width and height, px
	 * @param random decides
	 * @param input 3×H×W, 0 to 1; overwritten
	 * @param target likewise
	 */
	void pair(final byte[] crop, final int cropSize, final RandomGenerator random,
		final FloatBuffer input, final FloatBuffer target)
	{
		final double angle = random.nextDouble(-ROTATION, ROTATION);
		final double zoom = 1 + random.nextDouble(-ZOOM, ZOOM);
		final double cos = Math.cos(angle) / zoom, sin = Math.sin(angle) / zoom;
		final double dx = random.nextDouble(-SHIFT, SHIFT);
		final double dy = random.nextDouble(-SHIFT, SHIFT);
		final double sign = random.nextDouble() < MIRROR ? -1 : 1;
		final GridWarp warp = new GridWarp(coverage, random);
		final Map pose = (u, v, to) -> {
			final double x = sign * (u - 0.5) - dx, y = v - 0.5 - dy;
			to[0] = cos * x - sin * y + 0.5;
			to[1] = sin * x + cos * y + 0.5;
		};
		sample(crop, cropSize, after(pose, warp::input), input);
		sample(crop, cropSize, after(pose, warp::target), target);
		if (tint > 0) tint(input, random);
	}

	/** One gain for all colours, a smaller one and a shift for each. */
	private void tint(final FloatBuffer picture, final RandomGenerator random) {
		final double all = 1 + random.nextDouble(-tint, tint);
		final int plane = size * size;
		for (int c = 0; c < 3; c++) {
			final float gain = (float) (all * (1 + random.nextDouble(-tint, tint) /
				2));
			final float shift = (float) random.nextDouble(-tint / 3, tint / 3);
			for (int i = c * plane; i < (c + 1) * plane; i++)
				picture.put(i, Math.max(0, Math.min(1, gain * picture.get(i) + shift)));
		}
	}

	/**
	 * @param crop red, green, blue bytes
	 * @param cropSize its width and height, px
	 * @param picture 3×H×W, 0 to 1; overwritten by the face as it is
	 */
	void plain(final byte[] crop, final int cropSize, final FloatBuffer picture) {
		sample(crop, cropSize, new GridWarp(coverage, null)::input, picture);
	}

	private static Map after(final Map second, final Map first) {
		return (u, v, to) -> {
			first.apply(u, v, to);
			second.apply(to[0], to[1], to);
		};
	}

	private void sample(final byte[] crop, final int cropSize, final Map map,
		final FloatBuffer to)
	{
		final double[] at = new double[2];
		final int plane = size * size;
		for (int j = 0; j < size; j++) {
			for (int i = 0; i < size; i++) {
				map.apply((i + 0.5) / size, (j + 0.5) / size, at);
				final float x = inside(at[0], cropSize), y = inside(at[1], cropSize);
				final int x0 = (int) x, y0 = (int) y;
				final int right = x0 + 1 < cropSize ? 3 : 0;
				final int down = y0 + 1 < cropSize ? 3 * cropSize : 0;
				final int p = 3 * (y0 * cropSize + x0);
				final float fx = x - x0, fy = y - y0;
				for (int c = 0; c < 3; c++) {
					final float top = mix(crop[p + c], crop[p + c + right], fx);
					final float low = mix(crop[p + c + down], crop[p + c + down + right],
						fx);
					to.put(c * plane + j * size + i, (top + fy * (low - top)) / 255);
				}
			}
		}
	}

	private static float inside(final double share, final int cropSize) {
		return (float) Math.max(0, Math.min(cropSize - 1, share * cropSize - 0.5));
	}

	private static float mix(final byte a, final byte b, final float f) {
		final int from = a & 0xff;
		return from + f * ((b & 0xff) - from);
	}
}
