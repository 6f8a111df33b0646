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
package io.github.janusfiji.nn.cuda;

import io.github.janusfiji.nn.Tensor;
import java.util.Arrays;

/** A tensor in the card's memory, its numbers in the plain order. */
final class CudaTensor implements Tensor {

	private final long[] shape;
	private final CudaBuffer memory;
	private boolean owner;

	/**
	 * @param shape extents
	 * @param memory of as many floats
	 * @param owner whether it is a result of its own, not a view of one
	 */
	CudaTensor(final long[] shape, final CudaBuffer memory, final boolean owner) {
		this.shape = shape.clone();
		this.memory = memory;
		this.owner = owner;
		if (length() != memory.floats()) throw new IllegalArgumentException(
			memory.floats() + " numbers cannot have the shape " + Arrays.toString(
				shape));
	}

	@Override
	public long[] shape() {
		return shape.clone();
	}

	@Override
	public long size(final int dimension) {
		return shape[dimension];
	}

	/** @return where its numbers are */
	CudaBuffer memory() {
		return memory;
	}

	/** @return whether its memory was its own until now; from now on it is not */
	boolean disown() {
		final boolean was = owner;
		owner = false;
		return was;
	}
}
