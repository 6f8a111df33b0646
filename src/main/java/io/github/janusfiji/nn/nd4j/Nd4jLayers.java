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

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@link LayerFunctions} by ND4J's native operations, which reach oneDNN where
 * its build has it.
 */
final class Nd4jLayers implements LayerFunctions {

	private final Nd4jTensors tensors;

	/** @param tensors of the engine */
	Nd4jLayers(final Nd4jTensors tensors) {
		this.tensors = tensors;
	}

	private INDArray array(final Tensor tensor) {
		return tensors.array(tensor);
	}

	@Override
	public Tensor conv2d(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride, final double slope)
	{
		final long[] in = x.shape();
		final Tensor out = tensors.temporary(in[0], kernel.size(0), (in[2] +
			stride - 1) /
			stride, (in[3] + stride - 1) / stride);
		Nd4jAffine.conv2d(array(x), array(kernel), array(bias), stride, array(out));
		if (slope != 1) leakyRelu(out, slope);
		return out;
	}

	@Override
	public Tensor conv2dGradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final Wanted wanted)
	{
		// The native operation computes all three, wanted or not.
		final Tensor dx = tensors.temporary(x.shape());
		Nd4jAffine.conv2dGradient(array(x), array(kernel), array(bias), stride,
			array(
			gradient), array(dx), array(orTemporary(wanted.weights(), kernel)), array(
				orTemporary(wanted.bias(), bias)));
		return wanted.x() ? dx : null;
	}

	@Override
	public Tensor dense(final Tensor x, final Tensor weights, final Tensor bias) {
		final Tensor out = tensors.temporary(x.size(0), weights.size(1));
		Nd4jAffine.multiply(array(x), array(weights), array(out), false, false);
		array(out).addiRowVector(array(bias));
		return out;
	}

	@Override
	public Tensor denseGradient(final Tensor x, final Tensor matrix,
		final Tensor gradient, final Wanted wanted)
	{
		if (wanted.weights() != null) Nd4jAffine.multiply(array(x), array(gradient),
			array(wanted.weights()), true, false);
		if (wanted.bias() != null) array(wanted.bias()).assign(array(gradient).sum(
			0));
		if (!wanted.x()) return null;
		final Tensor dx = tensors.temporary(x.shape());
		Nd4jAffine.multiply(array(gradient), array(matrix), array(dx), false, true);
		return dx;
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		final INDArray array = array(x);
		Nd4j.getExecutioner().exec(new LeakyReLU(array, array, slope));
	}

	@Override
	public Tensor leakyReluGradient(final Tensor result, final Tensor gradient,
		final double slope)
	{
		final Tensor out = tensors.temporary(result.shape());
		if (slope == 0) {
			// ND4J's own takes a result of 0 for a positive argument.
			array(out).assign(Transforms.sign(array(result), true)).muli(array(
				gradient));
			return out;
		}
		Nd4j.exec(DynamicCustomOp.builder("lrelu_bp").addInputs(array(result),
			array(
			gradient)).addOutputs(array(out)).addFloatingPointArguments(
				slope).build());
		return out;
	}

	@Override
	public Tensor sigmoid(final Tensor x) {
		final Tensor out = tensors.temporary(x.shape());
		Nd4j.getExecutioner().exec(new Sigmoid(array(x), array(out)));
		return out;
	}

	@Override
	public Tensor sigmoidGradient(final Tensor result, final Tensor gradient) {
		final INDArray s = array(result);
		return tensors.of(s.rsub(1).muli(s).muli(array(gradient)));
	}

	@Override
	public Tensor depthToSpace(final Tensor x, final int block) {
		final long[] in = x.shape();
		return shuffle("depth_to_space", x, block, in[0], in[1] / block / block,
			in[2] * block, in[3] * block);
	}

	@Override
	public Tensor spaceToDepth(final Tensor x, final int block) {
		final long[] in = x.shape();
		return shuffle("space_to_depth", x, block, in[0], in[1] * block * block,
			in[2] / block, in[3] / block);
	}

	private Tensor shuffle(final String operation, final Tensor x,
		final int block, final long... shape)
	{
		final Tensor out = tensors.temporary(shape);
		Nd4j.exec(DynamicCustomOp.builder(operation).addInputs(array(x)).addOutputs(
			array(out)).addIntegerArguments(block, 0).build());
		return out;
	}

	@Override
	public void adam(final Tensor value, final Tensor gradient, final Tensor mean,
		final Tensor square, final Adam settings, final int step)
	{
		final INDArray update = array(gradient);
		Nd4j.exec(new AdamUpdater(update, array(square), array(mean), settings
			.rate(), settings.beta1(), settings.beta2(), settings.epsilon(), step));
		array(value).subi(update);
	}

	@Override
	public Tensor softmax(final Tensor x) {
		final Tensor out = tensors.temporary(x.shape());
		Nd4j.exec(DynamicCustomOp.builder("softmax").addInputs(array(x)).addOutputs(
			array(out)).addIntegerArguments(x.shape().length - 1).build());
		return out;
	}

	@Override
	public Tensor softmaxGradient(final Tensor result, final Tensor gradient) {
		final INDArray s = array(result);
		final INDArray weighted = s.mul(array(gradient));
		return tensors.of(weighted.sub(s.mul(weighted.sum(true, s.rank() - 1))));
	}

	@Override
	public Tensor maxPool(final Tensor x) {
		final Tensor out = tensors.temporary(x.size(0), x.size(1), x.size(2) / 2,
			x.size(
			3) / 2);
		Nd4j.exec(pooling("maxpool2d").addInputs(array(x)).addOutputs(array(out))
			.build());
		return out;
	}

	@Override
	public Tensor maxPoolGradient(final Tensor x, final Tensor gradient) {
		final Tensor out = tensors.temporary(x.shape());
		Nd4j.exec(pooling("maxpool2d_bp").addInputs(array(x), array(gradient))
			.addOutputs(array(out)).build());
		return out;
	}

	private static DynamicCustomOp.DynamicCustomOpsBuilder pooling(
		final String operation)
	{
		// Kernel, stride, padding, dilation, then: VALID, nothing, N×C×H×W.
		return DynamicCustomOp.builder(operation).addIntegerArguments(2, 2, 2, 2, 0,
			0, 1, 1, 0, 0, 0);
	}

	private Tensor orTemporary(final Tensor given, final Tensor like) {
		return given != null ? given : tensors.temporary(like.shape());
	}
}
