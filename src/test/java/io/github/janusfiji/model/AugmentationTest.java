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
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmentationTest {

	private static final int CROP = 128;

	/** Red grows to the right, green downwards: colours are positions. */
	private static TrainingCrop ramp() {
		final byte[] crop = new byte[3 * CROP * CROP];
		for (int i = 0; i < CROP * CROP; i++) {
			crop[3 * i] = (byte) (i % CROP);
			crop[3 * i + 1] = (byte) (i / CROP);
		}
		return new TrainingCrop(crop, CROP, null);
	}

	private static Augmentation augmentation(final double tint) {
		return new Augmentation(MotionRange.CLASSIC, 0.75, 64, tint);
	}

	/** Where a grid takes the points of a picture of four by four pixels. */
	private static float[][] rows(final CropSampler.RowMap map, final double v) {
		final float[] x = new float[4], y = new float[4];
		map.row(v, x, y);
		return new float[][] { x, y };
	}

	@Test
	void aGridAtRestTakesTheMiddleOfTheCrop() {
		final var warp = new GridWarp(0.75, 0, null);
		for (final CropSampler.RowMap map : new CropSampler.RowMap[] {
			warp::inputRow, warp::targetRow })
		{
			final float[][] at = rows(map, 0.3);
			for (int i = 0; i < 4; i++) {
				assertEquals(0.125 + 0.75 * (i + 0.5) / 4, at[0][i], 1e-6);
				assertEquals(0.125 + 0.75 * 0.3, at[1][i], 1e-6);
			}
		}
		final var picture = FloatBuffer.allocate(3 * 64 * 64);
		augmentation(0).plain(ramp(), new FaceSampler.Places(picture, null,
			null, null, null));
		for (int i = 0; i < 64; i++)
			assertEquals(16 + (i + 0.5) * 1.5 - 0.5, picture.get(20 * 64 + i) * 255,
				1e-3);
	}

	@Test
	void theTargetIsTheSimilarityThatFitsTheInputBest() {
		final var random = new SplittableRandom(1);
		for (int n = 0; n < 20; n++) {
			final var warp = new GridWarp(0.75, 5 / 256., random);
			// Rows through the nodes: at 1/8, 3/8, … of eight pixels' width lie the
			// centres, so nodes are met between two pixels of four.
			final double[] sums = new double[4];
			final float[] x = new float[1000], y = new float[1000];
			final float[] tx = new float[1000], ty = new float[1000];
			for (int j = 0; j < 5; j++) {
				warp.inputRow(j / 4., x, y);
				warp.targetRow(j / 4., tx, ty);
				final double re = (tx[999] - tx[0]) / 0.999, im = (ty[999] - ty[0]) /
					0.999;
				final double square = re * re + im * im;
				for (int i = 0; i < 5; i++) {
					// The node's own place, from the two pixels beside it.
					final int k = Math.max(0, Math.min(998, (int) (i / 4. * 1000 - 0.5)));
					final double f = i / 4. * 1000 - 0.5 - k;
					final double dx = x[k] + f * (x[k + 1] - x[k]) - tx[k] - f * (tx[k +
						1] - tx[k]);
					final double dy = y[k] + f * (y[k + 1] - y[k]) - ty[k] - f * (ty[k +
						1] - ty[k]);
					final double ex = (dx * re + dy * im) / square;
					final double ey = (dy * re - dx * im) / square;
					final double px = x[k] + f * (x[k + 1] - x[k]) - 0.5;
					final double py = y[k] + f * (y[k + 1] - y[k]) - 0.5;
					sums[0] += ex;
					sums[1] += ey;
					sums[2] += ex * px + ey * py;
					sums[3] += ey * px - ex * py;
				}
			}
			// Errors are orthogonal to every small shift, turn and zoom, up to the
			// floats that positions are handed over in.
			assertArrayEquals(new double[4], sums, 2e-3);
		}
	}

	@Test
	void inputAndTargetShowTheFaceInTheSamePlaceWithinTheJitter() {
		final var augmentation = augmentation(0);
		final var random = new SplittableRandom(5);
		double difference = 0, spread = 0;
		int mirrored = 0;
		for (int n = 0; n < 200; n++) {
			final var input = FloatBuffer.allocate(3 * 64 * 64);
			final var target = FloatBuffer.allocate(3 * 64 * 64);
			augmentation.pair(ramp(), null, random, true, new FaceSampler.Places(input,
				target, null, null, null));
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
	void anUnwarpedInputIsItsTargetAndTheNextFaceIsTheSameAsEver() {
		final FloatBuffer[][] made = new FloatBuffer[2][];
		for (int i = 0; i < 2; i++) {
			final var random = new SplittableRandom(3);
			made[i] = new FloatBuffer[] { FloatBuffer.allocate(3 * 64 * 64),
				FloatBuffer.allocate(3 * 64 * 64) };
			augmentation(0).pair(ramp(), null, random, i == 0, new FaceSampler.Places(
				made[i][0], made[i][1], null, null, null));
			if (i == 1) assertEquals(made[1][1], made[1][0]);
			augmentation(0).pair(ramp(), null, random, true, new FaceSampler.Places(
				made[i][0], made[i][1], null, null, null));
		}
		assertEquals(made[0][0], made[1][0]);
	}

	@Test
	void theStepsEndInThePair() {
		final var pair = new FaceSampler.Places(FloatBuffer.allocate(3 * 64 * 64),
			FloatBuffer.allocate(3 * 64 * 64), null, null, null);
		augmentation(0.3).pair(ramp(), null, new SplittableRandom(8), true, pair);
		final var steps = augmentation(0.3).steps(ramp(), new SplittableRandom(8));
		assertEquals(List.of("crop", "rotation", "zoom", "shift", "mirror", "target",
			"warp", "colour"), List.copyOf(steps.keySet()));
		assertEquals(pair.target(), steps.get("target"));
		assertEquals(pair.input(), steps.get("colour"));
		for (final String moved : List.of("rotation", "zoom", "shift", "warp"))
			assertNotEquals(steps.get("crop"), steps.get(moved), moved);
	}

	@Test
	void theSameSeedMakesTheSamePictures() {
		final float[][] made = new float[2][];
		for (int i = 0; i < 2; i++) {
			final var input = FloatBuffer.allocate(3 * 64 * 64);
			augmentation(0).pair(ramp(), null, new SplittableRandom(9), true,
				new FaceSampler.Places(input, FloatBuffer.allocate(3 * 64 * 64),
					null, null, null));
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
		augmentation(0).pair(ramp(), null, new SplittableRandom(9), true,
			new FaceSampler.Places(plain[0], plain[1], null, null, null));
		augmentation(0.3).pair(ramp(), null, new SplittableRandom(9), true,
			new FaceSampler.Places(tinted[0], tinted[1], null, null, null));
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
