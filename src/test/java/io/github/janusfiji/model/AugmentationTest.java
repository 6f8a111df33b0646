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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmentationTest {

	private static final int CROP = 128;

	/** Red grows to the right, green downwards: colours are positions. */
	private static byte[] ramp() {
		final byte[] crop = new byte[3 * CROP * CROP];
		for (int i = 0; i < CROP * CROP; i++) {
			crop[3 * i] = (byte) (i % CROP);
			crop[3 * i + 1] = (byte) (i / CROP);
		}
		return crop;
	}

	@Test
	void aGridAtRestTakesTheMiddleOfTheCrop() {
		final var warp = new GridWarp(0.75, null);
		final double[] at = new double[2];
		for (final double u : new double[] { 0, 0.3, 1 }) {
			warp.input(u, 0.5, at);
			assertArrayEquals(new double[] { 0.125 + 0.75 * u, 0.5 }, at, 1e-12);
			warp.target(u, 0.5, at);
			assertArrayEquals(new double[] { 0.125 + 0.75 * u, 0.5 }, at, 1e-12);
		}
		final var picture = FloatBuffer.allocate(3 * 64 * 64);
		new Augmentation(0.75, 64, 0).plain(ramp(), CROP, picture);
		for (int i = 0; i < 64; i++)
			assertEquals(16 + (i + 0.5) * 1.5 - 0.5, picture.get(20 * 64 + i) * 255,
				1e-3);
	}

	@Test
	void theTargetIsTheSimilarityThatFitsTheInputBest() {
		final var random = new SplittableRandom(1);
		for (int n = 0; n < 20; n++) {
			final var warp = new GridWarp(0.75, random);
			// At the least squares fit, in the picture, the errors of the nodes are
			// orthogonal to every small shift, turn and zoom.
			final double[] zero = new double[2], one = new double[2];
			warp.target(0, 0, zero);
			warp.target(1, 0, one);
			final double re = one[0] - zero[0], im = one[1] - zero[1];
			final double square = re * re + im * im;
			final double[] sums = new double[4];
			final double[] p = new double[2];
			for (int i = 0; i < 25; i++) {
				warp.input(i % 5 / 4.0, i / 5 / 4.0, p);
				final double x = p[0] - zero[0], y = p[1] - zero[1];
				final double ex = (x * re + y * im) / square - i % 5 / 4.0;
				final double ey = (y * re - x * im) / square - i / 5 / 4.0;
				sums[0] += ex;
				sums[1] += ey;
				sums[2] += ex * x + ey * y;
				sums[3] += ey * x - ex * y;
			}
			assertArrayEquals(new double[4], sums, 1e-9);
		}
	}

	@Test
	void inputAndTargetShowTheFaceInTheSamePlaceWithinTheJitter() {
		final var augmentation = new Augmentation(0.75, 64, 0);
		final var random = new SplittableRandom(5);
		double difference = 0, spread = 0;
		int mirrored = 0;
		for (int n = 0; n < 200; n++) {
			final var input = FloatBuffer.allocate(3 * 64 * 64);
			final var target = FloatBuffer.allocate(3 * 64 * 64);
			augmentation.pair(ramp(), CROP, random, input, target);
			final int middle = 32 * 64 + 32;
			difference += Math.abs(input.get(middle) - target.get(middle)) * 255;
			spread += Math.abs(target.get(middle) * 255 - 64);
			if (target.get(32 * 64) > target.get(32 * 64 + 63)) mirrored++;
		}
		assertTrue(difference / 200 < 4, "mean " + difference / 200);
		assertTrue(spread / 200 > 1 && spread / 200 < 6, "mean " + spread / 200);
		assertTrue(mirrored > 60 && mirrored < 100, mirrored + " mirrored");
	}

	@Test
	void theSameSeedMakesTheSamePictures() {
		final float[][] made = new float[2][];
		for (int i = 0; i < 2; i++) {
			final var input = FloatBuffer.allocate(3 * 64 * 64);
			new Augmentation(0.75, 64, 0).pair(ramp(), CROP, new SplittableRandom(9),
				input, FloatBuffer.allocate(3 * 64 * 64));
			made[i] = input.array();
		}
		assertArrayEquals(made[0], made[1]);
	}

	@Test
	void tintChangesTheInputOnly() {
		final FloatBuffer[] plain = { FloatBuffer.allocate(3 * 64 * 64), FloatBuffer
			.allocate(3 * 64 * 64) };
		final FloatBuffer[] tinted = { FloatBuffer.allocate(3 * 64 * 64),
			FloatBuffer.allocate(3 * 64 * 64) };
		new Augmentation(0.75, 64, 0).pair(ramp(), CROP, new SplittableRandom(9),
			plain[0], plain[1]);
		new Augmentation(0.75, 64, 0.3).pair(ramp(), CROP, new SplittableRandom(9),
			tinted[0], tinted[1]);
		assertEquals(plain[1], tinted[1]);
		assertNotEquals(plain[0], tinted[0]);
		for (int i = 0; i < 3 * 64 * 64; i++) {
			final float value = tinted[0].get(i);
			assertTrue(value >= 0 && value <= 1, "out of range: " + value);
			// The strongest gain is 1.3 × 1.15, the strongest shift 0.1.
			assertTrue(Math.abs(value - plain[0].get(i)) <= 0.495 * plain[0].get(i) +
				0.1 + 1e-6);
		}
	}
}
