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

import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.eyestate.EyeStateModel.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Openness of a person's eyes over time, one entry per frame in which the person
 * was seen. Openness goes from 0 (closed) to 1 (as open as this person's eyes
 * usually are around that time).
 *
 * @param frame indices of the frames, rising
 * @param time presentation times, s
 * @param right openness of the person's right eye
 * @param left openness of the person's left eye
 * @param both mean of both
 * @param closed calibrated probability that the eyes are closed
 */
public record OpennessSeries(int[] frame, double[] time, double[] right,
	double[] left, double[] both, double[] closed)
{

	/** Time between two frames beyond which they have no common course, s. */
	private static final double GAP = 1;

	/** What the network found in one eye, one entry per frame. */
	private record Course(int[] frame, double[] time, float[][] features) {}

	/**
	 * @param measures what was measured
	 * @param method how the state of the eyes is found
	 * @param model what gave the measures, and what they mean
	 * @return openness relative to the person's own open level
	 */
	public static OpennessSeries of(final EyeMeasures measures, final EyeMethod method,
		final EyeStateModel model)
	{
		return of(List.of(measures), method, model).get(0);
	}

	/**
	 * @param measures what was measured, several times; the network reads all of
	 *          them together, which takes little longer than one
	 * @param method how the state of the eyes is found
	 * @param model what gave the measures, and what they mean
	 * @return openness relative to the person's own open level, for each
	 */
	public static List<OpennessSeries> of(final List<EyeMeasures> measures,
		final EyeMethod method, final EyeStateModel model)
	{
		final Calibration calibration = model.calibration(method);
		final var courses = new ArrayList<Course>();
		for (final EyeMeasures m : measures) {
			courses.add(new Course(m.frame(), m.time(), m.rightFeatures()));
			courses.add(new Course(m.frame(), m.time(), m.leftFeatures()));
		}
		final List<double[]> logits = method == EyeMethod.EAR ? List.of() : logits(
			courses, method, model);
		final var all = new ArrayList<OpennessSeries>();
		for (int i = 0; i < measures.size(); i++) {
			final EyeMeasures m = measures.get(i);
			final var series = method == EyeMethod.EAR ? of(m.frame(), m.time(), ratio(m
				.rightRatio(), m.time(), calibration), ratio(m.leftRatio(), m.time(),
					calibration)) : of(m.frame(), m.time(), scaled(logits.get(2 * i), m
						.time(), calibration), scaled(logits.get(2 * i + 1), m.time(),
							calibration));
			for (int k = 0; k < series.length(); k++) series.closed[k] = calibration
				.closedProbability(series.both[k]);
			all.add(series);
		}
		return all;
	}

	private static double[] scaled(final double[] logits, final double[] time,
		final Calibration calibration)
	{
		return OpennessScale.apply(logits, time, calibration.closed(), calibration
			.leastOpen());
	}

	private static double[] ratio(final double[] ratio, final double[] time,
		final Calibration calibration)
	{
		final double open = OpennessScale.openLevel(ratio);
		// Without any height the landmarks say nothing: call it open.
		if (!(open > 0)) return filled(ratio.length);
		return OpennessScale.apply(ratio, time, calibration.closed() * open,
			calibration.leastOpen() * open);
	}

	private static double[] filled(final int length) {
		final double[] open = new double[length];
		Arrays.fill(open, 1);
		return open;
	}

	/**
	 * @param frame indices of the frames, rising
	 * @param time presentation times, s
	 * @param features of one eye, one entry per frame
	 * @param method a method that a network computes
	 * @param model the networks
	 * @return log-odds of "open"; frames that follow each other without a gap are
	 *         read as one sequence
	 */
	public static double[] logits(final int[] frame, final double[] time,
		final float[][] features, final EyeMethod method, final EyeStateModel model)
	{
		return logits(List.of(new Course(frame, time, features)), method, model)
			.get(0);
	}

	private static List<double[]> logits(final List<Course> courses,
		final EyeMethod method, final EyeStateModel model)
	{
		final var parts = new ArrayList<float[][]>();
		for (final Course c : courses) {
			final var steps = FrameSteps.of(c.frame, c.time);
			for (int from = 0, to; from < c.frame.length; from = to) {
				to = from + 1;
				while (to < c.frame.length && steps.next()[to - 1] <= GAP) to++;
				parts.add(Arrays.copyOfRange(c.features, from, to));
			}
		}
		final double[][] read = model.logits(method, parts);
		final var logits = new ArrayList<double[]>();
		int next = 0;
		for (final Course c : courses) {
			final double[] all = new double[c.frame.length];
			for (int to = 0; to < all.length; to += read[next++].length) System
				.arraycopy(read[next], 0, all, to, read[next].length);
			logits.add(all);
		}
		return logits;
	}

	/**
	 * @param frame indices of the frames, rising
	 * @param time presentation times, s
	 * @param right openness of the right eye
	 * @param left openness of the left eye
	 * @return the series with the mean of both eyes; the probability of "closed",
	 *         which only a model can tell, is what openness lacks to 1
	 */
	public static OpennessSeries of(final int[] frame, final double[] time,
		final double[] right, final double[] left)
	{
		final double[] both = new double[frame.length];
		final double[] closed = new double[frame.length];
		for (int i = 0; i < both.length; i++) {
			both[i] = (right[i] + left[i]) / 2;
			closed[i] = 1 - both[i];
		}
		return new OpennessSeries(frame, time, right, left, both, closed);
	}

	/** @return number of entries */
	public int length() {
		return frame.length;
	}
}
