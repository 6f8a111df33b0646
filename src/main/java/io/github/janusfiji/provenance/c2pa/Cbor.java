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
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Concise Binary Object Representation (RFC 8949) of {@code null},
 * {@code Boolean}, {@code Long}, {@code Double}, {@code String}, {@code byte[]},
 * {@code List}, {@code Map} and {@link Tagged} values. Written with definite
 * lengths and the shortest heads (RFC 8949, 4.2.1, but for the order of keys);
 * everything is read, within bounds.
 */
public final class Cbor {

	/** How deep values may nest when read. */
	static final int DEPTH = 48;

	/** How many values a text may hold when read: each costs memory. */
	static final int ITEMS = 1_000_000;

	private static final int BREAK = 0xff;

	private final ByteBuffer in;
	private int items;

	/**
	 * A value with a tag (RFC 8949, 3.4).
	 *
	 * @param tag its number
	 * @param value what it says something of
	 */
	public record Tagged(long tag, Object value) {}

	private Cbor(final byte[] data) {
		in = ByteBuffer.wrap(data);
	}

	/**
	 * @param value of the types above; other integers are written like
	 *          {@code Long}
	 * @return its bytes
	 */
	public static byte[] encode(final Object value) {
		final var out = new ByteArrayOutputStream();
		write(out, value);
		return out.toByteArray();
	}

	private static void write(final ByteArrayOutputStream out,
		final Object value)
	{
		if (value == null) out.write(0xf6);
		else if (value instanceof Boolean b) out.write(b ? 0xf5 : 0xf4);
		else if (value instanceof Double d) {
			out.write(0xfb);
			out.writeBytes(ByteBuffer.allocate(8).putDouble(d).array());
		}
		else if (value instanceof Number n) {
			final long l = n.longValue();
			if (l >= 0) head(out, 0, l);
			else head(out, 1, -1 - l);
		}
		else if (value instanceof byte[] b) {
			head(out, 2, b.length);
			out.writeBytes(b);
		}
		else if (value instanceof String s) {
			final byte[] utf = s.getBytes(StandardCharsets.UTF_8);
			head(out, 3, utf.length);
			out.writeBytes(utf);
		}
		else if (value instanceof List<?> list) {
			head(out, 4, list.size());
			list.forEach(item -> write(out, item));
		}
		else if (value instanceof Map<?, ?> map) {
			head(out, 5, map.size());
			map.forEach((key, item) -> {
				write(out, key);
				write(out, item);
			});
		}
		else if (value instanceof Tagged tagged) {
			head(out, 6, tagged.tag);
			write(out, tagged.value);
		}
		else throw new IllegalArgumentException("No CBOR for " + value.getClass());
	}

	private static void head(final ByteArrayOutputStream out, final int major,
		final long n)
	{
		final int bytes = n < 24 ? 0 : n < 0x100 ? 1 : n < 0x10000 ? 2
			: n < 0x100000000L ? 4 : 8;
		final int info = switch (bytes) {
			case 0 -> (int) n;
			case 1 -> 24;
			case 2 -> 25;
			case 4 -> 26;
			default -> 27;
		};
		out.write(major << 5 | info);
		for (int i = bytes - 1; i >= 0; i--) out.write((int) (n >>> 8 * i));
	}

	/**
	 * @param data exactly one value
	 * @return it
	 * @throws ManifestException if it is no CBOR, or larger or deeper than is safe
	 */
	public static Object decode(final byte[] data) throws ManifestException {
		final var reader = new Cbor(data);
		final Object value = reader.read(0);
		if (reader.in.hasRemaining()) throw ManifestException.cbor(
			"There are bytes behind the end of a CBOR value.");
		return value;
	}

	private Object read(final int depth) throws ManifestException {
		if (depth > DEPTH || ++items > ITEMS) throw ManifestException.cbor(
			"A CBOR value is deeper or larger than is safe to read.");
		final int head = octet();
		if (head == BREAK) throw ManifestException.cbor(
			"A CBOR value ends where none began.");
		final int major = head >> 5, info = head & 31;
		if (major == 7) return simple(info);
		final boolean open = info == 31;
		if (open && (major < 2 || major == 6)) throw malformed();
		final long n = open ? -1 : argument(info);
		return switch (major) {
			case 0 -> unsigned(n);
			case 1 -> n < 0 ? BigInteger.ONE.negate().subtract((BigInteger) unsigned(
				n)) : (Object) (-1 - n);
			case 2 -> open ? chunks(2) : bytes(n);
			case 3 -> text(open ? chunks(3) : bytes(n));
			case 4 -> list(n, open, depth);
			case 5 -> map(n, open, depth);
			default -> new Tagged(n, read(depth + 1));
		};
	}

	private static Object unsigned(final long n) {
		return n >= 0 ? (Object) n : new BigInteger(Long.toUnsignedString(n));
	}

	private Object simple(final int info) throws ManifestException {
		return switch (info) {
			case 20 -> false;
			case 21 -> true;
			case 22, 23 -> null;
			case 24 -> (long) octet();
			case 25 -> half((int) argument(25));
			case 26 -> (double) Float.intBitsToFloat((int) argument(26));
			case 27 -> Double.longBitsToDouble(argument(27));
			default -> throw malformed();
		};
	}

	/** Half-precision numbers as in RFC 8949, appendix D. */
	private static double half(final int bits) {
		final int exponent = bits >> 10 & 31, mantissa = bits & 1023;
		final double value = exponent == 0 ? Math.scalb((double) mantissa, -24)
			: exponent < 31 ? Math.scalb(mantissa + 1024.0, exponent - 25)
				: mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
		return (bits & 0x8000) == 0 ? value : -value;
	}

	private List<Object> list(final long n, final boolean open,
		final int depth) throws ManifestException
	{
		requireRoom(n, open);
		final var list = new ArrayList<Object>();
		while (open ? !ended() : list.size() < n) list.add(read(depth + 1));
		return list;
	}

	private Map<Object, Object> map(final long n, final boolean open,
		final int depth) throws ManifestException
	{
		requireRoom(n, open);
		final var map = new LinkedHashMap<Object, Object>();
		for (long i = 0; open ? !ended() : i < n; i++) {
			final Object key = read(depth + 1);
			if (!(key instanceof String || key instanceof Long) || map.containsKey(
				key)) throw ManifestException.cbor(
					"A CBOR map has a key twice, or one that is no text or number.");
			map.put(key, read(depth + 1));
		}
		return map;
	}

	/** Every item takes a byte at least. */
	private void requireRoom(final long n, final boolean open)
		throws ManifestException
	{
		if (!open && (n < 0 || n > in.remaining())) throw malformed();
	}

	private boolean ended() throws ManifestException {
		if (!in.hasRemaining()) throw malformed();
		if ((in.get(in.position()) & 0xff) != BREAK) return false;
		in.get();
		return true;
	}

	private byte[] chunks(final int major) throws ManifestException {
		final var all = new ByteArrayOutputStream();
		while (!ended()) {
			final int head = octet();
			if (head >> 5 != major || (head & 31) == 31) throw malformed();
			all.writeBytes(bytes(argument(head & 31)));
		}
		return all.toByteArray();
	}

	private byte[] bytes(final long n) throws ManifestException {
		if (n < 0 || n > in.remaining()) throw malformed();
		final var bytes = new byte[(int) n];
		in.get(bytes);
		return bytes;
	}

	private static String text(final byte[] utf) throws ManifestException {
		try {
			return StandardCharsets.UTF_8.newDecoder().onMalformedInput(
				CodingErrorAction.REPORT).decode(ByteBuffer.wrap(utf)).toString();
		}
		catch (final CharacterCodingException e) {
			throw ManifestException.cbor("A CBOR text is not UTF-8.");
		}
	}

	private int octet() throws ManifestException {
		if (!in.hasRemaining()) throw malformed();
		return in.get() & 0xff;
	}

	private long argument(final int info) throws ManifestException {
		if (info < 24) return info;
		if (info > 27) throw malformed();
		long n = 0;
		for (int i = 0; i < 1 << info - 24; i++) n = n << 8 | octet();
		return n;
	}

	private static ManifestException malformed() {
		return ManifestException.cbor("A CBOR value is cut short or malformed.");
	}
}
