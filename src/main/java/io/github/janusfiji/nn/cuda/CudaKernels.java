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

import com.sun.jna.Memory;
import com.sun.jna.Native;
import io.github.janusfiji.nn.Tensor;

/**
 * Starts the engine's kernels. What is passed must have the types of their
 * parameters: a tensor or buffer for a pointer, {@code Long} for an index,
 * {@code Integer} and {@code Float} for themselves.
 */
final class CudaKernels {

	private static final int THREADS = 256;

	/** Most parameters of a kernel, and bytes of each. */
	private static final int MOST = 16, SLOT = 8;

	private final CudaCard card;
	private final Memory values = new Memory(MOST * SLOT);
	private final Memory addresses = new Memory((long) MOST * Native.POINTER_SIZE);

	/** @param card with the kernels */
	CudaKernels(final CudaCard card) {
		this.card = card;
		for (int i = 0; i < MOST; i++)
			addresses.setPointer((long) i * Native.POINTER_SIZE, values.share(i *
				SLOT));
	}

	/**
	 * Tells the card to run a kernel after all it was told before.
	 *
	 * @param name in {@code kernels.cu}
	 * @param threads how many are needed: its first parameter
	 * @param parameters the others
	 */
	void run(final String name, final long threads, final Object... parameters) {
		if (threads == 0) return;
		values.setLong(0, threads);
		for (int i = 0; i < parameters.length; i++)
			put((i + 1L) * SLOT, parameters[i]);
		final int blocks = Math.toIntExact((threads + THREADS - 1) / THREADS);
		CudaApi.check(card.use().driver().cuLaunchKernel(card.function(name),
			blocks, 1, 1, THREADS, 1, 1, 0, null, addresses, null), name);
	}

	private void put(final long place, final Object value) {
		if (value instanceof Tensor t) values.setLong(place, ((CudaTensor) t)
			.memory().address());
		else if (value instanceof CudaBuffer b) values.setLong(place, b.address());
		else if (value instanceof Long l) values.setLong(place, l);
		else if (value instanceof Integer n) values.setInt(place, n);
		else if (value instanceof Float f) values.setFloat(place, f);
		else throw new IllegalArgumentException("No kernel takes " + value);
	}
}
