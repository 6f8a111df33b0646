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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FaceObjectiveTest {

	private static final int SIZE = 16;
	private static final int LENGTH = 3 * SIZE * SIZE;

	private static float[] noise(final int count, final long seed) {
		final var random = new SplittableRandom(seed);
		final var values = new float[count * LENGTH];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextDouble(0.1, 0.9);
		return values;
	}

	private static float[] weights(final int count) {
		final var random = new SplittableRandom(9);
		final var weights = new float[count * LENGTH];
		for (int n = 0; n < count; n++)
			for (int i = 0; i < SIZE * SIZE; i++) {
				final float w = (float) random.nextDouble(0, 4);
				for (int c = 0; c < 3; c++)
					weights[n * LENGTH + c * SIZE * SIZE + i] = w;
			}
		return weights;
	}

	@Test
	void equalPicturesCostNothing() {
		final float[] face = noise(2, 1), gradient = new float[face.length];
		assertEquals(0, new FaceObjective(SIZE, 0.5, 0.25).of(face, face.clone(),
			weights(2), 2, gradient), 1e-5);
		for (final float g : gradient)
			assertEquals(0, g, 1e-6);
	}

	/** Of smooth parts only: an absolute value has no derivative at its kink. */
	@Test
	void theGradientOfTheStructureIsThatOfCentralDifferences() {
		final float[] x = noise(1, 2), y = noise(1, 3), w = weights(1);
		final float[] gradient = new float[SIZE * SIZE], ignored = gradient.clone();
		StructureLoss.add(grey(x), grey(y), grey(w), SIZE, gradient);
		final float h = 4e-3f;
		for (int i = 0; i < SIZE * SIZE; i += 7) {
			final float[] more = grey(x), less = grey(x);
			more[i] += h;
			less[i] -= h;
			final double slope = (StructureLoss.add(more, grey(y), grey(w), SIZE,
				ignored) - StructureLoss.add(less, grey(y), grey(w), SIZE, ignored)) /
				(2 * h);
			assertEquals(slope, gradient[i], 0.02 * Math.abs(slope) + 4e-3);
		}
	}

	@Test
	void theWholeGradientLowersTheLoss() {
		final float[] x = noise(2, 4), y = noise(2, 5), w = weights(2);
		final float[] gradient = new float[x.length];
		final var objective = new FaceObjective(SIZE, 0.5, 0.25);
		final double before = objective.of(x, y, w, 2, gradient);
		double squares = 0;
		for (final float g : gradient)
			squares += g * g;
		final double step = 1e-5 / Math.sqrt(squares);
		for (int i = 0; i < x.length; i++)
			x[i] -= (float) (step * gradient[i] * 1e3);
		final double after = objective.of(x, y, w, 2, new float[x.length]);
		// The first order of Taylor's series: −step · |gradient|².
		assertEquals(-1e3 * step * squares, after - before, 0.1 * 1e3 * step *
			squares);
	}

	@Test
	void withOneFactorItIsTheMeanAbsoluteError() {
		final float[] x = noise(1, 6), y = noise(1, 7), w = new float[LENGTH];
		Arrays.fill(w, 1);
		double sum = 0;
		for (int i = 0; i < LENGTH; i++)
			sum += Math.abs(x[i] - y[i]) / LENGTH;
		assertEquals(sum, new FaceObjective(SIZE, 0, 0).of(x, y, w, 1,
			new float[LENGTH]), 1e-6);
	}

	@Test
	void errorsOutsideTheWeightsCostNothing() {
		final float[] x = noise(1, 8), y = x.clone(), w = weights(1);
		for (int i = 0; i < SIZE * 4; i++) {
			for (int c = 0; c < 3; c++)
				y[c * SIZE * SIZE + i] = 1 - y[c * SIZE * SIZE + i];
			w[i] = 0;
		}
		final var absolute = new FaceObjective(SIZE, 0, 0);
		assertEquals(0, absolute.of(x, y, w, 1, new float[LENGTH]), 1e-7);
		Arrays.fill(w, 1);
		assertTrue(absolute.of(x, y, w, 1, new float[LENGTH]) > 0.01);
	}

	private static float[] grey(final float[] picture) {
		return Arrays.copyOf(picture, SIZE * SIZE);
	}
}
