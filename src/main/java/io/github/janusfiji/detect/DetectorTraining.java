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
package io.github.janusfiji.detect;

import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains detectors on clips, and measures them on people they did not learn
 * from: people are divided into folds, and each fold is judged by detectors that
 * learnt from the others.
 */
public final class DetectorTraining {

	private DetectorTraining() {}

	/**
	 * @param settings what from, and how
	 * @param output the {@code .detector} file to write
	 * @param progress told each clip and step
	 * @return what the detectors reach on people they did not learn from
	 * @throws IOException if a file is missing or not what it should be, or there
	 *           are too few people; the message is one sentence for the user
	 */
	public static Evaluation train(final DetectorSettings settings, final Path output,
		final Progress progress) throws IOException
	{
		if (settings.faces() < 1 || settings.folds() < 2 || settings.steps() < 1)
			throw new InputException(
				"Take at least one face of each clip, one step and two folds.");
		final var list = ClipList.read(settings.clips(), settings.folds(),
			settings.seed());
		final var inputs = new ArrayList<>(List.of(settings.clips()));
		list.clips().forEach(c -> inputs.add(c.path()));
		final boolean manipulated = list.clips().stream().anyMatch(
			Entry::manipulated);
		final var detectors = Detectors.named(settings.detectors(), manipulated);
		CrossValidation.requireFolds(list);
		try (var place = Output.file(output, inputs)) {
			final var clips = load(list, settings, manipulated, progress);
			final Evaluation evaluation;
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
				place.temporary())))
			{
				evaluation = learn(list, clips, detectors, settings, made(settings, list,
					clips, progress), out, progress);
			}
			place.commit();
			return evaluation;
		}
	}

	/**
	 * @param list of clips
	 * @param clips the same with their faces
	 * @param detectors by name
	 * @param settings how
	 * @param made how, for the file
	 * @param out takes the file
	 * @param progress told each step
	 * @return what the detectors reach on people they did not learn from
	 * @throws IOException if the file cannot be written
	 */
	static Evaluation learn(final ClipList list, final List<LoadedClip> clips,
		final Map<String, ManipulationDetector> detectors,
		final DetectorSettings settings, final Map<String, String> made,
		final OutputStream out, final Progress progress) throws IOException
	{
		final var validation = new CrossValidation(list, clips, detectors, settings,
			progress);
		final var fusion = new Fusion(List.copyOf(detectors.keySet()), list, clips,
			validation.run(), settings.blinks());
		try (var model = new DetectorModel(parts(validation, detectors, fusion),
			fusion.all(), settings.blinks(), made))
		{
			model.write(out);
		}
		return fusion.evaluation().with(settings.transfers() ? TransferMeter
			.measure(validation)
			: List.of());
	}

	/** Learns once more, from everybody. */
	private static List<DetectorModel.Part> parts(
		final CrossValidation validation,
		final Map<String, ManipulationDetector> detectors, final Fusion fusion)
	{
		final var parts = new ArrayList<DetectorModel.Part>();
		int k = 0;
		for (final var entry : detectors.entrySet())
			parts.add(new DetectorModel.Part(fusion.calibrated(k++, entry.getValue()
				.version()), validation.learn(entry.getKey(), 0)));
		return parts;
	}

	private static List<LoadedClip> load(final ClipList list,
		final DetectorSettings settings, final boolean manipulated,
		final Progress progress) throws IOException
	{
		final var clips = new ArrayList<LoadedClip>();
		final var random = new SplittableRandom(settings.seed());
		for (final Entry entry : list.clips()) {
			progress.check();
			try (var frames = Frames.open(entry.path())) {
				final var taken = ClipFaces.take(frames, settings.faces(), !entry
					.manipulated(), random.split(), progress);
				final double blinks = settings.blinks() && !frames.isPictures()
					? BlinkScore.of(frames, 1, progress).logOdds() : 0;
				clips.add(new LoadedClip(entry, taken.faces(), taken.blended(), false,
					blinks));
				if (!manipulated && !taken.blended().isEmpty()) clips.add(new LoadedClip(
					new Entry(entry.path(), true, entry.subject(), "", "selfblended", entry
						.quality()), taken.blended(), List.of(), true, 0));
			}
		}
		return clips;
	}

	private static Map<String, String> made(final DetectorSettings settings,
		final ClipList list, final List<LoadedClip> clips, final Progress progress)
		throws IOException
	{
		final var made = new LinkedHashMap<String, String>();
		made.put("seed", String.valueOf(settings.seed()));
		made.put("steps", String.valueOf(settings.steps()));
		made.put("people", String.valueOf(list.folds().size()));
		made.put("genuineclips", String.valueOf(clips.stream().filter(c -> !c.entry()
			.manipulated()).count()));
		made.put("manipulatedclips", String.valueOf(clips.stream().filter(
			c -> c.entry().manipulated() && !c.stand()).count()));
		made.put("faces", String.valueOf(clips.stream().mapToInt(c -> c.faces()
			.size()).sum()));
		made.put("methods", String.join(" ", clips.stream().map(c -> c.entry()
			.method()).distinct().sorted().toList()));
		made.put("list", Sha256.of(settings.clips(), progress));
		return made;
	}
}
