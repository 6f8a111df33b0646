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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.colour.CieLab;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.faceset.FaceExtractor;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A swap without training, and the geometry below it. */
class GraphicsSwapTest {

	private static final int SIZE = 128;

	@TempDir
	Path folder;

	private static Landmarks mean() {
		return FaceAligner.meanFace(SIZE);
	}

	private static Landmarks moved(final Landmarks face, final double most,
		final long seed)
	{
		final var random = new Random(seed);
		return new Landmarks(face.points().stream().map(p -> new Point(p.x() + most *
			(2 * random.nextDouble() - 1), p.y() + most * (2 * random.nextDouble() -
				1))).toList());
	}

	@Test
	void noPointLiesInTheCircleOfATriangleAndTheHullIsCovered() {
		final var random = new Random(3);
		final var points = new ArrayList<Point>();
		for (int i = 0; i < 60; i++)
			points.add(new Point(random.nextDouble(), random.nextDouble()));
		double area = 0;
		for (final int[] t : Delaunay.of(points)) {
			final Point a = points.get(t[0]), b = points.get(t[1]), c = points.get(
				t[2]);
			final double twice = (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) *
				(c.x() - a.x());
			assertTrue(twice > 0);
			area += twice / 2;
			final double d = 2 * twice;
			final double bx = b.x() - a.x(), by = b.y() - a.y();
			final double cx = c.x() - a.x(), cy = c.y() - a.y();
			final double bb = bx * bx + by * by, cc = cx * cx + cy * cy;
			final Point middle = new Point(a.x() + (cy * bb - by * cc) / d,
				a.y() + (bx * cc - cx * bb) / d);
			final double radius = middle.distance(a);
			for (final Point p : points)
				assertTrue(p.distance(middle) >= radius - 1e-9);
		}
		assertEquals(ConvexPolygon.hullOf(points).area(), area, 1e-9);
	}

	/** Where the picture says where it is. */
	private static FloatRgb places() {
		final var picture = FloatRgb.black(SIZE, SIZE);
		for (int i = 0; i < SIZE * SIZE; i++) {
			picture.planes()[0][i] = i % SIZE / (float) SIZE;
			picture.planes()[1][i] = i / SIZE / (float) SIZE;
		}
		return picture;
	}

	@Test
	void landmarksComeToLieWhereTheyAreWanted() {
		final Landmarks from = mean(), to = moved(from, 0.8, 1);
		final FloatRgb out = MeshWarp.warped(places(), from, to, SIZE);
		// Lids and lips are a few pixels apart, so the smoothing counts there.
		for (int i = 0; i < 36; i++) {
			final int at = (int) Math.round(to.get(i).y()) * SIZE + (int) Math.round(to
				.get(i).x());
			assertEquals(from.get(i).x(), out.planes()[0][at] * SIZE, 1.6);
			assertEquals(from.get(i).y(), out.planes()[1][at] * SIZE, 1.6);
		}
	}

	@Test
	void aFaceThatStaysWhereItIsDoesNotChangeBelowTheForehead() {
		final FloatRgb picture = places();
		final FloatRgb out = MeshWarp.warped(picture, mean(), mean(), SIZE);
		final float[] face = new FaceMask(ConvexPolygon.hullOf(mean().points()),
			0.3).weights(new Region(0, 0, SIZE, SIZE));
		final int brow = (int) mean().get(17).y() + 3;
		for (int i = brow * SIZE; i < SIZE * SIZE; i++)
			for (int c = 0; c < 3 && face[i] == 1; c++)
				assertEquals(picture.planes()[c][i], out.planes()[c][i], 1e-3);
	}

	/** Brows go up, and the skin just over them with them, as far from them. */
	@Test
	void aBrowsUpperHairsAreNotDrawnOut() {
		final Landmarks from = mean();
		final var points = new ArrayList<>(from.points());
		for (int i = 17; i < 27; i++)
			points.set(i, new Point(points.get(i).x(), points.get(i).y() - 3));
		final var to = new Landmarks(points);
		final FloatRgb out = MeshWarp.warped(places(), from, to, SIZE);
		final int over = (int) Math.round(0.08 * from.interOcularDistance());
		for (int i = 18; i < 26; i++) {
			final int x = (int) Math.round(to.get(i).x());
			final int y = (int) Math.round(to.get(i).y()) - over;
			assertEquals(y + 3, out.planes()[1][y * SIZE + x] * SIZE, 1);
			assertEquals(x, out.planes()[0][y * SIZE + x] * SIZE, 1);
		}
	}

	private static List<Face> faces(final int count) {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < count; i++)
			faces.add(Clips.face(i, 1, moved(mean(), 1.5, i)));
		return faces;
	}

	/** With the same person on both sides, only the lids are laid anew. */
	@Test
	void aPersonsOwnExpressionStaysAsItIs() {
		final FaceHabits habits = FaceHabits.of(faces(30));
		final var transfer = new ExpressionTransfer(habits, habits);
		for (int i = 0; i < 30; i++) {
			final Landmarks face = habits.faces().get(i).landmarks();
			final Landmarks out = transfer.landmarks(i, i, face, 77);
			for (int k = 0; k < Landmarks.COUNT; k++)
				assertTrue(out.get(k).distance(face.get(k)) < 1e-6);
		}
	}

	@Test
	void theOwnPictureFitsBestAndAQuietFaceKeepsItsPicture() throws Exception {
		final DonorFaces ben = ben(24);
		for (final FacePart part : FacePart.values()) {
			final var own = DonorChoice.of(ben.habits(), new int[ben.habits().faces()
				.size()], ben, part);
			final var quiet = new ArrayList<Face>();
			for (int i = 0; i < 12; i++)
				quiet.add(ben.habits().faces().get(5));
			final var still = DonorChoice.of(FaceHabits.of(quiet), new int[12], ben,
				part);
			for (int i = 0; i < 12; i++) {
				assertEquals(1, own.at(i).stream().mapToDouble(
					DonorChoice.Share::weight).sum(), 1e-9);
				assertEquals(still.at(0), still.at(i));
			}
		}
	}

	private DonorFaces ben(final int frames) throws Exception {
		final Path set = folder.resolve("ben.tif");
		try (var clip = Frames.open(Path.of("sample-data", "ben.mp4"));
				var some = new FrameWindow(clip, frames / 2, frames / 2);
				var faces = new FaceExtractor().extract(some, set,
					new FaceExtractor.Options(128, 1, 1), Progress.NONE))
		{
			return DonorFaces.open(faces.path(), Progress.NONE);
		}
	}

	/** What is put in has the donor's skin; what is outside stays. */
	@Test
	void theDonorsFaceReplacesTheOtherWithoutTraining() throws Exception {
		final var options = new FaceSwapper.Options(Side.A, 1, "extended", "none",
			"alpha");
		final DonorFaces donor = ben(16);
		try (var clip = Frames.open(Path.of("sample-data", "ada.mp4"));
				var some = new FrameWindow(clip, 6, 6))
		{
			final var steps = new ArrayList<SwapStep>();
			final var report = new FaceSwapper().swap(some, List.of(new Donation(1,
				donor)), options, steps::add, Progress.NONE);
			assertEquals(report.frames(), report.swapped());
			final var again = new ArrayList<SwapStep>();
			new FaceSwapper().swap(some, List.of(new Donation(1, donor)), options,
				again::add, Progress.NONE);
			final double[] before = new double[3], after = new double[3];
			for (int k = 0; k < steps.size(); k++) {
				final int[] source = steps.get(k).source().argb();
				final int[] result = steps.get(k).result().argb();
				assertArrayEquals(result, again.get(k)
					.result().argb());
				for (int i = 0; i < source.length; i++)
					if (source[i] != result[i]) for (int c = 0; c < 3; c++) {
						before[c] += source[i] >> 8 * c & 255;
						after[c] += result[i] >> 8 * c & 255;
					}
			}
			// Ben's skin is darker and redder than Ada's.
			assertTrue(after[1] / after[2] < before[1] / before[2]);
			assertTrue(after[1] < before[1]);
		}
	}

	@Test
	void whatANetworkAloneCanDoIsRefused() {
		assertEquals(
			"The mask learned belongs to a trained model: with method graphics, choose the mask hull or extended.",
			assertThrows(InputException.class, () -> Donation.compositor(List.of(),
				new FaceSwapper.Options(Side.A, 1, "learned", "none", "alpha")))
				.getMessage());
		assertEquals("Person 2 is given two faces: name each person once.",
			assertThrows(InputException.class, () -> Donation.compositor(List.of(
				new Donation(2, null), new Donation(2, null)), FaceSwapper.Options.into(
					Side.A))).getMessage());
	}

	@Test
	void tabulatedColoursAreThoseOfTheDefinition() {
		final var random = new Random(9);
		final var rgb = FloatRgb.black(100, 100);
		for (final float[] plane : rgb.planes())
			for (int i = 0; i < plane.length; i++)
				plane[i] = i == 0 ? 1 : i == 1 ? 0 : random.nextFloat();
		final FloatRgb lab = rgb.toLab(), back = lab.labToRgb();
		for (int i = 0; i < 10000; i++) {
			final double[] exact = CieLab.of(rgb.planes()[0][i], rgb.planes()[1][i],
				rgb.planes()[2][i]);
			for (int c = 0; c < 3; c++) {
				assertEquals(exact[c], lab.planes()[c][i], 5e-3);
				assertEquals(rgb.planes()[c][i], back.planes()[c][i], 1e-4);
			}
		}
	}

	@Test
	void aMaskDrawnInRowsIsTheDistanceFromItsEdges() {
		final var outline = ConvexPolygon.hullOf(mean().mapped(new Similarity(0.9,
			0.2, 3.3, -4.1)).points());
		final var mask = new FaceMask(outline, 2.5);
		final var region = new Region(-7, 5, 140, 120);
		final float[] weights = mask.weights(region);
		final double[][] edges = outline.edges();
		for (int i = 0; i < weights.length; i++) {
			double depth = Double.POSITIVE_INFINITY;
			for (final double[] e : edges)
				depth = Math.min(depth, e[0] * (region.x() + i % 140) + e[1] * (region
					.y() + i / 140) + e[2]);
			if (depth <= 0) assertEquals(0, weights[i]);
			else if (depth >= 10) assertEquals(1, weights[i]);
			else assertEquals(normal(depth / 2.5 - 2), weights[i], 0.03);
		}
	}

	/** Cumulative normal distribution between −2 and 2, made 0 to 1. */
	private static double normal(final double z) {
		double below = 0, all = 0;
		for (double x = -2; x < 2; x += 0.01) {
			final double d = Math.exp(-(x + 0.005) * (x + 0.005) / 2);
			all += d;
			if (x < z) below += d;
		}
		return below / all;
	}
}
