package io.github.janusfiji.swap;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for other threads. */
final class Await {

	private Await() {}

	/**
	 * @param <T> what the work yields
	 * @param work under way
	 * @return what it yielded
	 * @throws IOException if the work ended with one; unchecked exceptions and
	 *           errors come through as they are
	 * @throws CancellationException if this thread was interrupted
	 */
	static <T> T result(final Future<T> work) throws IOException {
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
}
