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

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.ServiceConfigurationError;

/**
 * Why a command could not do its work.
 *
 * @param reason one sentence for the user
 * @param curable whether other parameters may help
 */
record Failure(String reason, boolean curable) {

	/**
	 * @param thrown by a command
	 * @param title of the command
	 * @return why, in one sentence
	 */
	static Failure of(final Throwable thrown, final String title) {
		return new Failure(sentence(thrown, title), true);
	}

	/**
	 * @param thrown by a command
	 * @return whether it is Janus's own mistake
	 */
	static boolean isFault(final Throwable thrown) {
		return thrown instanceof RuntimeException &&
			!(thrown instanceof UncheckedIOException) &&
			!(thrown instanceof InvalidPathException);
	}

	private static String sentence(final Throwable thrown, final String title) {
		if (thrown instanceof IOException e) return sentence(e);
		if (thrown instanceof UncheckedIOException e) return sentence(e.getCause());
		if (thrown instanceof InvalidPathException e)
			return "This system's language setting cannot name the file '" + e
				.getInput() + "' (encoding " + System.getProperty("sun.jnu.encoding") +
				"): start Java under a UTF-8 locale, such as LC_ALL=C.UTF-8, or rename" +
				" the file.";
		if (thrown instanceof OutOfMemoryError) return title +
			" ran out of memory: give Java more (in ImageJ:" +
			" Edit > Options > Memory & Threads..., else java -Xmx), or take" +
			" smaller faces or a smaller batch.";
		if (thrown instanceof LinkageError ||
			thrown instanceof ServiceConfigurationError) return MissingJar.sentence(
				thrown);
		return title + " failed because of a fault in Janus (" + thrown +
			"): please report it with the text in the log.";
	}

	private static String sentence(final IOException e) {
		if (e instanceof InputException || e.getMessage() != null && e.getMessage()
			.contains(" ")) return e.getMessage();
		final String what = e.getClass().getSimpleName().replace("Exception", "");
		return "A file could not be read or written (" + what + ": " + e
			.getMessage() + ").";
	}
}
