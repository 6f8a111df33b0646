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
package io.github.janusfiji.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

	/** Eight bytes of numbers after a header. */
	private static Safetensors.Content read(final String header)
		throws IOException
	{
		final byte[] text = header.getBytes(StandardCharsets.UTF_8);
		final var file = ByteBuffer.allocate(8 + text.length + 8).order(
			ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).putFloat(1)
			.putFloat(2);
		return Safetensors.read(new ByteArrayInputStream(file.array()));
	}

	@Test
	void readsWhatItWrites() throws IOException {
		final var texts = new LinkedHashMap<String, String>();
		for (final String key : List.of("one", "two", "three")) texts.put(key, key +
			"?");
		final var bytes = new ByteArrayOutputStream();
		Safetensors.write(bytes, Map.of("a", new Safetensors.Loaded(new long[] { 1,
			2 }, new float[] { 1, 2 })), texts, Safetensors.Type.F32);
		final var again = Safetensors.read(new ByteArrayInputStream(bytes
			.toByteArray()));
		assertEquals(List.copyOf(texts.entrySet()), List.copyOf(again.metadata()
			.entrySet()));
		assertArrayEquals(new long[] { 1, 2 }, again.tensors().get("a").shape());
		assertArrayEquals(new float[] { 1, 2 }, again.tensors().get("a").values());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "5", "{\"a\":", "{\"a\":5}", "{\"a\":null}",
		"{\"a\":{}}", "{\"a\":{\"dtype\":\"F32\"}}",
		"{\"a\":{\"dtype\":{},\"shape\":[2],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":\"2\",\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[\"x\"],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,4],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
		"{\"__metadata__\":7}", "{\"__metadata__\":{\"k\":{}}}",
		"{\"__metadata__\":{\"k\":[]}}", "{\"__metadata__\":{\"k\":null}}" })
	void malformedHeadersAreRefusedWithAReason(final String header) {
		final var refused = assertThrows(IOException.class, () -> read(header));
		assertTrue(refused.getMessage().startsWith("its "), refused.getMessage());
	}

	@Test
	void theSameHeaderInOrderIsRead() throws IOException {
		assertArrayEquals(new float[] { 1, 2 }, read(
			"{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}")
				.tensors().get("a").values());
	}
}
