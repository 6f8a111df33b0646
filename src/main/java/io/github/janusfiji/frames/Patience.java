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

import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Shutdown;
import io.github.janusfiji.task.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends FFmpeg's reading of a file when the user asks to stop, or when it computes
 * for long without getting any further: crafted files make it go round in
 * circles for minutes. Only time in which the reading thread really ran counts:
 * a slow disk or a machine that does much else makes no file a damaged one.
 */
final class Patience implements AutoCloseable {

	/** Longest computing in which nothing new of a file is read, ns. */
	private static final long LIMIT = 4_000_000_000L;

	private static final ThreadMXBean CLOCK = ManagementFactory
		.getThreadMXBean();

	/** Time between two looks at what goes on, ms. */
	private static final long LOOK = 100;

	/** Interrupt callback, which FFmpeg asks whenever it reads, on its thread. */
	private static final class Question extends
		AVIOInterruptCB.Callback_Pointer
	{

		@Override
		public int call(final Pointer opaque) {
			final Patience now = CURRENT.get();
			final boolean over = Shutdown.isStopAsked() || now != null && now
				.isOver();
			return over ? 1 : 0;
		}
	}

	private static final ThreadLocal<Patience> CURRENT = new ThreadLocal<>();

	/** One for all files: JavaCPP has few callbacks to give. */
	private static final Question QUESTION = new Question();

	private final AVFormatContext context;
	private long furthest = -1;
	private volatile Thread reading;
	private volatile long since;
	private volatile boolean over;

	private Patience(final AVFormatContext context) {
		this.context = context;
	}

	/**
	 * Watches what this thread lets FFmpeg do until it is closed.
	 *
	 * @param context made by {@link #context()}
	 * @return what watches
	 */
	static Patience begin(final AVFormatContext context) {
		final var patience = new Patience(context);
		patience.start();
		return patience;
	}

	private void start() {
		reading = Thread.currentThread();
		since = time();
		CURRENT.set(this);
	}

	/** @return how long the reading thread has computed, ns */
	private long time() {
		if (reading == null || !reading.isAlive()) return since;
		if (!CLOCK.isThreadCpuTimeSupported()) return System.nanoTime();
		final long computed = CLOCK.getThreadCpuTime(reading.getId());
		return computed < 0 ? since : computed;
	}

	/**
	 * Lets FFmpeg open a file on a thread of its own, because in some files it
	 * computes for long without asking.
	 *
	 * @param path the file
	 * @param context made by {@link #context()}
	 * @param work opens it, and gives FFmpeg's status
	 * @return that status
	 * @throws InputException if it takes too long
	 * @throws CancellationException if the user asks to stop
	 */
	static int open(final Path path, final AVFormatContext context,
		final IntSupplier work) throws InputException
	{
		final var patience = new Patience(context);
		final var task = new FutureTask<>(() -> {
			patience.start();
			return work.getAsInt();
		});
		Threads.start("Janus opens " + path.getFileName(), task);
		while (true) {
			try {
				final int status = task.get(LOOK, TimeUnit.MILLISECONDS);
				if (status < 0) patience.explain(path);
				return status;
			}
			catch (final TimeoutException e) {
				// What still computes is left to end by itself; nobody waits for it.
				patience.over |= patience.time() - patience.since > 2 * LIMIT;
				patience.explain(path);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Interrupted.");
			}
			catch (final ExecutionException e) {
				throw new IllegalStateException(e.getCause());
			}
		}
	}

	/** @return a context that can be interrupted */
	static AVFormatContext context() {
		final var context = avformat_alloc_context();
		context.interrupt_callback().callback(QUESTION);
		return context;
	}

	private boolean isOver() {
		final var io = context.isNull() ? null : context.pb();
		final long place = io == null || io.isNull() ? 0 : io.pos();
		if (place > furthest) {
			furthest = place;
			since = time();
		}
		over |= time() - since > LIMIT;
		return over;
	}

	/**
	 * @param path what could not be read
	 * @throws InputException if that took too long
	 * @throws CancellationException if the user asked to stop
	 */
	void explain(final Path path) throws InputException {
		if (Shutdown.isStopAsked()) throw new CancellationException(
			"Stopped by the user.");
		if (over) throw new InputException(path.getFileName() +
			" leads the reader in circles; it is damaged: copy it again or convert " +
			"it with another program.");
	}

	@Override
	public void close() {
		CURRENT.remove();
	}
}
