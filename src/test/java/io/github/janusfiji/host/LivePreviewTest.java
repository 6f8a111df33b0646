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
package io.github.janusfiji.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.log.DefaultLogger;
import org.scijava.log.LogLevel;
import org.scijava.log.LogMessage;
import org.scijava.log.LogSource;

/** Previews whose makers show nothing, so that no display is needed. */
class LivePreviewTest {

	private static final long LIMIT = 30; // s

	private final CountDownLatch begun = new CountDownLatch(1);
	private final CountDownLatch go = new CountDownLatch(1);
	private final CountDownLatch released = new CountDownLatch(1);
	private final List<LogMessage> heard = Collections.synchronizedList(
		new ArrayList<>());
	private LivePreview preview;

	@BeforeEach
	void open() {
		preview = new LivePreview(new DefaultLogger(heard::add, LogSource.newRoot(),
			LogLevel.INFO), released::countDown);
	}

	/** Makes a picture that takes until {@link #go}. */
	private void showSlowly() throws InterruptedException {
		preview.show(() -> {
			begun.countDown();
			try {
				go.await();
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			return Optional.empty();
		});
		assertTrue(begun.await(LIMIT, TimeUnit.SECONDS));
	}

	@Test
	void aFaultEndsThePreviewAndIsLogged() throws Exception {
		final var fault = new IllegalStateException("a fault");
		preview.show(() -> {
			throw fault;
		});
		assertTrue(released.await(LIMIT, TimeUnit.SECONDS));
		assertEquals(1, heard.size());
		assertSame(fault, heard.get(0).throwable());
		preview.show(() -> {
			begun.countDown();
			return Optional.empty();
		});
		preview.close();
		assertEquals(1, begun.getCount(), "the preview had ended");
	}

	@Test
	void closingWaitsForThePictureThatIsBeingMade() throws Exception {
		showSlowly();
		final var closer = new Thread(preview::close);
		closer.start();
		closer.interrupt();
		assertFalse(released.await(100, TimeUnit.MILLISECONDS));
		assertTrue(closer.isAlive());
		go.countDown();
		closer.join(TimeUnit.SECONDS.toMillis(LIMIT));
		assertFalse(closer.isAlive());
		assertEquals(0, released.getCount());
	}

	@Test
	void theEventThreadDoesNotWait() throws Exception {
		showSlowly();
		EventQueue.invokeAndWait(preview::close);
		assertEquals(1, released.getCount());
		go.countDown();
		assertTrue(released.await(LIMIT, TimeUnit.SECONDS));
	}
}
