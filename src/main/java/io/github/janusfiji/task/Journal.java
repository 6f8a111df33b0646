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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A text file that only grows, line by line. A line is handed to the system in
 * one piece and forced to the disk, so that a program that is killed loses at
 * most the line it was writing; what is left of that does not harm the next one.
 */
public final class Journal {

	private final Path file;

	/** @param file of UTF-8 text; made with the first line */
	public Journal(final Path file) {
		this.file = file;
	}

	/**
	 * @param line without a line feed
	 * @throws IOException if it cannot be written; the message is one sentence
	 */
	public void append(final String line) throws IOException {
		final String whole = (endsWhole() ? "" : "\n") + line + "\n";
		// Appended to what a second writer of the same file may have added.
		try (var end = FileChannel.open(file, StandardOpenOption.CREATE,
			StandardOpenOption.APPEND))
		{
			final var bytes = ByteBuffer.wrap(whole.getBytes(
				StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) end.write(bytes);
			end.force(true);
		}
		catch (final IOException e) {
			throw WriteFailure.writing(file, e);
		}
	}

	private boolean endsWhole() throws IOException {
		if (Files.notExists(file) || Files.size(file) == 0) return true;
		try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
			final var last = ByteBuffer.allocate(1);
			channel.read(last, channel.size() - 1);
			return last.get(0) == '\n';
		}
	}

	/**
	 * @return its lines, also what is left of one that was never ended; none if
	 *         there is no file
	 * @throws IOException if it cannot be read
	 */
	public List<String> lines() throws IOException {
		if (Files.notExists(file)) return List.of();
		return Inputs.text(file).lines().filter(line -> !line.isBlank()).toList();
	}
}
