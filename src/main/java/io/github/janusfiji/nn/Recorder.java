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
 * The way back that a {@link Tape} writes down: for each result the gradients of
 * its arguments, to be run in reverse order.
 */
final class Recorder {

	final Engine engine;
	private final boolean recording;
	private final Deque<Runnable> backward = new ArrayDeque<>();

	Recorder(final Engine engine, final boolean recording) {
		this.engine = engine;
		this.recording = recording;
	}

	/** Runs all that was recorded, the last first, and forgets it. */
	void backward() {
		while (!backward.isEmpty())
			backward.pop().run();
	}

	/**
	 * @param value of a variable, or result of an operation
	 * @param needsGradient whether it, or any of the arguments, is to be
	 *          differentiated by; of no effect if nothing is recorded
	 * @return its node
	 */
	Node node(final Tensor value, final boolean needsGradient) {
		return new Node(value, recording && needsGradient);
	}

	/**
	 * @param out of an operation
	 * @param gradient reads the gradient of out and accumulates those of the
	 *          arguments; not run if no gradient came. Afterwards the result's
	 *          memory serves other results.
	 */
	void record(final Node out, final Runnable gradient) {
		if (out.needsGradient) backward.push(() -> {
			if (out.gradient == null) return;
			gradient.run();
			out.gradient = null;
			engine.memory().release(out.value);
		});
	}

	/**
	 * @param first an operation's result
	 * @param second its other result
	 * @param gradient as for {@link #record}; run if a gradient came to either
	 */
	void recordEither(final Node first, final Node second,
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
	void spend(final Node out) {
		if (out.gradient != null) engine.memory().release(out.gradient);
		out.gradient = null;
	}

	/**
	 * @param node an argument
	 * @param gradient of one of its uses; belongs to the node from now on and may
	 *          be changed
	 */
	void accumulate(final Node node, final Tensor gradient) {
		if (!node.needsGradient) engine.memory().release(gradient);
		else if (node.gradient == null) node.gradient = gradient;
		else {
			engine.algebra().add(node.gradient, gradient);
			engine.memory().release(gradient);
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
