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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Crops of any size, coverage and padding, and the way back. */
class FramingTest {

	private static Framing framing(final Random random) {
		return new Framing(64 + random.nextInt(449), 0.3 + 0.7 * random
			.nextDouble(), 0.3 * random.nextDouble());
	}

	/** A face anywhere, turned and deformed. */
	private static Landmarks face(final Random random) {
		final double s = 20 + 400 * random.nextDouble();
		final double t = 2 * Math.PI * random.nextDouble();
		final var map = new Similarity(s * Math.cos(t), s * Math.sin(t), 3000 *
			random.nextDouble() - 500, 2000 * random.nextDouble() - 500);
		return new Landmarks(MeanFace.at(1, 0, 0).points().stream().map(p -> map
			.apply(new Point(p.x() + 0.03 * random.nextGaussian(), p.y() + 0.03 *
				random.nextGaussian()))).toList());
	}

	@Test
	void alignmentAndItsInverseReturnEveryPoint() {
		final var random = new Random(11);
		for (int round = 0; round < 1000; round++) {
			final var face = face(random);
			final var map = framing(random).align(face);
			final var back = map.inverse();
			for (final Point p : face.points())
				assertEquals(0, back.apply(map.apply(p)).distance(p), 0.01);
		}
	}

	@Test
	void theFaceIsAsLargeAsPromisedAndInTheMiddle() {
		final var random = new Random(12);
		for (int round = 0; round < 100; round++) {
			final var framing = framing(random);
			final var x = framing.meanFace().jaw().stream().mapToDouble(Point::x)
				.summaryStatistics();
			// padding on both sides, and of the rest what the coverage says
			final double inside = framing.size() * (1 - 2 * framing.padding());
			assertEquals(framing.coverage() * inside, x.getMax() - x.getMin(), 1e-9);
			assertEquals((framing.size() - 1) / 2.0, (x.getMax() + x.getMin()) / 2,
				1e-3 * framing.size());
		}
	}

	@Test
	void anotherFramingIsReachedWithoutAligningAgain() {
		final var random = new Random(13);
		for (int round = 0; round < 100; round++) {
			final var face = face(random);
			final var from = framing(random);
			final var to = framing(random);
			final var direct = to.align(face);
			final var composed = from.align(face).then(from.to(to));
			for (final Point p : face.points())
				assertEquals(0, direct.apply(p).distance(composed.apply(p)), 1e-8);
		}
	}

	/** What the pattern shows at a point of the frame, 0 to 255. */
	private static double pattern(final double x, final double y) {
		return 128 + 60 * Math.sin(x / 9) + 50 * Math.cos(y / 11 + x / 40);
	}

	@Test
	void everyPixelOfACropShowsItsPlaceInTheFrame() {
		final int width = 400, height = 300;
		final int[] argb = new int[width * height];
		for (int i = 0; i < argb.length; i++)
			argb[i] = 0xff000000 | 0x010101 * (int) Math.round(pattern(i % width, i /
				width));
		final var frame = new Frame(0, 0, width, height, argb);
		for (final var framing : List.of(Framing.of(128), new Framing(200, 0.8, 0),
			new Framing(96, 0.5, 0.2)))
		{
			final double t = Math.toRadians(17);
			final var face = MeanFace.at(80, 0, 0).mapped(new Similarity(Math.cos(t),
				Math.sin(t), 203.3, 151.8));
			final var map = framing.align(face);
			final int[] crop = FaceAligner.crop(frame, map, framing.size());
			// shift that explains the differences best, by least squares
			double xx = 0, xy = 0, yy = 0, xd = 0, yd = 0, worst = 0;
			for (int i = 0; i < crop.length; i++) {
				final Point p = map.inverse().apply(new Point(i % framing.size(), i /
					framing.size()));
				if (p.x() < 2 || p.y() < 2 || p.x() > width - 3 || p.y() > height - 3)
					continue;
				final double d = (crop[i] & 255) - pattern(p.x(), p.y());
				final double gx = pattern(p.x() + 0.5, p.y()) - pattern(p.x() - 0.5, p
					.y());
				final double gy = pattern(p.x(), p.y() + 0.5) - pattern(p.x(), p.y() -
					0.5);
				xx += gx * gx;
				xy += gx * gy;
				yy += gy * gy;
				xd += gx * d;
				yd += gy * d;
				worst = Math.max(worst, Math.abs(d));
			}
			final double det = xx * yy - xy * xy;
			assertTrue(worst < 2.5, "off by " + worst + " grey levels");
			assertEquals(0, Math.hypot(yy * xd - xy * yd, xx * yd - xy * xd) / det,
				0.01);
		}
	}

	@Test
	void whatIsOutOfRangeIsRefusedInASentence() throws InputException {
		Framing.of(64).check();
		new Framing(512, 1, 0.3).check();
		final var wrong = new ArrayList<>(List.of(Framing.of(63), Framing.of(513)));
		for (final double c : new double[] { 0.29, 1.01, Double.NaN })
			wrong.add(new Framing(64, c, 0));
		for (final double p : new double[] { -0.01, 0.31, Double.NaN })
			wrong.add(new Framing(64, 0.6, p));
		for (final var framing : wrong)
			assertTrue(assertThrows(InputException.class, framing::check).getMessage()
				.endsWith("."));
	}
}
