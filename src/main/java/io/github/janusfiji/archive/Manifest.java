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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.janusfiji.task.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The manifests in a folder of results: for each share a file of JSON lines, one
 * for each beginning of the work and two for each clip: that the work on it has
 * begun, and what became of it.
 *
 * @param runs what the beginnings say, in order
 * @param entries what is said of clips, in order
 */
record Manifest(List<Run> runs, List<Entry> entries) {

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
		.create();

	/**
	 * A beginning of the work on a share.
	 *
	 * @param command what is done
	 * @param version of Janus
	 * @param hash of command, version and parameters
	 * @param parameters names and texts
	 * @param shard which share
	 * @param list the file with the names of all clips
	 * @param root the folder that these names are from
	 */
	record Run(String command, String version, String hash,
		JsonObject parameters, String shard, String list, Path root)
	{

		String json() {
			final var json = new JsonObject();
			json.addProperty("run", command);
			json.addProperty("version", version);
			json.addProperty("hash", hash);
			json.add("parameters", parameters);
			json.addProperty("shard", shard);
			json.addProperty("list", list);
			json.addProperty("root", root.toString());
			return GSON.toJson(json);
		}

		private static Run of(final JsonObject json) {
			return new Run(json.get("run").getAsString(), json.get("version")
				.getAsString(), json.get("hash").getAsString(), json.getAsJsonObject(
					"parameters"), json.get("shard").getAsString(), json.get("list")
						.getAsString(), Path.of(json.has("root") ? json.get("root")
							.getAsString() : ""));
		}
	}

	/**
	 * @param folder of results
	 * @return what all manifests in it say, in the order of their names; half lines
	 *         of killed workers are left out
	 * @throws IOException if one cannot be read
	 */
	static Manifest read(final Path folder) throws IOException {
		final var runs = new ArrayList<Run>();
		final var entries = new ArrayList<Entry>();
		for (final Path file : ClipSource.children(folder)) {
			if (!file.getFileName().toString().matches(
				"shard-\\d+-of-\\d+\\.jsonl")) continue;
			for (final String line : new Journal(file).lines()) {
				try {
					final JsonObject json = JsonParser.parseString(line)
						.getAsJsonObject();
					if (json.has("run")) runs.add(Run.of(json));
					else entries.add(Entry.of(json));
				}
				catch (final JsonParseException | IllegalStateException
						| IllegalArgumentException | NullPointerException
						| ClassCastException | UnsupportedOperationException e)
				{
					continue; // half a line; the result itself says that it is whole
				}
			}
		}
		return new Manifest(runs, entries);
	}

	/**
	 * @return for each clip how often the work on it has begun and come to no end
	 *         since it last did
	 */
	Map<String, Integer> unanswered() {
		final var count = new HashMap<String, Integer>();
		for (final Entry e : entries) {
			if (e.state() == Entry.State.BEGUN) count.merge(e.clip(), 1, Integer::sum);
			else count.remove(e.clip());
		}
		return count;
	}

	/** @return the text of an entry's line */
	static String line(final Entry entry) {
		return GSON.toJson(entry.json());
	}
}
