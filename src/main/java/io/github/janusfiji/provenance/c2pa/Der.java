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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element of the Distinguished Encoding Rules (ITU-T X.690): read from bytes,
 * or written.
 *
 * @param tag its first octet
 * @param bytes what it is in
 * @param start of its header
 * @param content behind its header
 * @param end just behind it
 */
record Der(int tag, byte[] bytes, int start, int content, int end) {

	static final int INTEGER = 2;
	static final int BIT_STRING = 3;
	static final int OCTET_STRING = 4;
	static final int OID = 6;
	static final int UTF8 = 12;
	static final int SEQUENCE = 0x30;
	static final int SET = 0x31;

	/** How many elements one may hold when read. */
	private static final int CHILDREN = 1000;

	static Der parse(final byte[] bytes) throws ManifestException {
		return at(bytes, 0, bytes.length);
	}

	private static Der at(final byte[] bytes, final int start, final int limit)
		throws ManifestException
	{
		if (limit - start < 2) throw malformed();
		int content = start + 2;
		long size = bytes[start + 1] & 0xff;
		if (size == 0x80) throw malformed();
		if (size > 0x80) {
			final int octets = (int) size & 0x7f;
			if (octets > 4 || limit - content < octets) throw malformed();
			size = 0;
			for (int i = 0; i < octets; i++) size = size << 8 | bytes[content++] & 0xff;
		}
		if (size > limit - content) throw malformed();
		return new Der(bytes[start] & 0xff, bytes, start, content, content +
			(int) size);
	}

	private static ManifestException malformed() {
		return new ManifestException(Codes.TIME_MALFORMED,
			"A time stamp or certificate is not in DER.");
	}

	List<Der> children() throws ManifestException {
		final var children = new ArrayList<Der>();
		for (int i = content; i < end; i = children.get(children.size() - 1).end) {
			if (children.size() == CHILDREN) throw malformed();
			children.add(at(bytes, i, end));
		}
		return children;
	}

	Der child(final int index) throws ManifestException {
		final List<Der> children = children();
		if (index >= children.size()) throw malformed();
		return children.get(index);
	}

	/** @return header and content */
	byte[] whole() {
		return Arrays.copyOfRange(bytes, start, end);
	}

	byte[] value() {
		return Arrays.copyOfRange(bytes, content, end);
	}

	String text() {
		return new String(value(), StandardCharsets.US_ASCII);
	}

	/** @return an object identifier in numbers with dots */
	String oid() {
		final var text = new StringBuilder();
		long n = 0;
		boolean first = true;
		for (int i = content; i < end; i++) {
			n = n << 7 | bytes[i] & 0x7f;
			if (bytes[i] < 0) continue;
			if (first) text.append(Math.min(2, n / 40)).append('.').append(n - 40 * Math
				.min(2, n / 40));
			else text.append('.').append(n);
			first = false;
			n = 0;
		}
		return text.toString();
	}

	static byte[] write(final int tag, final byte[]... parts) {
		final var body = new ByteArrayOutputStream();
		for (final byte[] part : parts) body.writeBytes(part);
		final var out = new ByteArrayOutputStream();
		out.write(tag);
		final int n = body.size();
		if (n >= 0x80) {
			final int octets = n < 0x100 ? 1 : n < 0x10000 ? 2 : 3;
			out.write(0x80 | octets);
			for (int i = octets - 1; i >= 0; i--) out.write(n >> 8 * i);
		}
		else out.write(n);
		out.writeBytes(body.toByteArray());
		return out.toByteArray();
	}

	static byte[] text(final int tag, final String text) {
		return write(tag, text.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] oid(final String dotted) {
		final String[] parts = dotted.split("\\.");
		final var body = new ByteArrayOutputStream();
		for (int i = 1; i < parts.length; i++) {
			long n = Long.parseLong(parts[i]);
			if (i == 1) n += 40 * Long.parseLong(parts[0]);
			int shift = 0;
			while (n >> shift + 7 != 0) shift += 7;
			for (; shift >= 0; shift -= 7) body.write((int) (n >> shift & 0x7f |
				(shift > 0 ? 0x80 : 0)));
		}
		return write(OID, body.toByteArray());
	}
}
