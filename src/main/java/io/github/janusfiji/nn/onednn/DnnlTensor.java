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

import io.github.janusfiji.nn.Tensor;

/**
 * A tensor in one of oneDNN's layouts. The layout of a parameter changes once,
 * when its first use shows which is fastest; that of a result never.
 */
final class DnnlTensor implements Tensor {

	private DnnlLayout layout;
	private DnnlFloats memory;
	private boolean owner;

	/**
	 * @param layout of the memory
	 * @param memory as many floats as the layout needs, in one row
	 * @param owner whether nothing else uses this memory before the scope closes
	 */
	DnnlTensor(final DnnlLayout layout, final DnnlFloats memory,
		final boolean owner)
	{
		this.owner = owner;
		this.layout = layout;
		this.memory = memory;
	}

	@Override
	public long[] shape() {
		return layout.shape();
	}

	/** @return how its numbers lie in memory */
	DnnlLayout layout() {
		return layout;
	}

	/** @return the floats, in one row */
	DnnlFloats memory() {
		return memory;
	}

	/** @return whether nothing else uses this memory before the scope closes */
	boolean isOwner() {
		return owner;
	}

	/** @return the memory, which may now be given to another tensor */
	DnnlFloats disown() {
		owner = false;
		return memory;
	}

	/**
	 * @param other layout from now on
	 * @param floats its memory
	 */
	void move(final DnnlLayout other, final DnnlFloats floats) {
		layout = other;
		memory = floats;
	}
}
