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

import static io.github.janusfiji.nn.onednn.EngineComparison.same;
import static io.github.janusfiji.nn.onednn.EngineComparison.tensor;
import static io.github.janusfiji.nn.onednn.EngineComparison.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** oneDNN called directly against ND4J in double precision. */
class DnnlEngineTest {

	private final SplittableRandom random = new SplittableRandom(3);

	@BeforeAll
	static void needsItsBuild() {
		Assumptions.assumeTrue(Dnnl.isAvailable(),
			"no build of oneDNN for this system");
	}

	private float[] noise(final long... shape) {
		return EngineComparison.noise(random, shape);
	}

	@Test
	void aProcessorGetsThem() {
		assertInstanceOf(DnnlEngine.class, Engine.preferred());
	}

	@ParameterizedTest
	@CsvSource({ "2,3,16,16,24,5,2", "2,24,17,16,40,3,2", "1,16,8,8,3,5,1",
		"3,32,9,9,64,3,1", "2,5,7,9,6,3,1", "1,8,8,8,8,4,2", "1,64,6,6,12,3,1",
		"1,1,5,5,1,3,1", "2,16,4,4,16,1,1", "4,13,33,31,11,5,2",
		"2,700,5,5,16,3,1", "2,5,7,9,6,1,2", "1,256,16,15,24,5,2", "3,400,7,7,8,4,2" })
	void convolutionAndItsGradients(final long n, final long in,
		final long height, final long width, final long out, final long k,
		final int stride)
	{
		EngineComparison.convolution(random, n, in, height, width, out, k, stride);
	}

	@Test
	void aGradientThatNobodyWantsIsNotThere() {
		try (Engine engine = EngineComparison.tried(); var scope = engine.memory().scope(
			"one")) {
			final Tensor x = tensor(engine, noise(1, 8, 6, 6), 1, 8, 6, 6);
			final Tensor w = tensor(engine, noise(8, 8, 3, 3), 8, 8, 3, 3);
			final Tensor b = engine.memory().persistent(8), db =
				engine.memory().persistent(8);
			final Tensor g = tensor(engine, noise(1, 8, 6, 6), 1, 8, 6, 6);
			assertEquals(null, engine.layers().conv2dGradient(x, w, b, 1, g,
				new LayerFunctions.Wanted(false, null, db)));
			assertTrue(values(engine, db)[0] != 0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2,32,5,3", "1,12,4,4", "2,256,2,2", "3,4,1,7" })
	void shufflesOfBlockedAndPlainPictures(final long n, final long channels,
		final long h, final long w)
	{
		final float[] x = noise(n, 3, h, w), kernel = noise(channels, 3, 3, 3);
		final float[] bias = noise(channels);
		same(engine -> {
			final Tensor deep = engine.layers().conv2d(tensor(engine, x, n, 3, h, w),
				tensor(engine,
				kernel, channels, 3, 3, 3), tensor(engine, bias, channels), 1, 1);
			final Tensor wide = engine.layers().depthToSpace(deep, 2);
			return List.of(wide, engine.layers().spaceToDepth(engine.layers().sigmoid(
				wide), 2), engine
				.layers().depthToSpace(engine.memory().reshape(deep, n, channels, h,
					w), 2));
		});
	}

	@Test
	void denseAndItsGradients() {
		final float[] x = noise(5, 37), w = noise(37, 19), b = noise(19);
		final float[] g = noise(5, 19);
		same(engine -> {
			final Tensor matrix = tensor(engine, w, 37, 19);
			final Tensor dw = engine.memory().persistent(37, 19), db =
				engine.memory().persistent(19);
			final Tensor in = tensor(engine, x, 5, 37);
			return List.of(engine.layers().dense(in, matrix, tensor(engine, b, 19)),
				engine
				.layers().denseGradient(in, matrix, tensor(engine, g, 5, 19),
					new LayerFunctions.Wanted(true, dw, db)), dw, db);
		});
	}

	@Test
	void halvesSumsAndCopiesOfBlockedPictures() {
		final float[] x = noise(4, 3, 6, 6), w = noise(16, 3, 3, 3);
		final float[] g = noise(2, 16, 6, 6);
		same(engine -> {
			final Tensor y = engine.layers().conv2d(tensor(engine, x, 4, 3, 6, 6),
				tensor(engine, w, 16,
				3, 3, 3), engine.memory().persistent(16), 1, 0.2);
			final Tensor first = engine.memory().rows(y, 0, 2), second =
				engine.memory().rows(y, 2, 4);
			final Tensor mixed = engine.algebra().sum(second, tensor(engine, g, 2,
				16, 6, 6));
			final Tensor plain = engine.algebra().copy(tensor(engine, g, 2, 16, 6,
				6));
			engine.algebra().add(plain, first);
			final Tensor both = engine.algebra().stack(first, mixed);
			return List.of(both, plain, engine.algebra().stack(plain, first),
				engine.algebra().multiply(both,
				y), engine.algebra().channels(both, 3, 9), engine.layers().maxPool(
					both), bent(engine,
					both, y));
		});
	}

	@ParameterizedTest
	@CsvSource({ "3,5,7,11,false,false", "2,64,8,70,true,false",
		"2,33,4,9,false,true", "1,6,20,3,true,true", "4,1,16,1,true,false" })
	void productsOfMatrices(final long n, final long m, final long k,
		final long l, final boolean transposeA, final boolean transposeB)
	{
		final float[] a = noise(n, m, k), b = noise(n, k, l);
		same(engine -> List.of(engine.algebra().matmul(tensor(engine, a, n,
			transposeA ? k : m,
			transposeA ? m : k), tensor(engine, b, n, transposeB ? l : k,
				transposeB ? k
				: l), transposeA, transposeB)));
	}

	@Test
	void softmaxAndItsGradient() {
		final float[] x = noise(3, 5, 37), g = noise(3, 5, 37);
		same(engine -> {
			final Tensor shares = engine.layers().softmax(engine.algebra().scale(
				tensor(engine, x, 3, 5, 37), 20));
			return List.of(shares, engine.layers().softmaxGradient(shares,
				tensor(engine, g, 3, 5,
				37)));
		});
	}

	/** Five channels do not fill a block. */
	@Test
	void gainsProductsAndNormsOfBlockedPictures() {
		final float[] x = noise(2, 6, 9, 9), w = noise(5, 6, 3, 3);
		final float[] other = noise(2, 5, 9, 9), gain = { -0.75f };
		same(engine -> {
			final Tensor y = engine.layers().conv2d(tensor(engine, x, 2, 6, 9, 9),
				tensor(engine, w, 5,
				6, 3, 3), engine.memory().persistent(5), 1, 1);
			final Tensor plain = tensor(engine, other, 2, 5, 9, 9);
			final Tensor dot = engine.memory().persistent(1), norm =
				engine.memory().persistent(1);
			engine.algebra().dot(y, plain, dot);
			engine.memory().write(norm, FloatBuffer.wrap(new float[] { (
				float) engine.algebra().norm(y) }));
			return List.of(dot, norm, engine.algebra().multiply(y, plain),
				engine.algebra().multiply(plain, y),
				engine.algebra().scale(y, tensor(engine, gain, 1)),
					engine.algebra().scale(y, 3));
		});
	}

	/** A plain ReLU of x carries the gradient y back. */
	private static Tensor bent(final Engine engine, final Tensor x,
		final Tensor y)
	{
		final Tensor result = engine.algebra().copy(x);
		engine.layers().leakyRelu(result, 0);
		return engine.layers().leakyReluGradient(result, engine.algebra().copy(y),
			0);
	}

	@Test
	void aParameterIsReadAsItWasWrittenInEveryLayout() {
		final float[] w = noise(12, 24, 3, 3), again = noise(12, 24, 3, 3);
		try (Engine engine = EngineComparison.tried(); var scope = engine.memory().scope(
			"rw")) {
			final Tensor kernel = tensor(engine, w, 12, 24, 3, 3);
			assertArrayEquals(w, values(engine, kernel));
			engine.layers().conv2d(tensor(engine, noise(1, 24, 5, 5), 1, 24, 5, 5),
				kernel, engine
				.memory().persistent(12), 1, 1);
			assertArrayEquals(w, values(engine, kernel));
			engine.memory().write(kernel, FloatBuffer.wrap(again));
			assertArrayEquals(again, values(engine, kernel));
			assertTrue(engine.memory().isFinite(kernel));
			again[7] = Float.NaN;
			engine.memory().write(kernel, FloatBuffer.wrap(again));
			assertTrue(!engine.memory().isFinite(kernel));
		}
	}

	@Test
	void kernelsThatDoNotFitAreRefused() {
		try (Engine engine = EngineComparison.tried(); var scope = engine.memory().scope(
			"bad")) {
			final Tensor x = tensor(engine, noise(1, 8, 6, 6), 1, 8, 6, 6);
			final Tensor w = tensor(engine, noise(8, 4, 3, 3), 8, 4, 3, 3);
			final var e = assertThrows(IllegalArgumentException.class, () ->
				engine.layers().conv2d(
				x, w, engine.memory().persistent(8), 1, 1));
			assertTrue(e.getMessage().contains("[8, 4, 3, 3]"), e.getMessage());
		}
	}

	@Test
	void anErrorOfTheLibraryIsASentence() {
		final var e = Dnnl.failed(new RuntimeException("out_of_memory"));
		assertTrue(e.getMessage().startsWith("oneDNN, which computes") && e
			.getMessage().contains("out_of_memory"));
	}
}
