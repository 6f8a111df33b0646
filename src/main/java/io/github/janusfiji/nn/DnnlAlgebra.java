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
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.github.janusfiji.nn.Dnnl.Argument;
import io.github.janusfiji.nn.Dnnl.Primitive;
import io.github.janusfiji.nn.Dnnl.Processor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/**
 * Parts, sums and scales of tensors in whatever layout they lie, and what
 * attention asks for, by oneDNN.
 */
abstract class DnnlAlgebra extends DnnlMemory {

	/** A product of matrices N×…, by the extents of what is in memory. */
	private record Product(List<Long> a, List<Long> b, boolean transposeA,
		boolean transposeB)
	{}

	private record Softmax(Primitive forward, Primitive backward) {}

	private final Map<Product, Primitive> products = new HashMap<>();
	private final Map<List<Long>, Softmax> softmaxes = new HashMap<>();

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
		final Tensor out = temporary(a.size(0), a.size(transposeA ? 2 : 1), b.size(
			transposeB ? 1 : 2));
		final DnnlTensor left = plain(a), right = plain(b);
		products.computeIfAbsent(new Product(extents(a), extents(b), transposeA,
			transposeB), p -> product(a.shape(), b.shape(), transposeA, transposeB, out
				.shape())).run(left.memory(), right.memory(), wrap(out).memory());
		done(a, left);
		done(b, right);
		return out;
	}

	private static Primitive product(final long[] a, final long[] b,
		final boolean transposeA, final boolean transposeB, final long[] out)
	{
		final DnnlLayout left = matrices(a, transposeA);
		final DnnlLayout right = matrices(b, transposeB);
		final DnnlLayout result = DnnlLayout.plain(out);
		return new Primitive(new matmul(new matmul.primitive_desc(Processor.ENGINE,
			left.descriptor(), right.descriptor(), result.descriptor())), new Argument(
				DNNL_ARG_SRC, left), new Argument(DNNL_ARG_WEIGHTS, right), new Argument(
					DNNL_ARG_DST, result));
	}

	/** Matrices one after the other, read by columns if transposed. */
	private static DnnlLayout matrices(final long[] shape,
		final boolean transposed)
	{
		if (!transposed) return DnnlLayout.plain(shape);
		return DnnlLayout.strided(new long[] { shape[0], shape[2], shape[1] },
			new long[] { shape[1] * shape[2], 1, shape[2] });
	}

	private static List<Long> extents(final Tensor tensor) {
		return Arrays.stream(tensor.shape()).boxed().toList();
	}

	private DnnlTensor plain(final Tensor x) {
		return in(x, DnnlLayout.plain(x.shape()));
	}

	private Softmax softmaxOf(final Tensor x) {
		return softmaxes.computeIfAbsent(extents(x), shape -> {
			final var layout = DnnlLayout.plain(x.shape());
			final var d = layout.descriptor();
			final int last = shape.size() - 1;
			final var forward = new softmax_forward.primitive_desc(Processor.ENGINE,
				dnnl.dnnl_forward_training, dnnl.dnnl_softmax_accurate, d, d, last);
			final var backward = new softmax_backward.primitive_desc(
				Processor.ENGINE, dnnl.dnnl_softmax_accurate, d, d, d, last, forward);
			return new Softmax(new Primitive(new softmax_forward(forward),
				new Argument(DNNL_ARG_SRC, layout), new Argument(DNNL_ARG_DST, layout)),
				new Primitive(new softmax_backward(backward), new Argument(DNNL_ARG_DST,
					layout), new Argument(DNNL_ARG_DIFF_DST, layout), new Argument(
						DNNL_ARG_DIFF_SRC, layout)));
		});
	}

	@Override
	public final Tensor softmax(final Tensor x) {
		final Tensor out = temporary(x.shape());
		final DnnlTensor in = plain(x);
		softmaxOf(x).forward.run(in.memory(), wrap(out).memory());
		done(x, in);
		return out;
	}

	@Override
	public final Tensor softmaxGradient(final Tensor result,
		final Tensor gradient)
	{
		final Tensor out = temporary(result.shape());
		final DnnlTensor s = plain(result), g = plain(gradient);
		softmaxOf(result).backward.run(s.memory(), g.memory(), wrap(out).memory());
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
