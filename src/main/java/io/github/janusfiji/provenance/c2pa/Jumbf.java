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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A box of the JPEG Universal Metadata Box Format (ISO/IEC 19566-5), and the
 * boxes in it.
 *
 * @param type four characters
 * @param kind of a superbox, the four characters of its content type; or empty
 * @param label of a superbox; or empty
 * @param start of its header in the bytes it was read from
 * @param content where what follows the header begins
 * @param end just behind it
 * @param children of a superbox, without its description
 */
record Jumbf(String type, String kind, String label, int start,
	int content, int end, List<Jumbf> children)
{

	static final String STORE = "c2pa";
	static final String MANIFEST = "c2ma";
	static final String UPDATE = "c2um";
	static final String ASSERTIONS = "c2as";
	static final String CLAIM = "c2cl";
	static final String SIGNATURE = "c2cs";

	/** The rest of a content type's identifier (ISO/IEC 19566-5, B.1). */
	private static final byte[] TYPE_TAIL = HexFormat.of().parseHex(
		"00110010800000AA00389B71");

	/** Description flags: can be asked for, and has a label. */
	private static final int TOGGLES = 3;

	/** How deep boxes may nest when read. */
	private static final int DEPTH = 16;

	/** How many boxes a store may hold when read. */
	private static final int BOXES = 20_000;

	/**
	 * @param data a superbox, and maybe padding behind it
	 * @return it and all below it
	 * @throws ManifestException if it is none, or nests deeper or counts more than
	 *           is safe
	 */
	static Jumbf parse(final byte[] data) throws ManifestException {
		return box(data, 0, data.length, 0, new int[1]);
	}

	private static Jumbf box(final byte[] data, final int start, final int limit,
		final int depth, final int[] count) throws ManifestException
	{
		if (depth > DEPTH || ++count[0] > BOXES) throw ManifestException.jumbf(
			"Boxes nest deeper or are more than is safe to read.");
		if (limit - start < 8) throw cut();
		long size = Integer.toUnsignedLong(ByteBuffer.wrap(data).getInt(start));
		int content = start + 8;
		if (size == 1) {
			if (limit - start < 16) throw cut();
			size = ByteBuffer.wrap(data).getLong(start + 8);
			content += 8;
		}
		else if (size == 0) size = limit - start;
		if (size < content - start || size > limit - start) throw cut();
		final int end = start + (int) size;
		final String type = new String(data, start + 4, 4,
			StandardCharsets.ISO_8859_1);
		if (!type.equals("jumb")) return new Jumbf(type, "", "", start, content, end,
			List.of());
		return superbox(data, start, content, end, depth, count);
	}

	private static Jumbf superbox(final byte[] data, final int start,
		final int content, final int end, final int depth, final int[] count)
		throws ManifestException
	{
		final Jumbf described = box(data, content, end, depth + 1, count);
		final int from = described.content;
		if (!described.type.equals("jumd") || described.end - from < 17)
			throw ManifestException.jumbf("A box has no description.");
		if (!Arrays.equals(data, from + 4, from + 16, TYPE_TAIL, 0, 12) &&
			depth < 3) throw ManifestException.jumbf(
				"A box of the store has a content type that is not C2PA's.");
		final String kind = new String(data, from, 4, StandardCharsets.ISO_8859_1);
		String label = "";
		if ((data[from + 16] & 2) != 0) {
			int stop = from + 17;
			while (stop < described.end && data[stop] != 0) stop++;
			if (stop == described.end) throw cut();
			label = new String(data, from + 17, stop - from - 17,
				StandardCharsets.UTF_8);
		}
		final var children = new ArrayList<Jumbf>();
		for (int at = described.end; at < end; at = children.get(children.size() - 1)
			.end) children.add(box(data, at, end, depth + 1, count));
		return new Jumbf("jumb", kind, label, start, content, end, children);
	}

	private static ManifestException cut() {
		return ManifestException.jumbf(
			"A box of the manifest store is cut short or has an impossible size.");
	}

	/** @return the first superbox inside with that label */
	Optional<Jumbf> child(final String wanted) {
		return children.stream().filter(c -> c.label.equals(wanted)).findFirst();
	}

	/** @return the bytes of the first content box of that type inside */
	Optional<byte[]> payload(final byte[] data, final String wanted) {
		return children.stream().filter(c -> c.type.equals(wanted)).findFirst().map(
			c -> Arrays.copyOfRange(data, c.content, c.end));
	}

	/** @return what hashes of this box cover: all but its header */
	byte[] hashed(final byte[] data) {
		return Arrays.copyOfRange(data, content, end);
	}

	/** @return the bytes of a box */
	static byte[] write(final String type, final byte[]... parts) {
		int size = 8;
		for (final byte[] part : parts) size = Math.addExact(size, part.length);
		final var out = ByteBuffer.allocate(size).putInt(size).put(type.getBytes(
			StandardCharsets.ISO_8859_1));
		for (final byte[] part : parts) out.put(part);
		return out.array();
	}

	/** @return the bytes of a superbox with its description */
	static byte[] superbox(final String kind, final String label,
		final byte[]... parts)
	{
		final var description = new ByteArrayOutputStream();
		description.writeBytes(kind.getBytes(StandardCharsets.ISO_8859_1));
		description.writeBytes(TYPE_TAIL);
		description.write(TOGGLES);
		description.writeBytes(label.getBytes(StandardCharsets.UTF_8));
		description.write(0);
		final var all = new byte[parts.length + 1][];
		all[0] = write("jumd", description.toByteArray());
		System.arraycopy(parts, 0, all, 1, parts.length);
		return write("jumb", all);
	}

	/**
	 * @return the bytes that Janus would write for this box; equal to those it was
	 *         read from if and only if nothing in them is free to be changed
	 */
	byte[] canonical(final byte[] data) {
		if (!type.equals("jumb")) return write(type, Arrays.copyOfRange(data,
			content, end));
		return superbox(kind, label, children.stream().map(c -> c.canonical(data))
			.toArray(byte[][]::new));
	}
}
