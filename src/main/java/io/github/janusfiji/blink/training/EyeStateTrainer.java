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
import io.github.janusfiji.blink.EyeCropper;
import io.github.janusfiji.blink.EyeMeasures;
import io.github.janusfiji.blink.EyeReader;
import io.github.janusfiji.blink.training.LabelledClip.Use;
import io.github.janusfiji.eyestate.EyePatches;
import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.eyestate.EyeSequence;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.eyestate.EyeStateTraining;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.PendingFiles;
import io.github.janusfiji.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains a blink detector on clips whose blinks people marked. */
public final class EyeStateTrainer {

	private EyeStateTrainer() {}

	/**
	 * Clips and patches to train on, and how.
	 *
	 * @param list of clips: {@code clip,use,last,skip,blinks}
	 * @param folder where clips are that are not beside the list
	 * @param patches zip file of single eyes, if there is one
	 * @param epochs passes over the single eyes
	 * @param seed of everything random
	 */
	public record Settings(Path list, Optional<Path> folder,
		Optional<Path> patches, int epochs, long seed)
	{}

	/**
	 * Trains on the clips for training, then finds on those for tuning what the
	 * numbers mean. Clips for measuring are not opened.
	 *
	 * @param settings what to train on
	 * @param output the file to write, in the place of an older one when complete;
	 *          whether that can be done is found out before the work begins
	 * @param progress told each stage
	 * @return the trained model
	 * @throws IOException if something cannot be read or written; the message is
	 *           one sentence for the user
	 */
	public static EyeStateModel train(final Settings settings,
		final Path output, final Progress progress) throws IOException
	{
		final List<LabelledClip> clips = LabelledClip.read(settings.list, settings
			.folder.orElse(null));
		final var training = with(clips, Use.TRAIN);
		if (training.isEmpty()) throw new InputException(settings.list +
			" names no clip to train on; give some of them the use train.");
		final var tuning = with(clips, Use.TUNE);
		final Path file = output.toAbsolutePath();
		if (Files.isDirectory(file)) throw new InputException(file +
			" is a folder; give the file to write the detector to.");
		final var inputs = LabelledClip.files(settings.list, settings.folder.orElse(
			null));
		settings.patches.ifPresent(inputs::add);
		try (var pending = new PendingFiles(file.getParent(), inputs)) {
			pending.reserve(file.getFileName().toString());
			final var made = made(settings, training, tuning, progress);
			final EyeStateModel raw = fit(settings, training, progress);
			final var by = tuning.isEmpty() ? training : tuning;
			final EyeStateModel model = raw.with(CalibrationFit.of(raw, by, measures(raw,
				by, progress)), made);
			final var bytes = new ByteArrayOutputStream();
			model.write(bytes);
			pending.add(file.getFileName().toString(), bytes.toByteArray());
			pending.commit();
			return model;
		}
	}

	/** What tells later which data a detector is from. */
	private static Map<String, String> made(final Settings settings,
		final List<LabelledClip> training, final List<LabelledClip> tuning,
		final Progress progress) throws IOException
	{
		final var made = new LinkedHashMap<String, String>();
		made.put("seed", Long.toString(settings.seed));
		made.put("epochs", Integer.toString(settings.epochs));
		made.put("list", Sha256.of(settings.list, progress));
		if (settings.patches.isPresent()) made.put("patches", Sha256.of(settings
			.patches.get(), progress));
		fingerprints("train ", training, made, progress);
		fingerprints("tune ", tuning, made, progress);
		return made;
	}

	/** A folder of images has none: its text is empty. */
	private static void fingerprints(final String use,
		final List<LabelledClip> clips, final Map<String, String> made,
		final Progress progress) throws IOException
	{
		for (final LabelledClip clip : clips) {
			String key = use + clip.name();
			for (int n = 2; made.containsKey(key); n++)
				key = use + clip.name() + " (" + n + ")";
			made.put(key, Files.isRegularFile(clip.path()) ? Sha256.of(clip.path(),
				progress) : "");
		}
	}

	private static EyeStateModel fit(final Settings settings,
		final List<LabelledClip> training, final Progress progress)
		throws IOException
	{
		final List<Patch> patches = settings.patches.isEmpty() ? List.of()
			: EyePatches.read(settings.patches.get()).train();
		final var sequences = new ArrayList<EyeSequence>();
		for (final LabelledClip clip : training)
			sequences.addAll(sequences(clip, progress));
		if (sequences.stream().noneMatch(EyeSequence::showsClosedEye))
			throw new InputException("None of the clips to train on shows a marked" +
				" blink with the eyes in sight; mark some.");
		return EyeStateTraining.fit(patches, sequences, settings.epochs,
			settings.seed, progress);
	}

	private static List<LabelledClip> with(final List<LabelledClip> clips,
		final Use use)
	{
		return clips.stream().filter(clip -> clip.use() == use).toList();
	}

	/** Both eyes of the clip's main person, wherever they are in sight. */
	private static List<EyeSequence> sequences(final LabelledClip clip,
		final Progress progress) throws IOException
	{
		final var sequences = new ArrayList<EyeSequence>();
		try (FrameSequence frames = Frames.open(clip.path())) {
			final List<Face> faces = BlinkAnalyzer.faces(frames, progress);
			final float[][][] eyes = new float[2][faces.size()][];
			EyeReader.visit(frames, faces, (i, frame) -> {
				for (int side = 0; side < 2; side++) eyes[side][i] = EyeCropper.crop(
					frame, EyeReader.place(faces.get(i).landmarks(), side == 1)
						.withMargin());
			}, progress);
			for (int from = 0; from < faces.size();) {
				int to = from + 1;
				while (to < faces.size() && faces.get(to).frame() == faces.get(to - 1)
					.frame() + 1) to++;
				final double[] closed = faces.subList(from, to).stream().mapToDouble(
					face -> clip.closed(face.frame())).toArray();
				for (final float[][] eye : eyes) if (to - from > 1) sequences.add(
					new EyeSequence(clip.name(), Arrays.copyOfRange(eye, from, to),
						closed));
				from = to;
			}
		}
		return sequences;
	}

	private static List<EyeMeasures> measures(final EyeStateModel raw,
		final List<LabelledClip> clips, final Progress progress)
		throws IOException
	{
		final var measures = new ArrayList<EyeMeasures>();
		for (final LabelledClip clip : clips) {
			try (FrameSequence frames = Frames.open(clip.path())) {
				measures.add(EyeReader.read(frames, BlinkAnalyzer.faces(frames,
					progress), raw, progress));
			}
		}
		return measures;
	}
}
