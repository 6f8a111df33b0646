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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.pixels.Sharpness;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alignment, resampling and pose against known answers. */
class GeometryTest {

	private static Similarity random(final Random random) {
		final double s = 0.2 + 4 * random.nextDouble();
		final double t = Math.PI * (random.nextDouble() - 0.5);
		return new Similarity(s * Math.cos(t), s * Math.sin(t), 1000 * random
			.nextDouble(), 1000 * random.nextDouble());
	}

	@Test
	void alignmentRecoversAnySimilarityAndItsInverse() {
		final var random = new Random(1);
		for (int round = 0; round < 200; round++) {
			final int size = 64 + random.nextInt(449);
			final var truth = random(random);
			final var face = FaceAligner.meanFace(size).mapped(truth);
			final var map = FaceAligner.align(face, size);
			for (int i = 0; i < Landmarks.COUNT; i++) {
				final Point there = map.apply(face.get(i));
				assertEquals(0, there.distance(FaceAligner.meanFace(size).get(i)),
					1e-6);
				assertEquals(0, map.inverse().apply(there).distance(face.get(i)),
					0.01);
			}
		}
	}

	@Test
	void aDeformedFaceComesBackToItsPlace() {
		final var random = new Random(2);
		for (int round = 0; round < 100; round++) {
			final var points = new ArrayList<Point>();
			for (final Point p : FaceAligner.meanFace(256).mapped(random(random))
				.points())
				points.add(new Point(p.x() + 9 * random.nextGaussian(), p.y() + 9 *
					random.nextGaussian()));
			final var map = FaceAligner.align(new Landmarks(points), 256);
			for (final Point p : points)
				assertEquals(0, map.inverse().apply(map.apply(p)).distance(p), 0.01);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 64, 128, 255, 512 })
	void theMeanFaceIsFramedAsPromised(final int size) {
		final var mean = FaceAligner.meanFace(size);
		final var x = mean.jaw().stream().mapToDouble(Point::x).summaryStatistics();
		final var y = mean.jaw().stream().mapToDouble(Point::y).summaryStatistics();
		assertEquals(0.60 * size, x.getMax() - x.getMin(), 1e-9);
		assertEquals((size - 1) / 2.0, (x.getMax() + x.getMin()) / 2, 1e-3 * size);
		assertEquals((size - 1) / 2.0, (y.getMax() + y.getMin()) / 2, 1e-3 * size);
		for (int i = 0; i <= 8; i++) {
			assertEquals(mean.get(i).y(), mean.get(16 - i).y(), 1e-9);
			assertEquals(size - 1 - mean.get(i).x(), mean.get(16 - i).x(), 1e-9);
		}
	}

	@Test
	void theCascadesBoxComesBackFromTheFaceInIt() {
		final var box = new Box(31, 17, 93, 93);
		final var back = MeanFace.box(MeanFace.in(box));
		assertEquals(box.x(), back.x(), 1e-6);
		assertEquals(box.y(), back.y(), 1e-6);
		assertEquals(box.width(), back.width(), 1e-6);
	}

	private static Frame frame(final int width, final int height,
		final java.util.function.IntBinaryOperator grey)
	{
		final int[] argb = new int[width * height];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				argb[y * width + x] = 0xff000000 | 0x010101 * grey.applyAsInt(x, y);
		return new Frame(0, 0, width, height, argb);
	}

	@Test
	void theIdentityCopiesEveryPixel() {
		final var random = new Random(3);
		final var frame = frame(64, 64, (x, y) -> random.nextInt(256));
		assertArrayEquals(frame.argb(), FaceAligner.crop(frame, new Similarity(1, 0,
			0, 0), 64));
	}

	@Test
	void aRampIsInterpolatedAndItsBorderReplicated() {
		final var frame = frame(40, 40, (x, y) -> 4 * x);
		// pixel x of the crop shows x / 2 − 5 of the frame
		final int[] crop = FaceAligner.crop(frame, new Similarity(2, 0, 10, 0), 80);
		for (int x = 0; x < 80; x++) {
			final double truth = Math.max(0, Math.min(156, 4 * (x / 2.0 - 5)));
			assertEquals(truth, crop[80 * 40 + x] & 255, 0.51);
		}
	}

	@Test
	void shrinkingAverages() {
		// stripes of one pixel vanish into their mean
		final var frame = frame(400, 400, (x, y) -> 200 * (x & 1));
		final int[] crop = FaceAligner.crop(frame, new Similarity(0.25, 0, 0.125,
			0.125), 100);
		for (int y = 2; y < 98; y++)
			for (int x = 2; x < 98; x++)
				assertEquals(100, crop[y * 100 + x] & 255, 2);
	}

	@Test
	void turningKeepsPointsInTheirPlaces() {
		final var frame = frame(200, 200, (x, y) -> Math.hypot(x - 120, y - 80) < 6
			? 255 : 0);
		final double t = Math.toRadians(30);
		final var map = new Similarity(0.8 * Math.cos(t), 0.8 * Math.sin(t), 20, 5);
		final int[] crop = FaceAligner.crop(frame, map, 160);
		double sx = 0, sy = 0, n = 0;
		for (int i = 0; i < crop.length; i++) {
			final int v = crop[i] & 255;
			sx += v * (i % 160);
			sy += v * (i / 160);
			n += v;
		}
		final Point truth = map.apply(new Point(120, 80));
		assertEquals(truth.x(), sx / n, 0.02);
		assertEquals(truth.y(), sy / n, 0.02);
	}

	@Test
	void blurLowersSharpness() {
		final var random = new Random(4);
		final var sharp = frame(64, 64, (x, y) -> random.nextInt(256));
		final var soft = new Frame(0, 0, 64, 64, FaceAligner.crop(sharp,
			new Similarity(1, 0, 0.5, 0.5), 64));
		assertTrue(Sharpness.of(sharp.argb(), 64) > 3 * Sharpness.of(soft
			.argb(), 64));
		assertEquals(0, Sharpness.of(frame(64, 64, (x, y) -> x + 2 * y).argb(),
			64), 0.05);
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0", "30,0,0", "-45,0,0", "0,20,0", "0,-25,0", "0,0,30",
		"20,-15,-10", "-35,10,25", "50,20,-40" })
	void poseIsFoundFromAProjectedHead(final double yaw, final double pitch,
		final double roll)
	{
		final var points = new ArrayList<>(MeanFace.at(100, 0, 0).points());
		for (final double[] p : HeadPose.project(new double[] { yaw,
			pitch, roll }, 140))
			points.set((int) p[0], new Point(p[1] + 300, p[2] + 200));
		final Pose found = Pose.of(new Landmarks(points));
		assertEquals(yaw, found.yaw(), 0.01);
		assertEquals(pitch, found.pitch(), 0.01);
		assertEquals(roll, found.roll(), 0.01);
	}

	@Test
	void poseHasTheSignsOfItsDescription() {
		final var mean = MeanFace.at(100, 200, 200);
		final var right = new ArrayList<>(mean.points());
		// the nose tip moves to where the face looks
		right.set(30, new Point(mean.get(30).x() + 12, mean.get(30).y()));
		assertTrue(Pose.of(new Landmarks(right)).yaw() > 5);
		final double t = Math.toRadians(15);
		final var leaning = mean.mapped(new Similarity(Math.cos(t), Math.sin(t), 0,
			0));
		assertEquals(15, Pose.of(leaning).roll(), 1);
		final var up = new ArrayList<>(mean.points());
		up.set(30, new Point(mean.get(30).x(), mean.get(30).y() - 8));
		assertTrue(Pose.of(new Landmarks(up)).pitch() > Pose.of(mean)
			.pitch());
	}
}
