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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MP4 and MOV: the store is in a box {@code uuid} behind {@code ftyp} (C2PA 2.2,
 * A.5). The places that tables of chunks point to move with it.
 */
record BmffContainer() implements Container {

	/** Types of the first box. */
	static final Set<String> STARTS = Set.of("ftyp", "moov", "mdat", "wide",
		"free", "skip", "pnot", "uuid");

	/** C2PA's identifier of the box. */
	static final byte[] UUID = HexFormat.of().parseHex(
		"d8fec3d61b0e483c92975828877ec481");

	private static final byte[] PURPOSE = "manifest\0".getBytes(
		StandardCharsets.US_ASCII);

	/** Header, identifier, version and flags, purpose, place of a Merkle box. */
	private static final int FRONT = 8 + 16 + 4 + PURPOSE.length + 8;

	/** The largest table of chunks that is rewritten in memory, bytes. */
	private static final long MOOV = 60L << 20;

	@Override
	public String binding() {
		return "c2pa.hash.bmff.v3";
	}

	@Override
	public Optional<Embedded> find(final Bytes file) throws IOException {
		final List<Range> places = stores(file);
		if (places.isEmpty()) return Optional.empty();
		if (places.size() > 1) throw ManifestException.jumbf(
			"There is more than one manifest store in the file.");
		final byte[] box = file.at(places.get(0).start(), places.get(0).length())
			.array();
		final int from = ByteBuffer.wrap(box).getInt() == 1 ? FRONT + 8 : FRONT;
		if (box.length < from) return Optional.empty();
		final byte[] store = Arrays.copyOfRange(box, from, box.length);
		return Optional.of(new Embedded(store, places, Arrays.equals(wrap(store),
			box)));
	}

	private static List<Range> stores(final Bytes file) throws IOException {
		final var found = new ArrayList<Range>();
		for (final BmffBoxes box : BmffBoxes.top(file)) {
			if (!box.type().equals("uuid") || box.end() - box.content() < FRONT - 8)
				continue;
			final byte[] head = file.at(box.content(), FRONT - 8).array();
			if (Arrays.equals(head, 0, 16, UUID, 0, 16) && Arrays.equals(head, 20, 20 +
				PURPOSE.length, PURPOSE, 0, PURPOSE.length)) found.add(new Range(box
					.start(), box.end() - box.start()));
		}
		return found;
	}

	@Override
	public byte[] wrap(final byte[] store) {
		return ByteBuffer.allocate(FRONT + store.length).putInt(FRONT + store.length)
			.put("uuid".getBytes(StandardCharsets.US_ASCII)).put(UUID).putInt(0).put(
				PURPOSE).putLong(0).put(store).array();
	}

	@Override
	public Optional<Layout> layout(final Bytes file, final int size)
		throws IOException
	{
		final List<BmffBoxes> boxes = BmffBoxes.top(file);
		if (boxes.isEmpty() || boxes.get(boxes.size() - 1).end() != file.size())
			return Optional.empty();
		final List<Range> old = stores(file);
		final boolean first = boxes.get(0).type().equals("ftyp");
		// Without a first box to stand behind, the store goes to the end.
		final long place = first ? boxes.get(0).end() : file.size();
		if (!first && endless(file, boxes.get(boxes.size() - 1))) return Optional
			.empty();
		final int added = FRONT + size;
		final var pieces = new ArrayList<Piece>();
		for (final BmffBoxes box : boxes) {
			if (box.start() < place && first) continue;
			final var range = new Range(box.start(), box.end() - box.start());
			if (old.contains(range)) continue;
			final boolean points = Set.of("moov", "moof", "mfra").contains(box.type());
			if (points && range.length() > MOOV) return Optional.empty();
			if (!points) {
				pieces.add(new Copy(range));
				continue;
			}
			final byte[] bytes = file.at(range.start(), range.length()).array();
			if (!move(file, box, bytes, old, first ? place : Long.MAX_VALUE, added))
				return Optional.empty();
			pieces.add(new Literal(bytes));
		}
		return Optional.of(first ? new Layout(List.of(new Copy(new Range(0, place))),
			pieces) : new Layout(pieces, List.of()));
	}

	private static boolean endless(final Bytes file, final BmffBoxes last)
		throws IOException
	{
		return file.at(last.start(), 4).getInt() == 0;
	}

	/** Where a byte of the source lands. */
	private static long moved(final long from, final List<Range> old,
		final long place, final int added)
	{
		long to = from >= place ? from + added : from;
		for (final Range gone : old) if (from >= gone.end()) to -= gone.length();
		return to;
	}

	/** @return whether all places could be written in the width they have */
	private static boolean move(final Bytes file, final BmffBoxes holder,
		final byte[] bytes, final List<Range> old, final long place,
		final int added) throws IOException
	{
		final var all = ByteBuffer.wrap(bytes);
		for (final BmffBoxes box : holder.inside(file)) {
			final int at = (int) (box.content() - holder.start());
			final int limit = (int) (box.end() - holder.start());
			final boolean fits = switch (box.type()) {
				case "stco" -> table(all, at + 8, limit, count(all, at + 4), 4, 0, 4, old,
					place, added);
				case "co64" -> table(all, at + 8, limit, count(all, at + 4), 8, 0, 8, old,
					place, added);
				case "tfhd" -> (bytes[at + 3] & 1) == 0 || table(all, at + 8, limit, 1, 8,
					0, 8, old, place, added);
				case "tfra" -> fragments(all, at, limit, old, place, added);
				default -> true;
			};
			if (!fits) return false;
		}
		return true;
	}

	private static long count(final ByteBuffer all, final int at) {
		return Integer.toUnsignedLong(all.getInt(at));
	}

	/** A table of random access: time and place, then three numbers each. */
	private static boolean fragments(final ByteBuffer all, final int at,
		final int limit, final List<Range> old, final long place, final int added)
	{
		final boolean wide = all.get(at) == 1;
		final int sizes = all.getInt(at + 8), width = wide ? 8 : 4;
		final int rest = (sizes >> 4 & 3) + (sizes >> 2 & 3) + (sizes & 3) + 3;
		return table(all, at + 16, limit, count(all, at + 12), 2 * width + rest,
			width, width, old, place, added);
	}

	private static boolean table(final ByteBuffer all, final int at,
		final int limit, final long count, final int step, final int skip,
		final int width, final List<Range> old, final long place, final int added)
	{
		if (count * step > limit - at) return false;
		for (int i = 0; i < count; i++) {
			final int here = at + i * step + skip;
			final long from = width == 8 ? all.getLong(here) : Integer.toUnsignedLong(
				all.getInt(here));
			final long to = moved(from, old, place, added);
			if (width == 4 && to > 0xffffffffL) return false;
			if (width == 8) all.putLong(here, to);
			else all.putInt(here, (int) to);
		}
		return true;
	}
}
