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

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

/** Modulation against central differences, and against PyTorch's numbers. */
class ModulationTest extends GradientCheck {

	private static final long[] MAPS = { 2, 3, 2, 2 };

	/** sin(step · i + 1), which PyTorch was given, too. */
	private static float[] wave(final int count, final double step) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = (float) Math.sin(step * i + 1);
		return values;
	}

	private static Tensor tensor(final Engine engine, final float[] values,
		final long... shape)
	{
		final Tensor tensor = engine.memory().persistent(shape);
		engine.memory().write(tensor, FloatBuffer.wrap(values));
		return tensor;
	}

	private static float[] read(final Engine engine, final Tensor tensor) {
		final var values = FloatBuffer.allocate((int) tensor.length());
		engine.memory().read(tensor, values);
		return values.array();
	}

	@Test
	void gradientsAreThoseOfCentralDifferences() {
		final var modulation = new Modulation("m", engine, true, true, 4, 3);
		for (final Parameter p : modulation.parameters()) {
			engine.memory().write(p.value(), noise((int) p.value().length()));
			parameters.add(p);
		}
		final Parameter w = parameter(3, 60), b = parameter(60);
		final Parameter v = parameter(3, 4), c = parameter(4);
		final Tensor x = tensor(2, 3), target = tensor(2, 3, 4, 5);
		check(tape -> tape.losses().meanSquaredError(modulation.forward(tape, tape
			.reshape(tape.sigmoid(tape.dense(tape.constant(x), w, b)), 2, 3, 4, 5), tape
				.sigmoid(tape.dense(tape.constant(x), v, c))), target));
	}

	/** y = (s·W + b)[gain] · x + (s·W + b)[shift]; loss: the mean of y². */
	@Test
	void valuesAndGradientsAreThoseOfPyTorch() {
		final float[] value = { 1.977638f, 2.223424f, 1.705974f, 0.668653f,
			-2.204533f, -3.087964f, -2.860686f, -1.629592f, -0.585113f, 0.469633f,
			0.741536f, 0.102715f, 0.738246f, 0.507811f, 0.381622f, 0.419026f, 1.586005f,
			1.401673f, 1.258744f, 1.224440f, 1.367177f, 1.430520f, 1.494232f,
			1.528348f };
		final float[] ofWeights = { 0.392422f, 0.445787f, 0.128862f, 0.385628f,
			-0.887741f, -0.163529f, 0.398936f, 0.287789f, 0.190788f, 0.241061f,
			-1.055827f, -0.431225f };
		final float[] ofBias = { 0.334069f, 0.807046f, -0.044848f, 0.718533f,
			-0.359326f, 0.545754f };
		final float[] ofStyle = { 1.451156f, 1.218624f, -0.830059f, -0.654036f };
		final float[] ofMaps = { 0.269693f, 0.303211f, 0.232646f, 0.091185f,
			-0.443829f, -0.621687f, -0.575930f, -0.328079f, -0.095434f, 0.076599f,
			0.120947f, 0.016753f, 0.021815f, 0.015006f, 0.011277f, 0.012382f,
			-0.035529f, -0.031400f, -0.028198f, -0.027430f, -0.011235f, -0.011756f,
			-0.012279f, -0.012560f };
		for (final Engine each : new Engine[] { engine, Engine.preferred() })
			try (var scope = each.memory().scope("modulation")) {
				final var modulation = new Modulation("m", each, true, false, 2, 3);
				final Parameter weights = modulation.parameters().get(0);
				final Parameter bias = modulation.parameters().get(1);
				each.memory().write(weights.value(), FloatBuffer.wrap(wave(12, 0.9)));
				each.memory().write(bias.value(), FloatBuffer.wrap(wave(6, 0.4)));
				final Tape tape = new Tape(each, true);
				final Node x = tape.variable(tensor(each, wave(24, 0.7), MAPS));
				final Node style = tape.variable(tensor(each, wave(4, 1.3), 2, 2));
				final Node y = modulation.forward(tape, x, style);
				assertArrayEquals(value, read(each, y.value()), 1e-4f);
				tape.losses().meanSquaredError(y, tensor(each, new float[24], MAPS));
				tape.backward();
				assertArrayEquals(ofWeights, read(each, weights.gradient()), 1e-4f);
				assertArrayEquals(ofBias, read(each, bias.gradient()), 1e-4f);
				assertArrayEquals(ofStyle, read(each, style.gradient()), 1e-4f);
				assertArrayEquals(ofMaps, read(each, x.gradient()), 1e-4f);
			}
	}

	@Test
	void aNewOneChangesNothing() {
		try (var scope = engine.memory().scope("modulation-new")) {
			final var modulation = new Modulation("m", engine, true, true, 2, 3);
			final Tape tape = new Tape(engine, false);
			final Tensor x = tensor(2, 3, 4, 5);
			final Node y = modulation.forward(tape, tape.constant(x), tape.constant(
				tensor(2, 2)));
			assertArrayEquals(read(engine, x), read(engine, y.value()));
			assertEquals(4, y.value().shape().length);
		}
	}
}
