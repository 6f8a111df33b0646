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

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.janusfiji.task.FileStem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The folder with the result of one clip. It is named after the clip, its
 * content and the parameters, and carries a receipt, {@code janus.json}, by which
 * everybody can see that it is whole.
 */
final class ResultFolder {

	/** Name of the receipt. */
	static final String RECEIPT = "janus.json";

	private static final int LONGEST = 80, INPUT = 12, PARAMETERS = 8;

	private ResultFolder() {}

	/**
	 * @param clip a clip
	 * @param sha256 of its content
	 * @param hash of command and parameters
	 * @return the folder's name
	 */
	static String name(final ArchiveClip clip, final String sha256,
		final String hash)
	{
		final String stem = stem(clip);
		return stem.substring(0, Math.min(LONGEST, stem.length())) + (clip.part()
			.isWhole() ? "" : "-" + clip.part().number() + "of" + clip.part().of()) +
			"-" + sha256
			.substring(0, INPUT) + "-" + hash.substring(0, PARAMETERS);
	}

	/** @return what the names of its files begin with */
	static String stem(final ArchiveClip clip) {
		return FileStem.of(clip.path().getFileName().toString());
	}

	/**
	 * Says that a result is whole; nothing in it depends on who did the work.
	 *
	 * @param folder with all files of the result
	 * @param run what was done
	 * @param sha256 of the clip
	 * @return bytes of the result
	 * @throws IOException if it cannot be written
	 */
	static long seal(final Path folder, final Manifest.Run run,
		final String sha256) throws IOException
	{
		final var files = new JsonObject();
		long bytes = 0;
		for (final Path file : files(folder)) {
			files.addProperty(relative(folder, file), Files.size(file));
			bytes += Files.size(file);
		}
		final var json = new JsonObject();
		json.addProperty("command", run.command());
		json.addProperty("version", run.version());
		json.addProperty("hash", run.hash());
		json.add("parameters", run.parameters());
		json.addProperty("sha256", sha256);
		json.add("files", files);
		Files.write(folder.resolve(RECEIPT), (new GsonBuilder().setPrettyPrinting()
			.disableHtmlEscaping().create().toJson(json) + "\n").getBytes(
				StandardCharsets.UTF_8));
		return bytes;
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (var all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).filter(f -> !RECEIPT.equals(f
				.getFileName().toString())).sorted().toList();
		}
	}

	private static String relative(final Path folder, final Path file) {
		return folder.relativize(file).toString().replace('\\', '/');
	}

	/**
	 * @param folder of a result, which need not exist
	 * @return whether its receipt is there, and every file that it names
	 */
	static boolean isWhole(final Path folder) {
		if (!Files.isRegularFile(folder.resolve(RECEIPT))) return false;
		try {
			for (final Map.Entry<String, JsonElement> file : receipt(folder)
				.getAsJsonObject("files").entrySet())
				if (Files.size(folder.resolve(file.getKey())) != file.getValue()
					.getAsLong()) return false;
			return true;
		}
		catch (final IOException | JsonParseException | IllegalStateException
				| ClassCastException | NullPointerException e)
		{
			return false;
		}
	}

	/**
	 * @param folder of a whole result
	 * @return the names of its files, sorted
	 * @throws IOException if it cannot be read
	 */
	static List<String> names(final Path folder) throws IOException {
		return new ArrayList<>(receipt(folder).getAsJsonObject("files").keySet());
	}

	private static JsonObject receipt(final Path folder) throws IOException {
		return JsonParser.parseString(Files.readString(folder.resolve(RECEIPT)))
			.getAsJsonObject();
	}
}
