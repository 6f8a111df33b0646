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
package io.github.janusfiji.blink;

import io.github.janusfiji.blink.LabelledClip.Use;
import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyePatches;
import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.eyestate.EyeSequence;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.eyestate.EyeStateModel.Meaning;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains a blink detector on clips whose blinks people marked. */
public final class BlinkDetectorTraining {

	/**
	 * Aspect ratio of closed eyes over that of the same person's open eyes: 0.15
	 * over 0.3 in figure 1 of Soukupová and Čech (2016); the landmark model of
	 * Janus gives 0.15 over 0.30 on real blinks.
	 */
	private static final double CLOSED_RATIO = 0.5;

	private BlinkDetectorTraining() {}

	/**
	 * What to train on.
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
	 * @param output the file to write, in the place of an older one when complete
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
		final List<Patch> patches = settings.patches.isEmpty() ? List.of()
			: EyePatches.read(settings.patches.get()).train();
		final var made = new LinkedHashMap<String, String>();
		made.put("seed", Long.toString(settings.seed));
		made.put("epochs", Integer.toString(settings.epochs));
		made.put("list", Sha256.of(settings.list, progress));
		if (settings.patches.isPresent()) made.put("patches", Sha256.of(settings
			.patches.get(), progress));
		final var sequences = new ArrayList<EyeSequence>();
		for (final LabelledClip clip : training) {
			sequences.addAll(sequences(clip, progress));
			made.put("train " + clip.name(), Sha256.of(clip.path(), progress));
		}
		if (sequences.stream().flatMapToDouble(s -> Arrays.stream(s.closed()))
			.noneMatch(c -> c > 0.5)) throw new InputException("None of the clips to" +
				" train on shows a marked blink; mark some.");
		final EyeStateModel raw = EyeStateTraining.fit(patches, sequences, settings
			.epochs, settings.seed, progress);
		final var tuning = with(clips, Use.TUNE);
		for (final LabelledClip clip : tuning) made.put("tune " + clip.name(), Sha256
			.of(clip.path(), progress));
		final var by = tuning.isEmpty() ? training : tuning;
		final EyeStateModel model = raw.with(meanings(raw, by, measures(raw, by,
			progress)), made);
		write(model, output);
		return model;
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

	/** Frames of known state: a number for each, and the states. */
	private record Known(List<Double> values, List<Boolean> closed) {

		Known() {
			this(new ArrayList<>(), new ArrayList<>());
		}

		void add(final double value, final double state) {
			if (Double.isNaN(state) || state > 0 && state < 0.5) return;
			values.add(value);
			closed.add(state > 0);
		}

		double percentile(final boolean of, final double share) {
			final double[] sorted = IntStream.range(0, values.size())
				.filter(i -> closed.get(i) == of).mapToDouble(values::get).sorted()
				.toArray();
			return sorted[(int) Math.round(share * (sorted.length - 1))];
		}

		boolean bothStates() {
			return closed.contains(true) && closed.contains(false);
		}

		Calibration calibration() {
			final boolean[] states = new boolean[closed.size()];
			for (int i = 0; i < states.length; i++) states[i] = closed.get(i);
			return Calibration.fit(values.stream().mapToDouble(d -> d).toArray(),
				states);
		}
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

	/** What each method's numbers mean, from clips and their measures. */
	static Map<EyeMethod, Meaning> meanings(final EyeStateModel raw,
		final List<LabelledClip> clips, final List<EyeMeasures> measures)
		throws InputException
	{
		final var meanings = new EnumMap<EyeMethod, Meaning>(EyeMethod.class);
		for (final EyeMethod method : EyeMethod.values()) {
			final Meaning levels = levels(raw, method, clips, measures);
			meanings.put(method, levels);
			final EyeStateModel scaled = raw.with(meanings, Map.of());
			final var known = new Known();
			for (int c = 0; c < clips.size(); c++) {
				final var series = OpennessSeries.of(measures.get(c), method, scaled);
				for (int i = 0; i < series.length(); i++) known.add(series.both()[i],
					clips.get(c).closed(series.frame()[i]));
			}
			final Calibration fitted = known.calibration();
			meanings.put(method, new Meaning(levels.closed(), levels.leastOpen(),
				fitted.slope(), fitted.offset()));
		}
		return meanings;
	}

	/** What closed and open eyes typically give. */
	private static Meaning levels(final EyeStateModel raw,
		final EyeMethod method, final List<LabelledClip> clips,
		final List<EyeMeasures> measures) throws InputException
	{
		final var known = new Known();
		for (int c = 0; c < clips.size(); c++) {
			final EyeMeasures m = measures.get(c);
			for (final float[][] signs : List.of(m.rightSigns(), m.leftSigns())) {
				final double[] values = method == EyeMethod.EAR ? m.rightRatio()
					: OpennessSeries.logits(m.frame(), signs, method, raw);
				for (int i = 0; i < values.length; i++) known.add(values[i], clips.get(c)
					.closed(m.frame()[i]));
			}
		}
		if (!known.bothStates()) throw new InputException("The clips to tune on do" +
			" not show both open and closed eyes; mark blinks in one of them.");
		return method == EyeMethod.EAR ? new Meaning(CLOSED_RATIO, 1, 0, 0)
			: new Meaning(known.percentile(true, 0.5), known.percentile(false, 0.1), 0,
				0);
	}

	private static void write(final EyeStateModel model, final Path output)
		throws IOException
	{
		final var bytes = new ByteArrayOutputStream();
		model.write(bytes);
		final Path file = output.toAbsolutePath();
		try (var pending = new PendingFiles(file.getParent())) {
			pending.add(file.getFileName().toString(), bytes.toByteArray());
			pending.commit();
		}
	}
}
