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
package io.github.janusfiji.geometry;

import io.github.janusfiji.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/**
 * Prints the table of {@code mean-face.csv}: the generalised Procrustes mean
 * (Gower, "Generalized Procrustes analysis", Psychometrika 1975) of the faces
 * of {@code landmarks/udacity_ytf68.zip}, made symmetric.
 */
final class MeanFaceTable {

	/** Index of the mirrored landmark for each landmark. */
	private static final int[] MIRROR = new int[Landmarks.COUNT];

	static {
		final int[][] pairs = { { 0, 16 }, { 1, 15 }, { 2, 14 }, { 3, 13 },
			{ 4, 12 }, { 5, 11 }, { 6, 10 }, { 7, 9 }, { 8, 8 }, { 17, 26 },
			{ 18, 25 }, { 19, 24 }, { 20, 23 }, { 21, 22 }, { 27, 27 }, { 28, 28 },
			{ 29, 29 }, { 30, 30 }, { 31, 35 }, { 32, 34 }, { 33, 33 }, { 36, 45 },
			{ 37, 44 }, { 38, 43 }, { 39, 42 }, { 40, 47 }, { 41, 46 }, { 48, 54 },
			{ 49, 53 }, { 50, 52 }, { 51, 51 }, { 55, 59 }, { 56, 58 }, { 57, 57 },
			{ 60, 64 }, { 61, 63 }, { 62, 62 }, { 65, 67 }, { 66, 66 } };
		for (final int[] p : pairs) {
			MIRROR[p[0]] = p[1];
			MIRROR[p[1]] = p[0];
		}
	}

	public static void main(final String... args) throws IOException {
		final var faces = read();
		List<Point> mean = faces.get(0);
		for (int round = 0; round < 5; round++)
			mean = unit(symmetric(average(faces, mean)));
		for (final Point p : mean)
			System.out.println(String.format(Locale.ROOT, "%.4f,%.4f", p.x(), p
				.y()));
	}

	private static List<List<Point>> read() throws IOException {
		final var faces = new ArrayList<List<Point>>();
		try (var zip = new ZipFile(RealData.folder().resolve(
			"landmarks/udacity_ytf68.zip").toFile());
				var in = new BufferedReader(new InputStreamReader(zip.getInputStream(
					zip.getEntry("keypoints68.csv")))))
		{
			final var header = List.of(in.readLine().split(","));
			final int first = header.indexOf("x0");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				final String[] cells = line.split(",");
				
				final var points = new ArrayList<Point>();
				for (int i = 0; i < Landmarks.COUNT; i++)
					points.add(new Point(Double.parseDouble(cells[first + 2 * i]),
						Double.parseDouble(cells[first + 2 * i + 1])));
				faces.add(points);
			}
		}
		return faces;
	}

	private static List<Point> average(final List<List<Point>> faces,
		final List<Point> mean)
	{
		final double[] x = new double[mean.size()], y = new double[mean.size()];
		for (final var face : faces) {
			final var map = Similarity.estimate(face, mean);
			for (int i = 0; i < x.length; i++) {
				final Point p = map.apply(face.get(i));
				x[i] += p.x() / faces.size();
				y[i] += p.y() / faces.size();
			}
		}
		final var points = new ArrayList<Point>();
		for (int i = 0; i < x.length; i++)
			points.add(new Point(x[i], y[i]));
		return points;
	}

	private static List<Point> symmetric(final List<Point> points) {
		final var mirrored = new ArrayList<Point>();
		for (int i = 0; i < points.size(); i++) {
			final Point p = points.get(MIRROR[i]);
			mirrored.add(new Point(-p.x(), p.y()));
		}
		// half way between the face and its mirror image laid over it
		final var map = Similarity.estimate(points, mirrored);
		final var half = new ArrayList<Point>();
		for (int i = 0; i < points.size(); i++) {
			final Point p = map.apply(points.get(i)), q = mirrored.get(i);
			half.add(new Point((p.x() + q.x()) / 2, (p.y() + q.y()) / 2));
		}
		return upright(half);
	}

	/** Turns a symmetric face so that its axis (27 to 8) points straight down. */
	private static List<Point> upright(final List<Point> points) {
		final Point top = points.get(27), chin = points.get(8);
		final double l = top.distance(chin);
		final double s = (chin.x() - top.x()) / l, c = (chin.y() - top.y()) / l;
		final var turn = new Similarity(c, s, 0, 0);
		return points.stream().map(turn::apply).toList();
	}

	/** Jaw's bounding box of width 1 about the origin. */
	private static List<Point> unit(final List<Point> points) {
		final var jaw = points.subList(0, 17);
		final var x = jaw.stream().mapToDouble(Point::x).summaryStatistics();
		final var y = jaw.stream().mapToDouble(Point::y).summaryStatistics();
		final double s = 1 / (x.getMax() - x.getMin());
		return points.stream().map(p -> new Point(s * (p.x() - (x.getMax() + x
			.getMin()) / 2), s * (p.y() - (y.getMax() + y.getMin()) / 2))).toList();
	}
}
