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
package io.github.janusfiji.blink.training;

import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.BlinkDetector;
import io.github.janusfiji.blink.EyeMeasures;
import io.github.janusfiji.blink.EyeReader;
import io.github.janusfiji.blink.OpennessSeries;
import io.github.janusfiji.blink.training.LabelledClip.Use;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyePatches;
import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures on clips whose blinks people marked how well each method tells open
 * from closed eyes and finds blinks.
 *
 * @param rows one for each clip and method, then one for each method over all
 *          clips, then those of single eyes and of both eyes of a photograph
 */
public record EyeStateEvaluation(List<Row> rows) {

	/** Stands for all clips together. */
	static final String ALL = "all";

	/** Follows the name of the file when both eyes are taken together. */
	static final String BOTH_EYES = " both eyes";

	/**
	 * What was measured.
	 *
	 * @param clip its file name
	 * @param method how the state of the eyes was found
	 * @param frames frame by frame
	 * @param events blink by blink
	 */
	public record Row(String clip, EyeMethod method, FrameScore frames,
		EventScore events)
	{

		/** @return area under the receiver operating characteristic */
		public double area() {
			return frames.area();
		}

		/** @return harmonic mean of precision and recall of blinks */
		public double f1() {
			return events.f1();
		}
	}

	/**
	 * Clips to measure on, and how.
	 *
	 * @param list of clips: {@code clip,use,last,skip,blinks}
	 * @param folder where clips are that are not beside the list
	 * @param patches zip file of single eyes, of which those of people to measure
	 *          with are taken, if there is one
	 * @param use {@code train}, {@code tune}, {@code measure} or {@code all}
	 * @param tolerance greatest distance of a found peak from a marked one, frames
	 */
	public record Settings(Path list, Optional<Path> folder,
		Optional<Path> patches, String use, int tolerance)
	{

		/**
		 * @return the list, all files that it names, and the single eyes
		 * @throws IOException if the list cannot be read
		 */
		public List<Path> files() throws IOException {
			final List<Path> files = LabelledClip.files(list, folder.orElse(null));
			patches.ifPresent(files::add);
			return files;
		}
	}

	/**
	 * @param settings what to measure on
	 * @param model what to measure
	 * @param progress told each stage
	 * @return the measures of every method
	 * @throws IOException if something cannot be read; the message is one sentence
	 *           for the user
	 */
	public static EyeStateEvaluation of(final Settings settings,
		final EyeStateModel model, final Progress progress) throws IOException
	{
		final var clips = new ArrayList<>(LabelledClip.read(settings.list,
			settings.folder.orElse(null)));
		if (!settings.use.equals(ALL)) {
			final Use use = use(settings.use);
			clips.removeIf(clip -> clip.use() != use);
		}
		if (clips.isEmpty()) throw new InputException(settings.list +
			" names no clip with the use " + settings.use + ".");
		final var rows = new ArrayList<Row>();
		for (final LabelledClip clip : clips) rows.addAll(of(clip, model, settings
			.tolerance, progress));
		for (final EyeMethod method : EyeMethod.values()) {
			final var frames = new FrameScore();
			EventScore events = EventScore.NONE;
			for (final Row row : rows) {
				if (row.method != method) continue;
				frames.addAll(row.frames);
				events = events.plus(row.events);
			}
			rows.add(new Row(ALL, method, frames, events));
		}
		if (settings.patches.isPresent()) rows.addAll(patches(settings.patches
			.get(), model));
		return new EyeStateEvaluation(List.copyOf(rows));
	}

	/**
	 * Single eyes have no landmarks, no neighbours in time, no open level of their
	 * own and no blinks: what remains is the convolutional network's probability,
	 * for each eye and for both eyes of a photograph together.
	 */
	private static List<Row> patches(final Path zip, final EyeStateModel model)
		throws IOException
	{
		final List<Patch> patches = EyePatches.read(zip).measure();
		final double[] logits = model.logits(EyeMethod.CNN, model.read(patches
			.stream().map(Patch::view).toList()));
		final var photographs = IntStream.range(0, logits.length).boxed().collect(
			Collectors.groupingBy(i -> patches.get(i).photograph(),
				LinkedHashMap::new, Collectors.toList()));
		final var eyes = IntStream.range(0, logits.length).mapToObj(List::of)
			.toList();
		final String name = zip.getFileName().toString();
		return List.of(new Row(name, EyeMethod.CNN, score(eyes, patches, logits),
			EventScore.NONE), new Row(name + BOTH_EYES, EyeMethod.CNN, score(
				photographs.values(), patches, logits), EventScore.NONE));
	}

	/** By the mean log-odds of the eyes of each group, which share one state. */
	private static FrameScore score(final Collection<List<Integer>> groups,
		final List<Patch> patches, final double[] logits)
	{
		final var score = new FrameScore();
		for (final List<Integer> group : groups) {
			final double logit = group.stream().mapToDouble(i -> logits[i]).average()
				.orElseThrow();
			score.add(1 / (1 + Math.exp(logit)), patches.get(group.get(0)).open() ? 0
				: 1);
		}
		return score;
	}

	private static Use use(final String name) throws InputException {
		return Choice.of(Use.class, "use of clips but all", name);
	}

	private static List<Row> of(final LabelledClip clip,
		final EyeStateModel model, final int tolerance, final Progress progress)
		throws IOException
	{
		final var rows = new ArrayList<Row>();
		try (FrameSequence frames = Frames.open(clip.path())) {
			final List<Face> faces = BlinkAnalyzer.faces(frames, progress);
			final EyeMeasures measures = EyeReader.read(frames, faces, model, progress);
			for (final EyeMethod method : EyeMethod.values()) {
				final var series = OpennessSeries.of(measures, method, model);
				final var score = new FrameScore();
				for (int i = 0; i < series.length(); i++) score.add(series.closed()[i],
					clip.closed(series.frame()[i]));
				rows.add(new Row(clip.name(), method, score, EventScore.of(BlinkDetector
					.detect(series), clip, tolerance)));
			}
		}
		return rows;
	}

	/** @return the rows over all clips, one for each method */
	public List<Row> together() {
		return rows.stream().filter(row -> row.clip.equals(ALL)).toList();
	}
}
