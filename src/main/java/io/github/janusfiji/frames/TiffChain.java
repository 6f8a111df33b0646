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
package io.github.janusfiji.frames;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks the directories of a TIFF file (TIFF 6.0 §2) before ImageJ does, which
 * follows them for ever if they lead in a circle, and takes memory for whatever
 * they say.
 */
public final class TiffChain implements AutoCloseable {

	/** More are no images of one stack but an attack on memory. */
	private static final int MOST_DIRECTORIES = 4_000_000;

	private static final int WIDTH = 256, HEIGHT = 257;

	/** Bytes of a value of each type (TIFF 6.0 §2), from 0. */
	private static final int[] BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	/** Pixels that a byte of a compressed file can stand for at most. */
	private static final int MOST_SHRUNK = 4096;

	private static final int BUFFER = 1 << 16;

	private final Path path;
	private final FileChannel file;
	private final long size;
	private final ByteBuffer window = ByteBuffer.allocate(BUFFER);
	private long windowAt = -1;

	private TiffChain(final Path path) throws IOException {
		this.path = path;
		file = FileChannel.open(path);
		size = file.size();
	}

	/**
	 * @param path a TIFF file; what is none is left to others to refuse
	 * @throws IOException if its directories form a circle, lie outside of the
	 *           file or describe more than the file can hold; the message is one
	 *           sentence for the user
	 */
	public static void check(final Path path) throws IOException {
		try (var chain = new TiffChain(path)) {
			if (chain.size >= 8 && chain.isTiff()) chain.walk();
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final IOException e) {
			throw new InputException(path.getFileName() +
				" cannot be read; check that it exists and that you may read it.", e);
		}
	}

	private boolean isTiff() throws IOException {
		final ByteBuffer start = at(0, 4);
		final int order = start.getShort();
		window.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN);
		return (order == 0x4949 || order == 0x4d4d) && at(2, 2).getShort() == 42;
	}

	private void walk() throws IOException {
		final Set<Long> seen = new HashSet<>();
		for (long next = at(4, 4).getInt() & 0xffffffffL; next != 0;) {
			if (!seen.add(next)) throw refusal(
				"its directories lead in a circle");
			if (seen.size() > MOST_DIRECTORIES) throw refusal(
				"it has more images than a stack can have");
			final int entries = at(next, 2).getShort() & 0xffff;
			final long end = next + 2 + 12L * entries;
			long width = 0, height = 0;
			for (int i = 0; i < entries; i++) {
				final ByteBuffer entry = at(next + 2 + 12L * i, 12);
				final int tag = entry.getShort() & 0xffff;
				final int type = entry.getShort() & 0xffff;
				final long count = entry.getInt() & 0xffffffffL;
				final long bytes = count * (type < BYTES.length ? BYTES[type] : 1);
				final int place = entry.position();
				final long value = type == 3 ? entry.getShort(place) & 0xffff : entry
					.getInt(place) & 0xffffffffL;
				if (bytes > 4 && (value > size || bytes > size - value)) throw refusal(
					"a part of it lies behind its end");
				if (tag == WIDTH) width = value;
				if (tag == HEIGHT) height = value;
			}
			PictureLimit.require(path, width, height);
			if (width * height / MOST_SHRUNK > size) throw refusal("it says " + width +
				"×" + height + " px, which do not fit into it");
			// Some writers leave out the last link.
			next = end + 4 <= size ? at(end, 4).getInt() & 0xffffffffL : 0;
		}
	}

	/** Bytes of the file, read in pieces since directories lie close together. */
	private ByteBuffer at(final long position, final int length)
		throws IOException
	{
		if (position < 0 || position + length > size) throw refusal(
			"a part of it lies behind its end");
		if (windowAt < 0 || position < windowAt || position + length > windowAt +
			window.limit())
		{
			windowAt = position;
			window.clear();
			while (window.hasRemaining() && file.read(window, windowAt + window
				.position()) > 0)
				continue;
			window.flip();
			if (window.limit() < length) throw refusal("it is cut short");
		}
		return window.position((int) (position - windowAt));
	}

	private InputException refusal(final String why) {
		return new InputException(path.getFileName() + " is cut short or damaged: " + why +
			"; copy it again or export it anew.");
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
