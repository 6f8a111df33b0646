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

/** What a {@link Tape} is apart from the operations it offers. */
abstract class Recorder {

	/** The result of an operation, and the gradient that returns to it. */
	public static final class Node {

		final Tensor value;
		final boolean needsGradient;
		Tensor gradient;

		private Node(final Tensor value, final boolean needsGradient) {
			this.value = value;
			this.needsGradient = needsGradient;
		}

		/** @return the result */
		public Tensor value() {
			return value;
		}

		/**
		 * @return after the backward pass, the gradient of a variable, or null if
		 *         none came; results of operations do not keep theirs
		 */
		public Tensor gradient() {
			return gradient;
		}
	}

	final Operations operations;
	private final boolean recording;
	private final Deque<Runnable> backward = new ArrayDeque<>();

	Recorder(final Operations operations, final boolean recording) {
		this.operations = operations;
		this.recording = recording;
	}

	/**
	 * @param value what is not to be differentiated by, such as a picture
	 * @return its node
	 */
	public final Node constant(final Tensor value) {
		return new Node(value, false);
	}

	/**
	 * @param value what to differentiate by
	 * @return its node, which will hold the gradient
	 */
	public final Node variable(final Tensor value) {
		return new Node(value, recording);
	}

	/**
	 * Carries the gradient of the sum of all losses back to every parameter and
	 * variable, and forgets the recorded operations. Results that the gradients
	 * passed are gone afterwards.
	 */
	public final void backward() {
		while (!backward.isEmpty())
			backward.pop().run();
	}

	/**
	 * @param value result of an operation
	 * @param needsGradient whether any of its arguments does
	 * @return its node
	 */
	final Node node(final Tensor value, final boolean needsGradient) {
		return new Node(value, recording && needsGradient);
	}

	/**
	 * @param out of an operation
	 * @param gradient reads the gradient of out and accumulates those of the
	 *          arguments; not run if no gradient came. Afterwards the result's
	 *          memory serves other results.
	 */
	final void record(final Node out, final Runnable gradient) {
		if (out.needsGradient) backward.push(() -> {
			if (out.gradient == null) return;
			gradient.run();
			out.gradient = null;
			operations.release(out.value);
		});
	}

	/**
	 * @param first an operation's result
	 * @param second its other result
	 * @param gradient as for {@link #record}; run if a gradient came to either
	 */
	final void recordEither(final Node first, final Node second,
		final Runnable gradient)
	{
		if (first.needsGradient) backward.push(() -> {
			if (first.gradient == null && second.gradient == null) return;
			gradient.run();
			spend(first);
			spend(second);
		});
	}

	/**
	 * Gives back the gradient of a result from which all others were computed.
	 *
	 * @param out the result
	 */
	final void spend(final Node out) {
		if (out.gradient != null) operations.release(out.gradient);
		out.gradient = null;
	}

	/**
	 * Says that no operation will read the numbers of a result again, not even
	 * when its gradient passes, so that their memory may serve other results.
	 *
	 * @param result of an operation that does not read its own result on the way
	 *          back, such as a product
	 */
	public final void forget(final Node result) {
		operations.release(result.value);
	}

	/**
	 * @param node an argument
	 * @param gradient of one of its uses; belongs to the node from now on and may
	 *          be changed
	 */
	final void accumulate(final Node node, final Tensor gradient) {
		if (!node.needsGradient) operations.release(gradient);
		else if (node.gradient == null) node.gradient = gradient;
		else {
			operations.add(node.gradient, gradient);
			operations.release(gradient);
		}
	}

	/**
	 * @param first a node
	 * @param others more
	 * @return whether any of them needs a gradient
	 */
	static boolean anyNeeds(final Node first, final Node... others) {
		boolean any = first.needsGradient;
		for (final Node other : others)
			any |= other.needsGradient;
		return any;
	}
}
