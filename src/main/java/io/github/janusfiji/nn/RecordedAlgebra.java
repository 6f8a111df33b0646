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

/**
 * The operations of {@link Algebra} on a {@link Tape}, which documents them, and
 * their gradients.
 */
final class RecordedAlgebra {

	private final Recorder recorder;
	private final Algebra algebra;

	RecordedAlgebra(final Recorder recorder) {
		this.recorder = recorder;
		algebra = recorder.engine.algebra();
	}

	Node sum(final Node x, final Node y) {
		final Node out = recorder.node(algebra.sum(x.value, y.value),
			Recorder.anyNeeds(x, y));
		recorder.record(out, () -> {
			// Each its own: a node may change the gradient it holds.
			if (y.needsGradient) recorder.accumulate(y, algebra.copy(out.gradient));
			recorder.accumulate(x, out.gradient);
		});
		return out;
	}

	Node multiply(final Node x, final Node y) {
		final Node out = recorder.node(algebra.multiply(x.value, y.value),
			Recorder.anyNeeds(x, y));
		recorder.record(out, () -> {
			if (x.needsGradient) recorder.accumulate(x, algebra.multiply(out.gradient,
				y.value));
			if (y.needsGradient) recorder.accumulate(y, algebra.multiply(out.gradient,
				x.value));
			recorder.spend(out);
		});
		return out;
	}

	Node scale(final Node x, final double factor) {
		final Node out = recorder.node(algebra.scale(x.value, factor),
			Recorder.anyNeeds(x));
		recorder.record(out, () -> {
			recorder.accumulate(x, algebra.scale(out.gradient, factor));
			recorder.spend(out);
		});
		return out;
	}

	Node scale(final Node x, final Parameter gain) {
		final Node out = recorder.node(algebra.scale(x.value, gain.value()),
			x.needsGradient || !gain.isFrozen());
		recorder.record(out, () -> {
			final Tensor target = gain.gradientTarget();
			if (target != null) algebra.dot(x.value, out.gradient, target);
			gain.accumulate(target);
			if (x.needsGradient) recorder.accumulate(x, algebra.scale(out.gradient,
				gain
				.value()));
			recorder.spend(out);
		});
		return out;
	}

	Node blend(final Node alpha, final Node x, final Node y) {
		final Node out = recorder.node(algebra.blend(alpha.value, x.value, y.value),
			Recorder.anyNeeds(alpha, x, y));
		recorder.record(out, () -> {
			final var gradient = algebra.blendGradient(alpha.value, x.value,
				y.value, out.gradient);
			recorder.accumulate(alpha, gradient.alpha());
			recorder.accumulate(x, gradient.x());
			recorder.accumulate(y, gradient.y());
			recorder.spend(out);
		});
		return out;
	}

	Node matmul(final Node a, final Node b,
		final boolean transposeA, final boolean transposeB)
	{
		final Node out = recorder.node(algebra.matmul(a.value, b.value, transposeA,
			transposeB), Recorder.anyNeeds(a, b));
		recorder.record(out, () -> {
			// C = A·B: dA = dC·Bᵀ, dB = Aᵀ·dC; of a transposed argument transposed.
			final Tensor g = out.gradient;
			if (a.needsGradient) recorder.accumulate(a, transposeA ?
				algebra.matmul(b.value,
				g, transposeB, true) : algebra.matmul(g, b.value, false,
					!transposeB));
			if (b.needsGradient) recorder.accumulate(b, transposeB ? algebra.matmul(g,
				a.value, true, transposeA) : algebra.matmul(a.value, g, !transposeA,
					false));
			recorder.spend(out);
		});
		return out;
	}

	Node channels(final Node x, final long from, final long to) {
		final Node out = recorder.node(algebra.channels(x.value, from, to),
			Recorder.anyNeeds(x));
		recorder.record(out, () -> {
			recorder.accumulate(x, algebra.concatenate(Stream.of(zeros(x, from),
				out.gradient, zeros(x, x.value.size(1) - to)).filter(part -> part.size(
					1) > 0).toArray(Tensor[]::new)));
			recorder.spend(out);
		});
		return out;
	}

	private Tensor zeros(final Node like, final long channels) {
		final long[] shape = like.value.shape().clone();
		shape[1] = channels;
		return channels == 0 ? new Nothing(shape) : algebra.filled(0, shape);
	}

	private record Nothing(long[] shape) implements Tensor {}

	Node concatenate(final Node... parts) {
		final Node out = recorder.node(algebra.concatenate(Stream.of(parts).map(
			Node::value).toArray(Tensor[]::new)), Recorder.anyNeeds(parts[0], parts));
		recorder.record(out, () -> {
			long channel = 0;
			for (final Node part : parts) {
				final long end = channel + part.value.size(1);
				if (part.needsGradient) recorder.accumulate(part, algebra.channels(
					out.gradient, channel, end));
				channel = end;
			}
			recorder.spend(out);
		});
		return out;
	}

	Node difference(final Node x, final int axis) {
		final Node out = recorder.node(algebra.difference(x.value, axis),
			Recorder.anyNeeds(x));
		recorder.record(out, () -> {
			recorder.accumulate(x, algebra.differenceGradient(out.gradient, axis));
			recorder.spend(out);
		});
		return out;
	}
}
