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

import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the texts that writers put into a file's own metadata. */
final class Metadata {

	private Metadata() {}

	/**
	 * @return as {@code Frames.metadata}
	 * @throws IOException if it is missing or cannot be read
	 */
	static SortedMap<String, String> of(final Path input) throws IOException {
		requireReadable(input);
		final var found = new TreeMap<String, String>(
			String.CASE_INSENSITIVE_ORDER);
		found.putAll(read(input));
		return found;
	}

	/** Refuses what is missing, may not be read, or would be waited for. */
	static void requireReadable(final Path input) throws InputException {
		if (Files.notExists(input)) throw new InputException(input +
			" does not exist; check the path.");
		if (!Files.isReadable(input)) throw new InputException(input +
			" cannot be read; check its permissions.");
		if (!Files.isRegularFile(input) && !Files.isDirectory(input))
			throw new InputException(input + " is neither a file nor a folder but a " +
				"device or a pipe; copy its content into a file.");
	}

	private static Map<String, String> read(final Path input)
		throws IOException
	{
		if (Files.isDirectory(input)) return ofFolder(input);
		if (FileKind.isTiff(input)) return ofTiff(input);
		if (FileKind.isImage(input) && !"gif".equals(FileKind.extension(input)))
			return PngText.read(input);
		return ofVideo(input);
	}

	private static Map<String, String> ofFolder(final Path folder)
		throws IOException
	{
		return PngText.read(FolderFiles.list(folder).get(0));
	}

	private static Map<String, String> ofTiff(final Path file)
		throws IOException
	{
		final var texts = new LinkedHashMap<String, String>();
		final var pairs = TiffStack.header(file)[0].properties;
		for (int i = 0; pairs != null && i + 1 < pairs.length; i += 2) texts.put(
			pairs[i], pairs[i + 1]);
		return texts;
	}

	private static Map<String, String> ofVideo(final Path file)
		throws IOException
	{
		final var texts = new LinkedHashMap<String, String>();
		try (var demuxer = new Demuxer(file)) {
			final var all = demuxer.format.metadata();
			for (var entry = av_dict_iterate(all, null); entry != null; entry =
				av_dict_iterate(all, entry)) texts.put(entry.key().getString(
					StandardCharsets.UTF_8), entry.value().getString(
						StandardCharsets.UTF_8));
		}
		return texts;
	}
}
