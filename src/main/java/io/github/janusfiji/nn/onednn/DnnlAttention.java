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

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.onednn.Dnnl.Argument;
import io.github.janusfiji.nn.onednn.Dnnl.Primitive;
import io.github.janusfiji.nn.onednn.Dnnl.Processor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** What self-attention computes: products of many matrices, and shares of rows. */
final class DnnlAttention {

	/** Products of matrices N×…, by the extents of what is in memory. */
	private record Product(List<Long> a, List<Long> b, boolean transposeA,
		boolean transposeB)
	{
		private Product(final long[] a, final long[] b, final boolean transposeA,
			final boolean transposeB)
		{
			this(boxed(a), boxed(b), transposeA, transposeB);
		}
	}

	/** Softmax over the last index, by the extents. */
	private record Rows(List<Long> shape) {}

	private final EngineJudge judge;
	private final Map<Product, Optional<Primitive>> products = new HashMap<>();
	private final Map<Rows, Optional<DnnlSoftmax>> softmaxes = new HashMap<>();

	DnnlAttention(final EngineJudge judge) {
		this.judge = judge;
	}

	private static List<Long> boxed(final long[] shape) {
		return Arrays.stream(shape).boxed().toList();
	}

	/**
	 * @param a N×M×K, or N×K×M to be transposed
	 * @param b N×K×L, or N×L×K to be transposed
	 * @param transposeA whether to transpose a
	 * @param transposeB whether to transpose b
	 * @return arguments: a, b, result, all plain; empty if oneDNN computes it wrong
	 */
	Optional<Primitive> product(final long[] a, final long[] b,
		final boolean transposeA, final boolean transposeB)
	{
		return products.computeIfAbsent(new Product(a, b, transposeA, transposeB),
			key -> {
				final long[] first = first(a), other = first(b);
				return judge.accepts(new Product(first, other, transposeA, transposeB),
					() -> "product of matrices " + key.a + (transposeA ? " transposed"
						: "") + " by " + key.b + (transposeB ? " transposed" : ""),
					() -> DnnlAttentionCheck.isRight(compile(first, other, transposeA,
						transposeB), first, other, transposeA, transposeB)) ? Optional.of(
							compile(a, b, transposeA, transposeB)) : Optional.empty();
			});
	}

	/** The first of many matrices. */
	private static long[] first(final long[] shape) {
		final long[] one = shape.clone();
		one[0] = 1;
		return one;
	}

	private static Primitive compile(final long[] a, final long[] b,
		final boolean transposeA, final boolean transposeB)
	{
		final DnnlLayout left = matrices(a, transposeA);
		final DnnlLayout right = matrices(b, transposeB);
		final DnnlLayout result = DnnlLayout.plain(a[0], left.shape()[1], right
			.shape()[2]);
		return new Primitive(new matmul(new matmul.primitive_desc(Processor.ENGINE,
			left.descriptor(), right.descriptor(), result.descriptor())),
				new Argument(
				DNNL_ARG_SRC, left), new Argument(DNNL_ARG_WEIGHTS, right),
					new Argument(
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

	/**
	 * @param shape extents; shares are of the last index
	 * @return plain; empty if oneDNN computes it wrong
	 */
	Optional<DnnlSoftmax> softmax(final long[] shape) {
		return softmaxes.computeIfAbsent(new Rows(boxed(shape)), key -> {
			final long[] few = first(shape);
			return judge.accepts(new Rows(boxed(few)), () -> "softmax of " +
				key.shape,
				() -> DnnlAttentionCheck.isRight(compile(few), few)) ? Optional.of(
					compile(shape)) : Optional.empty();
		});
	}

	private static DnnlSoftmax compile(final long[] shape) {
		final var layout = DnnlLayout.plain(shape);
		final var d = layout.descriptor();
		final int last = shape.length - 1;
		final var forward = new softmax_forward.primitive_desc(Processor.ENGINE,
			dnnl.dnnl_forward_training, dnnl.dnnl_softmax_accurate, d, d, last);
		final var backward = new softmax_backward.primitive_desc(Processor.ENGINE,
			dnnl.dnnl_softmax_accurate, d, d, d, last, forward);
		return new DnnlSoftmax(new Primitive(new softmax_forward(forward),
			new Argument(
			DNNL_ARG_SRC, layout), new Argument(DNNL_ARG_DST, layout)), new Primitive(
				new softmax_backward(backward), new Argument(DNNL_ARG_DST, layout),
				new Argument(DNNL_ARG_DIFF_DST, layout), new Argument(DNNL_ARG_DIFF_SRC,
					layout)));
	}
}
