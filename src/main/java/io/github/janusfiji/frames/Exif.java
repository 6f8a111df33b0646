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

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the orientation that cameras write into JPEG files. */
final class Exif {

	private static final int ORIENTATION_TAG = 0x0112;
	private static final int SHORT = 3;

	private Exif() {}

	/** @return orientation 1 to 8 (CIPA DC-008 §4.6.5); 1 where there is none */
	static int orientation(final Path path) throws IOException {
		if (!FileKind.extension(path).startsWith("j")) return 1;
		try (var in = new DataInputStream(Files.newInputStream(path))) {
			if (in.readUnsignedShort() != 0xffd8) return 1;
			while (true) {
				final int marker = in.readUnsignedShort();
				final int length = in.readUnsignedShort() - 2;
				final boolean metadata = marker >= 0xffe0 && marker <= 0xffef;
				if (!metadata || length < 0) return 1;
				final var segment = in.readNBytes(length);
				if (marker == 0xffe1) {
					final int found = parse(segment);
					if (found > 0) return found;
				}
			}
		}
		catch (final java.io.EOFException exc) {
			return 1; // too short for a header: the decoder says what is wrong
		}
	}

	/** @return the orientation in an APP1 segment, or 0 */
	private static int parse(final byte[] segment) {
		if (segment.length < 14 || segment[0] != 'E' || segment[1] != 'x' ||
			segment[2] != 'i' || segment[3] != 'f') return 0;
		final var tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
		tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN);
		final int directory = tiff.getInt(4);
		if (directory < 8 || directory > tiff.limit() - 2) return 0;
		final int entries = tiff.getShort(directory) & 0xffff;
		for (int i = 0; i < entries; i++) {
			final int entry = directory + 2 + 12 * i;
			if (entry > tiff.limit() - 12) return 0;
			if ((tiff.getShort(entry) & 0xffff) == ORIENTATION_TAG && tiff.getShort(
				entry + 2) == SHORT)
			{
				final int value = tiff.getShort(entry + 8);
				return value >= 1 && value <= 8 ? value : 0;
			}
		}
		return 0;
	}
}
