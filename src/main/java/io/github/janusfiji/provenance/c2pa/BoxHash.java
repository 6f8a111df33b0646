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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The hard binding by a picture's parts (C2PA 2.2, 18.6): JPEG and PNG. */
final class BoxHash {

	private static final String OWN = "C2PA";
	private static final int SOI = 0xd8, EOI = 0xd9, SOS = 0xda;

	private record Part(String name, Range range) {}

	private BoxHash() {}

	static void verify(final Path file, final String url,
		final Map<?, ?> assertion, final String algorithm,
		final List<Status> found, final BooleanSupplier stop) throws IOException
	{
		boolean same;
		try (var bytes = new Bytes(file)) {
			same = assertion.get("boxes") instanceof List<?> boxes && verify(bytes,
				boxes, algorithm, stop);
		}
		found.add(same ? new Status(Status.Kind.SUCCESS, Codes.BOXES_MATCH, url,
			"box hashes valid") : new Status(Status.Kind.FAILURE,
				Codes.BOXES_MISMATCH, url, "the file's parts are not those signed"));
	}

	private static boolean verify(final Bytes file, final List<?> boxes,
		final String algorithm, final BooleanSupplier stop) throws IOException
	{
		final List<Part> parts = file.at(0, 2).getShort() == (short) 0xffd8 ? jpeg(
			file) : png(file);
		int at = 0;
		for (final Object one : boxes) {
			if (!(one instanceof Map<?, ?> map) || !(map.get(
				"names") instanceof List<?> names) || names.isEmpty()) return false;
			final int first = at;
			for (final Object name : names) {
				if (at == parts.size() || !parts.get(at).name.equals(name)) return false;
				at++;
			}
			if (names.get(0).equals(OWN)) continue;
			final var range = new Range(parts.get(first).range.start(), parts.get(at -
				1).range.end() - parts.get(first).range.start());
			final var rest = List.of(new Range(0, range.start()), new Range(range.end(),
				file.size() - range.end()));
			if (!(map.get("hash") instanceof byte[] hash) || !Arrays.equals(hash, Digests
				.of(file, Digests.named(map.get("alg") instanceof String s ? s
					: algorithm), rest, List.of(), stop))) return false;
		}
		return at == parts.size();
	}

	private static List<Part> png(final Bytes file) throws IOException {
		final var parts = new ArrayList<Part>();
		parts.add(new Part("PNGh", new Range(0, 8)));
		for (long at = 8; at + 12 <= file.size();) {
			final ByteBuffer head = file.at(at, 8);
			final long length = Integer.toUnsignedLong(head.getInt()) + 12;
			final String name = new String(head.array(), 4, 4,
				StandardCharsets.ISO_8859_1);
			if (length > file.size() - at) break;
			parts.add(new Part(name.equals("caBX") ? OWN : name, new Range(at,
				length)));
			at += length;
		}
		return parts;
	}

	private static List<Part> jpeg(final Bytes file) throws IOException {
		final var parts = new ArrayList<Part>();
		final List<Range> own = new JpegContainer().find(file).map(
			Container.Embedded::places).orElse(List.of());
		for (long at = 0; at + 2 <= file.size();) {
			final int marker = file.at(at, 2).get(1) & 0xff;
			long length = 2;
			if (marker != SOI && marker != EOI) length += file.at(at + 2, 2)
				.getShort() & 0xffff;
			if (marker == SOS) length += scan(file, at + length);
			final var range = new Range(at, length);
			if (!own.contains(range)) parts.add(new Part(name(marker), range));
			else if (range.equals(own.get(0))) parts.add(new Part(OWN, new Range(at, own
				.get(own.size() - 1).end() - at)));
			at += length;
			if (marker == EOI) break;
		}
		return parts;
	}

	private static String name(final int marker) {
		if (marker >= 0xe0 && marker <= 0xef) return "APP" + (marker - 0xe0);
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
			marker != 0xcc) return "SOF" + (marker - 0xc0);
		return switch (marker) {
			case SOI -> "SOI";
			case EOI -> "EOI";
			case SOS -> "SOS";
			case 0xc4 -> "DHT";
			case 0xcc -> "DAC";
			case 0xdb -> "DQT";
			case 0xdc -> "DNL";
			case 0xdd -> "DRI";
			case 0xfe -> "COM";
			default -> Integer.toHexString(marker);
		};
	}

	/** @return how long the entropy-coded data of a scan are, restarts included */
	private static long scan(final Bytes file, final long from)
		throws IOException
	{
		for (long at = from; at < file.size();) {
			final ByteBuffer chunk = file.at(at, Math.min(1 << 16, file.size() - at));
			for (int i = 0; i + 1 < chunk.limit(); i++) {
				final int next = chunk.get(i + 1) & 0xff;
				if (chunk.get(i) == -1 && next != 0 && (next < 0xd0 || next > 0xd7))
					return at + i - from;
			}
			at += Math.max(1, chunk.limit() - 1);
		}
		return file.size() - from;
	}
}
