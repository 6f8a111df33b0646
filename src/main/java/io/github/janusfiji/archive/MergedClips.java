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

import io.github.janusfiji.archive.Entry.State;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out what became of each clip of an archive, whoever had it. */
final class MergedClips {

	private MergedClips() {}

	/**
	 * @param folder that shares were written into
	 * @param manifest what it says
	 * @param progress asked whether to stop
	 * @return all clips and ranges that a share's list names, by name
	 * @throws IOException if there are none, or several kinds of results; the
	 *           message is one sentence for the user
	 */
	static List<MergedClip> of(final Path folder, final Manifest manifest,
		final Progress progress) throws IOException
	{
		if (manifest.runs().isEmpty()) throw new InputException("There is no file" +
			" shard-1-of-1.jsonl or alike in " + folder +
			": give 'input' the folder that the shares were written into.");
		requireOne(folder, manifest.runs());
		final String hash = manifest.runs().get(0).hash().substring(0, 8);
		final var said = new TreeMap<String, List<Entry>>();
		for (final String name : names(folder, manifest)) said.put(name,
			new ArrayList<>());
		for (final Entry e : manifest.entries())
			if (said.containsKey(e.clip())) said.get(e.clip()).add(e);
		final var clips = new ArrayList<MergedClip>();
		progress.stage("Looking for results", said.size());
		for (final var clip : said.entrySet()) {
			progress.check();
			clips.add(clip(folder, hash, clip.getKey(), clip.getValue()));
			progress.done(clips.size());
		}
		return clips;
	}

	private static void requireOne(final Path folder,
		final List<Manifest.Run> runs) throws InputException
	{
		final Map<String, Manifest.Run> kinds = new LinkedHashMap<>();
		runs.forEach(run -> kinds.putIfAbsent(run.hash(), run));
		if (kinds.size() < 2) return;
		final var two = List.copyOf(kinds.values());
		throw new InputException(folder + " holds results that do not belong together: " +
			told(two.get(0)) + " and " + told(two.get(1)) +
			"; give each command and each choice of parameters a folder of its own.");
	}

	private static String told(final Manifest.Run run) {
		return run.command() + (run.version().isEmpty() ? "" : " " + run.version()) +
			" in share " + run.shard() + " (parameters " + run.hash().substring(0, 8) +
			")";
	}

	private static TreeSet<String> names(final Path folder,
		final Manifest manifest) throws IOException
	{
		final var names = new TreeSet<String>();
		for (final String list : manifest.runs().stream().map(Manifest.Run::list)
			.distinct().toList())
		{
			final Path file = folder.resolve(list);
			if (Files.notExists(file)) throw new InputException("The list " + file +
				" is gone, so that nobody knows what is missing; run any of its shares again.");
			Files.readString(file).lines().forEach(names::add);
		}
		return names;
	}

	/** A whole result counts for more than any failure, and the last one most. */
	private static MergedClip clip(final Path folder, final String hash,
		final String name, final List<Entry> said) throws IOException
	{
		final var latest = new ArrayList<>(said);
		latest.sort(Comparator.comparingLong(Entry::time).reversed());
		for (final Entry e : latest) {
			if (e.state() == State.FAILED || !e.folder().endsWith("-" + hash)) continue;
			final Path result = folder.resolve(e.folder());
			if (ResultFolder.isWhole(result)) return new MergedClip(name, "done", e
				.sha256(), Optional.of(result), ResultFolder.names(result), "");
		}
		final Optional<Entry> failed = latest.stream().filter(e -> e
			.state() == State.FAILED).findFirst();
		return new MergedClip(name, failed.isPresent() ? "failed" : "missing", failed
			.map(Entry::sha256).orElse(""), Optional.empty(), List.of(), failed.map(
				Entry::sentence).orElse(""));
	}
}
