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
package io.github.janusfiji.face;

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes jitter from a track without lag: a local quadratic fit on both sides
 * of each frame (Savitzky and Golay, 1964, with tricube weights as in
 * Cleveland's LOESS, 1979; linear near the ends of a run). The placement of the
 * face (shift, scale, rotation) and its firm parts are smoothed over ±4 frames,
 * the mouth over ±2. Eyelids are not smoothed relative to the face, since a
 * blink lasts only a few frames.
 */
final class TrackSmoother {

	/**
	 * A face after smoothing.
	 *
	 * @param landmarks px in the frame
	 * @param transform from the frame to the crop
	 */
	record Smoothed(Landmarks landmarks, Similarity transform) {}

	private static final int FIRM = 4, SOFT = 2;

	private TrackSmoother() {}

	/**
	 * @param sightings of one track, in order of frames
	 * @param size width and height of the crops, px
	 * @return one result for each sighting
	 */
	static List<Smoothed> smooth(final List<Track.Sighting> sightings,
		final int size)
	{
		final var result = new ArrayList<Smoothed>();
		int from = 0;
		for (int i = 1; i <= sightings.size(); i++) {
			if (i < sightings.size() && sightings.get(i).frame() == sightings.get(i -
				1).frame() + 1) continue;
			result.addAll(smoothRun(sightings.subList(from, i), size));
			from = i;
		}
		return result;
	}

	/** Smooths sightings in frames that follow each other without a gap. */
	private static List<Smoothed> smoothRun(final List<Track.Sighting> run,
		final int size)
	{
		final double[][] raw = new double[run.size()][];
		for (int t = 0; t < raw.length; t++) {
			raw[t] = numbers(run.get(t).landmarks(), size);
			if (t > 0) raw[t][1] = near(raw[t][1], raw[t - 1][1]);
		}
		final var result = new ArrayList<Smoothed>();
		for (int t = 0; t < raw.length; t++) {
			final double[] now = raw[t].clone();
			mix(raw, t, FIRM, now);
			mix(raw, t, SOFT, now);
			result.add(face(now, size));
		}
		return result;
	}

	/** Log scale, angle, place of the crop's middle; then points in the crop. */
	private static double[] numbers(final Landmarks landmarks, final int size) {
		final Similarity map = FaceAligner.align(landmarks, size);
		final Similarity back = map.inverse();
		final Point middle = back.apply(new Point(size / 2.0, size / 2.0));
		final double[] n = new double[4 + 2 * Landmarks.COUNT];
		n[0] = Math.log(back.scale());
		n[1] = Math.atan2(back.b(), back.a());
		n[2] = middle.x();
		n[3] = middle.y();
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final Point p = map.apply(landmarks.get(i));
			n[4 + 2 * i] = p.x();
			n[5 + 2 * i] = p.y();
		}
		return n;
	}

	private static Smoothed face(final double[] n, final int size) {
		final double s = Math.exp(n[0]);
		final double a = s * Math.cos(n[1]), b = s * Math.sin(n[1]);
		final double m = size / 2.0;
		final var back = new Similarity(a, b, n[2] - a * m + b * m, n[3] - b * m -
			a * m);
		final var points = new ArrayList<Point>();
		for (int i = 0; i < Landmarks.COUNT; i++)
			points.add(back.apply(new Point(n[4 + 2 * i], n[5 + 2 * i])));
		return new Smoothed(new Landmarks(points), back.inverse());
	}

	/** Replaces the numbers of one kind by their smoothed values. */
	private static void mix(final double[][] raw, final int t, final int reach,
		final double[] out)
	{
		final int from = Math.max(0, t - reach);
		final int to = Math.min(raw.length - 1, t + reach);
		final double[] w = weights(from - t, to - t, reach);
		for (int k = 0; k < out.length; k++) {
			if (reach(k) != reach) continue;
			double sum = 0;
			for (int i = from; i <= to; i++)
				sum += w[i - from] * raw[i][k];
			out[k] = sum;
		}
	}

	/** @return over how many frames each way a number is smoothed; 0: not */
	private static int reach(final int number) {
		if (number < 4) return FIRM;
		final int point = (number - 4) / 2;
		if (point >= 48) return SOFT;
		final boolean corner = point == 36 || point == 39 || point == 42 ||
			point == 45;
		return point < 36 || corner ? FIRM : 0;
	}

	/**
	 * Weights whose sum over the samples from..to is the value at 0 of the
	 * polynomial fitted to them.
	 */
	static double[] weights(final int from, final int to, final int reach) {
		final int n = to - from + 1;
		final boolean inside = from < 0 && to > 0 && n >= 4;
		final int terms = inside ? 3 : n >= 3 ? 2 : 1;
		final double[] m = new double[5];
		final double[] w = new double[n];
		for (int i = 0; i < n; i++) {
			final double x = from + i;
			final double u = Math.abs(x) / (reach + 1);
			w[i] = Math.pow(1 - u * u * u, 3);
			double power = w[i];
			for (int k = 0; k < m.length; k++, power *= x)
				m[k] += power;
		}
		final double[] c = firstRowOfInverse(m, terms);
		for (int i = 0; i < n; i++) {
			final double x = from + i;
			w[i] *= c[0] + c[1] * x + c[2] * x * x;
		}
		return w;
	}

	/** First row of the inverse of the moment matrix (m[i+j]). */
	private static double[] firstRowOfInverse(final double[] m,
		final int terms)
	{
		if (terms == 1) return new double[] { 1 / m[0], 0, 0 };
		if (terms == 2) {
			final double det = m[0] * m[2] - m[1] * m[1];
			return new double[] { m[2] / det, -m[1] / det, 0 };
		}
		final double a = m[2] * m[4] - m[3] * m[3];
		final double b = m[2] * m[3] - m[1] * m[4];
		final double c = m[1] * m[3] - m[2] * m[2];
		final double det = m[0] * a + m[1] * b + m[2] * c;
		return new double[] { a / det, b / det, c / det };
	}

	/** @return the angle plus whole turns, as near to another as possible */
	private static double near(final double angle, final double other) {
		return angle + 2 * Math.PI * Math.round((other - angle) / (2 * Math.PI));
	}
}
