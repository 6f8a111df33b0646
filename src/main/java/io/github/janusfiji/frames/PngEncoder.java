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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Encodes a frame as an 8-bit RGB PNG with texts (ISO/IEC 15948). Java's own
 * encoder takes 1.3 to 1.7 times as long, whatever its quality, and its files are
 * a quarter larger (a picture of 1000×600 px, 20 times each).
 */
final class PngEncoder {

	/** Four in five of the best compression's savings at a fifth of its time. */
	private static final int LEVEL = 4;

	private static final int UP_FILTER = 2;

	private PngEncoder() {}

	/**
	 * @param frame the picture
	 * @param texts keywords of at most 79 Latin-1 characters, and texts
	 * @param stream takes the file; not closed
	 */
	static void write(final Frame frame, final Map<String, String> texts,
		final OutputStream stream) throws IOException
	{
		final var out = new DataOutputStream(stream);
		out.writeLong(PngText.SIGNATURE);
		chunk(out, "IHDR", header(frame));
		for (final var entry : texts.entrySet()) text(out, entry.getKey(), entry
			.getValue());
		chunk(out, "IDAT", pixels(frame));
		chunk(out, "IEND", new byte[0]);
		out.flush();
	}

	private static byte[] header(final Frame frame) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		final var out = new DataOutputStream(bytes);
		out.writeInt(frame.width());
		out.writeInt(frame.height());
		out.write(new byte[] { 8, 2, 0, 0, 0 }); // 8 bit, RGB, not interlaced
		return bytes.toByteArray();
	}

	private static byte[] pixels(final Frame frame) throws IOException {
		final int stride = 3 * frame.width();
		var above = new byte[stride];
		var row = new byte[stride];
		final var line = new byte[1 + stride];
		line[0] = UP_FILTER;
		final var bytes = new ByteArrayOutputStream(stride * frame.height() / 2);
		final var deflater = new Deflater(LEVEL);
		try (var out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
			for (int y = 0; y < frame.height(); y++) {
				Rgb.bytes(frame.argb(), y * frame.width(), frame.width(), row, 0);
				for (int i = 0; i < stride; i++) line[1 + i] = (byte) (row[i] -
					above[i]);
				out.write(line);
				final var swap = above;
				above = row;
				row = swap;
			}
		}
		finally {
			deflater.end();
		}
		return bytes.toByteArray();
	}

	/** Plain ASCII goes into tEXt, which every reader knows; the rest into iTXt. */
	private static void text(final DataOutputStream out, final String key,
		final String value) throws IOException
	{
		final var bytes = new ByteArrayOutputStream();
		// The standard allows keys of 1 to 79 Latin-1 characters.
		final String name = key.length() > 79 ? key.substring(0, 79) : key;
		bytes.write(name.getBytes(StandardCharsets.ISO_8859_1));
		final boolean plain = value.chars().allMatch(c -> c < 127 && (c >= 32 ||
			c == '\n'));
		bytes.write(new byte[plain ? 1 : 5]);
		bytes.write(value.getBytes(StandardCharsets.UTF_8));
		chunk(out, plain ? "tEXt" : "iTXt", bytes.toByteArray());
	}

	private static void chunk(final DataOutputStream out, final String type,
		final byte[] data) throws IOException
	{
		final var name = type.getBytes(StandardCharsets.US_ASCII);
		final var checksum = new CRC32();
		checksum.update(name);
		checksum.update(data);
		out.writeInt(data.length);
		out.write(name);
		out.write(data);
		out.writeInt((int) checksum.getValue());
	}
}
