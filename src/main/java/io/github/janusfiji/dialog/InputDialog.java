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

import java.awt.EventQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Janus's dialog, the same in plain ImageJ and Fiji: asks for a command's
 * parameters until all of them can be taken, and again if the command could not do
 * its work with them. The layout is in {@code layout.properties}, the words in
 * {@link Words}. Methods wait for the user and may be called from any thread.
 */
public final class InputDialog implements AutoCloseable {

	private final DialogWindow window;
	private final AtomicReference<CompletableFuture<Boolean>> answer =
		new AtomicReference<>();

	/**
	 * @param question what to ask
	 * @param taker takes the answer, on AWT's event thread
	 */
	public InputDialog(final DialogQuestion question, final AnswerTaker taker) {
		window = onEventThread(() -> new DialogWindow(Words.get(), question, taker,
			ok -> answer.get().complete(ok)));
	}

	/**
	 * Shows the dialog and waits.
	 *
	 * @param sentence what keeps the command from its work; empty at first
	 * @return whether the user entered what could be taken, and not cancelled
	 */
	public boolean ask(final String sentence) {
		final var asked = new CompletableFuture<Boolean>();
		answer.set(asked);
		if (EventQueue.isDispatchThread()) window.showModally(sentence);
		else EventQueue.invokeLater(() -> window.show(sentence));
		try {
			return asked.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			close();
			return false;
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
	}

	/** Lets go of the window. */
	@Override
	public void close() {
		EventQueue.invokeLater(window::end);
	}

	private static DialogWindow onEventThread(
		final java.util.function.Supplier<DialogWindow> maker)
	{
		if (EventQueue.isDispatchThread()) return maker.get();
		final var made = new AtomicReference<DialogWindow>();
		try {
			EventQueue.invokeAndWait(() -> made.set(maker.get()));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted before a dialog opened", e);
		}
		catch (final java.lang.reflect.InvocationTargetException e) {
			throw new IllegalStateException(e.getCause());
		}
		return made.get();
	}
}
