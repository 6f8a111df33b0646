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

import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;

/**
 * The tensors of an {@link Engine}: their lives, how numbers come in and out,
 * and views of them.
 * <p>
 * Results of an engine are temporary: they live until the {@link Scope} in which
 * they were computed is closed. An engine is used by one thread at a time.
 * </p>
 */
public interface Memory extends AutoCloseable {

	/** The life of temporary tensors: opened before a step, closed after it. */
	interface Scope extends AutoCloseable {

		/** Gives the memory of all temporary tensors back. */
		@Override
		void close();
	}

	/**
	 * @param name steps of the same sizes share a name, and their memory
	 * @return a scope, of the calling thread
	 */
	Scope scope(String name);

	/**
	 * @param shape extents
	 * @return zeros that outlive every scope
	 */
	Tensor persistent(long... shape);

	/**
	 * @param like any
	 * @return a temporary tensor of the same shape, with any numbers in it
	 */
	Tensor temporaryLike(Tensor like);

	/**
	 * @param like any
	 * @return a tensor of the same shape, with any numbers in it, which lives until
	 *         it is given to {@link #giveBack}, whatever scopes open and close
	 */
	Tensor borrow(Tensor like);

	/**
	 * @param borrowed from {@link #borrow}; nobody may look at it again
	 */
	void giveBack(Tensor borrowed);

	/**
	 * Says that nobody will look at a temporary tensor again, so that its memory
	 * may serve the next result of the same scope. Need not be called.
	 *
	 * @param tensor temporary, no view of which is in use
	 */
	default void release(final Tensor tensor) {}

	/**
	 * @param pictures N×C×H×W
	 * @return the same as a tensor; shares memory where it can, so the minibatch
	 *         must not change before the scope is closed
	 */
	Tensor of(ImageBatch pictures);

	/**
	 * @param tensor N×C×H×W
	 * @param to the same extents
	 */
	void read(Tensor tensor, ImageBatch to);

	/**
	 * @param tensor any
	 * @param to as many floats as the tensor has elements, from its position
	 */
	void read(Tensor tensor, FloatBuffer to);

	/**
	 * @param tensor any; overwritten
	 * @param from as many floats as the tensor has elements, from its position
	 */
	void write(Tensor tensor, FloatBuffer from);

	/**
	 * @param tensor any
	 * @return whether every element is a finite number
	 */
	boolean isFinite(Tensor tensor);

	/**
	 * @param x any
	 * @param shape as many elements
	 * @return the same memory in another shape
	 */
	Tensor reshape(Tensor x, long... shape);

	/**
	 * @param x N×…
	 * @param from first index, from 0
	 * @param to the index after the last
	 * @return (to − from)×…, the same memory
	 */
	Tensor rows(Tensor x, long from, long to);

	/**
	 * @param x any; becomes a copy of y
	 * @param y the same shape
	 */
	void assign(Tensor x, Tensor y);

	/**
	 * Gives back the memory that scopes kept for their next use. Persistent tensors
	 * live on; no scope may be open.
	 */
	@Override
	void close();
}
