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

import io.github.janusfiji.nn.Algebra;
import io.github.janusfiji.nn.FloatLoops;
import io.github.janusfiji.nn.Tensor;

/**
 * {@link Algebra} on tensors in whatever layout they lie: sums and scales as
 * they are, products of matrices by oneDNN, the rest by ND4J on plain copies.
 */
final class DnnlAlgebra implements Algebra {

	private final DnnlMemory memory;
	private final DnnlAttention attention;
	private final Algebra nd4j;

	/**
	 * @param memory of the engine
	 * @param attention products of matrices
	 * @param nd4j computes what is missing, on the same memory
	 */
	DnnlAlgebra(final DnnlMemory memory, final DnnlAttention attention,
		final Algebra nd4j)
	{
		this.memory = memory;
		this.attention = attention;
		this.nd4j = nd4j;
	}

	@Override
	public Tensor stack(final Tensor... parts) {
		if (!(parts[0] instanceof DnnlTensor first)) return nd4j.stack(parts);
		final var order = first.layout().order();
		if (order.isEmpty()) return nd4j.stack(parts);
		final long[] shape = first.shape().clone();
		shape[0] = 0;
		for (final Tensor part : parts)
			shape[0] += part.size(0);
		final Tensor out = memory.temporary(DnnlLayout.of(shape, order.get()));
		long row = 0;
		for (final Tensor part : parts) {
			memory.assign(memory.rows(out, row, row + part.size(0)), part);
			row += part.size(0);
		}
		return out;
	}

	@Override
	public void add(final Tensor x, final Tensor y) {
		final DnnlTensor target = memory.wrap(x);
		final DnnlTensor more = memory.in(y, target.layout());
		target.memory().array().addi(more.memory().array());
		memory.done(y, more);
	}

	@Override
	public Tensor copy(final Tensor x) {
		final Tensor out = memory.temporaryLike(x);
		memory.assign(out, x);
		return out;
	}

	@Override
	public Tensor sum(final Tensor x, final Tensor y) {
		final Tensor out = copy(x);
		add(out, y);
		return out;
	}

	@Override
	public Tensor matmul(final Tensor a, final Tensor b,
		final boolean transposeA, final boolean transposeB)
	{
		final var product = attention.product(a.shape(), b.shape(), transposeA,
			transposeB);
		if (product.isEmpty()) return nd4j.matmul(a, b, transposeA, transposeB);
		final Tensor out = memory.temporary(a.size(0), a.size(transposeA ? 2 : 1),
			b.size(
			transposeB ? 1 : 2));
		final DnnlTensor left = plain(a), right = plain(b);
		product.get().run(left.memory(), right.memory(), memory.wrap(out).memory());
		memory.done(a, left);
		memory.done(b, right);
		return out;
	}

	private DnnlTensor plain(final Tensor x) {
		return memory.in(x, DnnlLayout.plain(x.shape()));
	}

	@Override
	public Tensor scale(final Tensor x, final double factor) {
		final Tensor out = copy(x);
		scaleInPlace(out, factor);
		return out;
	}

	@Override
	public void scaleInPlace(final Tensor x, final double factor) {
		memory.numbers(x).muli(factor);
	}

	@Override
	public Tensor multiply(final Tensor x, final Tensor y) {
		final DnnlTensor out = (DnnlTensor) copy(x);
		final DnnlTensor other = memory.in(y, out.layout());
		out.memory().array().muli(other.memory().array());
		memory.done(y, other);
		return out;
	}

	@Override
	public void dot(final Tensor x, final Tensor y, final Tensor result) {
		final DnnlTensor a = memory.wrap(x), b = memory.in(y, a.layout());
		memory.wrap(result).memory().buffer().put((float) FloatLoops.sumOfProducts(
			a.memory()
			.buffer(), b.memory().buffer()));
		memory.done(y, b);
	}

	/** What fills up a layout's blocks is zero and adds nothing. */
	@Override
	public double norm(final Tensor x) {
		final var elements = memory.elements(x);
		return Math.sqrt(FloatLoops.sumOfProducts(elements, elements));
	}

	@Override
	public Tensor scale(final Tensor x, final Tensor factor) {
		return scale(x, memory.array(factor).getDouble(0));
	}

	@Override
	public Tensor filled(final double value, final long... shape) {
		return nd4j.filled(value, shape);
	}

	@Override
	public Tensor blend(final Tensor alpha, final Tensor x, final Tensor y) {
		return nd4j.blend(alpha, x, y);
	}

	@Override
	public BlendGradient blendGradient(final Tensor alpha, final Tensor x,
		final Tensor y, final Tensor gradient)
	{
		return nd4j.blendGradient(alpha, x, y, gradient);
	}

	@Override
	public Tensor channels(final Tensor x, final long from, final long to) {
		return nd4j.channels(x, from, to);
	}

	@Override
	public Tensor concatenate(final Tensor... parts) {
		return nd4j.concatenate(parts);
	}

	@Override
	public Tensor difference(final Tensor x, final int axis) {
		return nd4j.difference(x, axis);
	}

	@Override
	public Tensor differenceGradient(final Tensor gradient, final int axis) {
		return nd4j.differenceGradient(gradient, axis);
	}
}
