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

import io.github.janusfiji.nn.onednn.DnnlConvolution.Size;
import java.nio.FloatBuffer;
import java.util.function.Function;

/**
 * Compares a convolution and its gradients with their definition, without
 * computing them twice. What is computed is projected onto random numbers, and
 * so is the definition (Freivalds 1977, "Probabilistic machines can use less
 * running time"): Σₚ g(p) · y(o, p) = Σᵢₖ w(o, i, k) · Σₚ g(p) · x(i, p·s + k),
 * where the sum over the pixels p serves all output channels o. The sums are
 * exact, so that one lost weight of thousands shows.
 */
final class DnnlConvolutionCheck {

	/** What rounding a slope and its products may change. */
	private static final double TOLERANCE = 1e-6;

	private final DnnlTrial trial;
	private final DnnlConvolution convolution;

	private DnnlConvolutionCheck(final Size size) {
		trial = new DnnlTrial(size);
		convolution = new DnnlConvolution(size);
	}

	/** What tells whether two sizes are computed by the same kernel. */
	private record Kernel(String name, DnnlLayout weights) {

		boolean same(final Kernel other) {
			return name.equals(other.name) && weights.sameAs(other.weights);
		}
	}

	/** Fewer pictures, if each thread has one and the kernel stays the same. */
	private static DnnlConvolutionCheck of(final Size size,
		final Function<DnnlConvolution, Kernel> kernel)
	{
		final Size small = size.ofCount(Math.min(size.count(), Math.max(2, Dnnl
			.threads())));
		final boolean same = small.equals(size) || kernel.apply(new DnnlConvolution(
			size)).same(kernel.apply(new DnnlConvolution(small)));
		return new DnnlConvolutionCheck(same ? small : size);
	}

	/**
	 * @param size of a convolution
	 * @param slope of the leaky ReLU that follows
	 * @return whether oneDNN computes it
	 */
	static boolean forward(final Size size, final double slope) {
		return of(size, c -> new Kernel(c.forward(slope).kernel(), c.forward(slope)
			.weights())).forward(slope);
	}

	/**
	 * @param size of a convolution
	 * @return whether oneDNN computes the gradient of its input
	 */
	static boolean backwardData(final Size size) {
		return of(size, c -> new Kernel(c.backwardData().kernel(), c.backwardData()
			.weights())).backwardData();
	}

	/**
	 * @param size of a convolution
	 * @return whether oneDNN computes the gradients of its weights and bias
	 */
	static boolean backwardWeights(final Size size) {
		return of(size, c -> new Kernel(c.backwardWeights().kernel(), c
			.backwardWeights().weights())).backwardWeights();
	}

	private boolean forward(final double slope) {
		final var forward = convolution.forward(slope);
		final int[] outputs = trial.outputs();
		final int[][] x = DnnlTrial.digits(1, trial.inputs(), trial.pixels());
		final int[][] w = trial.weights();
		final int[] onto = DnnlTrial.projection(2, trial.results());
		final DnnlFloats source = DnnlTrial.pictures(forward.source(), trial
			.inputs(), x);
		final DnnlFloats weights = trial.kernel(forward.weights(), w);
		final DnnlFloats bias = DnnlFloats.zeros(forward.result().shape()[1]);
		final DnnlFloats result = DnnlFloats.zeros(forward.result().floats());
		try {
			for (int o = 0; o < outputs.length; o++)
				bias.buffer().put(outputs[o], bias(w[o], o));
			forward.primitive().run(source, weights, bias, result);
			final double[] expected = new double[outputs.length];
			final long[][] seen = trial.correlated(new int[][] { onto }, x);
			for (final int g : onto)
				for (int o = 0; o < outputs.length; o++)
					expected[o] += (double) g * bias(w[o], o);
			final int taps = seen[0].length;
			trial.eachWeight((o, i, k, v, u) -> expected[o] += (double) w[o][k] *
				seen[i][k % taps]);
			for (int o = 0; o < outputs.length; o++)
				if (expected[o] < 0) expected[o] *= slope;
			return near(DnnlTrial.projected(forward.result(), result, outputs, onto),
				expected);
		}
		finally {
			free(source, weights, bias, result);
		}
	}

	/** Of the same sign as the weights. */
	private static int bias(final int[] weights, final int channel) {
		return Integer.signum(weights[0]) * (1 + channel % 3);
	}

	private boolean backwardData() {
		final var backward = convolution.backwardData();
		final int[][] dy = DnnlTrial.digits(3, trial.outputs(), trial.results());
		final int[][] w = trial.weights();
		final int[] onto = DnnlTrial.projection(4, trial.pixels());
		final DnnlFloats gradient = DnnlTrial.pictures(backward.gradient(), trial
			.outputs(), dy);
		final DnnlFloats weights = trial.kernel(backward.weights(), w);
		final DnnlFloats result = DnnlFloats.zeros(backward.source().floats());
		try {
			backward.primitive().run(weights, gradient, result);
			final long[][] seen = trial.correlated(dy, new int[][] { onto });
			final double[] expected = new double[trial.inputs().length];
			final int taps = seen[0].length;
			trial.eachWeight((o, i, k, y, x) -> expected[i] += (double) w[o][k] *
				seen[o][k % taps]);
			return near(DnnlTrial.projected(backward.source(), result, trial.inputs(),
				onto), expected);
		}
		finally {
			free(gradient, weights, result);
		}
	}

	private boolean backwardWeights() {
		final var backward = convolution.backwardWeights();
		final int[] inputs = trial.inputs(), outputs = trial.outputs();
		final int[][] x = DnnlTrial.digits(1, inputs, trial.pixels());
		final int[][] dy = DnnlTrial.digits(3, outputs, trial.results());
		final DnnlFloats source = DnnlTrial.pictures(backward.source(), inputs, x);
		final DnnlFloats gradient = DnnlTrial.pictures(backward.gradient(), outputs,
			dy);
		final DnnlFloats weights = DnnlFloats.zeros(backward.weights().floats());
		final DnnlFloats bias = DnnlFloats.zeros(backward.gradient().shape()[1]);
		try {
			backward.primitive().run(source, gradient, weights, bias);
			final int[] mixed = new int[trial.results()];
			final double[] sums = new double[outputs.length];
			final double[] biases = new double[outputs.length];
			for (int o = 0; o < outputs.length; o++) {
				for (int p = 0; p < mixed.length; p++) {
					mixed[p] += (1 + o % 3) * dy[o][p];
					sums[o] += dy[o][p];
				}
				biases[o] = bias.buffer().get(outputs[o]);
			}
			final long[][] seen = trial.correlated(new int[][] { mixed }, x);
			final int taps = seen[0].length;
			final double[] actual = new double[inputs.length * taps];
			final double[] expected = new double[inputs.length * taps];
			final FloatBuffer from = weights.buffer();
			final DnnlIndex index = DnnlIndex.of(backward.weights());
			trial.eachWeight((o, i, k, v, u) -> {
				actual[k] += (1 + o % 3) * (double) from.get(index.place(outputs[o],
					inputs[i], v, u));
				expected[k] = seen[i][k % taps];
			});
			return near(actual, expected) && near(biases, sums);
		}
		finally {
			free(source, gradient, weights, bias);
		}
	}

	private static boolean near(final double[] actual, final double[] expected) {
		for (int i = 0; i < expected.length; i++)
			if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE * Math.abs(
				expected[i]))) return false;
		return true;
	}

	private static void free(final DnnlFloats... all) {
		for (final DnnlFloats floats : all)
			floats.free();
	}
}
