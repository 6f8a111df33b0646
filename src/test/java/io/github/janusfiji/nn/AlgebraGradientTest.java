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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Gradients of {@link RecordedAlgebra} and {@link Losses} against central
 * differences, and their single precision against double.
 */
class AlgebraGradientTest extends GradientCheck {

	/** A node N×units with a gradient, of learned numbers. */
	private static Node learned(final Tape tape, final Tensor x,
		final Parameter w, final Parameter b, final long... shape)
	{
		return tape.reshape(tape.sigmoid(tape.dense(tape.constant(x), w, b)),
			shape);
	}

	private Parameter[] affine(final int in, final int out) {
		return new Parameter[] { parameter(in, out), parameter(out) };
	}

	/** Two learned pictures 2×3×4×5 put together in some way. */
	private void checkPair(final long[] shape, final Together together) {
		final int units = (int) (shape[1] * shape[2] * shape[3]);
		final Parameter[] p = affine(3, 60), q = affine(3, units);
		final Tensor x = tensor(2, 3), y = tensor(2, 3);
		check(tape -> together.loss(tape, learned(tape, x, p[0], p[1], 2, 3, 4, 5),
			learned(tape, y, q[0], q[1], shape)));
	}

	private interface Together {

		double loss(Tape tape, Node first, Node second);
	}

	@Test
	void sumsProductsAndFactors() {
		final Tensor target = tensor(2, 3, 4, 5);
		final Parameter gain = parameter(1);
		checkPair(new long[] { 2, 3, 4, 5 }, (tape, a, b) ->
			tape.losses().meanSquaredError(
			tape.sum(tape.scale(tape.multiply(a, b), 1.5), tape.scale(tape.sum(a, tape
				.multiply(b, b)), gain)), target, 0.7));
	}

	@Test
	void aSumWithItselfCountsTwice() {
		final Tensor target = tensor(2, 3, 4, 5);
		checkPair(new long[] { 2, 3, 4, 5 }, (tape, a, b) ->
			tape.losses().meanSquaredError(
			tape.sum(tape.sum(a, a), b), target) + tape.losses().mean(tape.multiply(
				a, a),
				-0.5));
	}

	@Test
	void blendWithAMaskOfOneChannel() {
		final Tensor target = tensor(2, 3, 4, 5), other = tensor(2, 3, 4, 5);
		checkPair(new long[] { 2, 1, 4, 5 }, (tape, x, alpha) -> tape
			.losses().meanSquaredError(tape.blend(alpha, x, tape.constant(other)),
				target) +
			tape.losses().meanSquaredError(tape.blend(alpha, tape.constant(other),
				x), target));
	}

	@Test
	void attentionOfProductsAndSoftmax() {
		final Tensor target = tensor(2, 3, 20);
		final Parameter gain = parameter(1);
		checkPair(new long[] { 2, 3, 4, 5 }, (tape, a, b) -> {
			final var f = tape.reshape(a, 2, 3, 20);
			final var g = tape.reshape(b, 2, 3, 20);
			// Weights of all 20 places for each of 20 places, then their mean.
			final var beta = tape.softmax(tape.scale(tape.matmul(f, g, true, false),
				4));
			final var out = tape.matmul(g, beta, false, true);
			return tape.losses().meanSquaredError(tape.sum(tape.scale(out, gain), f),
				target);
		});
	}

	@Test
	void productsWithEveryTransposition() {
		for (int i = 0; i < 4; i++) {
			parameters.clear();
			final boolean left = (i & 1) == 1, right = i > 1;
			final Tensor target = tensor(2, 3, 5);
			final Parameter[] p = affine(3, 12), q = affine(3, 20);
			final Tensor x = tensor(2, 3);
			check(tape -> tape.losses().meanSquaredError(tape.matmul(learned(tape, x,
				p[0],
				p[1], 2, left ? 4 : 3, left ? 3 : 4), learned(tape, x, q[0], q[1], 2,
					right ? 5 : 4, right ? 4 : 5), left, right), target));
		}
	}

	@Test
	void channelsCutAndJoined() {
		final Tensor target = tensor(2, 5, 4, 5);
		checkPair(new long[] { 2, 2, 4, 5 }, (tape, a, b) ->
			tape.losses().meanSquaredError(
			tape.concatenate(tape.channels(a, 1, 3), b, tape.channels(a, 0, 1)),
			target));
	}

	@Test
	void differencesAlongBothAxes() {
		final Tensor below = tensor(2, 3, 3, 5), right = tensor(2, 3, 4, 4);
		checkPair(new long[] { 2, 3, 4, 5 }, (tape, a, b) ->
			tape.losses().meanSquaredError(
			tape.difference(a, 2), below) + tape.losses().meanSquaredError(
				tape.difference(b,
				3), right));
	}

	@Test
	void poolingOfEvenAndOddSizes() {
		final Tensor target = tensor(2, 3, 2, 2);
		checkPair(new long[] { 2, 3, 5, 4 }, (tape, a, b) ->
			tape.losses().meanSquaredError(
			tape.maxPool(a), target) + tape.losses().meanSquaredError(
				tape.maxPool(b), target));
	}

	@Test
	void adversarialLosses() {
		checkPair(new long[] { 2, 3, 4, 5 }, (tape, a, b) -> {
			final var logits = tape.scale(tape.sum(a, tape.scale(b, -1)), 6);
			return tape.losses().meanSoftplus(logits, 1, -0.3) +
				tape.losses().meanSoftplus(logits, -1, 1.1);
		});
	}

	@Test
	void softplusOfHugeLogitsIsFinite() {
		for (final Engine each : new Engine[] { engine, Engine.preferred() })
			try (var scope = each.memory().scope("huge")) {
				final Tensor x = each.memory().persistent(3);
				each.memory().write(x, FloatBuffer.wrap(new float[] { -1000, 1000,
					0 }));
				assertEquals((1000 + Math.log(2)) / 3, each.losses().meanSoftplus(x, 1)
					.value(), 1e-4);
			}
	}

	@Test
	void aPlainReluStopsTheGradientBelowZero() {
		for (final Engine each : new Engine[] { engine, Engine
			.preferred() })
			try (var scope = each.memory().scope("relu")) {
				final Tensor x = each.memory().persistent(1, 4);
				each.memory().write(x, FloatBuffer.wrap(new float[] { -1, 2, -3, 4 }));
				final Tape tape = new Tape(each, true);
				final var node = tape.variable(x);
				tape.losses().mean(tape.leakyRelu(node, 0), 4);
				tape.backward();
				assertArrayEquals(new float[] { 0, 1, 0, 1 }, values(each, node
					.gradient()), 1e-6f);
				assertArrayEquals(new float[] { -1, 2, -3, 4 }, values(each, x));
			}
	}

	@Test
	void whatNeedsNoGradientGetsNone() {
		try (var scope = engine.memory().scope("none")) {
			final Tape tape = new Tape(engine, true);
			final var x = tape.constant(tensor(2, 3, 4, 4));
			final var y = tape.variable(tensor(2, 3, 4, 4));
			tape.losses().mean(tape.sum(tape.multiply(x, y), x), 1);
			tape.backward();
			assertTrue(x.gradient() == null && y.gradient() != null);
			final var gain = new Parameter("gain", engine, false, 1);
			final Tape second = new Tape(engine, true);
			second.losses().mean(second.scale(second.constant(x.value()), gain), 1);
			second.backward();
			assertFalse(gain.hasGradient());
		}
	}

	@Test
	void singlePrecisionAgreesWithDouble() {
		final float[] a = noise(2 * 4 * 6 * 6).array();
		final float[] b = noise(2 * 4 * 6 * 6).array();
		final float[] c = noise(2 * 6 * 6).array();
		final BiFunction<Tape, Node[], Node> net = (tape, in) -> {
			final var mixed = tape.blend(tape.sigmoid(in[2]), in[0], tape.multiply(
				in[0], in[1]));
			final var flat = tape.reshape(mixed, 2, 4, 36);
			final var seen = tape.matmul(flat, tape.softmax(tape.matmul(flat, flat,
				true, false)), false, true);
			final var joined = tape.concatenate(tape.reshape(seen, 2, 4, 6, 6), tape
				.channels(in[1], 1, 3));
			return tape.difference(tape.maxPool(tape.sum(joined, tape.scale(joined,
				.5))), 3);
		};
		final float[][] gradients = new float[2][];
		final Engine[] both = { engine, Engine.preferred() };
		for (int i = 0; i < 2; i++)
			try (var scope = both[i].memory().scope("algebra-precision")) {
				final Tape tape = new Tape(both[i], true);
				final Node[] in = { tape.variable(tensor(both[i], a, 2, 4, 6, 6)),
					tape.variable(tensor(both[i], b, 2, 4, 6, 6)), tape.variable(tensor(
						both[i], c, 2, 1, 6, 6)) };
				final var out = net.apply(tape, in);
				tape.losses().meanSoftplus(out, 1, 1);
				tape.backward();
				gradients[i] = values(both[i], in[0].gradient());
			}
		double size = 0;
		for (final float g : gradients[0])
			size = Math.max(size, Math.abs(g));
		assertTrue(size > 1e-4);
		assertArrayEquals(gradients[0], gradients[1], (float) (1e-5 * size));
	}

	private static Tensor tensor(final Engine engine, final float[] values,
		final long... shape)
	{
		final Tensor tensor = engine.memory().persistent(shape);
		engine.memory().write(tensor, FloatBuffer.wrap(values));
		return tensor;
	}

	private static float[] values(final Engine engine, final Tensor tensor) {
		final var values = FloatBuffer.allocate((int) tensor.length());
		engine.memory().read(tensor, values);
		return values.array();
	}
}
