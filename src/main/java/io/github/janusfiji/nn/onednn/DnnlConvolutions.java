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

import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Convolutions and their gradients: by oneDNN's direct kernels, or as products
 * of matrices where those are faster or the kernels wrong.
 */
final class DnnlConvolutions {

	private final EngineJudge judge;
	private final DnnlMemory memory;
	private final DnnlProducts matrices;
	private final DnnlActivations activations;

	private final Map<DnnlConvolution.Size, DnnlConvolution> convolutions =
		new HashMap<>();
	private final Map<DnnlConvolution.Size, DnnlGemmConvolution> products =
		new HashMap<>();

	/** What a comparison knows a convolution by; a slope, or which gradient. */
	private record Computation(DnnlConvolution.Size size, String what) {}

	private final Map<Computation, Boolean> direct = new HashMap<>();

	/**
	 * @param judge decides what oneDNN may compute
	 * @param memory of the engine
	 * @param matrices multiplies them
	 * @param activations after a convolution
	 */
	DnnlConvolutions(final EngineJudge judge, final DnnlMemory memory,
		final DnnlProducts matrices, final DnnlActivations activations)
	{
		this.judge = judge;
		this.memory = memory;
		this.matrices = matrices;
		this.activations = activations;
	}

	/**
	 * @param size of a convolution
	 * @param what of it is computed, for people
	 * @param check compares oneDNN's kernel with the reference
	 * @return whether to compute it as a matrix product, of parts that are compared
	 *         each on their own
	 */
	private boolean isProduct(final DnnlConvolution.Size size,
		final String what, final BooleanSupplier check)
	{
		return DnnlGemmConvolution.suits(size) || !direct.computeIfAbsent(
			new Computation(size, what), key -> judge.accepts(key, () ->
			"convolution " + size.words() + ", " + what, check));
	}

	private static DnnlConvolution.Size size(final Tensor x,
		final Tensor kernel, final int stride)
	{
		if (x.shape().length != 4 || kernel.shape().length != 4 || x.size(
			1) != kernel.size(1) || kernel.size(2) != kernel.size(3))
			throw new IllegalArgumentException(
				"Pictures N×I×H×W need kernels O×I×k×k, " +
				"not " + Arrays.toString(x.shape()) + " and " + Arrays.toString(kernel
					.shape()));
		return new DnnlConvolution.Size(x.size(0), x.size(1), x.size(2), x.size(3),
			kernel.size(0), kernel.size(2), stride);
	}

	private DnnlConvolution convolution(final DnnlConvolution.Size size) {
		return convolutions.computeIfAbsent(size, DnnlConvolution::new);
	}

	private DnnlGemmConvolution product(final DnnlConvolution.Size size) {
		return products.computeIfAbsent(size, s -> new DnnlGemmConvolution(memory,
			matrices, s));
	}

	/** A parameter takes the layout of its first use, once and for good. */
	private void settle(final Tensor kernel, final DnnlLayout layout) {
		if (kernel instanceof DnnlTensor weights &&
			weights.layout().isPlain()) memory.move(
			weights, layout);
	}

	/** As {@link LayerFunctions#conv2d}. */
	Tensor forward(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride, final double slope)
	{
		final var size = size(x, kernel, stride);
		if (isProduct(size, "slope " + slope, () -> DnnlConvolutionCheck.forward(
			size,
			slope)))
		{
			settle(kernel, product(size).weights());
			final Tensor out = product(size).forward(x, kernel, bias);
			if (slope != 1) activations.leakyRelu(memory.wrap(out), slope);
			return out;
		}
		final var forward = convolution(size).forward(slope);
		settle(kernel, forward.weights());
		final DnnlTensor out = memory.temporary(forward.result());
		final DnnlTensor source = memory.in(x, forward.source());
		final DnnlTensor weights = memory.in(kernel, forward.weights());
		forward.primitive().run(source.memory(), weights.memory(), memory.wrap(bias)
			.memory(), out.memory());
		memory.done(kernel, weights);
		memory.done(x, source);
		return out;
	}

	/** As {@link LayerFunctions#conv2dGradient}. */
	Tensor gradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final LayerFunctions.Wanted wanted)
	{
		final var size = size(x, kernel, stride);
		if (wanted.weights() != null || wanted.bias() != null) weightsGradient(size,
			x, kernel, bias, gradient, wanted);
		if (!wanted.x()) return null;
		if (isProduct(size, "gradient of its input", () -> DnnlConvolutionCheck
			.backwardData(size))) return product(size).backwardData(kernel, gradient);
		final var backward = convolution(size).backwardData();
		final DnnlTensor out = memory.temporary(backward.source());
		final DnnlTensor dy = memory.in(gradient, backward.gradient());
		final DnnlTensor weights = memory.in(kernel, backward.weights());
		backward.primitive().run(weights.memory(), dy.memory(), out.memory());
		memory.done(kernel, weights);
		memory.done(gradient, dy);
		return out;
	}

	private void weightsGradient(final DnnlConvolution.Size size,
		final Tensor x, final Tensor kernel, final Tensor bias,
		final Tensor gradient, final LayerFunctions.Wanted wanted)
	{
		final boolean product = isProduct(size, "gradients of its weights",
			() -> DnnlConvolutionCheck.backwardWeights(size));
		final DnnlLayout layout = product ? product(size).weights() : convolution(
			size).backwardWeights().weights();
		final Tensor weights = wanted.weights() != null ? wanted.weights()
			: memory.temporaryLike(kernel);
		final Tensor biases = wanted.bias() != null ? wanted.bias()
			: memory.temporaryLike(bias);
		final DnnlTensor target = memory.wrap(weights);
		final boolean direct = target.layout().sameAs(layout);
		final DnnlTensor result = direct ? target : memory.temporary(layout);
		if (product) product(size).backwardWeights(x, gradient, result, biases);
		else {
			final var backward = convolution(size).backwardWeights();
			final DnnlTensor source = memory.in(x, backward.source());
			final DnnlTensor dy = memory.in(gradient, backward.gradient());
			backward.primitive().run(source.memory(), dy.memory(), result.memory(),
				memory.wrap(biases).memory());
			memory.done(x, source);
			memory.done(gradient, dy);
		}
		if (!direct) {
			memory.assign(target, result);
			memory.release(result);
		}
		if (wanted.weights() == null) memory.release(weights);
		if (wanted.bias() == null) memory.release(biases);
	}
}
