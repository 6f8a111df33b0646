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
import java.util.Arrays;

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

	/**
	 * @param measures what was measured
	 * @param method how the state of the eyes is found
	 * @param model what gave the measures, and what they mean
	 * @return openness relative to the person's own open level
	 */
	public static OpennessSeries of(final EyeMeasures measures, final EyeMethod method,
		final EyeStateModel model)
	{
		final Calibration calibration = model.calibration(method);
		final var series = of(measures.frame(), measures.time(), eye(measures,
			measures.rightRatio(), measures.rightFeatures(), method, model, calibration), eye(
				measures, measures.leftRatio(), measures.leftFeatures(), method, model,
				calibration));
		for (int i = 0; i < series.length(); i++)
			series.closed[i] = calibration.closedProbability(series.both[i]);
		return series;
	}

	private static double[] eye(final EyeMeasures measures,
		final double[] ratio, final float[][] features, final EyeMethod method,
		final EyeStateModel model, final Calibration calibration)
	{
		if (method != EyeMethod.EAR) return OpennessScale.apply(logits(measures
			.frame(), measures.time(), features, method, model), measures.time(), calibration.closed(), calibration
				.leastOpen());
		final double open = OpennessScale.openLevel(ratio);
		// Without any height the landmarks say nothing: call it open.
		if (!(open > 0)) return filled(ratio.length);
		return OpennessScale.apply(ratio, measures.time(), calibration.closed() * open,
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
		final var steps = FrameSteps.of(frame, time);
		final double[] logits = new double[frame.length];
		for (int from = 0; from < frame.length;) {
			int to = from + 1;
			while (to < frame.length && steps.next()[to - 1] <= GAP) to++;
			System.arraycopy(model.logits(method, Arrays.copyOfRange(features, from, to)),
				0, logits, from, to - from);
			from = to;
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
