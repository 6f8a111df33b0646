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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): the store is a chunk {@code caBX} behind the header. */
record PngContainer() implements Container {

	static final long SIGNATURE = 0x89504e470d0a1a0aL;

	private static final String CHUNK = "caBX";
	private static final int FRAME = 12;

	/** Behind the signature and IHDR, which is always 13 bytes. */
	private static final int PLACE = 8 + 13 + FRAME;

	@Override
	public Optional<Embedded> find(final Bytes file) throws IOException {
		final List<Range> found = chunks(file);
		if (found.isEmpty()) return Optional.empty();
		if (found.size() > 1) throw ManifestException.jumbf(
			"There is more than one manifest store in the file.");
		final Range place = found.get(0);
		final byte[] chunk = file.at(place.start(), place.length()).array();
		final byte[] store = Arrays.copyOfRange(chunk, 8, chunk.length - 4);
		return Optional.of(new Embedded(store, found, Arrays.equals(wrap(store),
			chunk)));
	}

	private static List<Range> chunks(final Bytes file) throws IOException {
		final var found = new ArrayList<Range>();
		for (long at = 8; at + FRAME <= file.size();) {
			final ByteBuffer head = file.at(at, 8);
			final long length = Integer.toUnsignedLong(head.getInt()) + FRAME;
			final String type = new String(head.array(), 4, 4,
				StandardCharsets.ISO_8859_1);
			if (type.equals("IEND") || length > file.size() - at) break;
			if (type.equals(CHUNK)) found.add(new Range(at, length));
			at += length;
		}
		return found;
	}

	@Override
	public Optional<Layout> layout(final Bytes file, final int size)
		throws IOException
	{
		if (file.size() < PLACE) return Optional.empty();
		final var after = new ArrayList<Piece>();
		long from = PLACE;
		for (final Range old : chunks(file)) {
			after.add(new Copy(new Range(from, old.start() - from)));
			from = old.end();
		}
		after.add(new Copy(new Range(from, file.size() - from)));
		return Optional.of(new Layout(List.of(new Copy(new Range(0, PLACE))), after));
	}

	@Override
	public byte[] wrap(final byte[] store) {
		final var out = ByteBuffer.allocate(store.length + FRAME);
		out.putInt(store.length).put(CHUNK.getBytes(StandardCharsets.US_ASCII)).put(
			store);
		final var checksum = new CRC32();
		checksum.update(out.array(), 4, store.length + 4);
		return out.putInt((int) checksum.getValue()).array();
	}
}
