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
package io.github.janusfiji.frames;

import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;

/** Reads ahead on a thread of its own, a few frames at most. */
final class PrefetchCursor implements FrameCursor {

	/** Where the frames come from; used by the reading thread alone. */
	interface Source extends AutoCloseable {

		/** @return the next frame, or null after the last */
		Frame next() throws IOException;

		@Override
		void close();
	}

	private static final long BYTES = 64L << 20;

	private final int capacity;
	private final ArrayDeque<Frame> ready = new ArrayDeque<>();
	private final Thread thread;
	private boolean ended;
	private boolean closed;
	private Throwable failure;

	/**
	 * @param name of the source, for the thread
	 * @param source closed by this cursor
	 * @param width and height of the frames, px, which decide how many wait
	 */
	PrefetchCursor(final String name, final Source source, final int width,
		final int height)
	{
		capacity = (int) Math.max(2, Math.min(8, BYTES / (4L * width * height)));
		thread = Threads.start("Janus reads " + name, () -> read(source));
	}

	private void read(final Source source) {
		try (source) {
			for (var frame = source.next(); frame != null; frame = source.next()) {
				if (!put(frame)) return;
			}
			end(null);
		}
		catch (IOException | RuntimeException | Error exc) {
			end(exc);
		}
		catch (final InterruptedException exc) {
			end(new InterruptedIOException("Reading was interrupted."));
		}
	}

	private synchronized boolean put(final Frame frame)
		throws InterruptedException
	{
		while (ready.size() >= capacity && !closed) wait();
		if (closed) return false;
		ready.add(frame);
		notifyAll();
		return true;
	}

	private synchronized void end(final Throwable reason) {
		ended = true;
		failure = reason;
		notifyAll();
	}

	@Override
	public synchronized Frame next() throws IOException {
		try {
			while (ready.isEmpty() && !ended && !closed) wait();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Reading was interrupted.");
		}
		if (closed) throw new IllegalStateException("The cursor is closed.");
		final var frame = ready.poll();
		notifyAll();
		if (frame == null) rethrow();
		return frame;
	}

	private void rethrow() throws IOException {
		if (failure instanceof IOException exc) throw exc;
		if (failure instanceof UncheckedIOException exc) throw exc.getCause();
		if (failure instanceof RuntimeException exc) throw exc;
		if (failure instanceof Error exc) throw exc;
	}

	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			ready.clear();
			notifyAll();
		}
		// The file must be free when this returns: Windows deletes no open file.
		Threads.end(thread);
	}
}
