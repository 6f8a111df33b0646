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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of one folder that appear together, each whole, or not at all: see
 * {@link Output}.
 */
public final class PendingFiles implements AutoCloseable {

	private final Path folder;
	private final Collection<Path> inputs;
	private final Map<String, Output> outputs = new LinkedHashMap<>();

	/**
	 * @param folder where to; made if it is missing
	 * @param inputs what the job reads, none of which is ever written
	 * @throws IOException if it cannot be made or is no folder; the message is one
	 *           sentence for the user
	 */
	public PendingFiles(final Path folder, final Collection<Path> inputs)
		throws IOException
	{
		this.folder = folder;
		this.inputs = List.copyOf(inputs);
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException e) {
			throw refusal(e);
		}
	}

	/** As {@link #PendingFiles(Path, Collection)} for a job that reads no file. */
	public PendingFiles(final Path folder) throws IOException {
		this(folder, List.of());
	}

	/**
	 * Makes sure that a file can be written, before the work whose result it will
	 * hold; {@link #add} must follow before {@link #commit()}.
	 *
	 * @param name of the file
	 * @throws IOException if it cannot be written; the message is one sentence for
	 *           the user
	 */
	public void reserve(final String name) throws IOException {
		try {
			outputs.put(name, Output.file(folder.resolve(name), inputs));
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException e) {
			throw refusal(e);
		}
	}

	/**
	 * @param name of the file; need not be reserved
	 * @param content its bytes
	 * @throws IOException if they cannot be written; the message is one sentence
	 *           for the user
	 */
	public void add(final String name, final byte[] content) throws IOException {
		if (!outputs.containsKey(name)) reserve(name);
		outputs.get(name).write(content);
	}

	/**
	 * Gives every file its name.
	 *
	 * @throws IOException if that is refused
	 */
	public void commit() throws IOException {
		for (final Output output : outputs.values()) output.commit();
	}

	private InputException refusal(final IOException cause) {
		return new InputException("Nothing can be written into " + folder +
			" (" + cause.getMessage() +
			"); choose a folder with room that you may write to.", cause);
	}

	/** Removes what has not got its name. */
	@Override
	public void close() throws IOException {
		for (final Output output : outputs.values()) output.close();
	}
}
