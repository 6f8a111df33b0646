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

/**
 * Parts, sums and scales of tensors in whatever layout they lie, and what
 * attention asks for, by oneDNN.
 */
abstract class DnnlAlgebra extends DnnlMemory {

	private final DnnlAttention attention;

	/** @param judge decides what oneDNN may compute */
	DnnlAlgebra(final DnnlJudge judge) {
		super(judge);
		attention = new DnnlAttention(judge);
	}

	@Override
	public final Tensor rows(final Tensor x, final long from, final long to) {
		if (!(x instanceof DnnlTensor d)) return super.rows(x, from, to);
		final var order = d.layout().order();
		if (order.isEmpty()) return super.rows(new Array(array(x)), from, to);
		final long[] shape = d.shape().clone();
		shape[0] = to - from;
		final long row = d.layout().floats() / d.size(0);
		return new DnnlTensor(DnnlLayout.of(shape, order.get()), d.memory().part(
			from * row, (to - from) * row), false);
	}

	@Override
	public final Tensor reshape(final Tensor x, final long... shape) {
		final DnnlTensor d = wrap(x);
		final DnnlTensor plain = in(d, DnnlLayout.plain(d.shape()));
		final var layout = DnnlLayout.plain(shape);
		return plain == d ? new DnnlTensor(layout, d.memory(), false)
			: new DnnlTensor(layout, plain.disown(), true);
	}

	@Override
	public final Tensor stack(final Tensor... parts) {
		if (!(parts[0] instanceof DnnlTensor first)) return super.stack(parts);
		final var order = first.layout().order();
		if (order.isEmpty()) return super.stack(parts);
		final long[] shape = first.shape().clone();
		shape[0] = 0;
		for (final Tensor part : parts)
			shape[0] += part.size(0);
		final Tensor out = temporary(DnnlLayout.of(shape, order.get()));
		long row = 0;
		for (final Tensor part : parts) {
			assign(rows(out, row, row + part.size(0)), part);
			row += part.size(0);
		}
		return out;
	}

	@Override
	public final void add(final Tensor x, final Tensor y) {
		final DnnlTensor target = wrap(x);
		final DnnlTensor more = in(y, target.layout());
		target.memory().array().addi(more.memory().array());
		done(y, more);
	}

	@Override
	public final Tensor copy(final Tensor x) {
		final Tensor out = temporaryLike(x);
		assign(out, x);
		return out;
	}

	@Override
	public final Tensor sum(final Tensor x, final Tensor y) {
		final Tensor out = copy(x);
		add(out, y);
		return out;
	}

	@Override
	public final Tensor matmul(final Tensor a, final Tensor b,
		final boolean transposeA, final boolean transposeB)
	{
		final var product = attention.product(a.shape(), b.shape(), transposeA,
			transposeB);
		if (product.isEmpty()) return super.matmul(a, b, transposeA, transposeB);
		final Tensor out = temporary(a.size(0), a.size(transposeA ? 2 : 1), b.size(
			transposeB ? 1 : 2));
		final DnnlTensor left = plain(a), right = plain(b);
		product.get().run(left.memory(), right.memory(), wrap(out).memory());
		done(a, left);
		done(b, right);
		return out;
	}

	private DnnlTensor plain(final Tensor x) {
		return in(x, DnnlLayout.plain(x.shape()));
	}

	@Override
	public final Tensor softmax(final Tensor x) {
		final var softmax = attention.softmax(x.shape());
		if (softmax.isEmpty()) return super.softmax(x);
		final Tensor out = temporary(x.shape());
		final DnnlTensor in = plain(x);
		softmax.get().forward().run(in.memory(), wrap(out).memory());
		done(x, in);
		return out;
	}

	@Override
	public final Tensor softmaxGradient(final Tensor result,
		final Tensor gradient)
	{
		final var softmax = attention.softmax(result.shape());
		if (softmax.isEmpty()) return super.softmaxGradient(result, gradient);
		final Tensor out = temporary(result.shape());
		final DnnlTensor s = plain(result), g = plain(gradient);
		softmax.get().backward().run(s.memory(), g.memory(), wrap(out).memory());
		done(result, s);
		done(gradient, g);
		return out;
	}

	@Override
	public final Tensor scale(final Tensor x, final double factor) {
		final Tensor out = copy(x);
		scaleInPlace(out, factor);
		return out;
	}

	@Override
	public final void scaleInPlace(final Tensor x, final double factor) {
		memory(x).muli(factor);
	}

	@Override
	public final Tensor multiply(final Tensor x, final Tensor y) {
		final DnnlTensor out = (DnnlTensor) copy(x);
		final DnnlTensor other = in(y, out.layout());
		out.memory().array().muli(other.memory().array());
		done(y, other);
		return out;
	}

	@Override
	public final void dot(final Tensor x, final Tensor y, final Tensor result) {
		final DnnlTensor a = wrap(x), b = in(y, a.layout());
		wrap(result).memory().buffer().put((float) sumOfProducts(a.memory()
			.buffer(), b.memory().buffer()));
		done(y, b);
	}

	/** What fills up a layout's blocks is zero and adds nothing. */
	@Override
	public final double norm(final Tensor x) {
		final var elements = elements(x);
		return Math.sqrt(sumOfProducts(elements, elements));
	}
}
