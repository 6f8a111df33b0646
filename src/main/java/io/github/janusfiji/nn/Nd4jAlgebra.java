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

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link Algebra} and {@link LossFunctions} on ND4J's operations. */
abstract class Nd4jAlgebra extends Nd4jMemory {

	Nd4jAlgebra(final DataType type) {
		super(type);
	}

	@Override
	public Tensor filled(final double value, final long... shape) {
		final Tensor out = temporary(shape);
		array(out).assign(value);
		return out;
	}

	@Override
	public Tensor copy(final Tensor x) {
		final Tensor out = temporary(x.shape());
		array(out).assign(array(x));
		return out;
	}

	@Override
	public Tensor sum(final Tensor x, final Tensor y) {
		return new Array(array(x).add(array(y)));
	}

	@Override
	public Tensor multiply(final Tensor x, final Tensor y) {
		return new Array(array(x).mul(array(y)));
	}

	@Override
	public Tensor scale(final Tensor x, final double factor) {
		return new Array(array(x).mul(factor));
	}

	@Override
	public Tensor scale(final Tensor x, final Tensor factor) {
		return scale(x, array(factor).getDouble(0));
	}

	@Override
	public void dot(final Tensor x, final Tensor y, final Tensor result) {
		array(result).assign(array(x).mul(array(y)).sumNumber().doubleValue());
	}

	@Override
	public Tensor blend(final Tensor alpha, final Tensor x, final Tensor y) {
		return new Array(array(x).sub(array(y)).muli(array(alpha)).addi(array(y)));
	}

	@Override
	public BlendGradient blendGradient(final Tensor alpha, final Tensor x,
		final Tensor y, final Tensor gradient)
	{
		final INDArray g = array(gradient);
		final Tensor alphas = temporary(alpha.shape());
		array(alphas).assign(array(x).sub(array(y)).muli(g).sum(true, 1));
		final INDArray dx = g.mul(array(alpha));
		return new BlendGradient(alphas, new Array(dx), new Array(g.sub(dx)));
	}

	@Override
	public Tensor matmul(final Tensor a, final Tensor b,
		final boolean transposeA, final boolean transposeB)
	{
		final Tensor out = temporary(a.size(0), a.size(transposeA ? 2 : 1), b.size(
			transposeB ? 1 : 2));
		Nd4jAffine.multiply(array(a), array(b), array(out), transposeA, transposeB);
		return out;
	}

	@Override
	public Tensor softmax(final Tensor x) {
		final Tensor out = temporary(x.shape());
		Nd4j.exec(DynamicCustomOp.builder("softmax").addInputs(array(x)).addOutputs(
			array(out)).addIntegerArguments(x.shape().length - 1).build());
		return out;
	}

	@Override
	public Tensor softmaxGradient(final Tensor result, final Tensor gradient) {
		final INDArray s = array(result);
		final INDArray weighted = s.mul(array(gradient));
		return new Array(weighted.sub(s.mul(weighted.sum(true, s.rank() - 1))));
	}

	@Override
	public Tensor channels(final Tensor x, final long from, final long to) {
		return new Array(array(x).get(NDArrayIndex.all(), NDArrayIndex.interval(from,
			to)).dup('c'));
	}

	@Override
	public Tensor concatenate(final Tensor... parts) {
		final long[] shape = parts[0].shape().clone();
		shape[1] = Arrays.stream(parts).mapToLong(part -> part.size(1)).sum();
		final Tensor out = temporary(shape);
		long channel = 0;
		for (final Tensor part : parts) {
			array(out).get(NDArrayIndex.all(), NDArrayIndex.interval(channel, channel +
				part.size(1))).assign(array(part));
			channel += part.size(1);
		}
		return out;
	}

	@Override
	public Tensor difference(final Tensor x, final int axis) {
		final long[] shape = x.shape().clone();
		final long n = --shape[axis];
		final Tensor out = temporary(shape);
		array(out).assign(along(array(x), axis, 1, n + 1)).subi(along(array(x), axis,
			0, n));
		return out;
	}

	@Override
	public Tensor differenceGradient(final Tensor gradient, final int axis) {
		final long[] shape = gradient.shape().clone();
		final long n = shape[axis]++;
		final Tensor out = filled(0, shape);
		along(array(out), axis, 1, n + 1).addi(array(gradient));
		along(array(out), axis, 0, n).subi(array(gradient));
		return out;
	}

	private static INDArray along(final INDArray x, final int axis,
		final long from, final long to)
	{
		final var index = new INDArrayIndex[x.rank()];
		Arrays.fill(index, NDArrayIndex.all());
		index[axis] = NDArrayIndex.interval(from, to);
		return x.get(index);
	}

	@Override
	public Tensor maxPool(final Tensor x) {
		final Tensor out = temporary(x.size(0), x.size(1), x.size(2) / 2, x.size(
			3) / 2);
		Nd4j.exec(pooling("maxpool2d").addInputs(array(x)).addOutputs(array(out))
			.build());
		return out;
	}

	@Override
	public Tensor maxPoolGradient(final Tensor x, final Tensor gradient) {
		final Tensor out = temporary(x.shape());
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

	@Override
	public Loss meanAbsoluteError(final Tensor x, final Tensor y) {
		final INDArray difference = array(x).sub(array(y));
		final long n = difference.length();
		final double mean = difference.norm1Number().doubleValue() / n;
		return new Loss(mean, new Array(Transforms.sign(difference, false).muli(1.0 /
			n)));
	}

	@Override
	public Loss meanSquaredError(final Tensor x, final Tensor y) {
		final INDArray difference = array(x).sub(array(y));
		final long n = difference.length();
		final double norm = difference.norm2Number().doubleValue();
		return new Loss(norm * norm / n, new Array(difference.muli(2.0 / n)));
	}

	@Override
	public Loss binaryCrossEntropy(final Tensor x, final Tensor y) {
		final INDArray product = array(x).mul(array(y));
		final double mean = softplus(array(x)).subi(product).meanNumber()
			.doubleValue();
		return new Loss(mean, new Array(Transforms.sigmoid(array(x), true).subi(array(
			y)).divi(x.length())));
	}

	@Override
	public Loss meanSoftplus(final Tensor x, final int sign) {
		final INDArray signed = array(x).mul(sign);
		return new Loss(softplus(signed).meanNumber().doubleValue(), new Array(
			Transforms.sigmoid(signed, false).muli((double) sign / x.length())));
	}

	/** log(1 + exp(x)) = max(x, 0) + log(1 + exp(−|x|)): no overflow. */
	private static INDArray softplus(final INDArray x) {
		final INDArray tail = Transforms.log(Transforms.exp(Transforms.abs(x, true)
			.negi(), false).addi(1), false);
		return tail.addi(Transforms.max(x, 0, true));
	}

	@Override
	public Loss mean(final Tensor x) {
		return new Loss(array(x).meanNumber().doubleValue(), filled(1.0 / x.length(),
			x.shape()));
	}
}
