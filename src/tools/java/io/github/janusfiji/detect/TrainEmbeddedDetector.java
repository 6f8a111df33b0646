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

import io.github.janusfiji.assess.DetectionReport;
import io.github.janusfiji.detect.ClipList.Entry;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.provenance.Sha256;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains the detectors that come with Janus: on marked pictures of many people,
 * each beside swaps between them, and on the clips of a collection.
 *
 * <pre>
 * java … io.github.janusfiji.detect.TrainEmbeddedDetector faces.zip collection.csv embedded.detector report pictures steps detectors
 * </pre>
 */
public final class TrainEmbeddedDetector {

	private static final int ARGUMENTS = 7;

	/** Frames of a clip in which its face is looked for. */
	private static final int FOLLOWED = 20;

	private static final int FOLDS = MarkedPeople.FOLDS;
	private static final long SEED = 1;

	private TrainEmbeddedDetector() {}

	/**
	 * @param args zip of {@code images/*.jpg} and {@code keypoints68.csv}, list of
	 *          a collection's clips with their folds, file to write, folder for the
	 *          report, most pictures of each person and faces of each clip, steps of
	 *          networks, names of detectors
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(final String[] args) throws IOException {
		if (args.length < ARGUMENTS) throw new InputException("Give a zip of " +
			"marked faces, a list of clips, a .detector file to write, a folder for " +
			"the report, pictures of each, steps and detectors.");
		final Path zip = Path.of(args[0]), collection = Path.of(args[1]);
		final int each = Integer.parseInt(args[4]);
		final var settings = new DetectorSettings(collection, args[6], each,
			FOLDS, false, Integer.parseInt(args[5]), false, SEED);
		final var listed = ClipList.read(collection, FOLDS, SEED);
		final var folds = new TreeMap<>(listed.folds());
		final var clips = MarkedPeople.clips(zip, each, false, folds);
		clips.addAll(listed.clips().parallelStream().map(entry -> clip(entry,
			each)).toList());
		final var list = new ClipList(clips.stream().map(LoadedClip::entry).toList(),
			folds);
		final var made = new LinkedHashMap<String, String>();
		made.put("seed", String.valueOf(SEED));
		made.put("steps", args[5]);
		made.put("people", String.valueOf(folds.size()));
		made.put("genuineclips", count(clips, false));
		made.put("manipulatedclips", count(clips, true));
		made.put("faces", String.valueOf(clips.stream().mapToInt(c -> c.faces()
			.size()).sum()));
		made.put("methods", "genuine graphics");
		made.put("list", Sha256.of(zip, Progress.NONE));
		final var bytes = new ByteArrayOutputStream();
		final Evaluation evaluation = DetectorTraining.learn(list, clips, Detectors
			.named(args[6], true), settings, made, bytes, Progress.NONE);
		try (var output = Output.file(Path.of(args[2]), List.of(zip, collection))) {
			output.write(bytes.toByteArray());
			output.commit();
		}
		DetectionReport.write(evaluation, Path.of(args[3]), collection);
	}

	/**
	 * Followed more closely than it is learnt from, so that few faces are lost; a
	 * clip in which none is found is left without.
	 */
	private static LoadedClip clip(final Entry entry, final int most) {
		try (var frames = Frames.open(entry.path())) {
			final List<FacePicture> all = ClipFaces.take(frames, Math.max(most,
				FOLLOWED), false, new SplittableRandom(SEED), Progress.NONE).faces();
			final int count = Math.min(most, all.size());
			return new LoadedClip(entry, IntStream.range(0, count).mapToObj(i -> all.get(
				i * all.size() / count)).toList(), List.of(), false, 0);
		}
		catch (final InputException e) {
			System.err.println(e.getMessage());
			return new LoadedClip(entry, List.of(), List.of(), false, 0);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String count(final List<LoadedClip> clips,
		final boolean manipulated)
	{
		return String.valueOf(clips.stream().filter(c -> c.entry()
			.manipulated() == manipulated).count());
	}
}
