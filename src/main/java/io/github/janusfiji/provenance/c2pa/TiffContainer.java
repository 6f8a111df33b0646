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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * TIFF 6.0: the store is the value of a tag in the last directory; that of the
 * first is read as well, as older writers put it there.
 */
record TiffContainer() implements Container {

	private static final int TAG = 0xcd41;
	private static final int UNDEFINED = 7;

	/** Offsets are of 32 bits; a store behind could not be pointed to. */
	private static final long LIMIT = 0xffffffffL;

	/** How many directories are followed. */
	private static final int DIRECTORIES = 1_000_000;

	/**
	 * A directory.
	 *
	 * @param link where the offset is that points to it
	 * @param at where it begins
	 * @param entries as in the file
	 * @param next where the following one begins, or 0
	 */
	private record Directory(long link, long at, List<ByteBuffer> entries,
		long next)
	{

		Optional<ByteBuffer> store() {
			return entries.stream().filter(e -> (e.getShort(0) & 0xffff) == TAG &&
				e.getShort(2) == UNDEFINED).findFirst();
		}
	}

	private record Header(ByteOrder order, boolean big) {}

	private static Header header(final Bytes file) throws IOException {
		final ByteBuffer head = file.at(0, 4);
		final ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN;
		return new Header(order, head.order(order).getShort(2) == 43);
	}

	private static List<Directory> ends(final Bytes file, final Header header)
		throws IOException
	{
		long link = header.big ? 8 : 4;
		long at = offset(file, link, header);
		final var seen = new HashSet<Long>();
		Directory first = null, last = null;
		while (at != 0 && seen.add(at) && seen.size() < DIRECTORIES) {
			last = directory(file, header, link, at);
			if (first == null) first = last;
			link = last.at + (header.big ? 8 + 20L * last.entries.size() : 2 + 12L *
				last.entries.size());
			at = last.next;
		}
		final var ends = new ArrayList<Directory>();
		if (last != null) ends.add(last);
		if (first != last) ends.add(first);
		return ends;
	}

	private static Directory directory(final Bytes file, final Header header,
		final long link, final long at) throws IOException
	{
		final int width = header.big ? 20 : 12, front = header.big ? 8 : 2;
		final long count = header.big ? file.at(at, 8, header.order).getLong() : file
			.at(at, 2, header.order).getShort() & 0xffff;
		if (count > 65535 || count < 0) throw ManifestException.jumbf(
			"A TIFF directory has an impossible size.");
		final ByteBuffer all = file.at(at + front, count * width, header.order);
		final var entries = new ArrayList<ByteBuffer>();
		for (int i = 0; i < count; i++) entries.add(all.slice(i * width, width).order(
			header.order));
		return new Directory(link, at, entries, offset(file, at + front + count *
			width, header));
	}

	private static long offset(final Bytes file, final long at,
		final Header header) throws IOException
	{
		return header.big ? file.at(at, 8, header.order).getLong() : Integer
			.toUnsignedLong(file.at(at, 4, header.order).getInt());
	}

	@Override
	public Optional<Embedded> find(final Bytes file) throws IOException {
		final Header header = header(file);
		for (final Directory directory : ends(file, header)) {
			final Optional<ByteBuffer> entry = directory.store();
			if (entry.isEmpty()) continue;
			final long length = header.big ? entry.get().getLong(4) : Integer
				.toUnsignedLong(entry.get().getInt(4));
			final long at = header.big ? entry.get().getLong(12) : Integer
				.toUnsignedLong(entry.get().getInt(8));
			return Optional.of(new Embedded(file.at(at, length).array(), List.of(
				new Range(at, length)), true));
		}
		return Optional.empty();
	}

	@Override
	public Optional<Layout> layout(final Bytes file, final int size)
		throws IOException
	{
		final Header header = header(file);
		final long end = file.size() + (file.size() & 1);
		if (header.big || end + size + 65536L * 12 > LIMIT) return Optional.empty();
		final List<Directory> ends = ends(file, header);
		if (ends.isEmpty()) return Optional.empty();
		final Directory last = ends.get(0);
		final byte[] copy = directory(last, header, end, size);
		final var link = ByteBuffer.allocate(4).order(header.order).putInt(
			(int) end);
		return Optional.of(new Layout(List.of(new Copy(new Range(0, last.link)),
			new Literal(link.array()), new Copy(new Range(last.link + 4, file.size() -
				last.link - 4)), new Literal(new byte[(int) (end - file.size())]),
			new Literal(copy)), List.of()));
	}

	/** The last directory once more, with the tag in its place. */
	private static byte[] directory(final Directory last, final Header header,
		final long at, final int size)
	{
		final var entries = new ArrayList<>(last.entries);
		entries.removeIf(e -> (e.getShort(0) & 0xffff) == TAG);
		final int count = entries.size() + 1;
		final int length = 2 + 12 * count + 4;
		final var own = ByteBuffer.allocate(12).order(header.order).putShort(
			(short) TAG).putShort((short) UNDEFINED).putInt(size).putInt((int) (at +
				length));
		int place = 0;
		while (place < entries.size() && (entries.get(place).getShort(0) &
			0xffff) < TAG) place++;
		entries.add(place, own.flip());
		final var out = ByteBuffer.allocate(length).order(header.order).putShort(
			(short) count);
		entries.forEach(e -> out.put(e.duplicate().rewind()));
		return out.putInt((int) last.next).array();
	}

	@Override
	public byte[] wrap(final byte[] store) {
		return store;
	}
}
