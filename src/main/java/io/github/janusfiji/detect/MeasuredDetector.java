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

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A detector that measures each face and judges the numbers by a rule.
 *
 * @param name of the measure
 * @param length how many numbers it gives
 * @param measure gives them
 * @param learner finds the rule
 * @param places the place in a square of {@value EvidenceNetwork#GRID} rows and
 *          columns that each number tells of; empty if they tell of the face as a
 *          whole
 */
record MeasuredDetector(String name, int length,
	Function<FacePicture, float[]> measure, Learner learner, int[] places)
{

	/** Places over which evidence is smoothed, since it comes in small pieces. */
	private static final int SMOOTH = 7;

	/** Standardised numbers beyond this say no more. */
	private static final double MOST = 5;

	/** A measure of the face as a whole. */
	MeasuredDetector(final String name, final int length,
		final Function<FacePicture, float[]> measure, final Learner learner)
	{
		this(name, length, measure, learner, new int[0]);
	}

	/**
	 * Learns from each example twice: as it is, and compressed and scaled anew.
	 *
	 * @param examples what to learn from
	 * @param progress asked whether to stop
	 * @return what was learnt
	 */
	LearntDetector learn(final Examples examples, final Progress progress) {
		final var random = new SplittableRandom(examples.seed());
		final var faces = new ArrayList<>(examples.genuine());
		faces.addAll(examples.positives());
		// Drawn beforehand, so that the order of the work does not matter.
		final long[] seeds = faces.stream().mapToLong(f -> random.nextLong())
			.toArray();
		final var rows = IntStream.range(0, 2 * faces.size()).parallel().mapToObj(
			i -> {
				progress.check();
				final FacePicture face = faces.get(i / 2);
				// Disturbed once and remembered, so that folds need not measure again.
				return i % 2 == 0 ? numbers(face) : face.measured(name + " disturbed",
					f -> measure.apply(Disturbance.of(f, new SplittableRandom(seeds[i /
						2]))));
			}).toList();
		final var labels = IntStream.range(0, rows.size()).mapToObj(i -> i /
			2 >= examples.genuine().size()).toList();
		return learn(rows, labels);
	}

	private LearntDetector learn(final List<float[]> rows,
		final List<Boolean> labels)
	{
		final double[] mean = new double[length], scale = new double[length];
		for (final float[] row : rows)
			for (int i = 0; i < length; i++)
				mean[i] += row[i] / rows.size();
		for (final float[] row : rows)
			for (int i = 0; i < length; i++)
				scale[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
		for (int i = 0; i < length; i++)
			scale[i] = scale[i] > 1e-12 ? 1 / Math.sqrt(scale[i]) : 0;
		final var x = new double[rows.size()][];
		final var y = new boolean[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = standard(rows.get(i), mean, scale);
			y[i] = labels.get(i);
		}
		return new Learnt(this, mean, scale, learner.learn(x, y));
	}

	private float[] numbers(final FacePicture face) {
		return face.measured(name, measure);
	}

	private static double[] standard(final float[] row, final double[] mean,
		final double[] scale)
	{
		final var x = new double[row.length];
		for (int i = 0; i < x.length; i++)
			x[i] = Math.max(-MOST, Math.min(MOST, (row[i] - mean[i]) * scale[i]));
		return x;
	}

	LearntDetector read(final Map<String, Loaded> tensors)
		throws InputException
	{
		return new Learnt(this, Tensors.vector(tensors, "mean", length), Tensors
			.vector(tensors, "scale", length), learner.read(tensors, length));
	}

	private record Learnt(MeasuredDetector detector, double[] mean,
		double[] scale, Rule rule) implements LearntDetector
	{

		@Override
		public double[] scores(final List<FacePicture> faces) {
			return faces.stream().mapToDouble(face -> rule.score(standard(detector
				.numbers(face), mean, scale))).toArray();
		}

		@Override
		public Optional<float[]> evidence(final FacePicture face) {
			final int[] places = detector.places;
			if (places.length == 0 || !(rule instanceof LinearRule linear))
				return Optional.empty();
			final double[] x = standard(detector.numbers(face), mean, scale);
			final var sums = new float[EvidenceNetwork.GRID * EvidenceNetwork.GRID];
			for (int i = 0; i < x.length; i++)
				sums[places[i]] += (float) (sums.length * linear.weights()[i] * x[i]);
			return Optional.of(Planes.smoothed(sums, EvidenceNetwork.GRID, Planes
				.gaussian(SMOOTH, SMOOTH / 5.0)));
		}

		@Override
		public Map<String, Loaded> tensors() {
			final var all = new LinkedHashMap<String, Loaded>();
			all.put("mean", Tensors.of(mean));
			all.put("scale", Tensors.of(scale));
			for (final String name : new TreeMap<>(rule.tensors()).keySet())
				all.put(name, rule.tensors().get(name));
			return all;
		}
	}
}
