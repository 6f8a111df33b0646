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

import io.github.janusfiji.detect.DetectorModel.Part;
import io.github.janusfiji.detect.ManipulationAnalysis.Evidence;
import io.github.janusfiji.detect.ManipulationAnalysis.FaceScore;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks detectors about the faces of a clip. */
public final class ManipulationAnalyzer {

	/** Faces judged at a time. */
	private static final int BATCH = 16;

	/** Faces of which it is kept where the evidence lies. */
	private static final int SHOWN = 40;

	private final DetectorModel model;

	/** @param model the detectors; stays its caller's */
	public ManipulationAnalyzer(final DetectorModel model) {
		this.model = model;
	}

	/**
	 * Reads the clip twice, and once more for the blinks. Memory holds a few
	 * frames and forty small pictures, however long the clip is.
	 *
	 * @param clip a moving picture or photographs
	 * @param person a number from 1; of photographs, everyone is judged
	 * @param every which frames: each n-th, from 1
	 * @param blinks whether the number of blinks is asked as well; without effect
	 *          on photographs
	 * @param progress told each frame
	 * @return what the detectors say
	 * @throws IOException if the clip cannot be read or shows no face; the message
	 *           is one sentence for the user
	 */
	public ManipulationAnalysis analyze(final FrameSequence clip,
		final int person, final int every, final boolean blinks,
		final Progress progress) throws IOException
	{
		if (every < 1) throw new InputException("'every' is from 1, not " + every +
			": 1 looks at each frame.");
		if (clip.count() < 1) throw new InputException(clip.name() +
			" holds no frames; give a clip in which a face can be seen.");
		final var frames = new ThinnedFrames(clip, every);
		final var faces = ClipFaces.find(frames, person, progress);
		final var reading = new Reading(frames, faces.size());
		ClipFaces.read(frames, faces, progress, (frame, face) -> reading.add(
			FacePicture.of(frame, face)));
		reading.judge();
		final Optional<BlinkScore> seen = blinks && !frames.isPictures() ? Optional
			.of(BlinkScore.of(clip, person, progress)) : Optional.empty();
		return reading.analysis(clip, seen);
	}

	/** What is known so far. */
	private final class Reading {

		private final ThinnedFrames frames;
		private final int step;
		private final List<FacePicture> waiting = new ArrayList<>();
		private final List<List<Double>> scores = new ArrayList<>();
		private final List<Evidence> evidence = new ArrayList<>();
		private final List<Integer> index = new ArrayList<>();
		private final List<Double> times = new ArrayList<>();

		Reading(final ThinnedFrames frames, final int count) {
			this.frames = frames;
			step = Math.max(1, (count + SHOWN - 1) / SHOWN);
			for (int k = 0; k < model.parts().size(); k++)
				scores.add(new ArrayList<>());
		}

		void add(final FacePicture face) {
			waiting.add(face);
			if (waiting.size() == BATCH) judge();
		}

		void judge() {
			if (waiting.isEmpty()) return;
			for (int k = 0; k < scores.size(); k++)
				for (final double s : model.parts().get(k).detector().scores(waiting))
					scores.get(k).add(s);
			for (final FacePicture face : waiting) {
				if (index.size() % step == 0) evidence(face).ifPresent(evidence::add);
				index.add(frames.original(face.frame()));
				times.add(face.time());
			}
			waiting.clear();
		}

		private Optional<Evidence> evidence(final FacePicture face) {
			float[] sum = null;
			int count = 0;
			for (final Part part : model.parts()) {
				final float[] map = part.detector().evidence(face).orElse(null);
				if (map == null || sum != null && sum.length != map.length) continue;
				if (sum == null) sum = new float[map.length];
				for (int i = 0; i < map.length; i++)
					sum[i] += (float) part.face(map[i]);
				count++;
			}
			if (sum == null) return Optional.empty();
			for (int i = 0; i < sum.length; i++)
				sum[i] /= count;
			return Optional.of(new Evidence(face, sum));
		}

		ManipulationAnalysis analysis(final FrameSequence clip,
			final Optional<BlinkScore> blinks) throws IOException
		{
			final int n = scores.size();
			final double[] logits = new double[n], variances = new double[n];
			final Map<String, Estimate> said = new LinkedHashMap<>();
			for (int k = 0; k < n; k++) {
				final double[] l = model.parts().get(k).clip(scores.get(k).stream()
					.mapToDouble(s -> s).toArray());
				logits[k] = l[0];
				variances[k] = l[1];
				said.put(model.names().get(k), Estimate.of(l[0], l[1]));
			}
			blinks.ifPresent(b -> said.put(DetectorModel.BLINKS, b.estimate()));
			final double seen = blinks.map(BlinkScore::logOdds).orElse(0.0);
			return new ManipulationAnalysis(clip.name(), model.names(), said, model
				.fused(logits, variances, seen), faces(seen), evidence, model.made(),
				SyntheticMark.statement(clip.metadata()));
		}

		private List<FaceScore> faces(final double blinks) {
			final var faces = new ArrayList<FaceScore>();
			for (int i = 0; i < index.size(); i++) {
				final var logits = new double[scores.size()];
				final var each = new double[logits.length];
				for (int k = 0; k < logits.length; k++) {
					logits[k] = model.parts().get(k).face(scores.get(k).get(i));
					each[k] = Logistic.sigmoid(logits[k]);
				}
				faces.add(new FaceScore(index.get(i), times.get(i), each, model.fused(
					logits, new double[logits.length], blinks).score()));
			}
			return faces;
		}
	}
}
