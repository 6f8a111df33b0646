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

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Tells from a container's own sizes whether its file is whole: a better witness
 * than a length in seconds, which programs write before they know it.
 */
enum Completeness {

		/** As long as it says. */
		WHOLE,

		/** Shorter than it says. */
		CUT,

		/** It does not say. */
		UNKNOWN;

	private static final int EBML = 0x1a45dfa3, SEGMENT = 0x18538067;
	private static final int RIFF = 0x52494646, AVI = 0x41564920,
			AVIX = 0x41564958;

	/**
	 * @param path a file
	 * @return whether it is a whole Matroska, WebM or AVI file; unknown of others
	 * @throws IOException if it cannot be read
	 */
	static Completeness of(final Path path) throws IOException {
		try (var file = new RandomAccessFile(path.toFile(), "r")) {
			return switch (file.readInt()) {
				case EBML -> ofMatroska(file);
				case RIFF -> ofAvi(file);
				default -> UNKNOWN;
			};
		}
		catch (final java.io.EOFException exc) {
			return CUT;
		}
	}

	/** RFC 8794 §4: elements are an identifier, a size and data. */
	private static Completeness ofMatroska(final RandomAccessFile file)
		throws IOException
	{
		final long header = size(file);
		if (header < 0 || header > file.length()) return UNKNOWN;
		file.seek(file.getFilePointer() + header);
		if (file.readInt() != SEGMENT) return UNKNOWN;
		final long size = size(file);
		return size < 0 ? UNKNOWN : file.getFilePointer() + size <= file.length()
			? WHOLE : CUT;
	}

	/** A number of 1 to 8 bytes whose first bit set tells how many; −1: unknown. */
	private static long size(final RandomAccessFile file) throws IOException {
		final int first = file.readUnsignedByte();
		final int more = Integer.numberOfLeadingZeros(first) - 24;
		if (more > 7) return -1;
		long value = first & 0x7f >> more;
		boolean unknown = value == 0x7f >> more;
		for (int i = 0; i < more; i++) {
			final int next = file.readUnsignedByte();
			unknown &= next == 255;
			value = value << 8 | next;
		}
		return unknown ? -1 : value;
	}

	/** Microsoft's RIFF; long films go on in further chunks (OpenDML). */
	private static Completeness ofAvi(final RandomAccessFile file)
		throws IOException
	{
		long at = 0;
		while (at + 12 <= file.length()) {
			file.seek(at);
			final int riff = file.readInt();
			final long size = Integer.reverseBytes(file.readInt()) & 0xffffffffL;
			final int kind = file.readInt();
			if (riff != RIFF || kind != AVI && kind != AVIX) return at == 0 ? UNKNOWN
				: WHOLE;
			// A recorder that was switched off has not come to write it.
			if (size <= 4 || size == 0xffffffffL) return UNKNOWN;
			if (at + 8 + size > file.length()) return CUT;
			at += 8 + size + (size & 1);
		}
		return WHOLE;
	}
}
