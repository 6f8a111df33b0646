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
package io.github.janusfiji.archive;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An archive of small files, and a job that is done at once. */
final class Trial {

	private Trial() {}

	/** Clips named 00.mp4 and so on; one that begins with "bad" fails. */
	static Path clips(final Path folder, final String... contents)
		throws IOException
	{
		Files.createDirectories(folder);
		for (int i = 0; i < contents.length; i++) Files.writeString(folder.resolve(
			String.format("%02d.mp4", i)), contents[i]);
		return folder;
	}

	/** Writes a table with a row for each word, and a report. */
	static Job job(final String size) {
		return job(size, Trial::work);
	}

	static Job job(final String size, final Job.Work work) {
		return new Job("Count Words", Map.of("size", size), work, clip -> List.of(),
			thrown -> thrown instanceof InputException ? thrown.getMessage()
				: "Something else happened.");
	}

	static void work(final Path clip, final Path folder,
		final Progress progress) throws IOException
	{
		final String text = Files.readString(clip);
		progress.stage("Counting", 1);
		if (text.startsWith("bad")) throw new InputException(clip.getFileName() +
			" is damaged.");
		final String stem = clip.getFileName().toString().replace(".mp4", "");
		final var table = new StringBuilder("word,letters\n");
		for (final String word : text.split(" ")) table.append('"').append(word
			.replace("\"", "\"\"")).append("\",").append(word.length()).append('\n');
		Files.writeString(folder.resolve(stem + ".words.csv"), table);
		Files.writeString(folder.resolve(stem + ".summary.json"),
			"{\n \"letters\": " + text.length() + "\n}\n");
		progress.done(1);
	}

	static ArchiveSummary run(final Path clips, final Path output,
		final String shard) throws IOException
	{
		return Archive.run(clips, output, Shard.parse(shard), job("1"),
			Progress.NONE);
	}

	/** Names and contents of all files below a folder. */
	static Map<String, String> content(final Path folder) throws IOException {
		final var all = new TreeMap<String, String>();
		try (var files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) all.put(
				folder.relativize(file).toString(), new String(Files.readAllBytes(file),
					StandardCharsets.ISO_8859_1));
		}
		return all;
	}

	/** The same without what tells who worked when. */
	static Map<String, String> results(final Path folder) throws IOException {
		final var all = content(folder);
		all.keySet().removeIf(name -> name.startsWith("shard-"));
		return all;
	}
}
