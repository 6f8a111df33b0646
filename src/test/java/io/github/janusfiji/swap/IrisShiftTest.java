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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.DrawnEyes;
import io.github.janusfiji.face.Gaze;
import io.github.janusfiji.face.GazeFinder;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Irises moved in drawn eyes, and found again. */
class IrisShiftTest {

	private static final int SIDE = DrawnEyes.SIDE;

	private static Frame moved(final Frame picture, final Landmarks face,
		final List<IrisShift> shifts)
	{
		final var all = new float[SIDE * SIDE];
		Arrays.fill(all, 1);
		final FloatRgb out = MeshWarp.warped(FloatRgb.of(picture.argb(), SIDE,
			new Region(0, 0, SIDE, SIDE)), face, face, SIDE, all, shifts);
		final var argb = new int[SIDE * SIDE];
		for (int i = 0; i < argb.length; i++)
			argb[i] = out.argb(i);
		return new Frame(0, 0, SIDE, SIDE, argb);
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0.1,0,0", "0.08,0,-0.04,0,0", "-0.1,0.02,0,0,0.3",
		"0.05,0,0.15,-0.03,-0.2" })
	void theIrisesAreWhereTheyWereWanted(final double x, final double y,
		final double toX, final double toY, final double lean)
	{
		final double c = (SIDE - 1) / 2.0, a = Math.cos(lean), b = Math.sin(lean);
		final Landmarks face = DrawnEyes.face(0.36, new Similarity(a, b, c - a * c +
			b * c, c - b * c - a * c));
		final Frame drawn = DrawnEyes.drawn(face, x, y, DrawnEyes.IRIS);
		final Frame out = moved(drawn, face, IrisShift.of(face, GazeFinder.find(
			drawn, face), Optional.of(new Point(toX, toY))));
		final Gaze gaze = GazeFinder.find(out, face);
		assertEquals(toX, gaze.x(), 0.025);
		assertEquals(toY, gaze.y(), 0.04);
		assertTrue(gaze.confidence() > 0.5, "confidence " + gaze.confidence());
	}

	@Test
	void aGazeFarOffIsFollowedAsFarAsPixelsDoNotFold() {
		final Landmarks face = DrawnEyes.face(0.36, new Similarity(1, 0, 0, 0));
		final Frame drawn = DrawnEyes.drawn(face, -0.12, 0, DrawnEyes.IRIS);
		final IrisShift right = IrisShift.of(face, GazeFinder.find(drawn, face),
			Optional.of(new Point(0.3, 0))).get(0);
		final double width = face.get(36).distance(face.get(39));
		assertEquals(0.13 * width, Math.hypot(right.by().x(), right.by().y()), 0.1);
		final var x = new float[200];
		final var y = new float[200];
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) (right.middle().x() + width * (i / 100.0 - 1));
			y[i] = (float) right.middle().y();
		}
		right.apply(x, y);
		for (int i = 1; i < x.length; i++)
			assertTrue(x[i] >= x[i - 1], "folded at " + i);
	}

	@Test
	void cornersAndWhatLiesBeyondTheEyesStay() {
		final Landmarks face = DrawnEyes.face(0.36, new Similarity(1, 0, 0, 0));
		final Frame drawn = DrawnEyes.drawn(face, 0, 0, DrawnEyes.IRIS);
		final Frame as = moved(drawn, face, List.of());
		final Frame out = moved(drawn, face, IrisShift.of(face, GazeFinder.find(
			drawn, face), Optional.of(new Point(0.1, 0.05))));
		final double width = face.get(36).distance(face.get(39));
		final Point right = Point.mean(List.of(face.get(36), face.get(39)));
		final Point left = Point.mean(List.of(face.get(42), face.get(45)));
		int differ = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (as.argb()[i] == out.argb()[i]) continue;
			differ++;
			final var at = new Point(i % SIDE, i / SIDE);
			assertTrue(Math.min(at.distance(right), at.distance(left)) < 0.72 * width,
				"changed at " + at);
		}
		assertTrue(differ > 100, "changed " + differ);
	}

	@Test
	void aPictureWithoutSureIrisesIsLeftAsItIs() {
		final Landmarks face = DrawnEyes.face(0.36, new Similarity(1, 0, 0, 0));
		final Frame empty = DrawnEyes.drawn(face, 0, 0, DrawnEyes.WHITE);
		assertArrayEquals(new Object[0], IrisShift.of(face, GazeFinder.find(empty,
			face), Optional.of(new Point(0.1, 0))).toArray());
		final Frame drawn = DrawnEyes.drawn(face, 0, 0, DrawnEyes.IRIS);
		assertArrayEquals(new Object[0], IrisShift.of(face, GazeFinder.find(drawn,
			face), Optional.empty()).toArray());
	}
}
