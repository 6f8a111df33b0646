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
package io.github.janusfiji.nn.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Tensor;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What is done in Java against what ND4J does, and both against formulas. */
class Nd4jEngineTest {

	private final Engine java = Nd4jEngine.onProcessor();
	private final Engine nd4j = Nd4jEngine.of(DataType.FLOAT);
	private final SplittableRandom random = new SplittableRandom(11);

	private static float[] values(final Engine engine,
		final Tensor tensor)
	{
		final var values = FloatBuffer.allocate((int) tensor.length());
		engine.memory().read(tensor, values);
		return values.array();
	}

	private float[] noise(final int n) {
		final float[] values = new float[n];
		for (int i = 0; i < n; i++)
			values[i] = (float) (2 * random.nextDouble() - 1);
		return values;
	}

	private static Tensor tensor(final Engine engine,
		final float[] values, final long... shape)
	{
		final Tensor tensor = engine.memory().persistent(shape);
		engine.memory().write(tensor, FloatBuffer.wrap(values));
		return tensor;
	}

	private void same(final float tolerance,
		final Function<Engine, Tensor> work)
	{
		final float[][] results = new float[2][];
		final Engine[] both = { java, nd4j };
		for (int i = 0; i < 2; i++)
			try (var scope = both[i].memory().scope("same")) {
				results[i] = values(both[i], work.apply(both[i]));
			}
		assertArrayEquals(results[1], results[0], tolerance);
	}

	@Test
	void leakyReluAndItsGradient() {
		final float[] x = noise(3 * 5 * 90 * 91), g = noise(x.length);
		same(0, engine -> {
			final Tensor t = tensor(engine, x, 3, 5, 90, 91);
			engine.layers().leakyRelu(t, .1);
			return t;
		});
		same(1e-7f, engine -> engine.layers().leakyReluGradient(tensor(engine, x,
			3, 5, 90, 91),
			tensor(engine, g, 3, 5, 90, 91), .1));
	}

	@Test
	void shufflesAreInverseAndInTensorFlowsOrder() {
		final float[] x = noise(2 * 12 * 40 * 41);
		same(0, engine -> engine.layers().depthToSpace(tensor(engine, x, 2, 12, 40,
			41), 2));
		same(0, engine -> engine.layers().spaceToDepth(tensor(engine, x, 2, 3, 80,
			82), 2));
		try (var scope = java.memory().scope("inverse")) {
			final Tensor t = tensor(java, x, 2, 12, 40, 41);
			assertArrayEquals(x, values(java, java.layers().spaceToDepth(
				java.layers().depthToSpace(t,
				2), 2)));
			// Channel 3 of 12, in blocks of three: row 0, column 1 of channel 0.
			assertEquals(x[3 * 40 * 41], values(java, java.layers().depthToSpace(t,
				2))[1]);
		}
	}

	@Test
	void adamFollowsItsFormula() {
		final int n = 5000;
		final float[] start = noise(n);
		final var settings = new Adam(0.01, 0.5, 0.999, 1e-8);
		final double[] w = new double[n], m = new double[n], v = new double[n];
		for (int i = 0; i < n; i++)
			w[i] = start[i];
		final float[][] gradients = { noise(n), noise(n), noise(n) };
		for (int t = 1; t <= 3; t++)
			for (int i = 0; i < n; i++) {
				final double g = gradients[t - 1][i];
				m[i] = 0.5 * m[i] + 0.5 * g;
				v[i] = 0.999 * v[i] + 0.001 * g * g;
				w[i] -= 0.01 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.5,
					t)) * m[i] / (Math.sqrt(v[i]) + 1e-8);
			}
		for (final Engine engine : new Engine[] { java, nd4j }) {
			final Tensor value = tensor(engine, start, n);
			final Tensor mean = engine.memory().persistent(n), square =
				engine.memory().persistent(n);
			for (int t = 0; t < 3; t++)
				engine.layers().adam(value, tensor(engine, gradients[t], n), mean,
					square, settings,
					t);
			final float[] is = values(engine, value);
			for (int i = 0; i < n; i++)
				assertEquals(w[i], is[i], 2e-5);
		}
	}

	@Test
	void convolutionIsTensorFlowsSame() {
		for (final int[] c : new int[][] { { 5, 2, 8 }, { 5, 2, 7 }, { 3, 2, 8 }, {
			5, 1, 6 }, { 3, 1, 5 } })
		{
			final int k = c[0], s = c[1], size = c[2], out = (size + s - 1) / s;
			final float[] x = noise(2 * 3 * size * size), w = noise(4 * 3 * k * k);
			final float[] b = noise(4), is;
			try (var scope = java.memory().scope("conv" + k + s + size)) {
				is = values(java, java.layers().conv2d(tensor(java, x, 2, 3, size,
					size), tensor(
					java, w, 4, 3, k, k), tensor(java, b, 4), s, 1));
			}
			final int before = Math.max(0, (out - 1) * s + k - size) / 2;
			for (int i = 0; i < is.length; i++) {
				final int n = i / (4 * out * out), o = i / (out * out) % 4;
				double sum = b[o];
				for (int j = 0; j < 3 * k * k; j++) {
					final int y = i / out % out * s - before + j / k % k;
					final int col = i % out * s - before + j % k;
					if (y >= 0 && y < size && col >= 0 && col < size) sum += w[o * 3 * k *
						k + j] * x[((n * 3 + j / (k * k)) * size + y) * size + col];
				}
				assertEquals(sum, is[i], 1e-4);
			}
		}
	}
}
