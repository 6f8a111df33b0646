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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {

	@AfterEach
	void noInterruptionIsLeftBehind() {
		Thread.interrupted();
	}

	@Test
	void faultsOfTheWorkComeThroughAsTheyAre() throws IOException {
		final var pool = Threads.pool("trial", 2);
		final var disk = new IOException("The disk is full.");
		final var bug = new IllegalStateException("bug");
		final var memory = new OutOfMemoryError("none");
		assertEquals(7, Threads.result(pool.submit(() -> 7)));
		assertSame(disk, assertThrows(IOException.class, () -> Threads.result(pool
			.submit(() -> {
				throw disk;
			}))));
		assertSame(bug, assertThrows(IllegalStateException.class, () -> Threads
			.result(pool.submit(() -> {
				throw bug;
			}))));
		assertSame(memory, assertThrows(OutOfMemoryError.class, () -> Threads.result(
			pool.submit(() -> {
				throw memory;
			}))));
		Threads.end(pool);
	}

	@Test
	void threadsDoNotKeepTheProgramFromEnding() throws IOException {
		final var pool = Threads.pool("trial", 1);
		assertTrue(Threads.result(pool.submit(() -> Thread.currentThread()
			.isDaemon())));
		assertEquals("trial", Threads.result(pool.submit(() -> Thread.currentThread()
			.getName())));
		Threads.end(pool);
		final var thread = Threads.start("alone", () -> {});
		assertTrue(thread.isDaemon());
		Threads.end(thread);
		assertTrue(!thread.isAlive());
	}

	@Test
	void anInterruptedWaitIsACancellation() {
		final var pool = Threads.pool("trial", 1);
		final var never = new CountDownLatch(1);
		final var work = pool.submit(() -> {
			never.await();
			return 0;
		});
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> Threads.result(work));
		assertTrue(Thread.currentThread().isInterrupted());
		pool.shutdownNow();
	}

	@Test
	void theEndIsWaitedForDespiteAnInterruption() {
		final var pool = Threads.pool("trial", 1);
		final var go = new CountDownLatch(1);
		final var done = new AtomicBoolean();
		pool.execute(() -> {
			try {
				go.await();
				done.set(true);
			}
			catch (final InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		Thread.currentThread().interrupt();
		// Lets the work end only after the wait for it has begun.
		final var waiting = Thread.currentThread();
		Threads.start("helper", () -> {
			while (waiting.isInterrupted())
				Thread.onSpinWait();
			go.countDown();
		});
		Threads.end(pool);
		assertTrue(done.get());
		assertTrue(Thread.currentThread().isInterrupted());
	}

	@Test
	void aThreadDoesNotWaitForItself() {
		Threads.end(Thread.currentThread());
	}
}
