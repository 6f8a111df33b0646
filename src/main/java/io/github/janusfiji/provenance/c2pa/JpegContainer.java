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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** JPEG: the store is cut into APP11 segments (ISO/IEC 19566-5, annex D). */
record JpegContainer() implements Container {

	private static final int APP0 = 0xffe0;
	private static final int APP11 = 0xffeb;
	private static final int SOS = 0xffda;

	/** Marker, length, "JP", number of the box, number of the segment. */
	private static final int HEAD = 12;

	/** The box's own header, which every segment repeats. */
	private static final int BOX = 8;

	/** What a segment can hold of a box's content. */
	private static final int ROOM = 65535 - (HEAD - 2) - BOX;

	private static final int JP = 0x4a50;
	private static final int NUMBER = 0x0211;

	@Override
	public Optional<Embedded> find(final Bytes file) throws IOException {
		final List<Range> places = segments(file);
		if (places.isEmpty()) return Optional.empty();
		final var store = new ByteArrayOutputStream();
		final var raw = new ByteArrayOutputStream();
		for (final Range place : places) {
			final byte[] bytes = file.at(place.start(), place.length()).array();
			final int skip = store.size() == 0 ? HEAD : HEAD + BOX;
			store.write(bytes, skip, bytes.length - skip);
			raw.writeBytes(bytes);
			if (store.size() > Bytes.STORE_LIMIT) throw ManifestException.jumbf(
				"The manifest store is larger than is safe to read.");
		}
		final byte[] whole = store.toByteArray();
		return Optional.of(new Embedded(whole, places, Arrays.equals(wrap(whole), raw
			.toByteArray())));
	}

	/** @return the segments of the store, in order */
	private static List<Range> segments(final Bytes file) throws IOException {
		final var found = new ArrayList<Range>();
		int box = -1;
		for (final Range one : headers(file)) {
			if (one.length() < HEAD + BOX) continue;
			final ByteBuffer head = file.at(one.start(), Math.min(one.length(), HEAD +
				BOX + 12));
			if (head.getShort(0) != (short) APP11 || head.getShort(4) != JP) continue;
			final int number = head.getShort(6);
			final boolean starts = head.limit() >= HEAD + BOX + 12 && head.getInt(HEAD +
				BOX + 8) == 0x63327061; // "c2pa", the store's content type
			if (starts && head.getInt(8) == 1) {
				if (box >= 0) throw ManifestException.jumbf(
					"There is more than one manifest store in the file.");
				box = number;
				found.add(one);
			}
			else if (box == number && head.getInt(8) == found.size() + 1) found.add(
				one);
		}
		return found;
	}

	/** @return all segments in front of the picture's data */
	private static List<Range> headers(final Bytes file) throws IOException {
		final var all = new ArrayList<Range>();
		for (long at = 2; at + 4 <= file.size();) {
			final ByteBuffer head = file.at(at, 4);
			final int marker = head.getShort() & 0xffff;
			if (marker < 0xff00 || marker == SOS) break;
			final int length = (head.getShort() & 0xffff) + 2;
			if (length < 4 || at + length > file.size()) break;
			all.add(new Range(at, length));
			at += length;
		}
		return all;
	}

	@Override
	public Optional<Layout> layout(final Bytes file, final int size)
		throws IOException
	{
		final List<Range> old = segments(file);
		final List<Range> all = headers(file);
		long place = 2;
		if (!all.isEmpty() && file.at(all.get(0).start(), 2)
			.getShort() == (short) APP0) place = all.get(0).end();
		final var after = new ArrayList<Piece>();
		long from = place;
		for (final Range one : old) {
			after.add(new Copy(new Range(from, one.start() - from)));
			from = one.end();
		}
		after.add(new Copy(new Range(from, file.size() - from)));
		return Optional.of(new Layout(List.of(new Copy(new Range(0, place))), after));
	}

	@Override
	public byte[] wrap(final byte[] store) {
		final var out = new ByteArrayOutputStream();
		final int content = Math.max(0, store.length - BOX);
		for (int i = 0, at = 0; at < content || i == 0; i++) {
			final int n = Math.min(ROOM, content - at);
			final var head = ByteBuffer.allocate(HEAD).putShort((short) APP11).putShort(
				(short) (HEAD - 2 + BOX + n)).putShort((short) JP).putShort(
					(short) NUMBER).putInt(i + 1);
			out.writeBytes(head.array());
			out.write(store, 0, Math.min(BOX, store.length));
			out.write(store, Math.min(BOX, store.length) + at, n);
			at += n;
		}
		return out.toByteArray();
	}
}
