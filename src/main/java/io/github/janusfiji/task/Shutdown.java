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
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The end of the program, by the user, a signal or the system: asks running work
 * to stop, waits until it has saved or discarded what it was doing, and then
 * removes outputs that are still unfinished.
 */
public final class Shutdown {

	/** How long work may take to save, ms. */
	private static final long PATIENCE = 120_000;

	private static final Set<Work> WORKING = new HashSet<>();
	private static final Set<Unfinished> UNFINISHED = new HashSet<>();
	private static volatile boolean requested;
	private static boolean hooked;

	private Shutdown() {}

	/** The work that a thread does, or that of the thread which started it. */
	private static final InheritableThreadLocal<Work> CURRENT =
		new InheritableThreadLocal<>();

	/** Output that is removed if it is not complete when the program ends. */
	interface Unfinished {

		/** @return its file or folder */
		Path temporary();

		void close() throws IOException;
	}

	/** Work that the program waits for at its end. */
	public static final class Work implements AutoCloseable {

		private final BooleanSupplier stop;

		/** Threads of a pool keep the work that they were made for. */
		private volatile boolean done;

		private Work(final BooleanSupplier stop) {
			this.stop = stop;
		}

		/** Says that the work is done, or has been given up. */
		@Override
		public void close() {
			done = true;
			if (CURRENT.get() == this) CURRENT.remove();
			synchronized (WORKING) {
				WORKING.remove(this);
				WORKING.notifyAll();
			}
		}
	}

	/**
	 * @return whether the program ends, so that work has to stop; a
	 *         {@link Progress} of a host says so with
	 *         {@link Progress#isCancelled()}
	 */
	public static boolean isRequested() {
		return requested;
	}

	/**
	 * @return whether the program ends, or the user asked the work of this thread
	 *         to stop; for code that is far from its {@link Progress}, such as what
	 *         native libraries call back
	 */
	public static boolean isStopAsked() {
		final Work work = CURRENT.get();
		return requested || work != null && !work.done && work.stop.getAsBoolean();
	}

	/**
	 * @return work that the program waits for at its end; to be closed when it is
	 *         done. It has to look at {@link #isRequested()}.
	 */
	public static Work begin() {
		return begin(() -> false);
	}

	/**
	 * @param stop whether the user asked the work to stop; asked from any thread
	 * @return as {@link #begin()}
	 */
	public static Work begin(final BooleanSupplier stop) {
		final var work = new Work(stop);
		CURRENT.set(work);
		synchronized (WORKING) {
			hook();
			WORKING.add(work);
		}
		return work;
	}

	static void watch(final Unfinished output) {
		synchronized (WORKING) {
			hook();
			UNFINISHED.add(output);
		}
	}

	static void forget(final Unfinished output) {
		synchronized (WORKING) {
			UNFINISHED.remove(output);
		}
	}

	private static void hook() {
		if (hooked || requested) return;
		Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::end,
			"Janus saves"));
		hooked = true;
	}

	private static void end() {
		requested = true;
		final List<Unfinished> left;
		synchronized (WORKING) {
			await();
			left = List.copyOf(UNFINISHED);
		}
		for (final Unfinished output : left) {
			try {
				output.close();
			}
			catch (final IOException e) {
				System.err.println(output.temporary() +
					" could not be removed; delete it.");
			}
		}
	}

	private static void await() {
		final long until = System.nanoTime() + PATIENCE * 1_000_000;
		try {
			for (long left = PATIENCE; !WORKING.isEmpty() && left > 0; left = (until -
				System.nanoTime()) / 1_000_000) WORKING.wait(left);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
