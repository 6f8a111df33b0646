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
package io.github.janusfiji.nn;

import io.github.janusfiji.nn.Dnnl.Matrix;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bytedeco.dnnl.global.dnnl;

/**
 * {@link Operations} on oneDNN 3 directly. Pictures, weights, their gradients
 * and Adam's moments stay in its blocked layouts from step to step; the leaky
 * ReLU is part of the convolution before it; nothing is computed that nobody
 * asked for. What it does not define, ND4J computes on plain copies.
 */
final class DnnlOperations extends DnnlAlgebra {

	private final Map<DnnlConvolution.Size, DnnlConvolution> convolutions =
		new HashMap<>();
	private final DnnlBends bends;

	private final Map<DnnlConvolution.Size, DnnlGemmConvolution> products =
		new HashMap<>();

	/** What a comparison knows a convolution by; a slope, or which gradient. */
	private record Computation(DnnlConvolution.Size size, String what) {}

	private final DnnlJudge judge;
	private final Map<Computation, Boolean> direct = new HashMap<>();

	/** Compares whatever oneDNN is to compute with the reference before. */
	DnnlOperations() {
		this(EngineCheck.COMPARING);
	}

	/** @param judge decides what oneDNN may compute */
	DnnlOperations(final DnnlJudge judge) {
		super(judge);
		this.judge = judge;
		bends = new DnnlBends(judge);
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
			throw new IllegalArgumentException("Pictures N×I×H×W need kernels O×I×k×k, " +
				"not " + Arrays.toString(x.shape()) + " and " + Arrays.toString(kernel
					.shape()));
		return new DnnlConvolution.Size(x.size(0), x.size(1), x.size(2), x.size(3),
			kernel.size(0), kernel.size(2), stride);
	}

	private DnnlConvolution convolution(final DnnlConvolution.Size size) {
		return convolutions.computeIfAbsent(size, DnnlConvolution::new);
	}

	private DnnlGemmConvolution product(final DnnlConvolution.Size size) {
		return products.computeIfAbsent(size, s -> new DnnlGemmConvolution(this,
			s));
	}

	/** A parameter takes the layout of its first use, once and for good. */
	private void settle(final Tensor kernel, final DnnlLayout layout) {
		if (kernel instanceof DnnlTensor weights && weights.layout().isPlain()) move(
			weights, layout);
	}

	@Override
	public Tensor conv2d(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride, final double slope)
	{
		final var size = size(x, kernel, stride);
		if (isProduct(size, "slope " + slope, () -> DnnlConvolutionCheck.forward(size,
			slope)))
		{
			settle(kernel, product(size).weights());
			final Tensor out = product(size).forward(x, kernel, bias);
			if (slope != 1) leakyRelu(out, slope);
			return out;
		}
		final var forward = convolution(size).forward(slope);
		settle(kernel, forward.weights());
		final DnnlTensor out = temporary(forward.result());
		final DnnlTensor source = in(x, forward.source());
		final DnnlTensor weights = in(kernel, forward.weights());
		forward.primitive().run(source.memory(), weights.memory(), wrap(bias)
			.memory(), out.memory());
		done(kernel, weights);
		done(x, source);
		return out;
	}

	@Override
	public Tensor conv2dGradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final Wanted wanted)
	{
		final var size = size(x, kernel, stride);
		if (wanted.weights() != null || wanted.bias() != null) weightsGradient(size,
			x, kernel, bias, gradient, wanted);
		if (!wanted.x()) return null;
		if (isProduct(size, "gradient of its input", () -> DnnlConvolutionCheck
			.backwardData(size))) return product(size).backwardData(kernel, gradient);
		final var backward = convolution(size).backwardData();
		final DnnlTensor out = temporary(backward.source());
		final DnnlTensor dy = in(gradient, backward.gradient());
		final DnnlTensor weights = in(kernel, backward.weights());
		backward.primitive().run(weights.memory(), dy.memory(), out.memory());
		done(kernel, weights);
		done(gradient, dy);
		return out;
	}

	private void weightsGradient(final DnnlConvolution.Size size,
		final Tensor x, final Tensor kernel, final Tensor bias,
		final Tensor gradient, final Wanted wanted)
	{
		final boolean product = isProduct(size, "gradients of its weights",
			() -> DnnlConvolutionCheck.backwardWeights(size));
		final DnnlLayout layout = product ? product(size).weights() : convolution(
			size).backwardWeights().weights();
		final Tensor weights = wanted.weights() != null ? wanted.weights()
			: temporaryLike(kernel);
		final Tensor biases = wanted.bias() != null ? wanted.bias()
			: temporaryLike(bias);
		final DnnlTensor target = wrap(weights);
		final boolean direct = target.layout().sameAs(layout);
		final DnnlTensor result = direct ? target : temporary(layout);
		if (product) product(size).backwardWeights(x, gradient, result, biases);
		else {
			final var backward = convolution(size).backwardWeights();
			final DnnlTensor source = in(x, backward.source());
			final DnnlTensor dy = in(gradient, backward.gradient());
			backward.primitive().run(source.memory(), dy.memory(), result.memory(),
				wrap(biases).memory());
			done(x, source);
			done(gradient, dy);
		}
		if (!direct) {
			assign(target, result);
			release(result);
		}
		if (wanted.weights() == null) release(weights);
		if (wanted.bias() == null) release(biases);
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		final DnnlTensor t = wrap(x);
		bends.get(t.layout(), dnnl.dnnl_eltwise_relu_use_dst_for_bwd, slope).forward()
			.run(t.memory(), t.memory());
	}

	@Override
	public Tensor leakyReluGradient(final Tensor result, final Tensor gradient,
		final double slope)
	{
		return bendGradient(result, gradient,
			dnnl.dnnl_eltwise_relu_use_dst_for_bwd, slope);
	}

	@Override
	public Tensor sigmoid(final Tensor x) {
		final DnnlTensor t = wrap(x), out = temporary(t.layout());
		bends.get(t.layout(), dnnl.dnnl_eltwise_logistic_use_dst_for_bwd, 0).forward()
			.run(t.memory(), out.memory());
		return out;
	}

	@Override
	public Tensor sigmoidGradient(final Tensor result, final Tensor gradient) {
		return bendGradient(result, gradient,
			dnnl.dnnl_eltwise_logistic_use_dst_for_bwd, 0);
	}

	private Tensor bendGradient(final Tensor result, final Tensor gradient,
		final int algorithm, final double slope)
	{
		final DnnlTensor r = wrap(result), g = wrap(gradient);
		final boolean same = g.layout().sameAs(r.layout());
		final DnnlTensor out = same ? g : temporary(r.layout());
		if (!same) {
			assign(out, g);
			release(gradient);
		}
		bends.get(r.layout(), algorithm, slope).backward().run(r.memory(), out
			.memory(), out.memory());
		return out;
	}

	@Override
	public Tensor dense(final Tensor x, final Tensor weights, final Tensor bias) {
		final Tensor out = temporary(x.size(0), weights.size(1));
		final FloatBuffer to = elements(out), from = elements(bias);
		for (int n = 0; n < x.size(0); n++)
			to.put(from.duplicate());
		multiply(matrix(x), false, matrix(weights), false, 1, matrix(out));
		return out;
	}

	private Matrix matrix(final Tensor tensor) {
		return new Matrix(in(tensor, DnnlLayout.plain(tensor.shape())).memory(),
			tensor.size(0), tensor.size(1));
	}

	@Override
	public Tensor denseGradient(final Tensor x, final Tensor matrix,
		final Tensor gradient, final Wanted wanted)
	{
		final Matrix g = matrix(gradient);
		if (wanted.weights() != null) multiply(matrix(x), true, g, false, 0,
			matrix(wanted.weights()));
		if (wanted.bias() != null) sumRows(g, wanted.bias());
		if (!wanted.x()) return null;
		final Tensor dx = temporary(x.shape());
		multiply(g, false, matrix(matrix), true, 0, matrix(dx));
		return dx;
	}

	@Override
	public Tensor depthToSpace(final Tensor x, final int block) {
		return shuffle(x, block, new long[] { x.size(0), x.size(1) / block / block,
			x.size(2) * block, x.size(3) * block }, true);
	}

	@Override
	public Tensor spaceToDepth(final Tensor x, final int block) {
		return shuffle(x, block, new long[] { x.size(0), x.size(1) * block * block,
			x.size(2) / block, x.size(3) / block }, false);
	}

	/** @param widen whether x is the deep picture and the result the wide one */
	private Tensor shuffle(final Tensor x, final int b, final long[] shape,
		final boolean widen)
	{
		final long[] wideShape = widen ? shape : x.shape();
		final var order = wrap(x).layout().order().filter(o -> wideShape[1] % o
			.block() == 0).orElse(DnnlLayout.Order.PLAIN);
		final var out = temporary(DnnlLayout.of(shape, order));
		final DnnlTensor in = in(x, DnnlLayout.of(x.shape(), order));
		final var deep = DnnlShuffle.deep(wideShape, b, order);
		final var wide = DnnlShuffle.wide(wideShape, b, order);
		reorder(widen ? deep : wide, in.memory(), widen ? wide : deep, out.memory());
		done(x, in);
		return out;
	}

	@Override
	public void adam(final Tensor value, final Tensor gradient, final Tensor mean,
		final Tensor square, final Adam.Settings settings, final int step)
	{
		final DnnlLayout layout = wrap(value).layout();
		for (final Tensor moment : new Tensor[] { mean, square })
			if (moment instanceof DnnlTensor d) move(d, layout);
		final DnnlTensor g = in(gradient, layout);
		super.adam(value, g, mean, square, settings, step);
		done(gradient, g);
	}
}
