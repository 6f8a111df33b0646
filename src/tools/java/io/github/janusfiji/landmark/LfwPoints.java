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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Affinity;
import java.util.List;

/**
 * The five points that are marked in LFW (Sun, Wang and Tang, CVPR 2013), as
 * functions of the 68 landmarks: the middles of the eyes, the tip of the nose,
 * the corners of the mouth. The two schemes do not mean quite the same places;
 * the mean differences, in units and along the axis of the eyes, are learned
 * from people who are not measured.
 */
final class LfwPoints {

	private static final int COUNT = 5;
	/** The landmarks of which each point is the mean. */
	private static final int[][] FROM = { { 36, 37, 38, 39, 40, 41 }, { 42, 43, 44,
		45, 46, 47 }, { 30 }, { 48 }, { 54 } };

	private final double[] offsets = new double[2 * COUNT];

	/** 68 landmarks that were found, and 5 that are marked. */
	record Pair(float[] found, float[] marked) {}

	/** @param pairs to learn the differences from; may be empty */
	LfwPoints(final List<Pair> pairs) {
		for (final Pair pair : pairs) {
			final double[] raw = raw(pair.found);
			final double ux = raw[2] - raw[0], uy = raw[3] - raw[1];
			final double squared = ux * ux + uy * uy;
			for (int i = 0; i < offsets.length; i += 2) {
				final double dx = pair.marked[i] - raw[i];
				final double dy = pair.marked[i + 1] - raw[i + 1];
				offsets[i] += (dx * ux + dy * uy) / squared / pairs.size();
				offsets[i + 1] += (dy * ux - dx * uy) / squared / pairs.size();
			}
		}
	}

	/**
	 * @param mean 68 landmarks of the mean face
	 * @param marks 5 points of a face, px
	 * @return the mean face laid on them, px
	 */
	float[] face(final float[] mean, final float[] marks) {
		final double[] raw = raw(mean);
		final float[] five = new float[raw.length];
		for (int i = 0; i < five.length; i++)
			five[i] = (float) raw[i];
		return Affinity.between(five, marks, new int[] { 0, 1, 2, 3, 4 }).apply(mean);
	}

	private static double[] raw(final float[] shape) {
		final double[] five = new double[2 * COUNT];
		for (int i = 0; i < COUNT; i++)
			for (final int k : FROM[i]) {
				five[2 * i] += shape[2 * k] / (double) FROM[i].length;
				five[2 * i + 1] += shape[2 * k + 1] / (double) FROM[i].length;
			}
		return five;
	}

	/**
	 * @param pair found and marked
	 * @return the mean distance of the 5 points as a share of the distance between
	 *         the marked eyes
	 */
	double error(final Pair pair) {
		final double[] p = raw(pair.found);
		final double ux = p[2] - p[0], uy = p[3] - p[1];
		final float[] m = pair.marked;
		double sum = 0;
		for (int i = 0; i < p.length; i += 2)
			sum += Math.hypot(p[i] + offsets[i] * ux - offsets[i + 1] * uy - m[i], p[i +
				1] + offsets[i] * uy + offsets[i + 1] * ux - m[i + 1]);
		return sum / COUNT / Math.hypot(m[0] - m[2], m[1] - m[3]);
	}
}
