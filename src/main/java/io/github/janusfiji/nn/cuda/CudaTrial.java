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
package io.github.janusfiji.nn.cuda;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.LayerFunctions.Wanted;
import io.github.janusfiji.nn.Tensor;
import java.nio.FloatBuffer;

/**
 * Compares an engine with Java's own arithmetic before it is used: a
 * convolution with both strides and its three gradients, a shuffle, and a sum.
 * Data are small integers, so that all sums are exact.
 */
final class CudaTrial {

	private static final int N = 2, I = 5, O = 7, H = 9, W = 6, K = 3;

	private final Engine engine;

	/** @param engine to be compared */
	CudaTrial(final Engine engine) {
		this.engine = engine;
	}

	/** @return whether all numbers are right */
	boolean isRight() {
		try (var scope = engine.memory().scope("trial")) {
			return convolution(1) && convolution(2) && shuffle() && sum();
		}
	}

	private static float[] digits(final int seed, final int count) {
		final float[] digits = new float[count];
		for (int i = 0; i < count; i++)
			digits[i] = (i * 31 + seed) * 17 % 23 % 9 - 4;
		return digits;
	}

	private Tensor tensor(final float[] values, final long... shape) {
		final Tensor tensor = engine.memory().persistent(shape);
		engine.memory().write(tensor, FloatBuffer.wrap(values));
		return tensor;
	}

	private boolean equal(final double[] expected, final Tensor tensor) {
		final var read = FloatBuffer.allocate(expected.length);
		engine.memory().read(tensor, read);
		for (int i = 0; i < expected.length; i++)
			if (read.get(i) != (float) expected[i]) return false;
		return true;
	}

	private boolean convolution(final int stride) {
		final int rows = (H + stride - 1) / stride, columns = (W + stride - 1) /
			stride;
		final float[] x = digits(1, N * I * H * W), w = digits(2, O * I * K * K);
		final float[] g = digits(3, N * O * rows * columns);
		final double[] y = new double[g.length], dx = new double[x.length];
		final double[] dw = new double[w.length], db = new double[O];
		final int above = Math.max(0, (rows - 1) * stride + K - H) / 2;
		final int left = Math.max(0, (columns - 1) * stride + K - W) / 2;
		for (int i = 0; i < g.length; i++) {
			final int n = i / (O * rows * columns), o = i / (rows * columns) % O;
			db[o] += g[i];
			for (int j = 0; j < I * K * K; j++) {
				final int v = i / columns % rows * stride - above + j / K % K;
				final int u = i % columns * stride - left + j % K;
				if (v < 0 || v >= H || u < 0 || u >= W) continue;
				final int from = ((n * I + j / (K * K)) * H + v) * W + u;
				y[i] += w[o * I * K * K + j] * x[from];
				dx[from] += w[o * I * K * K + j] * g[i];
				dw[o * I * K * K + j] += x[from] * g[i];
			}
		}
		final Tensor pictures = tensor(x, N, I, H, W), kernel = tensor(w, O, I, K,
			K), bias = engine.memory().persistent(O);
		final var wanted = new Wanted(true, engine.memory().persistent(O, I, K, K),
			engine.memory().persistent(O));
		final Tensor back = engine.layers().conv2dGradient(pictures, kernel, bias,
			stride, tensor(g, N, O, rows, columns), wanted);
		return equal(y, engine.layers().conv2d(pictures, kernel, bias, stride, 1)) &&
			equal(dx, back) && equal(dw, wanted.weights()) && equal(db, wanted.bias());
	}

	private boolean shuffle() {
		final float[] x = digits(4, 4 * 3 * H * W);
		final double[] wide = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			final int k = i / (3 * H * W), c = i / (H * W) % 3;
			wide[(c * 2 * H + i / W % H * 2 + k / 2) * 2 * W + i % W * 2 + k % 2] =
				x[i];
		}
		return equal(wide, engine.layers().depthToSpace(tensor(x, 1, 12, H, W), 2));
	}

	private boolean sum() {
		final float[] x = digits(5, 70_001);
		double sum = 0;
		for (final float each : x)
			sum += each * each;
		final Tensor tensor = tensor(x, x.length);
		return engine.losses().meanSquaredError(tensor, engine.memory().persistent(
			x.length)).value() == sum / x.length;
	}
}
