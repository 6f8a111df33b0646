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

import io.github.janusfiji.nn.Algebra;
import io.github.janusfiji.nn.Tensor;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** {@link Algebra} by ND4J's operations. */
final class Nd4jAlgebra implements Algebra {

	private final Nd4jTensors tensors;

	/** @param tensors of the engine */
	Nd4jAlgebra(final Nd4jTensors tensors) {
		this.tensors = tensors;
	}

	private INDArray array(final Tensor tensor) {
		return tensors.array(tensor);
	}

	@Override
	public Tensor filled(final double value, final long... shape) {
		final Tensor out = tensors.temporary(shape);
		array(out).assign(value);
		return out;
	}

	@Override
	public Tensor copy(final Tensor x) {
		final Tensor out = tensors.temporary(x.shape());
		array(out).assign(array(x));
		return out;
	}

	@Override
	public Tensor sum(final Tensor x, final Tensor y) {
		return tensors.of(array(x).add(array(y)));
	}

	@Override
	public Tensor multiply(final Tensor x, final Tensor y) {
		return tensors.of(array(x).mul(array(y)));
	}

	@Override
	public Tensor scale(final Tensor x, final double factor) {
		return tensors.of(array(x).mul(factor));
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
		return tensors.of(array(x).sub(array(y)).muli(array(alpha)).addi(array(y)));
	}

	@Override
	public BlendGradient blendGradient(final Tensor alpha, final Tensor x,
		final Tensor y, final Tensor gradient)
	{
		final INDArray g = array(gradient);
		final Tensor alphas = tensors.temporary(alpha.shape());
		array(alphas).assign(array(x).sub(array(y)).muli(g).sum(true, 1));
		final INDArray dx = g.mul(array(alpha));
		return new BlendGradient(alphas, tensors.of(dx), tensors.of(g.sub(dx)));
	}

	@Override
	public Tensor matmul(final Tensor a, final Tensor b,
		final boolean transposeA, final boolean transposeB)
	{
		final Tensor out = tensors.temporary(a.size(0), a.size(transposeA ? 2 : 1),
			b.size(
			transposeB ? 1 : 2));
		Nd4jAffine.multiply(array(a), array(b), array(out), transposeA, transposeB);
		return out;
	}

	@Override
	public Tensor channels(final Tensor x, final long from, final long to) {
		return tensors.of(array(x).get(NDArrayIndex.all(), NDArrayIndex.interval(
			from,
			to)).dup('c'));
	}

	@Override
	public Tensor concatenate(final Tensor... parts) {
		final long[] shape = parts[0].shape().clone();
		shape[1] = Arrays.stream(parts).mapToLong(part -> part.size(1)).sum();
		final Tensor out = tensors.temporary(shape);
		long channel = 0;
		for (final Tensor part : parts) {
			array(out).get(NDArrayIndex.all(), NDArrayIndex.interval(channel,
				channel +
				part.size(1))).assign(array(part));
			channel += part.size(1);
		}
		return out;
	}

	@Override
	public Tensor difference(final Tensor x, final int axis) {
		final long[] shape = x.shape().clone();
		final long n = --shape[axis];
		final Tensor out = tensors.temporary(shape);
		array(out).assign(along(array(x), axis, 1, n + 1)).subi(along(array(x),
			axis,
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
	public Tensor stack(final Tensor... parts) {
		final long[] shape = parts[0].shape().clone();
		shape[0] = Arrays.stream(parts).mapToLong(part -> part.size(0)).sum();
		final Tensor out = tensors.temporary(shape);
		long row = 0;
		for (final Tensor part : parts) {
			array(out).get(NDArrayIndex.interval(row, row + part.size(0))).assign(
				array(
				part));
			row += part.size(0);
		}
		return out;
	}

	@Override
	public void add(final Tensor x, final Tensor y) {
		array(x).addi(array(y));
	}

	@Override
	public double norm(final Tensor tensor) {
		return array(tensor).norm2Number().doubleValue();
	}

	@Override
	public void scaleInPlace(final Tensor tensor, final double factor) {
		array(tensor).muli(factor);
	}
}
