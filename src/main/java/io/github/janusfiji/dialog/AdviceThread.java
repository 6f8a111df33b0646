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
package io.github.janusfiji.dialog;

import io.github.janusfiji.task.Threads;
import java.awt.EventQueue;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Asks for advice on a thread of its own, so that the dialog never waits for a
 * file; of what is entered meanwhile, only the last counts.
 */
final class AdviceThread implements AutoCloseable {

	private final AtomicReference<Map<String, String>> wanted =
		new AtomicReference<>();
	private final ExecutorService thread = Threads.pool("Janus dialog advice", 1);
	private final Advice.Giver giver;
	private final Consumer<Advice> taker;

	/**
	 * @param giver asked on the thread
	 * @param taker told on AWT's event thread
	 */
	AdviceThread(final Advice.Giver giver, final Consumer<Advice> taker) {
		this.giver = giver;
		this.taker = taker;
	}

	/** @param entered texts by parameter; returns at once */
	void ask(final Map<String, String> entered) {
		if (wanted.getAndSet(entered) == null && !thread.isShutdown()) thread
			.execute(this::next);
	}

	private void next() {
		final Map<String, String> entered = wanted.getAndSet(null);
		if (entered == null) return;
		final Advice advice = giver.advise(entered);
		EventQueue.invokeLater(() -> taker.accept(advice));
	}

	@Override
	public void close() {
		thread.shutdown();
	}
}
