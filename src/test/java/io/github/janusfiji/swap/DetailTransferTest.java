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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetailTransferTest {

	private static final int SIZE = 96;

	private static float[] everywhere() {
		final var weights = new float[SIZE * SIZE];
		Arrays.fill(weights, 1);
		return weights;
	}

	private static float[] nowhere() {
		return new float[SIZE * SIZE];
	}

	/** Smooth noise around 0: a band of structure of some pixels' width. */
	private static float[] band(final long seed) {
		final var random = new SplittableRandom(seed);
		final var noise = new float[SIZE * SIZE];
		for (int i = 0; i < noise.length; i++)
			noise[i] = (float) random.nextGaussian();
		final float[] fine = SoftPlane.of(noise, SIZE, SIZE, 2);
		final float[] coarse = SoftPlane.of(noise, SIZE, SIZE, 4);
		for (int i = 0; i < fine.length; i++)
			fine[i] -= coarse[i];
		return fine;
	}

	private static double mean(final float[] plane) {
		double sum = 0;
		for (final float v : plane)
			sum += v;
		return sum / plane.length;
	}

	private static double agreement(final float[] a, final float[] b) {
		return mean(DetailTransfer.agreement(a, b, everywhere(), SIZE, SIZE, 16));
	}

	@Test
	void bandsAgreeWithThemselvesAndNotWithOthers() {
		final float[] one = band(1), softer = one.clone(), other = one.clone();
		for (int i = 0; i < one.length; i++) {
			softer[i] *= 0.5f;
			other[i] = -one[i];
		}
		assertEquals(1, agreement(one, one), 1e-4);
		assertEquals(1, agreement(softer, one), 1e-4);
		assertEquals(0, agreement(other, one), 0.02);
		assertTrue(agreement(band(2), one) < 0.3);
		assertEquals(1, agreement(new float[SIZE * SIZE], new float[SIZE * SIZE]),
			1e-6);
		assertTrue(agreement(nowhere(), one) < 0.3);
	}

	/** A grey picture with structures of all widths. */
	private static FloatRgb picture(final long seed) {
		final var random = new SplittableRandom(seed);
		final float[] sum = new float[SIZE * SIZE];
		for (final double sigma : new double[] { 0.7, 1.5, 3, 6, 12 }) {
			final var noise = new float[sum.length];
			for (int i = 0; i < noise.length; i++)
				noise[i] = (float) random.nextGaussian();
			final float[] soft = SoftPlane.of(noise, SIZE, SIZE, sigma);
			for (int i = 0; i < sum.length; i++)
				sum[i] += 0.12f * (float) sigma * soft[i];
		}
		final var picture = FloatRgb.black(SIZE, SIZE);
		for (int i = 0; i < sum.length; i++)
			for (int c = 0; c < 3; c++)
				picture.planes()[c][i] = Math.max(0.1f, Math.min(0.9f, 0.5f + sum[i]));
		return picture;
	}

	private static FloatRgb soft(final FloatRgb picture, final double sigma) {
		final var out = FloatRgb.black(SIZE, SIZE);
		for (int c = 0; c < 3; c++)
			out.planes()[c] = SoftPlane.of(picture.planes()[c], SIZE, SIZE, sigma);
		return out;
	}

	private static double distance(final FloatRgb a, final FloatRgb b,
		final int from, final int to)
	{
		double sum = 0;
		for (int y = 8; y < SIZE - 8; y++)
			for (int x = from; x < to; x++)
				sum += Math.abs(a.planes()[1][y * SIZE + x] - b.planes()[1][y * SIZE +
					x]);
		return sum / ((SIZE - 16) * (to - from));
	}

	@Test
	void aSoftPaintingGetsThePicturesDetail() {
		final FloatRgb picture = picture(5), painted = soft(picture, 1.5);
		final FloatRgb sharp = DetailTransfer.apply(painted, picture, nowhere(),
			everywhere(), 1);
		assertTrue(distance(sharp, picture, 8, SIZE - 8) < 0.35 * distance(painted,
			picture, 8, SIZE - 8));
		final FloatRgb same = DetailTransfer.apply(picture, picture, nowhere(),
			everywhere(), 1);
		assertEquals(0, distance(same, picture, 0, SIZE), 1e-5);
	}

	@Test
	void whereThePictureShowsSomethingElseThePaintingStays() {
		final FloatRgb truth = picture(5), painted = soft(truth, 1.5);
		final FloatRgb picture = picture(5), other = picture(6);
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < SIZE * SIZE; i++)
				if (i % SIZE >= SIZE / 2) picture.planes()[c][i] = other.planes()[c][i];
		final FloatRgb sharp = DetailTransfer.apply(painted, picture, nowhere(),
			everywhere(), 1);
		assertTrue(distance(sharp, truth, 8, 36) < 0.5 * distance(painted, truth, 8,
			36));
		assertTrue(distance(sharp, painted, 60, 88) < 0.4 * distance(other, painted,
			60, 88));
	}

	@Test
	void whatIsTrustedIsTakenWhateverThePaintingShows() {
		final FloatRgb painted = soft(picture(5), 1.5), other = picture(6);
		final FloatRgb taken = DetailTransfer.apply(painted, other, everywhere(),
			everywhere(), 1);
		final FloatRgb left = DetailTransfer.apply(painted, other, nowhere(),
			everywhere(), 1);
		assertTrue(distance(taken, other, 8, 88) < 0.7 * distance(left, other, 8,
			88));
	}

	@Test
	void blotchesOfColourGo() {
		final FloatRgb picture = picture(5), painted = soft(picture, 1);
		final double before = blotch(painted, 4);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				painted.planes()[0][y * SIZE + x] += 0.06f * (float) (Math.sin(x * 0.9) *
					Math.sin(y * 0.9));
		final FloatRgb clean = DetailTransfer.apply(painted, picture, nowhere(),
			everywhere(), 1);
		assertEquals(0, before, 1e-5);
		assertTrue(blotch(clean, 4) < 0.4 * blotch(painted, 4));
	}

	/** Mean difference of red and blue. */
	private static double blotch(final FloatRgb picture, final int border) {
		double sum = 0;
		for (int y = border; y < SIZE - border; y++)
			for (int x = border; x < SIZE - border; x++)
				sum += Math.abs(picture.planes()[0][y * SIZE + x] - picture.planes()[2][y *
					SIZE + x]);
		return sum / (SIZE * SIZE);
	}

	@Test
	void aBlurHasTheWidthThatWasAskedFor() {
		for (final double sigma : new double[] { 0.7, 1.5, 3.2, 7 }) {
			final var point = new float[SIZE * SIZE];
			point[SIZE / 2 * SIZE + SIZE / 2] = 1;
			final float[] soft = SoftPlane.of(point, SIZE, SIZE, sigma);
			double all = 0, across = 0, down = 0;
			for (int i = 0; i < soft.length; i++) {
				final double x = i % SIZE - SIZE / 2, y = i / SIZE - SIZE / 2;
				all += soft[i];
				across += x * x * soft[i];
				down += y * y * soft[i];
			}
			assertEquals(1, all, 1e-4);
			assertEquals(sigma, Math.sqrt(across), 0.01 * sigma);
			assertEquals(sigma, Math.sqrt(down), 0.01 * sigma);
		}
		final var flat = new float[SIZE * 7];
		Arrays.fill(flat, 0.3f);
		for (final float v : SoftPlane.of(flat, SIZE, 7, 9))
			assertEquals(0.3f, v, 1e-5f);
	}
}
