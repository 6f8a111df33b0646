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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import io.github.janusfiji.tensor.Safetensors;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The network and the losses of the preset fast, and those of Gatys et al. 2016,
 * give the numbers that PyTorch gave of the same ones ({@code peer_fast.py}).
 */
class FastPeerTest {

	private static final double CLOSE = 1e-4;

	private static Map<String, Safetensors.Loaded> told;
	private static Engine engine;

	@BeforeAll
	static void read() throws IOException {
		engine = Engine.reference();
		try (var in = new BufferedInputStream(FastPeerTest.class
			.getResourceAsStream("fast-peer.safetensors")))
		{
			told = Safetensors.read(in).tensors();
		}
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static float[] values(final String name) {
		return told.get(name).values();
	}

	private static Tensor tensor(final String name) {
		final Tensor tensor = engine.memory().persistent(told.get(name).shape());
		engine.memory().write(tensor, FloatBuffer.wrap(values(name)));
		return tensor;
	}

	private static void assertClose(final String name, final float[] is) {
		final float[] should = values(name);
		assertEquals(should.length, is.length, name);
		for (int i = 0; i < is.length; i++)
			assertEquals(should[i], is[i], CLOSE * Math.max(1, Math.abs(should[i])),
				name + " " + i);
	}

	private static void assertClose(final String name, final int index,
		final double is)
	{
		final double should = values(name)[index];
		assertEquals(should, is, CLOSE * Math.max(1, Math.abs(should)), name);
	}

	@Test
	void theStyleOfTheNearestPatches() {
		final var style = new PatchStyle(5, 4, 1);
		final float[] gradient = new float[5 * 16];
		assertClose("patch.loss", 0, style.of(values("patch.values"), IntStream
			.range(0, 3).mapToObj(i -> style.units(values("patch.style" + i))).toList(),
			2, gradient));
		assertClose("patch.gradient", gradient);
	}

	private interface Loss {

		double add(Tape tape, Node x);
	}

	/** @return the gradient */
	private static float[] of(final String given, final String loss,
		final Loss objective)
	{
		try (var scope = engine.memory().scope(given)) {
			final Tape tape = new Tape(engine, true);
			final Node x = tape.variable(tensor(given));
			assertClose(loss, 0, objective.add(tape, x));
			tape.backward();
			return TinyGan.values(engine, x.gradient());
		}
	}

	@Test
	void theContent() {
		assertClose("content.gradient", of("content.is", "content.loss", (tape,
			x) -> FastObjective.content(tape, engine, List.of(x), List.of(tape
				.constant(tensor("content.goal"))))));
	}

	@Test
	void theTotalVariation() {
		assertClose("variation.gradient", of("variation.picture", "variation.loss", (
			tape, x) -> FastObjective.variation(tape, engine, x)));
	}

	@Test
	void contentAndStyleOfGatys() {
		final var weight = new Parameter("w", engine, false, told.get("gatys.weight")
			.shape());
		final var bias = new Parameter("b", engine, false, 4);
		engine.memory().write(weight.value(), FloatBuffer.wrap(values(
			"gatys.weight")));
		engine.memory().write(bias.value(), FloatBuffer.wrap(values("gatys.bias")));
		assertClose("gatys.gradient", of("gatys.picture", "gatys.losses", (tape,
			x) -> {
			final Tape still = new Tape(engine, false);
			final Node is = tape.conv2d(x, weight, bias, 1, 0);
			final Node like = still.conv2d(still.constant(tensor("gatys.style")),
				weight, bias, 1, 0);
			assertClose("gatys.losses", 1, GatysTransfer.style(tape, is, GatysTransfer
				.gram(still, like).value(), 1000) / 1000);
			return GatysTransfer.content(tape, is, still.conv2d(still.constant(tensor(
				"gatys.content")), weight, bias, 1, 0).value(), 1);
		}));
	}

	@Test
	void theNetwork() {
		final var network = FastNetwork.empty(new FastArchitecture("tinyfast", 16,
			0.75, List.of(new FastArchitecture.Scale(3, 4, 2),
				new FastArchitecture.Scale(2, 3, 1)), 0.1, 1e-3), engine, true);
		for (final Parameter p : network.parameters())
			engine.memory().write(p.value(), FloatBuffer.wrap(values("network." + p
				.name())));
		final var input = ImageBatch.allocate(2, 3, 16, 16);
		for (int i = 0; i < 2; i++)
			input.slot(i).put(0, values("network.input"), i * 768, 768);
		try (var scope = engine.memory().scope("network")) {
			final Tape tape = new Tape(engine, true);
			final Node painted = network.paint(tape, input);
			assertClose("network.painted", TinyGan.values(engine, painted.value()));
			tape.losses().meanSquaredError(painted, engine.algebra().filled(0.25,
				painted.value().shape()), 100);
			tape.backward();
		}
		for (final String name : List.of("branch4a", "join8a", "output"))
			assertClose("network.gradient." + name, network.parameters().stream()
				.filter(p -> p.name().equals("decoder_a." + name + ".weight")).map(
					p -> TinyGan.values(engine, p.gradient())).findFirst().orElseThrow());
	}
}
