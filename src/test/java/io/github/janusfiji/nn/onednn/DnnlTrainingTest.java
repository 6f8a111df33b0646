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
package io.github.janusfiji.nn.onednn;

import static io.github.janusfiji.nn.onednn.EngineComparison.close;
import static io.github.janusfiji.nn.onednn.EngineComparison.tensor;
import static io.github.janusfiji.nn.onednn.EngineComparison.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Layers;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training steps on oneDNN: their numbers, their bits and their memory. */
class DnnlTrainingTest {

	@BeforeAll
	static void needsItsBuild() {
		Assumptions.assumeTrue(Dnnl.isAvailable(),
			"no build of oneDNN for this system");
	}

	/** A small encoder with two decoders, and three joint steps of training. */
	private List<float[]> train(final Engine engine, final int steps,
		final double rate)
	{
		final var seed = new SplittableRandom(9);
		final Layer encoder = new Layers("e", engine, true, Initialiser.HE_ICNR,
			seed)
			.conv2d("a", 3, 16, 5, 2, .1).conv2d("b", 16, 24, 3, 2, .1).reshape(24 *
				16).dense("c", 24 * 16, 20).dense("d", 20, 16 * 16).reshape(16, 4, 4)
			.build();
		final List<Layer> decoders = new ArrayList<>();
		for (int i = 0; i < 2; i++)
			decoders.add(new Layers("d" + i, engine, true, Initialiser.HE_ICNR, seed)
				.upscale("u", 16, 16, 3, .1).upscale("o", 16, 3, 3, 1).sigmoid()
				.build());
		final var parameters = new ArrayList<>(encoder.parameters());
		decoders.forEach(d -> parameters.addAll(d.parameters()));
		final var data = new SplittableRandom(4);
		final float[] faces = new float[6 * 3 * 16 * 16];
		for (int i = 0; i < faces.length; i++)
			faces[i] = (float) data.nextDouble();
		final Tensor x = tensor(engine, faces, 6, 3, 16, 16);
		final var results = new ArrayList<float[]>();
		final Adam adam = new Adam(rate, .5, .999, 1e-8);
		for (int step = 0; step < steps; step++)
			try (var scope = engine.memory().scope("step")) {
				final Tape tape = new Tape(engine, true);
				final var codes = tape.halves(encoder.forward(tape, tape.constant(x)));
				tape.losses().meanSquaredError(decoders.get(0).forward(tape,
					codes.first()), engine
					.memory().rows(x, 0, 3));
				tape.losses().meanSquaredError(decoders.get(1).forward(tape,
					codes.second()),
					engine.memory().rows(x, 3, 6));
				tape.backward();
				results.clear();
				parameters.forEach(p -> results.add(values(engine, p.gradient())));
				final int done = step;
				parameters.forEach(p -> p.descend(adam, done));
			}
		parameters.forEach(p -> results.add(values(engine, p.value())));
		return results;
	}

	@Test
	void aWholeStepAgreesWithDoublePrecision() {
		final var expected = train(Engine.reference(), 1, 1e-5);
		for (final Engine engine : new Engine[] { EngineComparison.tried(),
			EngineComparison.distrusted() })
		{
			final var actual = train(engine, 1, 1e-5);
			for (int i = 0; i < expected.size(); i++)
				close(expected.get(i), actual.get(i), "tensor " + i);
		}
	}

	@Test
	void trainingTwiceGivesTheSameBits() {
		final var first = train(EngineComparison.tried(), 20, 1e-3);
		final var second = train(EngineComparison.tried(), 20, 1e-3);
		for (int i = 0; i < first.size(); i++)
			assertArrayEquals(first.get(i), second.get(i));
	}

	/** In a process of its own, whose heap is all touched before it begins. */
	@Test
	void memoryStaysFlat() throws IOException, InterruptedException {
		Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
		final Path output = Files.createTempFile("janus-memory", ".txt");
		try {
			final var java = new ProcessBuilder(System.getProperty("java.home") +
				"/bin/java", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch", "-Xms96m",
				"-Xmx96m", "-Dorg.bytedeco.javacpp.maxphysicalbytes=8g", "-cp", System
					.getProperty("java.class.path"), StepMemory.class.getName(), "100",
				"4").redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(output
					.toFile());
			assertEquals(0, java.start().waitFor());
			final double[] megabytes = Files.readAllLines(output).stream().filter(
				line -> line.matches("[0-9]+\t.*")).mapToDouble(line -> Double
					.parseDouble(line.split("\t")[1])).toArray();
			assertEquals(4, megabytes.length);
			// One step of this network takes 1.3 MB: lost each time, 390 MB.
			assertTrue(megabytes[3] < megabytes[0] + 40, Arrays.toString(megabytes));
		}
		finally {
			Files.delete(output);
		}
	}
}
