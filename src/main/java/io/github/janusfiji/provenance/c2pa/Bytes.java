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
package io.github.janusfiji.provenance.c2pa;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read at any place; one thread at a time. */
final class Bytes implements AutoCloseable {

	/** The largest manifest store that is read, bytes: a film of seven hours. */
	static final int STORE_LIMIT = 64 << 20;

	private final FileChannel channel;
	private final long size;

	Bytes(final Path file) throws IOException {
		channel = FileChannel.open(file, StandardOpenOption.READ);
		size = channel.size();
	}

	long size() {
		return size;
	}

	FileChannel channel() {
		return channel;
	}

	/** @return bytes that must be there, and be no more than a store may be */
	ByteBuffer at(final long position, final long length) throws IOException {
		if (position < 0 || length < 0 || position > size - length)
			throw new EOFException("The file ends too early.");
		if (length > STORE_LIMIT) throw ManifestException.jumbf(
			"A part of the file is larger than is safe to read.");
		final var buffer = ByteBuffer.allocate((int) length);
		while (buffer.hasRemaining()) {
			if (channel.read(buffer, position + buffer.position()) < 0)
				throw new EOFException("The file ends too early.");
		}
		return buffer.flip();
	}

	ByteBuffer at(final long position, final long length, final ByteOrder order)
		throws IOException
	{
		return at(position, length).order(order);
	}

	/** @return four characters */
	String name(final long position) throws IOException {
		return new String(at(position, 4).array(), StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
