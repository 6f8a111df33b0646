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

import io.github.janusfiji.blink.DeformationTest.Measure;
import io.github.janusfiji.face.Face;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares a face while its eyes blink with the same face at other times. Each
 * measure is taken relative to its own median over the seconds around, in robust
 * standard deviations, so that a moving head or a change of light is no effect;
 * then the windows of the blinks are moved through time at random
 * ({@link WindowPermutation}). What blinks of genuine faces do to the measures is
 * allowed for, and p is corrected for the number of measures after Holm.
 */
public final class BlinkDeformation {

	/** Seed of the random arrangements. */
	public static final long SEED = 20260101;

	/** Half of the time over which a measure's own level is taken, s. */
	private static final double LEVEL = 2;

	/** Fewer frames inside or outside of blinks say nothing. */
	private static final int LEAST_INSIDE = 6, LEAST_OUTSIDE = 50;

	/** Fewer blinks say nothing: one may be an accident. */
	private static final int LEAST_BLINKS = 2;

	private final OpennessSeries series;
	private final boolean[] inside;
	private final int blinks;

	private BlinkDeformation(final OpennessSeries series,
		final List<Blink> blinks)
	{
		this.series = series;
		this.blinks = blinks.size();
		inside = new boolean[series.length()];
		for (final Blink blink : blinks)
			for (int i = 0; i < inside.length; i++) {
				final int frame = series.frame()[i];
				// One frame more on either side, which second differences reach.
				inside[i] |= frame >= blink.start() - 1 && frame <= blink.end() + 1;
			}
	}

	/**
	 * @param series openness over time
	 * @param faces one for each entry
	 * @param skin measures in the same frames
	 * @param blinks found
	 * @return one test for each measure
	 */
	static List<DeformationTest> test(final OpennessSeries series,
		final List<Face> faces, final SkinMeasures skin, final List<Blink> blinks)
	{
		final var motion = FaceMotion.of(faces, series);
		final var comparison = new BlinkDeformation(series, blinks);
		final var tests = new ArrayList<DeformationTest>();
		for (final Measure measure : Measure.values()) tests.add(comparison.test(
			measure, switch (measure) {
				case ACCELERATION -> logarithm(motion.acceleration());
				case SHAPE -> logarithm(motion.residual());
				case TEXTURE -> logarithm(skin.texture());
				case SHARPNESS -> skin.sharpness();
				case OUTLINE -> logarithm(skin.outline());
			}));
		return corrected(tests);
	}

	private DeformationTest test(final Measure measure,
		final double[] values)
	{
		// Blurred or sharpened: either is a change.
		final double[] scored = measure == Measure.SHARPNESS ? scores(Arrays.stream(
			scores(values)).map(Math::abs).toArray()) : scores(values);
		final int in = (int) count(scored, true), out = (int) count(scored, false);
		final double allowance = measure.allowance();
		if (in < LEAST_INSIDE || out < LEAST_OUTSIDE || blinks < LEAST_BLINKS)
			return new DeformationTest(measure, in, Double.NaN, allowance, 1, 1);
		final var permutation = new WindowPermutation(scored);
		final double effect = permutation.mean(inside);
		final double p = permutation.p(inside, effect - allowance, SEED + measure
			.ordinal());
		return new DeformationTest(measure, in, effect, allowance, p, p);
	}

	private long count(final double[] scores, final boolean where) {
		return IntStream.range(0, scores.length).filter(i -> inside[i] == where &&
			!Double.isNaN(scores[i])).count();
	}

	/** Distance from the level around, in units of its usual amount. */
	private double[] scores(final double[] values) {
		final int n = values.length;
		final double[] rest = new double[n];
		for (int i = 0, from = 0, to = 0; i < n; i++) {
			while (series.time()[from] < series.time()[i] - LEVEL) from++;
			while (to < n && series.time()[to] <= series.time()[i] + LEVEL) to++;
			rest[i] = values[i] - median(outside(values, from, to));
		}
		final double[] amounts = Arrays.stream(outside(rest, 0, n)).map(Math::abs)
			.toArray();
		// 1.4826 makes it the standard deviation of normal values.
		final double unit = 1.4826 * median(amounts);
		for (int i = 0; i < n; i++) rest[i] /= unit > 0 ? unit : 1;
		return rest;
	}

	private double[] outside(final double[] values, final int from,
		final int to)
	{
		return IntStream.range(from, to).filter(i -> !inside[i] && !Double.isNaN(
			values[i])).mapToDouble(i -> values[i]).toArray();
	}

	/** NaN of nothing. */
	private static double median(final double[] values) {
		if (values.length == 0) return Double.NaN;
		Arrays.sort(values);
		return values[values.length / 2];
	}

	private static double[] logarithm(final double[] values) {
		return Arrays.stream(values).map(v -> Math.log(v + 1e-6)).toArray();
	}

	private static List<DeformationTest> corrected(
		final List<DeformationTest> tests)
	{
		final double[] holm = WindowPermutation.holm(tests.stream().mapToDouble(
			DeformationTest::p).toArray());
		return IntStream.range(0, holm.length).mapToObj(i -> {
			final DeformationTest t = tests.get(i);
			return new DeformationTest(t.measure(), t.frames(), t.effect(), t
				.allowance(), t.p(), holm[i]);
		}).toList();
	}
}
