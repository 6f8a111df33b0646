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
package io.github.janusfiji.task;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Work on other threads, which never keep the program from ending: how it is
 * begun, waited for and ended.
 */
public final class Threads {

	private Threads() {}

	/**
	 * @param name of the threads, for people who look at them
	 * @param count how many
	 * @return a pool of them, to be shut down by the caller
	 */
	public static ExecutorService pool(final String name, final int count) {
		return Executors.newFixedThreadPool(count, work -> daemon(name, work));
	}

	/**
	 * @param name of the threads
	 * @return a pool of as many as there are processors
	 */
	public static ExecutorService pool(final String name) {
		return pool(name, Runtime.getRuntime().availableProcessors());
	}

	/**
	 * @param name of the thread
	 * @param work done on it
	 * @return the thread, already begun
	 */
	public static Thread start(final String name, final Runnable work) {
		final Thread thread = daemon(name, work);
		thread.start();
		return thread;
	}

	private static Thread daemon(final String name, final Runnable work) {
		final var thread = new Thread(work, name);
		thread.setDaemon(true);
		// A thread of ImageJ's, which may begin this one, does not know Janus's jars.
		thread.setContextClassLoader(Threads.class.getClassLoader());
		return thread;
	}

	/**
	 * @param <T> what the work yields
	 * @param work under way
	 * @return what it yielded
	 * @throws IOException if the work ended with one; unchecked exceptions and
	 *           errors come through as they are
	 * @throws CancellationException if this thread was interrupted
	 */
	public static <T> T result(final Future<T> work) throws IOException {
		try {
			return work.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Stopped.");
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof IOException io) throw io;
			if (e.getCause() instanceof RuntimeException runtime) throw runtime;
			if (e.getCause() instanceof Error error) throw error;
			throw new IllegalStateException(e.getCause());
		}
	}

	/** An end that is waited for. */
	private interface Ending {

		/** @return whether it has come */
		boolean await() throws InterruptedException;
	}

	/**
	 * Waits for all that was begun on a pool, and begins nothing more, even if this
	 * thread is interrupted meanwhile: native memory may be freed only when no
	 * thread uses it, and files be deleted only when none is open.
	 *
	 * @param pool that is shut down
	 */
	public static void end(final ExecutorService pool) {
		pool.shutdown();
		await(() -> pool.awaitTermination(1, TimeUnit.MINUTES));
	}

	/**
	 * Waits for a thread, even if this one is interrupted meanwhile.
	 *
	 * @param thread begun; if it is this one, nothing is waited for
	 */
	public static void end(final Thread thread) {
		if (thread == Thread.currentThread()) return;
		await(() -> {
			thread.join();
			return true;
		});
	}

	private static void await(final Ending ending) {
		boolean interrupted = false;
		for (boolean over = false; !over;) {
			try {
				over = ending.await();
			}
			catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
