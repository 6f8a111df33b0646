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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CBOR as RFC 8949 has it, and nothing that could fill the memory. */
class CborTest {

	private static byte[] hex(final String text) {
		return HexFormat.of().parseHex(text);
	}

	/** RFC 8949, appendix A. */
	@ParameterizedTest
	@CsvSource({ "0,00", "23,17", "24,1818", "255,18ff", "256,190100",
		"65535,19ffff", "65536,1a00010000", "4294967296,1b0000000100000000",
		"-1,20", "-24,37", "-25,3818", "-1000,3903e7" })
	void integersTakeTheirShortestForm(final long value, final String bytes)
		throws Exception
	{
		assertArrayEquals(hex(bytes), Cbor.encode(value));
		assertEquals(value, Cbor.decode(hex(bytes)));
	}

	/** RFC 8949, appendix A. */
	@Test
	void examplesOfTheStandardAreRead() throws Exception {
		assertEquals(new BigInteger("18446744073709551615"), Cbor.decode(hex(
			"1bffffffffffffffff")));
		assertEquals(1.5, Cbor.decode(hex("f93e00")));
		assertEquals(-4.1, Cbor.decode(hex("fbc010666666666666")));
		assertEquals(100000.0, Cbor.decode(hex("fa47c35000")));
		assertEquals(List.of(1L, List.of(2L, 3L), List.of(4L, 5L)), Cbor.decode(hex(
			"9f018202039f0405ffff")));
		assertEquals(Map.of("a", 1L, "b", List.of(2L, 3L)), Cbor.decode(hex(
			"bf61610161629f0203ffff")));
		assertEquals("streaming", Cbor.decode(hex("7f657374726561646d696e67ff")));
		assertArrayEquals(hex("0102030405"), (byte[]) Cbor.decode(hex(
			"5f42010243030405ff")));
		assertEquals(new Cbor.Tagged(1, 1363896240L), Cbor.decode(hex(
			"c11a514b67b0")));
	}

	@Test
	void everyValueComesBack() throws Exception {
		final var random = new Random(1);
		for (int i = 0; i < 300; i++) {
			final Object value = value(random, 0);
			assertArrayEquals(Cbor.encode(value), Cbor.encode(Cbor.decode(Cbor.encode(
				value))));
		}
	}

	private static Object value(final Random random, final int depth) {
		return switch (random.nextInt(depth < 4 ? 8 : 5)) {
			case 0 -> random.nextLong() >> random.nextInt(64);
			case 1 -> "ü" + random.nextInt();
			case 2 -> new byte[random.nextInt(300)];
			case 3 -> random.nextBoolean();
			case 4 -> random.nextDouble();
			case 5 -> Arrays.asList(value(random, depth + 1), null);
			case 6 -> new Cbor.Tagged(random.nextInt(1000), value(random, depth + 1));
			default -> {
				final var map = new LinkedHashMap<Object, Object>();
				for (int i = 0; i < random.nextInt(30); i++) map.put("k" + i, value(random,
					depth + 1));
				yield map;
			}
		};
	}

	/** A length that is not there, nesting without end, keys that come twice. */
	@ParameterizedTest
	@CsvSource({ "9b00000000ffffffff", "bbffffffffffffffff", "5b7fffffffffffffff",
		"7affffffff", "ff", "9f", "a2616101616102", "62c328", "1c", "f8", "dfff",
		"0000", "a1f601" })
	void whatIsMalformedIsRefused(final String bytes) {
		assertThrows(ManifestException.class, () -> Cbor.decode(hex(bytes)));
	}

	@Test
	void nestingAndNumberHaveBounds() {
		final var deep = new byte[100_000];
		Arrays.fill(deep, (byte) 0x81);
		assertThrows(ManifestException.class, () -> Cbor.decode(deep));
		final var many = new byte[Cbor.ITEMS + 10];
		many[0] = (byte) 0x9f;
		many[many.length - 1] = (byte) 0xff;
		assertThrows(ManifestException.class, () -> Cbor.decode(many));
	}
}
