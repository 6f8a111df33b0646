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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceGanTest {

	private static final double SHARE = 0.375;

	/** Small, so that the mask's variation hardly ever bends within it. */
	private static final float STEP = 1 / 131072f;

	private static long count(final List<Parameter> parameters) {
		return parameters.stream().mapToLong(p -> p.value().length()).sum();
	}

	@Test
	void theNetworkIsFaceswapGansButForNormsAndWithAllBiases() {
		try (var engine = Engine.preferred()) {
			final var network = FaceGan.empty(GanArchitecture.GAN, engine, false);
			final var all = network.generatorParameters();
			// Without its eight numbers of normalisation; 1,984 biases of the stem
			// and the convolutions.
			assertEquals(59_130_506 - 8 + 1_984, count(all.stream().filter(p -> p
				.name().startsWith("encoder.")).toList()));
			// Without six; 128 biases of the residual block.
			assertEquals(6_300_924 - 6 + 128, count(all.stream().filter(p -> p.name()
				.startsWith("decoder_a.")).toList()));
			assertEquals(2 * (747_845 - 4 + 449), count(network
				.discriminatorParameters()));
		}
	}

	private static ImageBatch noise(final int count, final long seed) {
		final var random = new SplittableRandom(seed);
		final var batch = ImageBatch.allocate(count, 3, 16, 16);
		for (int i = 0; i < count * 768; i++)
			batch.slot(i / 768).put(i % 768, random.nextInt(256) / 255f);
		return batch;
	}

	/** Outside what can be painted, also its edges: no zero to bend at. */
	private static ImageBatch beyond(final int count) {
		final var batch = ImageBatch.allocate(count, 3, 16, 16);
		for (int i = 0; i < count * 768; i++)
			batch.slot(i / 768).put(i % 768, (i % 16 + i / 16) % 2 == 0 ? 2 : -1);
		return batch;
	}

	@ParameterizedTest
	@EnumSource(Adversarial.class)
	void gradientsOfBothAdversariesAreRight(final Adversarial adversarial) {
		try (var engine = Engine.reference()) {
			final var network = FaceGan.fresh(TinyGan.SMOOTH, engine, 2);
			network.use(new GanObjectives(adversarial, adversarial ==
				Adversarial.MIXUP ? TinyGan.smooth(engine) : null));
			// Gains begin at zero, where what they scale has no gradient.
			for (final Parameter p : network.parameters())
				if (p.name().endsWith(".gain")) engine.memory().write(p.value(),
					FloatBuffer
					.wrap(new float[] { 0.5f }));
			final ImageBatch input = noise(2, 3), target = beyond(2);
			try (var scope = engine.memory().scope("analytic")) {
				network.losses(new Tape(engine, true), new Tape(engine, true),
					engine.memory().of(input), engine.memory().of(target), SHARE);
			}
			final ToDoubleFunction<Boolean> loss = generator -> {
				try (var scope = engine.memory().scope("numeric")) {
					final var both = network.losses(new Tape(engine, false), new Tape(
						engine, false), engine.memory().of(input),
							engine.memory().of(target),
						SHARE);
					return generator ? both.generator() : both.discriminator();
				}
			};
			for (final Parameter p : network.generatorParameters())
				compare(engine, p, () -> loss.applyAsDouble(true));
			for (final Parameter p : network.discriminatorParameters())
				compare(engine, p, () -> loss.applyAsDouble(false));
		}
	}

	private interface Loss {

		double get();
	}

	private static void compare(final Engine engine,
		final Parameter parameter, final Loss loss)
	{
		final float[] value = TinyGan.values(engine, parameter.value());
		final float[] gradient = TinyGan.values(engine, parameter.gradient());
		for (int i = 0; i < value.length; i += 1 + value.length / 2) {
			final double[] at = new double[2], is = new double[2];
			for (int side = 0; side < 2; side++) {
				final float[] moved = value.clone();
				moved[i] += (2 * side - 1) * STEP;
				at[side] = moved[i];
				engine.memory().write(parameter.value(), FloatBuffer.wrap(moved));
				is[side] = loss.get();
			}
			engine.memory().write(parameter.value(), FloatBuffer.wrap(value));
			final double numeric = (is[1] - is[0]) / (at[1] - at[0]);
			assertEquals(numeric, gradient[i], 1e-3 * Math.abs(numeric) + 2e-6,
				parameter.name() + " element " + i);
		}
	}

	@Test
	void gradientsOfThePerceptualLossAreRight() {
		try (var engine = Engine.reference()) {
			final var loss = TinyGan.smooth(engine);
			final var face = new Parameter("face", engine, true, 2, 3, 8, 8);
			final var random = new SplittableRandom(6);
			final float[] pixels = new float[384];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = random.nextInt(1024) / 1024f;
			engine.memory().write(face.value(), FloatBuffer.wrap(pixels));
			final Tensor real = engine.memory().persistent(2, 3, 8, 8);
			engine.memory().write(real, FloatBuffer.wrap(pixels).slice(0, 384));
			engine.algebra().scaleInPlace(real, 0.5);
			final Node node;
			final float[] gradient;
			try (var scope = engine.memory().scope("analytic")) {
				final Tape tape = new Tape(engine, true);
				node = tape.variable(face.value());
				assertTrue(loss.add(tape, engine, node, real) > 0);
				tape.backward();
				gradient = TinyGan.values(engine, node.gradient());
			}
			assertTrue(loss.parameters().stream().noneMatch(
				Parameter::hasGradient));
			for (int i = 0; i < pixels.length; i += 7) {
				final double[] is = new double[2];
				for (int side = 0; side < 2; side++) {
					final float[] moved = pixels.clone();
					moved[i] += (2 * side - 1) * STEP;
					engine.memory().write(face.value(), FloatBuffer.wrap(moved));
					try (var scope = engine.memory().scope("numeric")) {
						final Tape tape = new Tape(engine, false);
						is[side] = loss.add(tape, engine, tape.constant(face.value()),
							real);
					}
				}
				final double numeric = (is[1] - is[0]) / (2 * STEP);
				assertEquals(numeric, gradient[i], 1e-3 * Math.abs(numeric) + 1e-6);
			}
		}
	}

	@Test
	void theDiscriminatorsStandStillWhileTheGeneratorLearnsThroughThem() {
		try (var engine = Engine.preferred()) {
			final var network = FaceGan.fresh(TinyGan.NETWORK, engine, 2);
			final var pair = new BatchFeeder.Pair(noise(4, 3), noise(4, 4));
			try (var scope = engine.memory().scope("gradients")) {
				network.losses(new Tape(engine, true), new Tape(engine, false),
					engine.memory().of(pair.input().pictures()),
						engine.memory().of(pair.target()), SHARE);
			}
			assertTrue(network.generatorParameters().stream().allMatch(
				Parameter::hasGradient));
			for (final Parameter p : network.discriminatorParameters()) {
				assertFalse(p.hasGradient(), p.name());
				assertFalse(p.isFrozen(), p.name());
			}
			network.parameters().forEach(Parameter::clearGradient);
			final var before = network.parameters().stream().map(p -> TinyGan.values(
				engine, p.value())).toList();
			final var losses = network.step(pair, new FaceNetwork.Step(
				new Adam(1e-3, .5, .999, 1e-8), 0, 0, 0));
			assertTrue(losses.isFinite() && losses.discriminator() > 0 && losses
				.generator() > 0, losses.toString());
			int i = 0;
			for (final Parameter p : network.parameters()) {
				assertFalse(p.hasGradient());
				final float[] after = TinyGan.values(engine, p.value());
				final boolean moved = !Arrays.equals(before.get(i++), after);
				// Behind a gain of zero nothing has a gradient yet.
				assertEquals(!p.name().matches(".*(query|key|value)\\.(weight|bias)"),
					moved, p.name());
			}
		}
	}

	@Test
	void theMaskIsAShareAndTheFaceAPicture() {
		try (var engine = Engine.preferred()) {
			final var network = FaceGan.fresh(TinyGan.NETWORK, engine, 2);
			final var faces = noise(2, 9);
			final var face = ImageBatch.allocate(2, 3, 16, 16);
			final var mask = ImageBatch.allocate(2, 1, 16, 16);
			network.decode(faces, Side.A, face);
			assertTrue(network.mask(faces, Side.A, mask));
			for (final ImageBatch painted : List.of(face, mask)) {
				assertTrue(painted.tensor().minNumber().floatValue() > 0);
				assertTrue(painted.tensor().maxNumber().floatValue() < 1);
			}
			final var autoencoder = FaceAutoencoder.fresh(TinyFaces.NETWORK,
				engine, 1);
			assertFalse(autoencoder.mask(faces, Side.A, mask));
		}
	}

	@Test
	void mixingSharesFollowBeta() {
		double sum = 0, square = 0;
		final int n = 4000;
		for (int i = 0; i < n; i++) {
			final double share = Adversarial.share(i);
			assertTrue(share >= 0 && share <= 1);
			sum += share;
			square += share * share;
		}
		assertEquals(0.5, sum / n, 0.03);
		// Variance of Beta(a, a): 1 / (4 (2a + 1)).
		assertEquals(1 / 5.6, square / n - Math.pow(sum / n, 2), 0.01);
		assertArrayEquals(new double[] { Adversarial.share(7) }, new double[] {
			Adversarial.share(7) });
	}
}
