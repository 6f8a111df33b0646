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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

	private static Architecture named(final String preset)
		throws InputException
	{
		return (Architecture) Preset.named(preset).blueprint();
	}

	private static long count(final List<Parameter> parameters) {
		return parameters.stream().mapToLong(p -> p.value().length()).sum();
	}

	@Test
	void originalIsTheNetworkOf2017() throws InputException {
		try (var engine = Engine.preferred()) {
			final var network = FaceAutoencoder.empty(named("original"),
				engine, false);
			assertEquals(69_662_976, count(network.encoderParameters()));
			assertEquals(82_062_470, count(network.parameters()));
			final var shapes = network.parameters().stream().collect(Collectors.toMap(
				Parameter::name, p -> p.value().shape()));
			assertEquals(2 * (7 + 4 + 4), shapes.size());
			assertArrayEquals(new long[] { 128, 3, 5, 5 }, shapes.get(
				"encoder.conv1.weight"));
			assertArrayEquals(new long[] { 1024, 512, 5, 5 }, shapes.get(
				"encoder.conv4.weight"));
			assertArrayEquals(new long[] { 16384, 1024 }, shapes.get(
				"encoder.code.weight"));
			assertArrayEquals(new long[] { 1024, 16384 }, shapes.get(
				"encoder.seed.weight"));
			assertArrayEquals(new long[] { 2048, 1024, 3, 3 }, shapes.get(
				"encoder.up1.weight"));
			assertArrayEquals(new long[] { 256, 128, 3, 3 }, shapes.get(
				"decoder_b.up3.weight"));
			assertArrayEquals(new long[] { 3, 64, 5, 5 }, shapes.get(
				"decoder_a.output.weight"));
			for (final String side : List.of("decoder_a", "decoder_b"))
				assertEquals(6_199_747, count(network.parameters().stream().filter(
					p -> p.name().startsWith(side)).toList()));
		}
	}

	@Test
	void h128IsTheNetworkOfFaceswap() throws InputException {
		try (var engine = Engine.preferred()) {
			assertEquals(107_716_102, count(FaceAutoencoder.empty(named("h128"), engine, false).parameters()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "light64", "style", "light128", "original", "h128",
		"gan", "gan128", "fast" })
	void paintsPicturesOfTheSizeItReads(final String preset)
		throws InputException
	{
		try (var engine = Engine.preferred()) {
			final Blueprint blueprint = Preset.named(preset).blueprint();
			final int size = blueprint.size();
			assertEquals(preset.endsWith("128") || preset.matches("light|style") ? 128 : 64,
				size);
			final FaceNetwork network = FaceNetworks.empty(blueprint, engine, false);
			final var out = ImageBatch.allocate(1, 3, size, size);
			network.decode(NetworkInput.allocate(blueprint, 1), Side.B, out);
			// A network of zeros says sigmoid(0) everywhere.
			assertEquals(0.5f, out.tensor().minNumber().floatValue());
			assertEquals(0.5f, out.tensor().maxNumber().floatValue());
		}
	}

	@Test
	void lightBeginsWithoutCheckerboardAndWithTwinDecoders() {
		try (var engine = Engine.preferred()) {
			final var network = FaceAutoencoder.fresh(Architecture.LIGHT, engine,
				7);
			final var in = ImageBatch.allocate(1, 3, 64, 64);
			in.slot(0).put(0, 1).put(2000, 0.5f);
			final var a = ImageBatch.allocate(1, 3, 64, 64);
			final var b = ImageBatch.allocate(1, 3, 64, 64);
			network.decode(in, Side.A, a);
			network.decode(in, Side.B, b);
			assertTrue(a.tensor().maxNumber().floatValue() > a.tensor().minNumber()
				.floatValue());
			for (int i = 0; i < 3 * 64 * 64; i++) {
				assertEquals(a.slot(0).get(i), b.slot(0).get(i));
				// Every block of 2×2 begins alike, down to the rounding of sums.
				final int block = i - i % 2 - (i / 64 % 2) * 64;
				assertEquals(a.slot(0).get(block), a.slot(0).get(i), 1e-6f);
			}
		}
	}

	@Test
	void theSeedDecidesTheWeights() {
		try (var engine = Engine.preferred()) {
			final float[][] weights = new float[3][];
			for (int i = 0; i < 3; i++) {
				final Tensor first = FaceAutoencoder.fresh(TinyFaces.NETWORK, engine,
					i / 2).parameters().get(0).value();
				final var values = FloatBuffer.allocate((int) first.length());
				engine.memory().read(first, values);
				weights[i] = values.array();
			}
			assertArrayEquals(weights[0], weights[1]);
			assertTrue(weights[0][0] != weights[2][0]);
		}
	}

	@Test
	void gradientsOfAWholeStepAreRight() {
		final var smooth = new Architecture("smooth", 16, 0.75, TinyFaces.NETWORK
			.encoder(), 6, 8, 4, List.of(8), List.of(8), 3, false, 1,
			TinyFaces.NETWORK.initialiser(), false, 0, 1);
		try (var engine = Engine.reference()) {
			final var network = FaceAutoencoder.fresh(smooth, engine, 2);
			final var random = new SplittableRandom(4);
			final var input = ImageBatch.allocate(4, 3, 16, 16);
			final var target = ImageBatch.allocate(4, 3, 16, 16);
			for (int i = 0; i < 4 * 768; i++) {
				input.slot(i / 768).put(i % 768, random.nextInt(256) / 255f);
				// Outside the sigmoid's range: no zero of the error to bend at.
				target.slot(i / 768).put(i % 768, i % 2 == 0 ? 2 : -1);
			}
			try (var scope = engine.memory().scope("analytic")) {
				final Tape tape = new Tape(engine, true);
				network.losses(tape, engine.memory().of(input),
					engine.memory().of(target), null);
				tape.backward();
			}
			for (final Parameter parameter : network.parameters())
				compare(network, parameter, input, target);
		}
	}

	private static void compare(final FaceAutoencoder network,
		final Parameter parameter, final ImageBatch input, final ImageBatch target)
	{
		final var engine = network.engine();
		final var values = FloatBuffer.allocate((int) parameter.value().length());
		engine.memory().read(parameter.value(), values);
		final var gradients = FloatBuffer.allocate(values.capacity());
		engine.memory().read(parameter.gradient(), gradients);
		final float[] value = values.array();
		final float step = 1 / 512f;
		for (int i = 0; i < value.length; i += 1 + value.length / 4) {
			final double[] loss = new double[2];
			final float[] at = new float[2];
			for (int side = 0; side < 2; side++) {
				final float[] moved = value.clone();
				moved[i] += side == 0 ? -step : step;
				at[side] = moved[i];
				engine.memory().write(parameter.value(), FloatBuffer.wrap(moved));
				try (var scope = engine.memory().scope("numeric")) {
					final var losses = network.losses(new Tape(engine, false),
						engine.memory().of(input), engine.memory().of(target), null);
					loss[side] = losses.a() + losses.b();
				}
			}
			engine.memory().write(parameter.value(), FloatBuffer.wrap(value));
			final double numeric = (loss[1] - loss[0]) / (at[1] - at[0]);
			assertEquals(numeric, gradients.get(i), 1e-4 * Math.abs(numeric) + 1e-7,
				parameter.name() + " element " + i);
		}
	}

	@Test
	void anUnknownPresetIsNamed() {
		assertTrue(assertThrows(InputException.class, () -> named(
			"huge")).getMessage().contains("choose light, light64, style, light128, original"));
	}
}
