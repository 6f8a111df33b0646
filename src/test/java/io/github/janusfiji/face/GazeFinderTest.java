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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eyes whose irises are known, drawn and computed. */
class GazeFinderTest {

	@ParameterizedTest
	@CsvSource({ "0,0,0,1", "0.07,0,0,1", "-0.113,0.02,0,1", "0.16,-0.03,0,1",
		"0.05,0.02,0.3,1", "-0.083,0,-0.2,0.8", "0.1,0.01,0,0.6" })
	void aDrawnIrisIsFoundToAPartOfAPixel(final double x, final double y,
		final double lean, final double size)
	{
		final double a = size * Math.cos(lean), b = size * Math.sin(lean);
		final double c = (DrawnEyes.SIDE - 1) / 2.0;
		final var face = DrawnEyes.face(0.36, new Similarity(a, b, c - a * c + b * c, c - b *
			c - a * c));
		final var gaze = GazeFinder.find(DrawnEyes.drawn(face, x, y, DrawnEyes.IRIS), face);
		// eyes are 29 px wide at size 1
		assertEquals(x, gaze.x(), 0.012);
		assertEquals(y, gaze.y(), 0.035);
		assertEquals(DrawnEyes.RADIUS, gaze.right().radius(), 0.021);
		assertTrue(gaze.confidence() > 0.6, "confidence " + gaze.confidence());
		final var eye = face.leftEye();
		final double width = eye.get(0).distance(eye.get(3));
		final Point middle = Point.mean(List.of(eye.get(0), eye.get(3)));
		final Point there = new Point(middle.x() + width * (x * Math.cos(lean) + y *
			Math.sin(lean)), middle.y() + width * (x * Math.sin(lean) - y * Math.cos(
				lean)));
		assertTrue(there.distance(gaze.left().centre()) < 0.04 * width);
	}

	@Test
	void whereNoIrisIsNothingIsSure() {
		final var open = DrawnEyes.face(0.36, new Similarity(1, 0, 0, 0));
		final var empty = GazeFinder.find(DrawnEyes.drawn(open, 0, 0, DrawnEyes.WHITE), open);
		assertTrue(empty.confidence() < Gaze.SURE, "confidence " + empty
			.confidence());
		assertTrue(Double.isNaN(empty.x()));
		final var shut = DrawnEyes.face(0.06, new Similarity(1, 0, 0, 0));
		final var gaze = GazeFinder.find(DrawnEyes.drawn(shut, 0, 0, DrawnEyes.IRIS), shut);
		assertFalse(gaze.right().isSure());
		assertTrue(Double.isNaN(gaze.x()));
	}

	@Test
	void aFlatPictureAndLandmarksAtItsBorderAreNoError() {
		final var face = DrawnEyes.face(0.3, new Similarity(1, 0, 90, -90));
		assertEquals(0, GazeFinder.find(new Frame(0, 0, 8, 8, new int[64]), face)
			.confidence());
	}

	/**
	 * The offset follows the computed turn of the eyeballs, when what the turn of
	 * the head explains is taken out of both.
	 */
	@ParameterizedTest
	@CsvSource({ "ada,0.95", "ben,0.95" })
	void theGazeOfComputedClipsIsFollowed(final String clip, final double least)
		throws IOException
	{
		final var found = new ArrayList<double[]>();
		int open = 0;
		for (final var shown : TrueFaces.of(clip, i -> i % 5 == 0).faces()) {
			if (shown.openness() < 0.7) continue;
			open++;
			final var gaze = GazeFinder.find(shown.frame(), shown.landmarks());
			if (Double.isNaN(gaze.x())) continue;
			final var pose = Pose.of(shown.landmarks());
			found.add(new double[] { 1, pose.yaw(), pose.pitch(), Math.sin(Math
				.toRadians(shown.gazeX())), gaze.x() });
		}
		assertTrue(found.size() > 0.9 * open, found.size() + " of " + open);
		assertTrue(partial(found) > least, "r " + partial(found));
	}

	/** Correlation of the last two columns when the others are taken out. */
	private static double partial(final List<double[]> rows) {
		final int columns = rows.get(0).length;
		for (int c = 0; c < columns - 2; c++) {
			final double norm = dot(rows, c, c);
			for (int d = c + 1; d < columns; d++) {
				final double share = dot(rows, c, d) / norm;
				for (final double[] row : rows)
					row[d] -= share * row[c];
			}
		}
		return dot(rows, columns - 2, columns - 1) / Math.sqrt(dot(rows, columns -
			2, columns - 2) * dot(rows, columns - 1, columns - 1));
	}

	private static double dot(final List<double[]> rows, final int a,
		final int b)
	{
		return rows.stream().mapToDouble(r -> r[a] * r[b]).sum();
	}
}
