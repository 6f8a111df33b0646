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
package io.github.janusfiji.archive;

import io.github.janusfiji.task.Output;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Joined files under construction, which get their names together. */
final class Joined implements AutoCloseable {

	private final Path folder;
	private final List<Output> outputs = new ArrayList<>();

	/** @param folder where to */
	Joined(final Path folder) {
		this.folder = folder;
	}

	/** Writes lines. */
	@FunctionalInterface
	interface Content {

		/** @param out of UTF-8 text */
		void write(BufferedWriter out) throws IOException;
	}

	/**
	 * @param name of the file
	 * @param content writes it
	 * @throws IOException if it cannot be written; the message is one sentence
	 */
	void add(final String name, final Content content) throws IOException {
		final Output output = Output.file(folder.resolve(name));
		outputs.add(output);
		try (var out = Files.newBufferedWriter(output.temporary())) {
			content.write(out);
		}
		catch (final IOException e) {
			throw output.explain(e);
		}
	}

	/** Gives all files their names. */
	void commit() throws IOException {
		for (final Output output : outputs) output.commit();
	}

	@Override
	public void close() throws IOException {
		for (final Output output : outputs) output.close();
	}
}
