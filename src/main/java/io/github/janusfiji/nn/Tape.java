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

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Records the operations of one forward pass and plays their gradients back in
 * reverse order (reverse-mode automatic differentiation).
 * <p>
 * Use one tape for one step, inside one {@link Operations.Scope}: forward, one
 * or more losses, {@link #backward()}. What {@code recording} a tape is not
 * leaves no trace: that is inference.
 * </p>
 */
public final class Tape {

	/** The result of an operation, and the gradient that returns to it. */
	public static final class Node {

		private final Tensor value;
		private final boolean needsGradient;
		private Tensor gradient;

		private Node(final Tensor value, final boolean needsGradient) {
			this.value = value;
			this.needsGradient = needsGradient;
		}

		/** @return the result */
		public Tensor value() {
			return value;
		}

		/** @return after the backward pass, its gradient, or null if none came */
		public Tensor gradient() {
			return gradient;
		}
	}

	private final Operations operations;
	private final boolean recording;
	private final Deque<Runnable> backward = new ArrayDeque<>();

	/**
	 * @param operations what computes
	 * @param recording false for inference
	 */
	public Tape(final Operations operations, final boolean recording) {
		this.operations = operations;
		this.recording = recording;
	}

	/**
	 * @param value what is not to be differentiated by, such as a picture
	 * @return its node
	 */
	public Node constant(final Tensor value) {
		return new Node(value, false);
	}

	/**
	 * @param value what to differentiate by
	 * @return its node, which will hold the gradient
	 */
	public Node variable(final Tensor value) {
		return new Node(value, recording);
	}

	/**
	 * Convolution with SAME padding.
	 *
	 * @param x N×I×H×W
	 * @param kernel O×I×k×k
	 * @param bias O
	 * @param stride px
	 * @param slope of a leaky ReLU that follows; 1 for none
	 * @return N×O×⌈H/stride⌉×⌈W/stride⌉
	 */
	public Node conv2d(final Node x, final Parameter kernel, final Parameter bias,
		final int stride, final double slope)
	{
		final Tensor value = operations.conv2d(x.value, kernel.value(), bias.value(),
			stride);
		if (slope != 1) operations.leakyRelu(value, slope);
		final Node out = new Node(value, recording && (x.needsGradient || !kernel
			.isFrozen() || !bias.isFrozen()));
		record(out, () -> {
			final Tensor gradient = slope == 1 ? out.gradient : operations
				.leakyReluGradient(out.value, out.gradient, slope);
			finish(x, kernel, bias, operations.conv2dGradient(x.value, kernel.value(),
				bias.value(), stride, gradient, kernel.freeGradient(), bias
					.freeGradient()));
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
		final Node out = new Node(operations.dense(x.value, weights.value(), bias
			.value()), recording && (x.needsGradient || !weights.isFrozen() || !bias
				.isFrozen()));
		record(out, () -> finish(x, weights, bias, operations.denseGradient(x.value,
			weights.value(), out.gradient, weights.freeGradient(), bias
				.freeGradient())));
		return out;
	}

	private void finish(final Node x, final Parameter weights,
		final Parameter bias, final Operations.AffineGradient gradient)
	{
		weights.accumulate(operations, gradient.weights());
		bias.accumulate(operations, gradient.bias());
		accumulate(x, gradient.x());
	}

	/**
	 * @param x any
	 * @return 1 / (1 + exp(−x))
	 */
	public Node sigmoid(final Node x) {
		final Node out = new Node(operations.sigmoid(x.value), x.needsGradient);
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
		final Node out = new Node(operations.depthToSpace(x.value, block),
			x.needsGradient);
		record(out, () -> accumulate(x, operations.spaceToDepth(out.gradient,
			block)));
		return out;
	}

	/**
	 * @param x any
	 * @param shape as many elements
	 * @return x in another shape
	 */
	public Node reshape(final Node x, final long... shape) {
		final Node out = new Node(operations.reshape(x.value, shape),
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
		final Node first = new Node(operations.rows(x.value, 0, n / 2),
			x.needsGradient);
		final Node second = new Node(operations.rows(x.value, n / 2, n),
			x.needsGradient);
		if (recording && x.needsGradient) backward.push(() -> {
			if (first.gradient == null && second.gradient == null) return;
			accumulate(x, operations.stack(orZeros(first), orZeros(second)));
		});
		return new Halves(first, second);
	}

	private Tensor orZeros(final Node node) {
		return node.gradient != null ? node.gradient : operations.persistent(
			node.value.shape());
	}

	/**
	 * Adds a loss.
	 *
	 * @param x any
	 * @param target the same shape
	 * @return mean of |x − target|
	 */
	public double meanAbsoluteError(final Node x, final Tensor target) {
		return lose(x, operations.meanAbsoluteError(x.value, target));
	}

	/**
	 * Adds a loss.
	 *
	 * @param x any
	 * @param target the same shape
	 * @return mean of (x − target)²
	 */
	public double meanSquaredError(final Node x, final Tensor target) {
		return lose(x, operations.meanSquaredError(x.value, target));
	}

	private double lose(final Node x, final Operations.Loss loss) {
		accumulate(x, loss.gradient());
		return loss.value();
	}

	/**
	 * Carries the gradient of the sum of all losses back to every parameter and
	 * variable, and forgets the recorded operations.
	 */
	public void backward() {
		while (!backward.isEmpty())
			backward.pop().run();
	}

	private void record(final Node out, final Runnable gradient) {
		if (!recording || !out.needsGradient) return;
		backward.push(() -> {
			if (out.gradient != null) gradient.run();
		});
	}

	private void accumulate(final Node node, final Tensor gradient) {
		if (!node.needsGradient) return;
		if (node.gradient == null) node.gradient = gradient;
		else operations.add(node.gradient, gradient);
	}
}
