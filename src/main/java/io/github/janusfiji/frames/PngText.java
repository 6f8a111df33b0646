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

import io.github.janusfiji.task.InputException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts in a PNG file (ISO/IEC 15948 §11.3.4: tEXt and iTXt chunks). */
final class PngText {

	/** Key of the frame's presentation time, s. */
	static final String TIME = "time";

	/** Key of the sequence's frame rate, frames/s. */
	static final String FRAME_RATE = "fps";

	/** Key, and the text, by which frames written here are known again. */
	static final String SOFTWARE = "Software", JANUS = "Janus";

	static final long SIGNATURE = 0x89504e470d0a1a0aL;

	/** Longer chunks are no texts that matter here, bytes. */
	private static final int LONGEST = 1 << 24;

	/** Above it no camera goes, frames/s. */
	private static final double FASTEST = 1e7;

	private PngText() {}

	/** @return whether a number can be a frame rate, frames/s */
	static boolean isRate(final double rate) {
		return rate > 0 && rate <= FASTEST;
	}

	/**
	 * @param file a PNG file
	 * @return its frame rate, frames/s; 25 if it has none
	 * @throws IOException if it says one that is none, in one sentence
	 */
	static double rate(final Path file) throws IOException {
		final double rate = number(read(file), FRAME_RATE, 25);
		if (isRate(rate)) return rate;
		throw new InputException(file.getFileName() +
			" says that its frame rate is " + rate +
			", which is none; remove its text '" + FRAME_RATE + "'.");
	}

	/**
	 * @param file a PNG file
	 * @param otherwise time if it has none, s
	 * @return its time, s
	 * @throws IOException if it says one that is none, in one sentence
	 */
	static double time(final Path file, final double otherwise)
		throws IOException
	{
		final double time = number(read(file), TIME, otherwise);
		if (Double.isFinite(time)) return time;
		throw new InputException(file.getFileName() + " says that its time is " +
			time + ", which is none; remove its text '" + TIME + "'.");
	}

	/** @return the texts that stand before the pixels; none for other files */
	static Map<String, String> read(final Path file) throws IOException {
		final var texts = new LinkedHashMap<String, String>();
		if (!"png".equals(FileKind.extension(file))) return texts;
		try (var in = new DataInputStream(Files.newInputStream(file))) {
			if (in.readLong() != SIGNATURE) return texts;
			while (true) {
				final int length = in.readInt();
				final String type = new String(in.readNBytes(4),
					StandardCharsets.US_ASCII);
				if (length < 0 || "IDAT".equals(type) || "IEND".equals(type))
					return texts;
				if (length > LONGEST) {
					in.skipNBytes(length + 4L);
					continue;
				}
				final var data = in.readNBytes(length);
				in.readInt(); // checksum
				if ("tEXt".equals(type)) addPlain(texts, data);
				if ("iTXt".equals(type)) addInternational(texts, data);
			}
		}
		catch (final java.io.EOFException exc) {
			return texts; // cut short: the decoder says what is wrong
		}
	}

	private static void addPlain(final Map<String, String> texts,
		final byte[] data)
	{
		final int end = zero(data, 0);
		if (end < data.length) texts.put(new String(data, 0, end,
			StandardCharsets.ISO_8859_1), new String(data, end + 1, data.length -
				end - 1, StandardCharsets.ISO_8859_1));
	}

	private static void addInternational(final Map<String, String> texts,
		final byte[] data)
	{
		final int end = zero(data, 0);
		// After the key: compression flag and method, language, translated key.
		if (end + 3 > data.length || data[end + 1] != 0) return;
		final int language = zero(data, end + 3);
		final int translated = zero(data, language + 1);
		if (translated < data.length) texts.put(new String(data, 0, end,
			StandardCharsets.ISO_8859_1), new String(data, translated + 1,
				data.length - translated - 1, StandardCharsets.UTF_8));
	}

	private static int zero(final byte[] data, final int from) {
		int at = from;
		while (at < data.length && data[at] != 0) at++;
		return at;
	}

	/** @return the number under a key, or the other one if there is none */
	static double number(final Map<String, String> texts, final String key,
		final double otherwise)
	{
		try {
			final String text = texts.get(key);
			return text == null ? otherwise : Double.parseDouble(text);
		}
		catch (final NumberFormatException exc) {
			return otherwise;
		}
	}
}
