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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.github.janusfiji.nn.Dnnl.Argument;
import io.github.janusfiji.nn.Dnnl.Primitive;
import io.github.janusfiji.nn.Dnnl.Processor;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link Operations} on oneDNN 3 directly. Pictures, weights, their gradients
 * and Adam's moments stay in its blocked layouts from step to step; the leaky
 * ReLU is part of the convolution before it; nothing is computed that nobody
 * asked for. What it does not define, ND4J computes on plain copies.
 */
final class DnnlOperations extends DnnlMemory {

	/** A function of single numbers for one layout. */
	private record Bend(DnnlLayout layout, int algorithm, float slope,
		Primitive forward, Primitive backward)
	{}

	private final Map<DnnlConvolution.Size, DnnlConvolution> convolutions =
		new HashMap<>();
	private final List<Bend> bends = new ArrayList<>();

	private final Map<DnnlConvolution.Size, DnnlGemmConvolution> products =
		new HashMap<>();

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
		if (DnnlGemmConvolution.suits(size)) {
			settle(kernel, product(size).weights());
			final Tensor out = product(size).forward(x, kernel, bias);
			if (slope != 1) leakyRelu(out, slope);
			return out;
		}
		final var forward = convolution(size).forward(slope);
		settle(kernel, forward.weights());
		final DnnlTensor out = temporary(forward.result());
		final DnnlTensor source = in(x, forward.source());
		forward.primitive().run(source.memory(), inScratch(kernel, forward
			.weights()), memory(bias), out.memory());
		done(x, source);
		return out;
	}

	@Override
	public Tensor conv2dGradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final Wanted wanted)
	{
		final var size = size(x, kernel, stride);
		final boolean product = DnnlGemmConvolution.suits(size);
		if (wanted.weights() != null || wanted.bias() != null) weightsGradient(size,
			x, kernel, bias, gradient, wanted);
		if (!wanted.x()) return null;
		if (product) return product(size).backwardData(kernel, gradient);
		final var backward = convolution(size).backwardData();
		final DnnlTensor out = temporary(backward.source());
		final DnnlTensor dy = in(gradient, backward.gradient());
		backward.primitive().run(inScratch(kernel, backward.weights()), dy.memory(),
			out.memory());
		done(gradient, dy);
		return out;
	}

	private void weightsGradient(final DnnlConvolution.Size size,
		final Tensor x, final Tensor kernel, final Tensor bias,
		final Tensor gradient, final Wanted wanted)
	{
		final boolean product = DnnlGemmConvolution.suits(size);
		final DnnlLayout layout = product ? product(size).weights() : convolution(
			size).backwardWeights().weights();
		final Tensor weights = wanted.weights() != null ? wanted.weights()
			: temporaryLike(kernel);
		final Tensor biases = wanted.bias() != null ? wanted.bias()
			: temporaryLike(bias);
		if (weights instanceof DnnlTensor d) move(d, layout);
		final DnnlTensor target = wrap(weights);
		final boolean direct = target.layout().sameAs(layout);
		final DnnlTensor result = direct ? target : temporary(layout);
		if (product) product(size).backwardWeights(x, gradient, result, biases);
		else {
			final var backward = convolution(size).backwardWeights();
			final DnnlTensor source = in(x, backward.source());
			final DnnlTensor dy = in(gradient, backward.gradient());
			backward.primitive().run(source.memory(), dy.memory(), result.memory(),
				memory(biases));
			done(x, source);
			done(gradient, dy);
		}
		if (!direct) assign(target, result);
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		final DnnlTensor t = wrap(x);
		bend(t.layout(), dnnl.dnnl_eltwise_relu_use_dst_for_bwd, slope).forward.run(t
			.memory(), t.memory());
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
		bend(t.layout(), dnnl.dnnl_eltwise_logistic_use_dst_for_bwd, 0).forward.run(t
			.memory(), out.memory());
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
		bend(r.layout(), algorithm, slope).backward.run(r.memory(), out.memory(), out
			.memory());
		return out;
	}

	private Bend bend(final DnnlLayout layout, final int algorithm,
		final double slope)
	{
		final float alpha = (float) slope;
		for (final Bend b : bends)
			if (b.algorithm == algorithm && b.slope == alpha && b.layout.sameAs(
				layout)) return b;
		final var d = layout.descriptor();
		final var forward = new eltwise_forward.primitive_desc(Processor.ENGINE,
			dnnl.dnnl_forward_training, algorithm, d, d, alpha);
		final var backward = new eltwise_backward.primitive_desc(Processor.ENGINE,
			algorithm, d, d, d, alpha, forward);
		final var bend = new Bend(layout, algorithm, alpha, new Primitive(
			new eltwise_forward(forward), new Argument(DNNL_ARG_SRC, layout),
			new Argument(DNNL_ARG_DST, layout)), new Primitive(new eltwise_backward(
				backward), new Argument(DNNL_ARG_DST, layout), new Argument(
					DNNL_ARG_DIFF_DST, layout), new Argument(DNNL_ARG_DIFF_SRC, layout)));
		bends.add(bend);
		return bend;
	}

	@Override
	public Tensor dense(final Tensor x, final Tensor weights, final Tensor bias) {
		final Tensor out = temporary(x.size(0), weights.size(1));
		final FloatBuffer to = elements(out), from = elements(bias);
		for (int n = 0; n < x.size(0); n++)
			to.put(from.duplicate());
		Dnnl.multiply(array(x), false, array(weights), false, 1, array(out));
		return out;
	}

	@Override
	public Tensor denseGradient(final Tensor x, final Tensor matrix,
		final Tensor gradient, final Wanted wanted)
	{
		final INDArray g = array(gradient);
		if (wanted.weights() != null) Dnnl.multiply(array(x), true, g, false, 0,
			array(wanted.weights()));
		if (wanted.bias() != null) Dnnl.multiply(array(filled(1, 1, x.size(0))),
			false, g, false, 0, array(wanted.bias()).reshape(1, matrix.size(1)));
		if (!wanted.x()) return null;
		final Tensor dx = temporary(x.shape());
		Dnnl.multiply(g, false, array(matrix), true, 0, array(dx));
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
		for (final Tensor other : new Tensor[] { gradient, mean, square })
			if (other instanceof DnnlTensor d) move(d, layout);
		super.adam(value, gradient, mean, square, settings, step);
	}
}
