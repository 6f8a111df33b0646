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
package io.github.janusfiji.command;

import ij.ImagePlus;
import io.github.janusfiji.archive.Archive;
import io.github.janusfiji.archive.ArchiveSummary;
import io.github.janusfiji.archive.Fingerprints;
import io.github.janusfiji.archive.Job;
import io.github.janusfiji.archive.RangeJob;
import io.github.janusfiji.archive.Shard;
import io.github.janusfiji.host.JanusCommand;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/**
 * A command over its share of an archive: what the parameter {@code shard} means,
 * for all commands alike.
 */
final class Shards {

	/** What the parameter is in every dialog. */
	static final String LABEL = "Share of an archive";

	/** What every dialog says of the parameter. */
	static final String ABOUT =
		"Works on many clips: i/n takes the i-th of n equal shares, such as 2/7, and 1/1 all; the input is then a folder of clips or a list of paths, the output a folder. Empty: one clip.";

	/** What the parameter {@code cut} is in every dialog. */
	static final String CUT_LABEL = "Cut videos longer than (MB)";

	/** What every dialog says of that parameter. */
	static final String CUT_ABOUT =
		"With shares: longer videos are cut into ranges of at most so many MB, of which each worker does some and which Merge Shards joins. 0: none is cut.";

	private static final double MEGABYTE = 1 << 20;

	/** Parameters that no result depends on. */
	private static final Set<String> WITHOUT_EFFECT = Set.of("input", "output",
		"shard", "cut", "overlay", "roimanager", "preview", "previewat", "anchor",
		"remember");

	private final JanusCommand command;
	private final Shard shard;
	private final Path input;
	private final Path output;
	private final Map<String, String> more = new TreeMap<>();
	private final Set<String> replaced = new HashSet<>();
	private final List<Path> read = new ArrayList<>();
	private Function<Path, List<Path>> beside = clip -> List.of();
	private Optional<RangeJob.Work> ranges = Optional.empty();
	private double longest;

	private Shards(final JanusCommand command, final Shard shard,
		final Path input, final Path output)
	{
		this.command = command;
		this.shard = shard;
		this.input = input;
		this.output = output;
	}

	/**
	 * @param shard the parameter
	 * @return whether a share is asked for, and not a single clip
	 */
	static boolean asked(final String shard) {
		return shard != null && !shard.isBlank();
	}

	/**
	 * @param command whose parameters decide what comes out
	 * @param shard the parameter of that name
	 * @param input the parameter of that name
	 * @param output the parameter of that name
	 * @return the share, to be run
	 * @throws InputException if one of them is missing or wrong, in one sentence
	 */
	static Shards of(final JanusCommand command, final String shard,
		final File input, final File output) throws InputException
	{
		return new Shards(command, Shard.parse(shard), Clip.required(input, "input",
			"a folder of clips, or a list of their paths").toPath(), Clip.required(
				output, "output", "a folder for the results").toPath());
	}

	/**
	 * @param name of a parameter
	 * @param text that says better than the parameter what decides the result
	 * @return this
	 */
	Shards with(final String name, final String text) {
		replaced.add(name);
		more.put(name, text);
		return this;
	}

	/**
	 * @param files that decide the result and that no parameter is alone
	 * @return this
	 */
	Shards reading(final List<Path> files) {
		read.addAll(files);
		return this;
	}

	/**
	 * @param files which files belong to a clip, besides itself
	 * @return this
	 */
	Shards beside(final Function<Path, List<Path>> files) {
		beside = files;
		return this;
	}

	/**
	 * @param megabytes of a video that is not yet cut into ranges; 0 for none that
	 *          is
	 * @param work done on each range
	 * @return this
	 */
	Shards ranges(final double megabytes, final RangeJob.Work work) {
		longest = megabytes;
		ranges = megabytes > 0 ? Optional.of(work) : Optional.empty();
		return this;
	}

	/**
	 * @param work done on each clip
	 * @param progress told each clip, and asked whether to stop
	 * @return what became of them, in a sentence
	 * @throws IOException if clips failed, or the run ended before its time; the
	 *           message is one sentence for the user
	 */
	String run(final Job.Work work, final Progress progress)
		throws IOException
	{
		forgetFigures();
		final ArchiveSummary summary = Archive.run(input, output, shard, new Job(
			command.title(), parameters(progress), work, beside, command::sentence,
				ranges, Math.max(1, Math.round(longest *
					MEGABYTE))), progress);
		// A script has to learn from the exit code that something is missing.
		if (!summary.isGood()) throw new InputException(summary.sentence());
		return summary.sentence();
	}

	/** Figures are of single clips; zeros, which SciJava puts there, are wrong. */
	private void forgetFigures() {
		for (final Field field : command.getClass().getDeclaredFields()) {
			final Parameter parameter = field.getAnnotation(Parameter.class);
			if (parameter == null || parameter.type() != ItemIO.OUTPUT ||
				!Number.class.isAssignableFrom(field.getType())) continue;
			try {
				field.setAccessible(true);
				field.set(command, null);
			}
			catch (final IllegalAccessException e) {
				throw new IllegalStateException("A command's own field", e);
			}
		}
	}

	/** Files are told apart by what they hold, wherever they are. */
	private Map<String, String> parameters(final Progress progress)
		throws IOException
	{
		final var texts = new TreeMap<>(more);
		for (final Path file : read) texts.put("file " + file.getFileName(),
			Fingerprints.of(file, progress));
		for (final Field field : command.getClass().getDeclaredFields()) {
			final Parameter parameter = field.getAnnotation(Parameter.class);
			if (parameter == null || parameter.type() == ItemIO.OUTPUT ||
				field.getType() == ImagePlus.class || WITHOUT_EFFECT.contains(field
					.getName()) || replaced.contains(field.getName())) continue;
			final Object value = value(field);
			texts.put(field.getName(), value instanceof File file ? Fingerprints.of(
				file.toPath(), progress) : String.valueOf(value == null ? "" : value));
		}
		return texts;
	}

	private Object value(final Field field) {
		try {
			field.setAccessible(true);
			return field.get(command);
		}
		catch (final IllegalAccessException e) {
			throw new IllegalStateException("A command's own field", e);
		}
	}
}
