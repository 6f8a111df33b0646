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
import io.github.janusfiji.archive.Entry.State;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.provenance.Version;
import io.github.janusfiji.task.DiskRoom;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Journal;
import io.github.janusfiji.task.Notices;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.TakenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does a job on a share of an archive. Each clip's result is made under a hidden
 * name and gets its own in one step when it is whole; what is whole already is
 * left out, so that the same run, repeated after whatever happened, does what is
 * missing.
 */
public final class Archive {

	private final Path output;
	private final Job job;
	private final Progress progress;
	private final Manifest.Run run;
	private final Fingerprints prints;
	private final DiskPlan room;
	private final List<ArchiveClip> mine;
	private final Journal journal;

	private Archive(final Path input, final Path output, final Shard shard,
		final Job job, final List<ArchiveClip> all, final Progress progress)
		throws IOException
	{
		this.output = output;
		this.job = job;
		this.progress = progress;
		final var parameters = new JsonObject();
		new TreeMap<>(job.parameters()).forEach(parameters::addProperty);
		final String version = Version.number();
		run = new Manifest.Run(job.name(), version, sha256(job.name() + "\n" +
			version + "\n" + parameters), parameters, shard.toString(), list(all),
			ClipSource.root(input));
		final Manifest before = Manifest.read(output);
		mine = inOrder(shard.share(all), before.unanswered());
		prints = new Fingerprints(before);
		room = new DiskPlan(output, before, run.hash().substring(0, 8));
		journal = new Journal(output.resolve(shard.manifest()));
		journal.append(run.json());
	}

	/**
	 * @param input a folder of clips, a list, or one clip
	 * @param output a folder for results and manifests; made if it is missing
	 * @param shard which share is done
	 * @param job what is done
	 * @param progress told each clip, and asked whether to stop
	 * @return what became of the clips
	 * @throws IOException if there are no clips, or nothing can be written any
	 *           more, also because the disk is full; the message is one sentence
	 *           for the user. A clip that fails does not end the run.
	 */
	public static ArchiveSummary run(final Path input, final Path output,
		final Shard shard, final Job job, final Progress progress)
		throws IOException
	{
		if (Files.exists(output) && !Files.isDirectory(output))
			throw new InputException(output + " is a file: with 'shard', give 'output'" +
				" a folder for the results.");
		final List<ArchiveClip> all = units(ClipSource.list(input, output), job);
		try {
			Files.createDirectories(output);
		}
		catch (final IOException e) {
			throw new InputException("The folder " + output + " cannot be made (" + e
				.getMessage() + "); choose another one.", e);
		}
		return new Archive(input, output.toRealPath(), shard, job, all, progress).run();
	}

	/**
	 * Tells into how many shares an archive can be dealt at most, so that each has
	 * one clip or one range.
	 *
	 * @param input a folder of clips, a list, or one clip
	 * @param output a folder that is not looked into
	 * @param megabytes of a video that is not yet cut into ranges; 0 for none that
	 *          is
	 * @return how many clips and ranges there are
	 * @throws IOException if there are no clips; the message is one sentence
	 */
	public static int units(final Path input, final Path output,
		final double megabytes) throws IOException
	{
		final long longest = megabytes > 0 ? Math.max(1, Math.round(megabytes *
			(1 << 20))) : Long.MAX_VALUE;
		return (int) ClipSource.list(input, output).stream().flatMap(
			clip -> ClipSource.isVideo(clip.path()) ? clip.cut(longest).stream() : Stream
				.of(clip)).count();
	}

	/** @return clips, and ranges of those that are too long for one worker */
	private static List<ArchiveClip> units(final List<ArchiveClip> clips,
		final Job job)
	{
		return clips.stream().flatMap(clip -> job.ranges().isPresent() && ClipSource
			.isVideo(clip.path()) ? clip.cut(job.longest()).stream() : Stream.of(clip))
			.toList();
	}

	/** Clips at which workers ended without a word come last, lest they stop all. */
	private static List<ArchiveClip> inOrder(final List<ArchiveClip> clips,
		final Map<String, Integer> unanswered)
	{
		final var order = new ArrayList<>(clips);
		order.sort(Comparator.comparingInt(clip -> unanswered.getOrDefault(clip
			.name(), 0)));
		return order;
	}

	private static String sha256(final String text) {
		final var digest = Sha256.digest();
		digest.update(text.getBytes(StandardCharsets.UTF_8));
		return Sha256.hex(digest);
	}

	/** Keeps the names of all clips, so that it is known what is missing. */
	private String list(final List<ArchiveClip> all) throws IOException {
		final String names = all.stream().map(clip -> clip.name() + "\n").collect(
			Collectors.joining());
		final String name = "clips-" + sha256(names).substring(0, 8) + ".txt";
		if (Files.notExists(output.resolve(name))) try (var file = Output.file(
			output.resolve(name)))
		{
			file.write(names.getBytes(StandardCharsets.UTF_8));
			file.commit();
		}
		catch (final TakenException e) {
			return name; // a worker that began at the same moment writes the same
		}
		return name;
	}

	private ArchiveSummary run() throws IOException {
		Notices.say(room.sentence(mine.size(), mine.stream().mapToLong(
			ArchiveClip::bytes).sum()) + " " + MemoryPlan.sentence());
		final var summary = new ArchiveSummary.Count(run.shard());
		progress.stage("Clips", mine.size());
		int count = 0;
		for (final ArchiveClip clip : mine) {
			progress.check();
			final Entry entry = one(clip);
			journal.append(Manifest.line(entry));
			if (entry.state() == State.DONE) room.add(entry);
			summary.add(entry);
			progress.done(++count);
		}
		return summary.summary();
	}

	/** A clip, and not the whole run, cannot be done. */
	private static final class Refused extends Exception {

		private static final long serialVersionUID = 1L;

		Refused(final String sentence, final Throwable cause) {
			super(sentence, cause);
		}
	}

	private Entry one(final ArchiveClip clip) throws IOException {
		final long begun = System.nanoTime();
		final double before = processor();
		final var within = new ClipProgress(progress, clip.name());
		final List<Path> beside = job.beside().apply(clip.path());
		final long modified = Fingerprints.modified(clip, beside);
		String sha256 = "", folder = "", sentence = "";
		State state = State.SKIPPED;
		long written = 0;
		try {
			sha256 = fingerprint(clip, beside, within);
			folder = ResultFolder.name(clip, sha256, run.hash());
			final Path place = output.resolve(folder);
			if (!ResultFolder.isWhole(place)) {
				room.require(clip);
				journal.append(Manifest.line(new Entry(State.BEGUN, clip.name(), clip
					.bytes(), modified, sha256, folder, "", 0, 0, 0, System
						.currentTimeMillis())));
				written = make(clip, sha256, place, within);
				state = State.DONE;
			}
		}
		catch (final TakenException e) {
			sentence = e.getMessage();
		}
		catch (final Refused e) {
			state = State.FAILED;
			folder = "";
			sentence = e.getMessage();
		}
		return new Entry(state, clip.name(), clip.bytes(), modified, sha256, folder,
			sentence, written, (System.nanoTime() - begun) / 1e9, processor() -
				before, System.currentTimeMillis());
	}

	/** @return what this program took of all processors so far, s */
	private static double processor() {
		return ProcessHandle.current().info().totalCpuDuration().map(
			Duration::toMillis).orElse(0L) / 1e3;
	}

	private String fingerprint(final ArchiveClip clip, final List<Path> beside,
		final Progress within) throws Refused
	{
		within.stage("reading", 0);
		try {
			return prints.of(clip, beside, within);
		}
		catch (final IOException e) {
			progress.check();
			throw new Refused(job.sentence().apply(e), e);
		}
	}

	/** @return bytes of the result */
	private long make(final ArchiveClip clip, final String sha256,
		final Path place, final Progress within) throws IOException, Refused
	{
		try (var result = Output.folder(place, List.of(clip.path()), file -> true)) {
			// Another worker may have had the lock before.
			if (ResultFolder.isWhole(place)) return 0;
			try {
				job.run(clip, result.temporary(), within);
			}
			catch (final CancellationException e) {
				throw e;
			}
			catch (final IOException | RuntimeException | OutOfMemoryError e) {
				progress.check();
				if (DiskRoom.wasFull(output, e)) throw room.full(clip);
				throw new Refused(job.sentence().apply(e).replace(result.temporary()
					.toString(), place.getFileName().toString()), e);
			}
			try {
				final long bytes = ResultFolder.seal(result.temporary(), run, sha256);
				result.commit();
				return bytes;
			}
			catch (final IOException e) {
				throw DiskRoom.wasFull(output, e) ? room.full(clip) : result.explain(e);
			}
		}
	}
}
