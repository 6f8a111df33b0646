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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.Tensor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The engine on oneDNN against the reference, ND4J in double precision. */
final class EngineComparison {

	/** Largest relative error, as a Euclidean norm. */
	static final double TOLERANCE = 1e-5;

	/** Trusts oneDNN with nothing. */
	static final EngineJudge NOTHING = (key, words, check) -> false;

	private EngineComparison() {}

	/** @return a new engine of those that are tried: of a card if one computes */
	static Engine tried() {
		final Engine preferred = Engine.preferred();
		return preferred.getClass().getPackageName().endsWith("cuda") ? preferred
			: new DnnlEngine();
	}

	/** @return a second one: oneDNN trusted with nothing, or another of the card */
	static Engine distrusted() {
		return tried() instanceof DnnlEngine ? new DnnlEngine(NOTHING) : tried();
	}

	/**
	 * Runs the same with the reference, with oneDNN, and with oneDNN where nothing
	 * of it is trusted; or with the reference and a card.
	 *
	 * @param work returns what to compare
	 */
	static void same(final Function<Engine, List<Tensor>> work) {
		final List<List<float[]>> results = new ArrayList<>();
		for (final Engine engine : new Engine[] { Engine
			.reference(), tried(), distrusted() })
			try (engine; var scope = engine.memory().scope("same")) {
				results.add(work.apply(engine).stream().map(t -> values(engine,
					t)).toList());
			}
		for (int i = 0; i < results.get(0).size(); i++) {
			close(results.get(0).get(i), results.get(1).get(i), "result " + i);
			close(results.get(0).get(i), results.get(2).get(i), "result " + i +
				" without oneDNN");
		}
	}

	/** Fails if two results differ by more than the tolerance, or are zero. */
	static void close(final float[] expected, final float[] actual,
		final String what)
	{
		assertEquals(expected.length, actual.length, what);
		double error = 0, size = 0;
		for (int i = 0; i < expected.length; i++) {
			error += Math.pow(expected[i] - actual[i], 2);
			size += Math.pow(expected[i], 2);
		}
		assertTrue(size > 0, what + " is all zeros");
		assertTrue(Math.sqrt(error / size) < TOLERANCE, what +
			": relative error " + Math.sqrt(error / size));
	}

	/** @return a tensor's numbers in the plain order */
	static float[] values(final Engine engine, final Tensor tensor) {
		final var values = FloatBuffer.allocate((int) tensor.length());
		engine.memory().read(tensor, values);
		return values.array();
	}

	/** @return as many numbers from −1 to 1 as the extents multiply to */
	static float[] noise(final SplittableRandom random, final long... shape) {
		final float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a,
			b) -> a * b)];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (2 * random.nextDouble() - 1);
		return values;
	}

	/** @return a persistent tensor of these numbers */
	static Tensor tensor(final Engine engine, final float[] values,
		final long... shape)
	{
		final Tensor tensor = engine.memory().persistent(shape);
		engine.memory().write(tensor, FloatBuffer.wrap(values));
		return tensor;
	}

	/**
	 * Compares a convolution followed by a leaky ReLU, the same without, all
	 * gradients, and the kernel read back.
	 *
	 * @param random of the data
	 * @param n pictures
	 * @param in channels
	 * @param height px
	 * @param width px
	 * @param out channels
	 * @param k width and height of the kernel, px
	 * @param stride px
	 */
	static void convolution(final SplittableRandom random, final long n,
		final long in, final long height, final long width, final long out,
		final long k, final int stride)
	{
		final float[] x = noise(random, n, in, height, width), w = noise(random,
			out, in, k, k), b = noise(random, out);
		final long h = (height + stride - 1) / stride;
		final long v = (width + stride - 1) / stride;
		final float[] g = noise(random, n, out, h, v);
		same(engine -> {
			final Tensor picture = tensor(engine, x, n, in, height, width);
			final Tensor kernel = tensor(engine, w, out, in, k, k);
			final Tensor bias = tensor(engine, b, out);
			final Tensor dw = engine.memory().persistent(out, in, k, k), db =
				engine.memory().persistent(out);
			final Tensor y = engine.layers().conv2d(picture, kernel, bias, stride,
				0.1);
			final Tensor linear = engine.layers().conv2d(picture, kernel, bias,
				stride, 1);
			final Tensor dy = engine.layers().leakyReluGradient(y, tensor(engine, g,
				n, out, h, v),
				0.1);
			final Tensor dx = engine.layers().conv2dGradient(picture, kernel, bias,
				stride, dy,
				new LayerFunctions.Wanted(true, dw, db));
			return List.of(y, linear, dy, dx, dw, db, kernel);
		});
	}
}
