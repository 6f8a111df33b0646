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

import java.lang.ref.Cleaner;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Memory of the card for what lives long, such as weights. It is freed when
 * Java no longer knows it, by the next who asks for some.
 */
final class CudaHeap {

	private static final Cleaner CLEANER = Cleaner.create();

	private final CudaCard card;
	private final Queue<Long> dead = new ConcurrentLinkedQueue<>();

	/** @param card whose memory it is */
	CudaHeap(final CudaCard card) {
		this.card = card;
	}

	/**
	 * @param floats how many
	 * @return zeros, with a life of their own
	 */
	CudaBuffer zeros(final long floats) {
		free();
		final long address = card.allocate(Float.BYTES * Math.max(1, floats));
		CudaApi.check(card.use().driver().cuMemsetD32_v2(address, 0, Math.max(1,
			floats)), "cuMemsetD32");
		final Object owner = new Object();
		final Queue<Long> queue = dead;
		CLEANER.register(owner, () -> queue.add(address));
		return new CudaBuffer(address, floats, owner);
	}

	/** Frees what Java no longer knows. */
	void free() {
		for (Long address = dead.poll(); address != null; address = dead.poll())
			card.free(address);
	}
}
