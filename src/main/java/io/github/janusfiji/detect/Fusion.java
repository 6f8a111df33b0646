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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calibrates scores of clips that were not learnt from, and weighs the detectors
 * together; for the evaluation, each fold by the scores of the others.
 */
final class Fusion {

	private final List<String> names;
	private final ClipList list;
	private final List<LoadedClip> clips;
	private final List<double[][]> scores;
	private final boolean blinks;

	/** Indices of the clips that have scores. */
	private final int[] judged;

	Fusion(final List<String> names, final ClipList list,
		final List<LoadedClip> clips, final List<double[][]> scores,
		final boolean blinks)
	{
		this.names = names;
		this.list = list;
		this.clips = clips;
		this.scores = scores;
		this.blinks = blinks;
		judged = IntStream.range(0, clips.size()).filter(i -> scores.get(
			i) != null && !clips.get(i).faces().isEmpty()).toArray();
	}

	/** @return what the scores of a detector mean, by all clips */
	DetectorModel.CalibratedScores calibrated(final int detector, final int version) {
		final int[] all = judged;
		final var score = new ArrayList<Double>();
		final var bad = new ArrayList<Boolean>();
		final var count = new ArrayList<Double>();
		double spread = 0;
		for (final int i : all) {
			final double[] s = scores.get(i)[detector];
			spread += ClipScore.spread(s) / all.length;
			for (final double v : s) {
				score.add(Math.max(-20, Math.min(20, v)));
				bad.add(clips.get(i).entry().manipulated());
				count.add(1.0 / s.length);
			}
		}
		final var manipulated = new boolean[bad.size()];
		for (int i = 0; i < manipulated.length; i++)
			manipulated[i] = bad.get(i);
		return new DetectorModel.CalibratedScores(names.get(detector), version, calibration(
			detector, all), Calibration.of(score.stream().mapToDouble(v -> v)
				.toArray(), manipulated, count.stream().mapToDouble(v -> v).toArray()),
			spread, between(detector));
	}

	/**
	 * How far people lie apart: the variance over people of how much their clips'
	 * mean scores differ from those of all clips that are as genuine.
	 */
	private double between(final int detector) {
		final double[] sum = new double[2], count = new double[2];
		for (final int i : judged) {
			final int kind = clips.get(i).entry().manipulated() ? 1 : 0;
			sum[kind] += mean(i, detector);
			count[kind]++;
		}
		return Arrays.stream(judged).boxed().collect(Collectors.groupingBy(
			i -> clips.get(i).entry().subject(), Collectors.averagingDouble(i -> {
				final int kind = clips.get(i).entry().manipulated() ? 1 : 0;
				return mean(i, detector) - sum[kind] / count[kind];
			}))).values().stream().mapToDouble(d -> d * d).average().orElseThrow();
	}

	private Logistic calibration(final int detector, final int[] use) {
		final double[] mean = Arrays.stream(use).mapToDouble(i -> mean(i,
			detector)).toArray();
		final var count = new double[use.length];
		Arrays.fill(count, 1);
		return Calibration.of(mean, manipulated(use), count);
	}

	private double mean(final int clip, final int detector) {
		return ClipScore.of(scores.get(clip)[detector], 0).mean();
	}

	private boolean[] manipulated(final int[] use) {
		final var manipulated = new boolean[use.length];
		for (int i = 0; i < use.length; i++)
			manipulated[i] = clips.get(use[i]).entry().manipulated();
		return manipulated;
	}

	/** @return weights of the detectors, by all clips */
	Logistic all() {
		return fusion(calibrations(judged), judged, names.size(), blinks);
	}

	private Logistic[] calibrations(final int[] use) {
		return IntStream.range(0, names.size()).mapToObj(k -> calibration(k, use))
			.toArray(Logistic[]::new);
	}

	private Logistic fusion(final Logistic[] calibrations, final int[] use,
		final int first, final boolean useBlinks)
	{
		final var x = new double[use.length][];
		for (int i = 0; i < use.length; i++)
			x[i] = input(calibrations, use[i], first, useBlinks);
		return Calibration.fusion(x, manipulated(use));
	}

	private double[] input(final Logistic[] calibrations, final int clip,
		final int first, final boolean useBlinks)
	{
		final var logits = new double[first];
		for (int k = 0; k < first; k++)
			logits[k] = calibrations[k].logit(new double[] { mean(clip, k) });
		return DetectorModel.fusionInput(logits, useBlinks, clips.get(clip)
			.blinks());
	}

	/** @return what was reached, each fold calibrated and weighed by the others */
	Evaluation evaluation() {
		final int steps = names.size() + (blinks ? 1 : 0);
		final var probability = new double[clips.size()][names.size()];
		final var fused = new double[steps][clips.size()];
		for (final int fold : list.numbers()) {
			final int[] others = where(i -> !list.isOf(clips.get(i).entry(), fold));
			final Logistic[] calibrations = calibrations(others);
			for (int step = 0; step < steps; step++) {
				final int first = Math.min(step + 1, names.size());
				final boolean use = step == names.size();
				final Logistic fusion = fusion(calibrations, others, first, use);
				for (final int i : where(j -> list.isOf(clips.get(j).entry(), fold)))
					fused[step][i] = Logistic.sigmoid(fusion.logit(input(calibrations, i,
						first, use)));
			}
			for (final int i : where(j -> list.isOf(clips.get(j).entry(), fold)))
				for (int k = 0; k < names.size(); k++)
					probability[i][k] = Logistic.sigmoid(calibrations[k].logit(
						new double[] { mean(i, k) }));
		}
		final var rows = new ArrayList<Evaluation.Row>();
		for (final int i : judged)
			rows.add(new Evaluation.Row(clips.get(i).entry(), list.folds().get(clips
				.get(i).entry().subject()), probability[i], fused[steps - 1][i]));
		return new Evaluation(names, rows, list.folds().size(), added(fused),
			List.of());
	}

	private List<Evaluation.Added> added(final double[][] fused) {
		final var added = new ArrayList<Evaluation.Added>();
		for (int step = 0; step < fused.length; step++) {
			final var used = new ArrayList<>(names.subList(0, Math.min(step + 1, names
				.size())));
			if (step == names.size()) used.add(DetectorModel.BLINKS);
			final double[] row = fused[step];
			added.add(new Evaluation.Added(used, Arrays.stream(judged).mapToDouble(
				i -> row[i]).toArray()));
		}
		return added;
	}

	private int[] where(final IntPredicate which) {
		return Arrays.stream(judged).filter(which).toArray();
	}
}
