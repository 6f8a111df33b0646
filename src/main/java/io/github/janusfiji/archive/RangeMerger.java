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
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * Makes of the ranges of a clip the result that the clip would have if it had
 * been done at once, receipt included.
 */
final class RangeMerger {

	private final Map<String, RangeJob.Join> joins;
	private final Manifest.Run run;
	private final Path output;
	private final Progress progress;

	/**
	 * @param joins how, by the names of commands
	 * @param run what was done to the clips
	 * @param output a folder for the results
	 * @param progress told each clip, and asked whether to stop
	 */
	RangeMerger(final Map<String, RangeJob.Join> joins, final Manifest.Run run,
		final Path output, final Progress progress)
	{
		this.joins = joins;
		this.run = run;
		this.output = output;
		this.progress = progress;
	}

	/**
	 * @param clips clips and ranges of clips
	 * @return clips only, by name
	 * @throws IOException if nothing can be written; the message is one sentence
	 */
	List<MergedClip> merge(final List<MergedClip> clips) throws IOException {
		final var whole = new TreeMap<String, MergedClip>();
		final var ranges = new TreeMap<String, Map<Integer, List<MergedClip>>>();
		for (final MergedClip clip : clips) {
			final ClipRange range = ClipRange.parse(clip.name());
			if (range.part().isWhole()) whole.put(clip.name(), clip);
			else ranges.computeIfAbsent(range.clip(), n -> new TreeMap<>())
				.computeIfAbsent(range.part().of(), n -> new ArrayList<>()).add(clip);
		}
		for (final var clip : ranges.entrySet()) {
			final MergedClip done = whole.get(clip.getKey());
			if (done == null || !"done".equals(done.state())) whole.put(clip.getKey(),
				best(clip.getKey(), clip.getValue()));
		}
		return List.copyOf(whole.values());
	}

	/** A clip may have been cut several times; one whole set is enough. */
	private MergedClip best(final String name,
		final Map<Integer, List<MergedClip>> cuts) throws IOException
	{
		MergedClip best = null;
		for (final var cut : cuts.entrySet()) {
			final MergedClip clip = one(name, cut.getKey(), cut.getValue());
			if ("done".equals(clip.state())) return clip;
			best = clip;
		}
		return best;
	}

	private MergedClip one(final String name, final int count,
		final List<MergedClip> ranges) throws IOException
	{
		final var byNumber = new TreeMap<Integer, MergedClip>();
		ranges.forEach(r -> byNumber.put(ClipRange.parse(r.name()).part().number(),
			r));
		for (final var range : byNumber.entrySet()) {
			final MergedClip r = range.getValue();
			if ("failed".equals(r.state())) return state(name, "failed", r.sha256(),
				"Range " + range.getKey() + " of " + count + ": " + r.sentence());
		}
		if (byNumber.size() < count || ranges.stream().anyMatch(r -> r.folder()
			.isEmpty())) return state(name, "missing", "", "");
		final String sha256 = byNumber.get(1).sha256();
		if (ranges.stream().anyMatch(r -> !r.sha256().equals(sha256))) return state(
			name, "failed", "", name +
				" was changed while its ranges were worked on; run the shares again.");
		return join(name, sha256, List.copyOf(byNumber.values()));
	}

	private static MergedClip state(final String name, final String state,
		final String sha256, final String sentence)
	{
		return new MergedClip(name, state, sha256, Optional.empty(), List.of(),
			sentence);
	}

	private MergedClip join(final String name, final String sha256,
		final List<MergedClip> ranges) throws IOException
	{
		final Path film = run.root().resolve(name);
		final Path place = output.resolve(ResultFolder.name(new ArchiveClip(name,
			film, 0), sha256, run.hash()));
		progress.stage("Joining the ranges of " + name, 0);
		if (!ResultFolder.isWhole(place)) try (var result = Output.folder(place, List
			.of(), file -> true))
		{
			joiner().join(film, ranges.stream().map(r -> r.folder().orElseThrow())
				.toList(), parameters(), result.temporary(), progress);
			ResultFolder.seal(result.temporary(), run, sha256);
			result.commit();
		}
		catch (final CancellationException e) {
			throw e;
		}
		catch (final InputException e) {
			return state(name, "failed", sha256, e.getMessage());
		}
		return new MergedClip(name, "done", sha256, Optional.of(place), ResultFolder
			.names(place), "");
	}

	private RangeJob.Join joiner() throws InputException {
		final RangeJob.Join join = joins.get(run.command());
		if (join == null) throw new InputException("Ranges of " + run.command() +
			" cannot be joined by this version of Janus; take the one that made them.");
		return join;
	}

	private Map<String, String> parameters() {
		final var texts = new LinkedHashMap<String, String>();
		run.parameters().entrySet().forEach(p -> texts.put(p.getKey(), p.getValue()
			.getAsString()));
		return texts;
	}
}
