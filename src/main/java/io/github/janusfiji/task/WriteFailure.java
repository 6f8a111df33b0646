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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Sentences that say why an output cannot be written, and what to do. */
final class WriteFailure {

	private WriteFailure() {}

	/**
	 * @param target what was to be begun
	 * @param cause why that failed
	 * @return the same in one sentence for the user
	 */
	static InputException beginning(final Path target, final IOException cause) {
		if (cause instanceof InputException known) return known;
		final Path parent = target.getParent();
		if (DiskRoom.isFull(target)) return full(target, cause);
		if (Files.exists(parent) && !Files.isDirectory(parent) ||
			cause instanceof FileAlreadyExistsException || String.valueOf(cause
				.getMessage()).contains("Not a directory")) return new InputException(
					target + " cannot be written, because something above it is a " +
						"file, not a folder; choose another place.", cause);
		return new InputException(target + " cannot be written" +
			(cause instanceof AccessDeniedException ? ": you may not write into " +
				parent : " (" + cause.getMessage() + ")") + "; choose another place.",
			cause);
	}

	/**
	 * @param target what was being written
	 * @param cause why that failed
	 * @return the same in one sentence for the user
	 */
	static InputException writing(final Path target, final IOException cause) {
		if (cause instanceof InputException known) return known;
		final String text = String.valueOf(cause.getMessage()).toLowerCase(
			Locale.ROOT);
		if (text.contains("no space left") || text.contains("not enough space") ||
			DiskRoom.isFull(target)) return full(target, cause);
		return new InputException(target + " cannot be written (" + cause
			.getMessage() + "); make room or choose another place.", cause);
	}

	private static InputException full(final Path target,
		final IOException cause)
	{
		return new InputException(target + " cannot be written: the disk is full; " +
			"make room or choose another place.", cause);
	}
}
