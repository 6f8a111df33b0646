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

import java.util.function.Function;

/**
 * Records the operations of one forward pass and plays their gradients back in
 * reverse order (reverse-mode automatic differentiation).
 * <p>
 * Use one tape for one step, inside one {@link Operations.Scope}: forward, one
 * or more losses, {@link #backward()}. What {@code recording} a tape is not
 * leaves no trace: that is inference.
 * </p>
 */
public final class Tape extends AlgebraTape {

	/**
	 * @param operations what computes
	 * @param recording false for inference
	 */
	public Tape(final Operations operations, final boolean recording) {
		super(operations, recording);
	}

	/**
	 * Convolution with SAME padding.
	 *
	 * @param x N×I×H×W
	 * @param kernel O×I×k×k
	 * @param bias O
	 * @param stride px
	 * @param slope of a leaky ReLU that follows; 1 for none, 0 for a plain ReLU
	 * @return N×O×⌈H/stride⌉×⌈W/stride⌉
	 */
	public Node conv2d(final Node x, final Parameter kernel, final Parameter bias,
		final int stride, final double slope)
	{
		final Node out = node(operations.conv2d(x.value, kernel.value(), bias
			.value(), stride, slope), x.needsGradient || !kernel.isFrozen() || !bias
				.isFrozen());
		record(out, () -> {
			final Tensor gradient = slope == 1 ? out.gradient : operations
				.leakyReluGradient(out.value, out.gradient, slope);
			affine(x, kernel, bias, wanted -> operations.conv2dGradient(x.value, kernel
				.value(), bias.value(), stride, gradient, wanted));
			operations.release(gradient);
		});
		return out;
	}

	/**
	 * @param x N×I
	 * @param weights I×O
	 * @param bias O
	 * @return x · weights + bias, N×O
	 */
	public Node dense(final Node x, final Parameter weights,
		final Parameter bias)
	{
		final Node out = node(operations.dense(x.value, weights.value(), bias
			.value()), x.needsGradient || !weights.isFrozen() || !bias.isFrozen());
		record(out, () -> {
			affine(x, weights, bias, wanted -> operations.denseGradient(x.value, weights
				.value(), out.gradient, wanted));
			spend(out);
		});
		return out;
	}

	private void affine(final Node x, final Parameter weights,
		final Parameter bias,
		final Function<Operations.Wanted, Tensor> gradient)
	{
		final var wanted = new Operations.Wanted(x.needsGradient, weights
			.gradientTarget(), bias.gradientTarget());
		final Tensor dx = gradient.apply(wanted);
		weights.accumulate(wanted.weights());
		bias.accumulate(wanted.bias());
		if (x.needsGradient) accumulate(x, dx);
	}

	/**
	 * @param x any
	 * @param slope of what is below 0; 0 for a plain ReLU
	 * @return x where x &gt; 0, else slope · x
	 */
	public Node leakyRelu(final Node x, final double slope) {
		final Node out = node(operations.copy(x.value), x.needsGradient);
		operations.leakyRelu(out.value, slope);
		record(out, () -> accumulate(x, operations.leakyReluGradient(out.value,
			out.gradient, slope)));
		return out;
	}

	/**
	 * The largest of each 2×2 px; an odd last row or column is left out.
	 *
	 * @param x N×C×H×W
	 * @return N×C×⌊H/2⌋×⌊W/2⌋
	 */
	public Node maxPool(final Node x) {
		final Node out = node(operations.maxPool(x.value), x.needsGradient);
		record(out, () -> {
			accumulate(x, operations.maxPoolGradient(x.value, out.gradient));
			spend(out);
		});
		return out;
	}

	/**
	 * @param x any
	 * @return 1 / (1 + exp(−x))
	 */
	public Node sigmoid(final Node x) {
		final Node out = node(operations.sigmoid(x.value), x.needsGradient);
		record(out, () -> accumulate(x, operations.sigmoidGradient(out.value,
			out.gradient)));
		return out;
	}

	/**
	 * @param x N×(b²C)×H×W
	 * @param block b
	 * @return N×C×bH×bW
	 */
	public Node depthToSpace(final Node x, final int block) {
		final Node out = node(operations.depthToSpace(x.value, block),
			x.needsGradient);
		record(out, () -> {
			final Tensor deep = operations.spaceToDepth(out.gradient, block);
			spend(out);
			accumulate(x, deep);
		});
		return out;
	}

	/**
	 * @param x any
	 * @param shape as many elements
	 * @return x in another shape
	 */
	public Node reshape(final Node x, final long... shape) {
		final Node out = node(operations.reshape(x.value, shape),
			x.needsGradient);
		record(out, () -> accumulate(x, operations.reshape(out.gradient, x.value
			.shape())));
		return out;
	}

	/** A minibatch cut in two. */
	public record Halves(Node first, Node second) {}

	/**
	 * @param x 2N×…
	 * @return the first and the last N rows
	 */
	public Halves halves(final Node x) {
		final long n = x.value.size(0);
		final Node first = node(operations.rows(x.value, 0, n / 2),
			x.needsGradient);
		final Node second = node(operations.rows(x.value, n / 2, n),
			x.needsGradient);
		recordEither(first, second, () -> accumulate(x, operations.stack(orZeros(
			first), orZeros(second))));
		return new Halves(first, second);
	}

	private Tensor orZeros(final Node node) {
		return node.gradient != null ? node.gradient : operations.filled(0,
			node.value.shape());
	}
}
