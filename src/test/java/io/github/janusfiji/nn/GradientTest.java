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
package io.github.janusfiji.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Every operation's gradient against central differences in double precision,
 * with smooth functions only: kinks have no derivative to compare with.
 */
class GradientTest extends GradientCheck {

	@Test
	void convolutionOfEvenAndOddSizesWithAndWithoutStride() {
		for (final int[] c : new int[][] { { 5, 2, 8 }, { 3, 2, 6 }, { 3, 1, 5 }, {
			5, 1, 4 }, { 3, 2, 7 } })
		{
			parameters.clear();
			final Parameter w = parameter(4, 3, c[0], c[0]);
			final Parameter b = parameter(4);
			final Parameter w2 = parameter(2, 4, 3, 3);
			final Parameter b2 = parameter(2);
			final Tensor x = tensor(2, 3, c[2], c[2]);
			final int out = (c[2] + c[1] - 1) / c[1];
			final Tensor y = tensor(2, 2, out, out);
			check(tape -> tape.losses().meanSquaredError(tape.conv2d(tape.sigmoid(
				tape.conv2d(
				tape.constant(x), w, b, c[1], 1)), w2, b2, 1, 1), y));
		}
	}

	@Test
	void denseSigmoidReshapeAndHalves() {
		final Parameter w = parameter(6, 8);
		final Parameter b = parameter(8);
		final Tensor x = tensor(4, 6);
		final Tensor y = tensor(2, 2, 2, 2);
		final Tensor z = tensor(2, 2, 2, 2);
		check(tape -> {
			final var halves = tape.halves(tape.reshape(tape.sigmoid(tape.dense(tape
				.constant(x), w, b)), 4, 2, 2, 2));
			return tape.losses().meanSquaredError(halves.first(), y) +
				tape.losses().meanSquaredError(
				halves.second(), z);
		});
	}

	@Test
	void aParameterUsedTwiceGathersBothGradients() {
		final Parameter w = parameter(4, 4, 3, 3);
		final Parameter b = parameter(4);
		final Tensor x = tensor(2, 4, 4, 4);
		final Tensor y = tensor(2, 1, 8, 8);
		check(tape -> tape.losses().meanSquaredError(tape.depthToSpace(tape.sigmoid(
			tape
			.conv2d(tape.sigmoid(tape.conv2d(tape.constant(x), w, b, 1, 1)), w, b, 1,
				1)), 2), y));
	}

	@Test
	void aFrozenParameterPassesTheGradientOnAndTakesNone() {
		final Parameter w1 = parameter(6, 8);
		final Parameter b1 = parameter(8);
		final Parameter w2 = parameter(8, 3);
		final Parameter b2 = parameter(3);
		w2.setFrozen(true);
		b2.setFrozen(true);
		parameters.remove(w2);
		parameters.remove(b2);
		final Tensor x = tensor(4, 6);
		final Tensor y = tensor(4, 3);
		check(tape -> tape.losses().meanSquaredError(tape.dense(tape.sigmoid(
			tape.dense(tape
			.constant(x), w1, b1)), w2, b2), y));
		assertFalse(w2.hasGradient());
		assertFalse(b2.hasGradient());
		final float[] before = values(w2.value());
		for (final Parameter p : List.of(w1, b1, w2, b2))
			p.descend(new Adam(.1, .5, .999, 1e-8), 0);
		assertArrayEquals(before, values(w2
			.value()));
	}

	@Test
	void singlePrecisionAgreesWithDouble() {
		final float[] pixels = noise(2 * 3 * 16 * 16).array();
		final float[][] gradients = new float[2][];
		final Engine[] both = { Engine.preferred(), engine };
		for (int i = 0; i < 2; i++) {
			final Engine engine = both[i];
			final Layer net = new Layers("n", engine, true, Initialiser.HE,
				new SplittableRandom(3)).conv2d("a", 3, 8, 5, 2, .1).upscale("b", 8, 4, 3,
					.1).conv2d("c", 4, 3, 5, 1, 1).sigmoid().build();
			final var x = ImageBatch.allocate(2, 3, 16, 16);
			x.slot(0).put(pixels, 0, pixels.length / 2);
			x.slot(1).put(pixels, pixels.length / 2, pixels.length / 2);
			try (var scope = engine.memory().scope("precision-test-" + i)) {
				final Tape tape = new Tape(engine, true);
				tape.losses().meanAbsoluteError(net.forward(tape,
					tape.constant(engine.memory().of(x))), engine
					.memory().of(x));
				tape.backward();
			}
			final var g = net.parameters().get(0).gradient();
			final var values = FloatBuffer.allocate((int) g.length());
			engine.memory().read(g, values);
			gradients[i] = values.array();
		}
		double error = 0, size = 0;
		for (int i = 0; i < gradients[0].length; i++) {
			error += Math.pow(gradients[0][i] - gradients[1][i], 2);
			size += Math.pow(gradients[1][i], 2);
		}
		assertTrue(size > 0);
		assertTrue(Math.sqrt(error / size) < 1e-5, "relative error " + Math.sqrt(
			error / size));
	}
}
