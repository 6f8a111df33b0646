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
package io.github.janusfiji.swap;

import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.face.Face;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * How far one person's eyes are open, in what is usual for that person. The
 * aspect ratio of an eye also changes as the head turns, most for the eye that
 * turns away, so first the ratio that open eyes have at each pose is found: a
 * robust regression of the upper quantiles (expectiles, Newey and Powell,
 * Econometrica 1987) on yaw and pitch. What is left are the lids.
 */
final class EyeOpening {

	/** Share of faces whose eyes are more closed than the person's open ones. */
	private static final double OPEN = 0.80;

	/** The same for closed ones, where the person blinks often enough. */
	private static final double CLOSED = 0.02;

	/**
	 * Highest share of the open level at which landmarks can mean closed eyes, and
	 * the share that is assumed of a person who was never seen blinking.
	 */
	private static final double MOST_CLOSED = 0.72, USUAL_CLOSED = 0.5;

	/** Widest that an eye is said to be open. */
	private static final double WIDEST = 1.3;

	/**
	 * What of an eye's opening is the other's: both blink together, and of the two
	 * one is often seen badly.
	 */
	private static final double OTHER = 0.33;

	/** Degrees that count as one in the regression. */
	private static final double TURN = 10;

	/**
	 * What a predictor must explain before it is believed: a share of the faces,
	 * and some faces more.
	 */
	private static final double RIDGE = 0.01, FEW = 0.3;

	private static final int ROUNDS = 30, EYE = 6;

	/** The least that open eyes at an unusual pose can have of the usual. */
	private static final double NARROWEST = 0.4;

	private EyeOpening() {}

	/**
	 * @param faces of one person
	 * @return for the person's right eye and the left how far it is open in each
	 *         face: 0 closed, 1 as usual, 1.3 at most
	 */
	static double[][] of(final List<Face> faces) {
		final double[][] pose = pose(faces);
		final double[] right = ofEye(faces, pose, 36);
		final double[] left = ofEye(faces, pose, 36 + EYE);
		for (int i = 0; i < right.length; i++) {
			final double r = right[i], l = left[i];
			right[i] = r + OTHER * (l - r);
			left[i] = l + OTHER * (r - l);
		}
		return new double[][] { right, left };
	}

	/** Rows of 1, yaw, pitch and yaw², from the usual pose. */
	private static double[][] pose(final List<Face> faces) {
		final double yaw = median(faces.stream().mapToDouble(f -> f.pose().yaw())
			.toArray());
		final double pitch = median(faces.stream().mapToDouble(f -> f.pose()
			.pitch()).toArray());
		return faces.stream().map(f -> {
			final double y = (f.pose().yaw() - yaw) / TURN;
			return new double[] { 1, y, (f.pose().pitch() - pitch) / TURN, y * y };
		}).toArray(double[][]::new);
	}

	private static double[] ofEye(final List<Face> faces, final double[][] pose,
		final int first)
	{
		final double[] ratios = faces.stream().mapToDouble(f -> EyeAspectRatio.of(f
			.landmarks().points().subList(first, first + EYE))).toArray();
		final double[] open = openRatios(ratios, pose);
		final double least = NARROWEST * Math.max(1e-6, median(open));
		for (int i = 0; i < ratios.length; i++)
			ratios[i] /= Math.max(least, open[i]);
		return usual(ratios);
	}

	/** The ratio that the eye, being open, would have at each face's pose. */
	private static double[] openRatios(final double[] ratios,
		final double[][] pose)
	{
		final int n = ratios.length;
		final var x = new Array2DRowRealMatrix(pose, false);
		final var weights = new double[n];
		Arrays.fill(weights, 1);
		double[] open = ratios;
		for (int round = 0; round < ROUNDS; round++) {
			final var rows = new Array2DRowRealMatrix(pose[0].length, n);
			final var values = new double[n];
			for (int i = 0; i < n; i++) {
				final double w = Math.sqrt(weights[i]);
				values[i] = w * ratios[i];
				for (int j = 0; j < pose[i].length; j++)
					rows.setEntry(j, i, w * pose[i][j]);
			}
			final RealMatrix square = rows.multiply(rows.transpose());
			for (int j = 1; j < pose[0].length; j++)
				square.addToEntry(j, j, RIDGE * n + FEW);
			open = x.operate(new LUDecomposition(square).getSolver().solve(
				new ArrayRealVector(rows.operate(values), false)).toArray());
			reweigh(ratios, open, weights);
		}
		return open;
	}

	/** Weighs what is above more than what is below, and little what is far. */
	private static void reweigh(final double[] ratios, final double[] open,
		final double[] weights)
	{
		final var off = new double[ratios.length];
		for (int i = 0; i < off.length; i++)
			off[i] = Math.abs(ratios[i] - open[i]);
		final double far = 3 * median(off) + 1e-6;
		for (int i = 0; i < off.length; i++)
			weights[i] = (ratios[i] > open[i] ? OPEN : 1 - OPEN) / (1 + off[i] *
				off[i] / (far * far));
	}

	private static double[] usual(final double[] ratios) {
		final double[] sorted = ratios.clone();
		Arrays.sort(sorted);
		final double open = Math.max(1e-6, at(sorted, OPEN));
		final double low = at(sorted, CLOSED) / open;
		final double closed = low < MOST_CLOSED ? low : USUAL_CLOSED;
		for (int i = 0; i < ratios.length; i++)
			ratios[i] = Math.max(0, Math.min(WIDEST, (ratios[i] / open - closed) / (1 -
				closed)));
		return ratios;
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return at(sorted, 0.5);
	}

	private static double at(final double[] sorted, final double share) {
		return sorted[(int) Math.round(share * (sorted.length - 1))];
	}
}
