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
package io.github.janusfiji.faceset;

import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Computes the SHA-256 of a source file beside other work. */
final class SourceHash implements AutoCloseable {

	private final FutureTask<String> task;

	/** @param path the source's file; folders and windows have no hash */
	SourceHash(final Optional<Path> path) {
		final Path file = path.filter(Files::isRegularFile).orElse(null);
		task = new FutureTask<>(() -> file == null ? "" : Sha256.of(file, Progress.NONE));
		Threads.start("janus-hash", task);
	}

	/**
	 * @param progress asked now and then whether to stop
	 * @return lower-case hexadecimal; empty if there is no file
	 * @throws IOException if the file cannot be read
	 */
	String await(final Progress progress) throws IOException {
		while (true) {
			try {
				return task.get(100, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException exc) {
				progress.check();
			}
			catch (final ExecutionException exc) {
				throw new IOException("The source could not be read (" + exc.getCause()
					.getMessage() + ").", exc);
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw new CancellationException("Interrupted.");
			}
		}
	}

	@Override
	public void close() {
		task.cancel(true);
	}
}
