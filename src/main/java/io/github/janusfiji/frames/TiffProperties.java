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
package io.github.janusfiji.frames;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ImageJ's private TIFF tags 50838 and 50839: the Info text, slice labels and
 * image properties, laid out as {@code ij.io.TiffEncoder} does. A block of byte
 * counts stands before a block of UTF-16 texts.
 */
final class TiffProperties {

	private static final int MAGIC = 0x494a494a; // "IJIJ"
	private static final int INFO = 0x696e666f; // "info"
	private static final int LABELS = 0x6c61626c; // "labl"
	private static final int PROPERTIES = 0x70726f70; // "prop"

	private final byte[] bytes;
	private final int counts;

	private TiffProperties(final byte[] bytes, final int counts) {
		this.bytes = bytes;
		this.counts = counts;
	}

	/**
	 * @param metadata keys and texts
	 * @param labels of the slices
	 * @param more text for the end of the Info; may be empty
	 */
	static TiffProperties encode(final Map<String, String> metadata,
		final List<String> labels, final String more)
	{
		final var info = new StringBuilder();
		final var pairs = new ArrayList<String>();
		metadata.forEach((key, value) -> {
			info.append(key).append(": ").append(value).append('\n');
			// ImageJ reads properties back as pairs and cannot keep empty ones.
			if (!value.isEmpty()) {
				pairs.add(key);
				pairs.add(value);
			}
		});
		info.append(more);
		final var texts = new ArrayList<byte[]>();
		final var kinds = new ArrayList<int[]>();
		add(kinds, texts, INFO, List.of(info.length() == 0 ? "\n" : info
			.toString()));
		add(kinds, texts, LABELS, labels);
		add(kinds, texts, PROPERTIES, pairs);
		return new TiffProperties(assemble(kinds, texts), 1 + texts.size());
	}

	private static void add(final List<int[]> kinds, final List<byte[]> texts,
		final int kind, final List<String> values)
	{
		if (values.isEmpty()) return;
		kinds.add(new int[] { kind, values.size() });
		for (final var value : values) texts.add(value.getBytes(
			StandardCharsets.UTF_16BE));
	}

	private static byte[] assemble(final List<int[]> kinds,
		final List<byte[]> texts)
	{
		final var bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			out.writeInt(4 + 8 * kinds.size());
			for (final var text : texts) out.writeInt(text.length);
			out.writeInt(MAGIC);
			for (final var kind : kinds) {
				out.writeInt(kind[0]);
				out.writeInt(kind[1]);
			}
			for (final var text : texts) out.write(text);
		}
		catch (final IOException exc) {
			throw new AssertionError("Memory cannot fail to be written.", exc);
		}
		return bytes.toByteArray();
	}

	/** @return number of byte counts in front, 4 bytes each */
	int counts() {
		return counts;
	}

	/** @return length of counts and texts, bytes */
	int size() {
		return bytes.length;
	}

	void writeTo(final RandomAccessFile file) throws IOException {
		file.write(bytes);
	}
}
