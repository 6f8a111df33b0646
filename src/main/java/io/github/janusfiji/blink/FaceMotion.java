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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a face's landmarks move: one entry per face, NaN where it cannot be
 * measured.
 *
 * @param acceleration root mean square of the landmarks' second difference in
 *          time, over the distance of the outer eye corners; jaw and nose only,
 *          which take no part in a blink
 * @param residual root mean square distance, same unit, of the landmarks from
 *          where their course over the seconds around and the blink's own motion
 *          put them; without the lids' own points
 */
record FaceMotion(double[] acceleration, double[] residual) {

	/** Jaw and nose: no brow, no eye, and no mouth that talks. */
	private static final int[] CALM = IntStream.concat(IntStream.range(0, 17),
		IntStream.range(27, 36)).toArray();

	/** Everything but the upper and lower lid points. */
	private static final int[] ALL_BUT_LIDS = IntStream.range(0, Landmarks.COUNT)
		.filter(i -> i < 36 || i > 47 || i % 3 == 0).toArray();

	/** Half of the time over which a landmark's course is averaged, s. */
	private static final double COURSE = 0.5;

	/**
	 * @param faces one person's, in order of frames
	 * @param series openness in the same frames
	 * @return how the landmarks move
	 */
	static FaceMotion of(final List<Face> faces, final OpennessSeries series) {
		return new FaceMotion(acceleration(faces), residual(faces, series));
	}

	private static double[] acceleration(final List<Face> faces) {
		final double[] result = new double[faces.size()];
		Arrays.fill(result, Double.NaN);
		for (int t = 1; t + 1 < result.length; t++) {
			final Face a = faces.get(t - 1), b = faces.get(t), c = faces.get(t + 1);
			if (c.frame() - a.frame() != 2) continue;
			double squares = 0;
			for (final int i : CALM) {
				final Point p = a.landmarks().get(i), q = b.landmarks().get(i), r = c
					.landmarks().get(i);
				squares += Math.pow(p.x() - 2 * q.x() + r.x(), 2) + Math.pow(p.y() - 2 *
					q.y() + r.y(), 2);
			}
			result[t] = Math.sqrt(squares / CALM.length) / b.landmarks()
				.interOcularDistance();
		}
		return result;
	}

	private static double[] residual(final List<Face> faces,
		final OpennessSeries series)
	{
		final int n = faces.size();
		final double[] squares = new double[n];
		final int[][] around = around(series);
		final double[][] predictors = predictors(series, around);
		final double[][] shapes = shapes(faces);
		for (int k = 0; k < 2 * ALL_BUT_LIDS.length; k++) {
			final int coordinate = k;
			final double[] rest = withoutCourse(IntStream.range(0, n).mapToDouble(
				t -> shapes[t][coordinate]).toArray(), around);
			LeastSquares.remove(predictors, rest);
			for (int t = 0; t < n; t++) squares[t] += rest[t] * rest[t];
		}
		return Arrays.stream(squares).map(s -> Math.sqrt(s / ALL_BUT_LIDS.length))
			.toArray();
	}

	/** Landmarks in units of the eye corners' distance, head motion removed. */
	private static double[][] shapes(final List<Face> faces) {
		final double[][] shapes = new double[faces.size()][];
		if (faces.isEmpty()) return shapes;
		final var reference = calm(faces.get(faces.size() / 2).landmarks());
		final double unit = faces.get(faces.size() / 2).landmarks()
			.interOcularDistance();
		for (int t = 0; t < shapes.length; t++) {
			final Landmarks face = faces.get(t).landmarks();
			final Similarity map = Similarity.estimate(calm(face), reference);
			shapes[t] = new double[2 * ALL_BUT_LIDS.length];
			for (int k = 0; k < ALL_BUT_LIDS.length; k++) {
				final Point p = map.apply(face.get(ALL_BUT_LIDS[k]));
				shapes[t][2 * k] = p.x() / unit;
				shapes[t][2 * k + 1] = p.y() / unit;
			}
		}
		return shapes;
	}

	private static List<Point> calm(final Landmarks face) {
		return Arrays.stream(CALM).mapToObj(face::get).toList();
	}

	/** How far the lids are down, its square, and how fast they move. */
	private static double[][] predictors(final OpennessSeries series,
		final int[][] around)
	{
		final int n = series.length();
		final double[] down = new double[n], square = new double[n];
		final double[] speed = new double[n];
		for (int t = 0; t < n; t++) {
			down[t] = 1 - series.both()[t];
			square[t] = down[t] * down[t];
			final int a = Math.max(0, t - 1), b = Math.min(n - 1, t + 1);
			speed[t] = series.both()[a] - series.both()[b];
		}
		return new double[][] { withoutCourse(down, around), withoutCourse(square,
			around), withoutCourse(speed, around) };
	}

	/** First and last entry of the time around each one. */
	private static int[][] around(final OpennessSeries series) {
		final int n = series.length();
		final int[][] around = new int[n][];
		for (int t = 0, from = 0, to = 0; t < n; t++) {
			while (series.time()[from] < series.time()[t] - COURSE) from++;
			while (to + 1 < n && series.time()[to + 1] <= series.time()[t] + COURSE)
				to++;
			around[t] = new int[] { from, to };
		}
		return around;
	}

	private static double[] withoutCourse(final double[] values,
		final int[][] around)
	{
		final double[] sums = new double[values.length + 1];
		for (int t = 0; t < values.length; t++) sums[t + 1] = sums[t] + values[t];
		final double[] rest = new double[values.length];
		for (int t = 0; t < rest.length; t++) {
			final int from = around[t][0], to = around[t][1] + 1;
			rest[t] = values[t] - (sums[to] - sums[from]) / (to - from);
		}
		return rest;
	}
}
