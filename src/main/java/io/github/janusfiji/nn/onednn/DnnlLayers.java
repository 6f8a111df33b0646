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

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.FloatLoops;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.nn.onednn.Dnnl.Matrix;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;

/**
 * {@link LayerFunctions} by oneDNN 3. The leaky ReLU is part of the convolution
 * before it, and no gradient is computed that is not asked for. What oneDNN does
 * not define, ND4J computes on plain copies.
 */
final class DnnlLayers implements LayerFunctions {

	private final DnnlMemory memory;
	private final DnnlAttention attention;
	private final LayerFunctions nd4j;
	private final DnnlProducts products;
	private final DnnlActivations activations;
	private final DnnlConvolutions convolutions;

	/**
	 * @param judge decides what oneDNN may compute
	 * @param memory of the engine
	 * @param attention softmax
	 * @param nd4j computes what is missing, on the same memory
	 */
	DnnlLayers(final EngineJudge judge, final DnnlMemory memory,
		final DnnlAttention attention, final LayerFunctions nd4j)
	{
		this.memory = memory;
		this.attention = attention;
		this.nd4j = nd4j;
		products = new DnnlProducts(judge, memory);
		activations = new DnnlActivations(judge);
		convolutions = new DnnlConvolutions(judge, memory, products, activations);
	}

	@Override
	public Tensor conv2d(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride, final double slope)
	{
		return convolutions.forward(x, kernel, bias, stride, slope);
	}

	@Override
	public Tensor conv2dGradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final Wanted wanted)
	{
		return convolutions.gradient(x, kernel, bias, stride, gradient, wanted);
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		activations.leakyRelu(memory.wrap(x), slope);
	}

	@Override
	public Tensor leakyReluGradient(final Tensor result, final Tensor gradient,
		final double slope)
	{
		return activationGradient(result, gradient,
			dnnl.dnnl_eltwise_relu_use_dst_for_bwd, slope);
	}

	@Override
	public Tensor sigmoid(final Tensor x) {
		final DnnlTensor t = memory.wrap(x), out = memory.temporary(t.layout());
		activations.get(t.layout(), dnnl.dnnl_eltwise_logistic_use_dst_for_bwd,
			0).forward()
			.run(t.memory(), out.memory());
		return out;
	}

	@Override
	public Tensor sigmoidGradient(final Tensor result, final Tensor gradient) {
		return activationGradient(result, gradient,
			dnnl.dnnl_eltwise_logistic_use_dst_for_bwd, 0);
	}

	private Tensor activationGradient(final Tensor result, final Tensor gradient,
		final int algorithm, final double slope)
	{
		final DnnlTensor r = memory.wrap(result), g = memory.wrap(gradient);
		final boolean same = g.layout().sameAs(r.layout());
		final DnnlTensor out = same ? g : memory.temporary(r.layout());
		if (!same) {
			memory.assign(out, g);
			memory.release(gradient);
		}
		activations.get(r.layout(), algorithm, slope).backward().run(r.memory(), out
			.memory(), out.memory());
		return out;
	}

	@Override
	public Tensor dense(final Tensor x, final Tensor weights, final Tensor bias) {
		final Tensor out = memory.temporary(x.size(0), weights.size(1));
		final FloatBuffer to = memory.elements(out), from = memory.elements(bias);
		for (int n = 0; n < x.size(0); n++)
			to.put(from.duplicate());
		products.multiply(matrix(x), false, matrix(weights), false, 1, matrix(out));
		return out;
	}

	private Matrix matrix(final Tensor tensor) {
		return new Matrix(memory.in(tensor,
			DnnlLayout.plain(tensor.shape())).memory(),
			tensor.size(0), tensor.size(1));
	}

	@Override
	public Tensor denseGradient(final Tensor x, final Tensor matrix,
		final Tensor gradient, final Wanted wanted)
	{
		final Matrix g = matrix(gradient);
		if (wanted.weights() != null) products.multiply(matrix(x), true, g, false,
			0,
			matrix(wanted.weights()));
		if (wanted.bias() != null) products.sumRows(g,
			memory.wrap(wanted.bias()).memory());
		if (!wanted.x()) return null;
		final Tensor dx = memory.temporary(x.shape());
		products.multiply(g, false, matrix(matrix), true, 0, matrix(dx));
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
		final var order = memory.wrap(x).layout().order().filter(o ->
			wideShape[1] % o
			.block() == 0).orElse(DnnlLayout.Order.PLAIN);
		final var out = memory.temporary(DnnlLayout.of(shape, order));
		final DnnlTensor in = memory.in(x, DnnlLayout.of(x.shape(), order));
		final var deep = DnnlShuffle.deep(wideShape, b, order);
		final var wide = DnnlShuffle.wide(wideShape, b, order);
		memory.reorder(widen ? deep : wide, in.memory(), widen ? wide : deep,
			out.memory());
		memory.done(x, in);
		return out;
	}

	@Override
	public Tensor softmax(final Tensor x) {
		final var softmax = attention.softmax(x.shape());
		if (softmax.isEmpty()) return nd4j.softmax(x);
		final Tensor out = memory.temporary(x.shape());
		final DnnlTensor in = plain(x);
		softmax.get().forward().run(in.memory(), memory.wrap(out).memory());
		memory.done(x, in);
		return out;
	}

	@Override
	public Tensor softmaxGradient(final Tensor result,
		final Tensor gradient)
	{
		final var softmax = attention.softmax(result.shape());
		if (softmax.isEmpty()) return nd4j.softmaxGradient(result, gradient);
		final Tensor out = memory.temporary(result.shape());
		final DnnlTensor s = plain(result), g = plain(gradient);
		softmax.get().backward().run(s.memory(), g.memory(),
			memory.wrap(out).memory());
		memory.done(result, s);
		memory.done(gradient, g);
		return out;
	}

	private DnnlTensor plain(final Tensor x) {
		return memory.in(x, DnnlLayout.plain(x.shape()));
	}

	@Override
	public Tensor maxPool(final Tensor x) {
		return nd4j.maxPool(x);
	}

	@Override
	public Tensor maxPoolGradient(final Tensor x, final Tensor gradient) {
		return nd4j.maxPoolGradient(x, gradient);
	}

	@Override
	public void adam(final Tensor value, final Tensor gradient, final Tensor mean,
		final Tensor square, final Adam settings, final int step)
	{
		final DnnlLayout layout = memory.wrap(value).layout();
		for (final Tensor moment : new Tensor[] { mean, square })
			if (moment instanceof DnnlTensor d) memory.move(d, layout);
		final DnnlTensor g = memory.in(gradient, layout);
		FloatLoops.adam(memory.elements(value), memory.elements(g),
			memory.elements(mean), memory.elements(
			square), settings, step);
		memory.done(gradient, g);
	}
}
