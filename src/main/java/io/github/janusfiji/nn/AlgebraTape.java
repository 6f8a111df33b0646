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

import java.util.stream.Stream;

/** Sums, products, slices and the like of a {@link Tape}. */
abstract class AlgebraTape extends LossTape {

	AlgebraTape(final Operations operations, final boolean recording) {
		super(operations, recording);
	}

	/**
	 * @param x any
	 * @param y the same shape
	 * @return x + y
	 */
	public final Node sum(final Node x, final Node y) {
		final Node out = node(operations.sum(x.value, y.value), anyNeeds(x, y));
		record(out, () -> {
			// Each its own: a node may change the gradient it holds.
			if (y.needsGradient) accumulate(y, operations.copy(out.gradient));
			accumulate(x, out.gradient);
		});
		return out;
	}

	/**
	 * @param x any
	 * @param y the same shape
	 * @return their products, element by element
	 */
	public final Node multiply(final Node x, final Node y) {
		final Node out = node(operations.multiply(x.value, y.value), anyNeeds(x,
			y));
		record(out, () -> {
			if (x.needsGradient) accumulate(x, operations.multiply(out.gradient,
				y.value));
			if (y.needsGradient) accumulate(y, operations.multiply(out.gradient,
				x.value));
			spend(out);
		});
		return out;
	}

	/**
	 * @param x any
	 * @param factor any number
	 * @return factor · x
	 */
	public final Node scale(final Node x, final double factor) {
		final Node out = node(operations.scale(x.value, factor), anyNeeds(x));
		record(out, () -> {
			accumulate(x, operations.scale(out.gradient, factor));
			spend(out);
		});
		return out;
	}

	/**
	 * @param x any
	 * @param gain one learned number
	 * @return gain · x
	 */
	public final Node scale(final Node x, final Parameter gain) {
		final Node out = node(operations.scale(x.value, gain.value()),
			x.needsGradient || !gain.isFrozen());
		record(out, () -> {
			final Tensor target = gain.gradientTarget();
			if (target != null) operations.dot(x.value, out.gradient, target);
			gain.accumulate(target);
			if (x.needsGradient) accumulate(x, operations.scale(out.gradient, gain
				.value()));
			spend(out);
		});
		return out;
	}

	/**
	 * @param alpha N×1×H×W, the share of x
	 * @param x N×C×H×W
	 * @param y the same shape as x
	 * @return alpha · x + (1 − alpha) · y
	 */
	public final Node blend(final Node alpha, final Node x, final Node y) {
		final Node out = node(operations.blend(alpha.value, x.value, y.value),
			anyNeeds(alpha, x, y));
		record(out, () -> {
			final var gradient = operations.blendGradient(alpha.value, x.value,
				y.value, out.gradient);
			accumulate(alpha, gradient.alpha());
			accumulate(x, gradient.x());
			accumulate(y, gradient.y());
			spend(out);
		});
		return out;
	}

	/**
	 * Matrix product, one for each of a minibatch.
	 *
	 * @param a N×M×K, or N×K×M to be transposed
	 * @param b N×K×L, or N×L×K to be transposed
	 * @param transposeA whether to transpose each matrix of a
	 * @param transposeB whether to transpose each matrix of b
	 * @return a · b, N×M×L
	 */
	public final Node matmul(final Node a, final Node b,
		final boolean transposeA, final boolean transposeB)
	{
		final Node out = node(operations.matmul(a.value, b.value, transposeA,
			transposeB), anyNeeds(a, b));
		record(out, () -> {
			// C = A·B: dA = dC·Bᵀ, dB = Aᵀ·dC; of a transposed argument transposed.
			final Tensor g = out.gradient;
			if (a.needsGradient) accumulate(a, transposeA ? operations.matmul(b.value,
				g, transposeB, true) : operations.matmul(g, b.value, false,
					!transposeB));
			if (b.needsGradient) accumulate(b, transposeB ? operations.matmul(g,
				a.value, true, transposeA) : operations.matmul(a.value, g, !transposeA,
					false));
			spend(out);
		});
		return out;
	}

	/**
	 * @param x …×K
	 * @return exp(x) over its sum along the last dimension
	 */
	public final Node softmax(final Node x) {
		final Node out = node(operations.softmax(x.value), anyNeeds(x));
		record(out, () -> {
			accumulate(x, operations.softmaxGradient(out.value, out.gradient));
			spend(out);
		});
		return out;
	}

	/**
	 * @param x N×C×…
	 * @param from first channel, from 0
	 * @param to the channel after the last
	 * @return N×(to − from)×…
	 */
	public final Node channels(final Node x, final long from, final long to) {
		final Node out = node(operations.channels(x.value, from, to), anyNeeds(x));
		record(out, () -> {
			accumulate(x, operations.concatenate(Stream.of(zeros(x, from),
				out.gradient, zeros(x, x.value.size(1) - to)).filter(part -> part.size(
					1) > 0).toArray(Tensor[]::new)));
			spend(out);
		});
		return out;
	}

	private Tensor zeros(final Node like, final long channels) {
		final long[] shape = like.value.shape().clone();
		shape[1] = channels;
		return channels == 0 ? new Nothing(shape) : operations.filled(0, shape);
	}

	private record Nothing(long[] shape) implements Tensor {}

	/**
	 * @param parts N×Cᵢ×… that agree in all other extents
	 * @return N×ΣCᵢ×…, their channels one after the other
	 */
	public final Node concatenate(final Node... parts) {
		final Node out = node(operations.concatenate(Stream.of(parts).map(
			Node::value).toArray(Tensor[]::new)), anyNeeds(parts[0], parts));
		record(out, () -> {
			long channel = 0;
			for (final Node part : parts) {
				final long end = channel + part.value.size(1);
				if (part.needsGradient) accumulate(part, operations.channels(
					out.gradient, channel, end));
				channel = end;
			}
			spend(out);
		});
		return out;
	}

	/**
	 * Differences of neighbours: the gradient of a picture.
	 *
	 * @param x N×C×H×W
	 * @param axis 2 for below − above, 3 for right − left
	 * @return N×C×(H − 1)×W or N×C×H×(W − 1)
	 */
	public final Node difference(final Node x, final int axis) {
		final Node out = node(operations.difference(x.value, axis), anyNeeds(x));
		record(out, () -> {
			accumulate(x, operations.differenceGradient(out.gradient, axis));
			spend(out);
		});
		return out;
	}
}
