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
package io.github.janusfiji.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the smallest ONNX file that turns a face into a vector: the means of
 * red, green and blue. Field numbers are those of {@code onnx.proto} (ONNX IR
 * version 7, operator set 11).
 */
public final class TinyNetwork {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private TinyNetwork() {}

	/**
	 * @param file to write
	 * @return the same
	 * @throws IOException if it cannot be written
	 */
	public static Path write(final Path file) throws IOException {
		final var graph = new TinyNetwork().message(1, node("GlobalAveragePool",
			"face", "pooled")).message(1, node("Flatten", "pooled", "vector")).text(2,
				"means").message(11, value("face", 1, 3, 112, 112)).message(12, value(
					"vector", 1, 3));
		return Files.write(file, new TinyNetwork().number(1, 7).message(7, graph)
			.message(8, new TinyNetwork().text(1, "").number(2, 11)).bytes
				.toByteArray());
	}

	private static TinyNetwork node(final String operator, final String from,
		final String to)
	{
		return new TinyNetwork().text(1, from).text(2, to).text(3, to).text(4,
			operator);
	}

	private static TinyNetwork value(final String name, final int... shape) {
		final var dimensions = new TinyNetwork();
		for (final int n : shape)
			dimensions.message(1, new TinyNetwork().number(1, n));
		final var tensor = new TinyNetwork().number(1, 1).message(2, dimensions);
		return new TinyNetwork().text(1, name).message(2, new TinyNetwork().message(
			1, tensor));
	}

	private TinyNetwork text(final int field, final String text) {
		return block(field, text.getBytes(StandardCharsets.UTF_8));
	}

	private TinyNetwork message(final int field, final TinyNetwork message) {
		return block(field, message.bytes.toByteArray());
	}

	private TinyNetwork block(final int field, final byte[] content) {
		varint(field << 3 | 2);
		varint(content.length);
		bytes.writeBytes(content);
		return this;
	}

	private TinyNetwork number(final int field, final int value) {
		varint(field << 3);
		varint(value);
		return this;
	}

	private void varint(final int value) {
		int rest = value;
		for (; rest > 127; rest >>>= 7)
			bytes.write(rest & 127 | 128);
		bytes.write(rest);
	}
}
