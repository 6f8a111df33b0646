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

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.janusfiji.faceset.FaceSetJoin;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Table;
import io.github.janusfiji.task.Table.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Joins the results of all shares. What comes out depends on the clips alone,
 * and not on how many workers there were or which did what.
 */
public final class ShardMerger {

	private static final String FACES = ".faces.json", TABLE = ".faces.csv";

	/** Results' names in a folder of joined ones begin so. */
	private static final String ALL = "all";

	private final List<MergedClip> clips;
	private final Path output;
	private final Progress progress;

	private ShardMerger(final List<MergedClip> clips, final Path output,
		final Progress progress)
	{
		this.clips = clips;
		this.output = output;
		this.progress = progress;
	}

	/** Joins shares of whole clips: {@link #merge(Path, Path, Map, Progress)}. */
	public static MergeSummary merge(final Path input, final Path output,
		final Progress progress) throws IOException
	{
		return merge(input, output, Map.of(), progress);
	}

	/**
	 * @param input a folder that shares were written into
	 * @param output another folder; made if it is missing
	 * @param joins how ranges of long clips are joined, by the names of commands
	 * @param progress told each kind of file, and asked whether to stop
	 * @return what is there, and what is missing
	 * @throws IOException if the folder holds no shares, or those of several
	 *           commands or parameters, or something cannot be read or written; the
	 *           message is one sentence for the user
	 */
	public static MergeSummary merge(final Path input, final Path output,
		final Map<String, RangeJob.Join> joins, final Progress progress)
		throws IOException
	{
		if (!Files.isDirectory(input)) throw new InputException(input +
			" is no folder: give 'input' the folder that the shares were written into.");
		if (Files.exists(output) && (!Files.isDirectory(output) || Files
			.isSameFile(input, output))) throw new InputException(output +
				" cannot take the joined results: give 'output' another folder.");
		try {
			Files.createDirectories(output);
		}
		catch (final IOException e) {
			throw new InputException("The folder " + output + " cannot be made (" + e
				.getMessage() + "); choose another one.", e);
		}
		final Manifest manifest = Manifest.read(input);
		final List<MergedClip> clips = MergedClips.of(input, manifest, progress);
		return new ShardMerger(new RangeMerger(joins, manifest.runs().get(manifest
			.runs().size() - 1), output, progress).merge(clips), output, progress)
				.merge();
	}

	private MergeSummary merge() throws IOException {
		final var endings = new TreeSet<String>();
		clips.forEach(clip -> endings.addAll(clip.endings()));
		try (var joined = new Joined(output)) {
			final var persons = new LinkedHashMap<String, Integer>();
			if (endings.contains(FACES)) persons.putAll(faces());
			for (final String ending : endings) join(ending, persons, joined);
			joined.add("archive.csv", out -> out.write(table().csv()));
			joined.commit();
		}
		return MergeSummary.of(clips);
	}

	/** Joins what can be: tables and reports; the face sets are done before. */
	private void join(final String ending, final Map<String, Integer> persons,
		final Joined joined) throws IOException
	{
		progress.check();
		if (!ending.matches(".*\\.(csv|json)") || ending.equals(FACES)) return;
		progress.stage("Joining " + ALL + ending, 0);
		if (ending.endsWith(".json")) joined.add(ALL + ending + "l",
			out -> reports(ending, out));
		else joined.add(ALL + ending, new TableJoin(files(ending), ending.equals(
			TABLE) ? persons : Map.of())::write);
	}

	/** @return the file with that ending of each clip that has one */
	private Map<String, Path> files(final String ending) {
		final var files = new LinkedHashMap<String, Path>();
		for (final MergedClip clip : clips) {
			final Optional<Path> file = clip.file(ending);
			if (file.isPresent()) files.put(clip.name(), file.get());
		}
		return files;
	}

	/** @return what was added to the numbers of each clip's persons */
	private Map<String, Integer> faces() throws IOException {
		final var sets = new LinkedHashMap<String, Path>();
		files(FACES).forEach((clip, json) -> sets.put(clip, json.resolveSibling(json
			.getFileName().toString().replaceFirst("\\.faces\\.json$", ".tif"))));
		return new FaceSetJoin(sets).write(output.resolve(ALL + ".tif"), progress);
	}

	/** A line for each clip: its name, and the report without line feeds. */
	private void reports(final String ending, final BufferedWriter out)
		throws IOException
	{
		for (final var file : files(ending).entrySet()) {
			final var line = new JsonObject();
			line.addProperty("clip", file.getKey());
			try {
				line.add("report", JsonParser.parseString(Files.readString(file
					.getValue())));
			}
			catch (final JsonParseException e) {
				throw new InputException(file.getValue() +
					" is damaged; delete its folder and run the share again.", e);
			}
			out.write(line + "\n");
		}
	}

	private Table table() {
		final var table = new Table(Column.text(TableJoin.CLIP), Column.text(
			"state"), Column.text("sha256"), Column.text("folder"), Column.text(
				"files"), Column.text("sentence"));
		for (final MergedClip clip : clips) table.add(clip.name(), clip.state(), clip
			.sha256(), clip.folder().map(f -> f.getFileName().toString()).orElse(""),
			String.join(" ", clip.files()), clip.sentence());
		return table;
	}
}
