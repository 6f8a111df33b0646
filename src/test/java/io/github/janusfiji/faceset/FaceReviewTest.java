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
package io.github.janusfiji.faceset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Stopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sorting, filtering, deleting slices, and the face set that follows. */
class FaceReviewTest {

	private static final int SIZE = 64, COUNT = 12;

	@TempDir
	Path folder;

	private static int[] pixels(final int frame) {
		return new Random(frame).ints(SIZE * SIZE).map(p -> p | 0xff000000)
			.toArray();
	}

	/** Frame 2·i; score falls, sharpness alternates, yaw goes from −30 to 25. */
	private static Face face(final int i) {
		final var l = MeanFace.at(40 + i, 100, 100);
		return new Face(2 * i, i / 12.5, 1 + i % 3, 0.99 - 0.05 * i, i % 2 == 0
			? 100 + i : 10 + i, MeanFace.box(l), l, FaceAligner.align(l, SIZE),
			new Pose(5 * i - 30, 0, 0), Optional.empty());
	}

	private Path write() throws IOException {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < COUNT; i++)
			faces.add(face(i));
		final Path path = folder.resolve("a.tif");
		try (var writer = new FaceSetWriter(path, new FaceSetDocument(
			new SourceClip("clip.mp4", 320, 240, 99, 25, ""), Framing.of(SIZE),
			Optional.empty(), faces)))
		{
			for (int i = 0; i < COUNT; i++)
				writer.write(pixels(2 * i));
			writer.finish();
			writer.commit();
		}
		return path;
	}

	private static ImagePlus review(final Path path, final String filter,
		final String sort, final boolean descending) throws IOException
	{
		return FaceReview.open(FaceSet.open(path), FaceQuery.of(filter, sort,
			descending));
	}

	/** The frames in a face set; checks that each crop belongs to its face. */
	private static List<Integer> frames(final Path path) throws IOException {
		try (var set = FaceSet.open(path)) {
			for (int i = 0; i < set.faces().size(); i++)
				assertArrayEquals(pixels(set.faces().get(i).frame()), set.crop(i));
			return set.faces().stream().map(Face::frame).toList();
		}
	}

	private static List<Integer> shown(final ImagePlus image) {
		final var frames = new ArrayList<Integer>();
		for (int n = 1; n <= image.getStackSize(); n++) {
			final String label = image.getStack().getSliceLabel(n);
			frames.add(Integer.parseInt(label.split(" ")[2]));
			assertArrayEquals(pixels(frames.get(n - 1)), (int[]) image.getStack()
				.getProcessor(n).getPixels());
		}
		return frames;
	}


	@Test
	void slicesAreSortedAndFilteredByAnything() throws IOException {
		final Path path = write();
		assertEquals(List.of(22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0), shown(review(
			path, "", "score", false)));
		assertEquals(List.of(20, 16, 12, 8, 4, 0, 22, 18, 14, 10, 6, 2), shown(review(
			path, "", "sharpness", true)));
		assertEquals(List.of(8, 10, 12, 14, 16), shown(review(path,
			"|yaw| <= 10", "frame", false)));
		// equals stay in the order of the clip
		assertEquals(List.of(4, 10, 16, 2, 8, 14), shown(review(path,
			"person > 1 and frame<17, score >= .5", "person", true)));
		final var first = review(path, "", "frame", false);
		assertTrue(first.getStack().isVirtual());
		assertEquals("#1 frame 0 person 1 score 0.99 sharp 100 yaw -30 pitch 0 roll 0",
			first.getStack().getSliceLabel(1));
	}

	/** The lids of both eyes brought nearer to the line between the corners. */
	private static Face withLids(final Face face, final double share) {
		final var points = new ArrayList<>(face.landmarks().points());
		for (final int outer : new int[] { 36, 42 }) {
			final Point a = points.get(outer), b = points.get(outer + 3);
			for (final int k : new int[] { 1, 2, 4, 5 }) {
				final Point p = points.get(outer + k);
				final double along = ((p.x() - a.x()) * (b.x() - a.x()) + (p.y() - a
					.y()) * (b.y() - a.y())) / Math.pow(a.distance(b), 2);
				final double x = a.x() + along * (b.x() - a.x());
				final double y = a.y() + along * (b.y() - a.y());
				points.set(outer + k, new Point(x + share * (p.x() - x), y + share * (p
					.y() - y)));
			}
		}
		return new Face(face.frame(), face.time(), face.person(), face.score(), face
			.sharpness(), face.box(), new Landmarks(points), face.transform(), face
				.pose(), face.file());
	}

	/** Two people whose eyes differ by a half: each is compared with itself. */
	@Test
	void openEyesAreToldFromClosedOnesForEachPerson() throws IOException {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < 3 * COUNT; i++) {
			final double own = i % 3 == 1 ? 0.6 : 1.2;
			faces.add(withLids(face(i), i >= 12 && i < 18 ? own * 0.5 : own));
		}
		assertEquals(List.of(12, 13, 14, 15, 16, 17), FaceQuery.of("opening < 0.8",
			"frame", false).select(faces));
		assertEquals(List.of(12, 13, 14, 15, 16, 17), FaceQuery.of("", "opening",
			false).select(faces).stream().limit(6).sorted().toList());
		final double[] opening = FaceFeature.OPENING.of(faces);
		// Upper and lower lid points lie not exactly above each other.
		assertEquals(0.5, opening[12], 0.02);
		assertEquals(1, opening[1], 1e-9);
	}

	@Test
	void aFilterThatCannotBeUnderstoodIsRefused() {
		for (final String wrong : List.of("nose > 3", "score", "score > x",
			"|yaw < 3", "score > 0.5 yaw < 3", "and"))
			assertTrue(assertThrows(InputException.class, () -> FaceQuery.of(wrong,
				"frame", false)).getMessage().endsWith("."), wrong);
		assertThrows(InputException.class, () -> FaceQuery.of("", "beauty", false));
	}

	@Test
	void theSetFollowsTheSlicesInTheOrderOfTheClip() throws IOException {
		final Path path = write();
		final var image = review(path, "score > 0.5", "score", false);
		assertEquals(List.of(18, 16, 14, 12, 10, 8, 6, 4, 2, 0), shown(image));
		image.getStack().deleteSlice(2);
		image.getStack().deleteLastSlice();
		final Path out = folder.resolve("b.tif");
		assertEquals(8, FaceReview.save(image, null, out, Progress.NONE));
		assertEquals(List.of(2, 4, 6, 8, 10, 12, 14, 18), frames(out));
		assertEquals(9, Files.readAllLines(folder.resolve("b.faces.csv")).size());
		assertEquals(COUNT, frames(path).size());
	}

	@Test
	void savingOverTheSameFileGoesOnWithTheNewSet() throws IOException {
		final Path path = write();
		final var image = review(path, "", "score", false);
		image.getStack().deleteSlice(1);
		assertEquals(11, FaceReview.save(image, null, null, Progress.NONE));
		assertEquals(List.of(20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0), shown(image));
		image.getStack().deleteSlice(11);
		assertEquals(10, FaceReview.save(image, null, null, Progress.NONE));
		assertEquals(List.of(2, 4, 6, 8, 10, 12, 14, 16, 18, 20), frames(path));
		try (var files = Files.list(folder)) {
			assertEquals(List.of("a.faces.csv", "a.faces.json", "a.tif"), files.map(
				p -> p.getFileName().toString()).sorted().toList());
		}
	}

	@Test
	void theOldSetStaysWhenSavingFailsOrIsStopped() throws IOException {
		final Path path = write();
		final var image = review(path, "", "frame", false);
		image.getStack().deleteSlice(3);
		assertThrows(CancellationException.class, () -> FaceReview.save(image, null,
			null, Stopping.after(4)));
		final Path table = folder.resolve("a.faces.csv");
		Files.delete(table);
		Files.createDirectory(table);
		assertThrows(InputException.class, () -> FaceReview.save(image, null, null,
			Progress.NONE));
		Files.delete(table);
		assertEquals(COUNT, frames(path).size());
		assertEquals(COUNT - 1, shown(image).size());
		assertEquals(COUNT - 1, FaceReview.save(image, null, null, Progress.NONE));
		try (var files = Files.list(folder)) {
			assertEquals(3, files.count());
		}
	}

	@Test
	void copiesAndPartsOfTheStackAreUnderstood() throws IOException {
		final Path path = write();
		final var image = review(path, "", "yaw", true);
		final ImagePlus part = new Duplicator().run(image, 3, 5);
		final Path out = folder.resolve("c.tif");
		assertEquals(3, FaceReview.save(part, path, out, Progress.NONE));
		assertEquals(List.of(14, 16, 18), frames(out));
		final var exc = assertThrows(InputException.class, () -> FaceReview.save(IJ
			.createImage("x", "RGB", 64, 64, 3), null, out, Progress.NONE));
		assertTrue(exc.getMessage().contains("not opened by Review Faces"));
		assertThrows(InputException.class, () -> FaceReview.save(IJ.createImage("x",
			"RGB", 64, 64, 3), path, out, Progress.NONE));
	}

	@Test
	void aStackThatImageJSavedWithFewerSlicesIsStillAFaceSet()
		throws IOException
	{
		final Path path = write();
		final ImagePlus image = IJ.openImage(path.toString());
		for (final int n : new int[] { 9, 4, 1 })
			image.getStack().deleteSlice(n);
		image.setStack(image.getStack());
		final Path elsewhere = folder.resolve("d.tif");
		new FileSaver(image).saveAsTiffStack(elsewhere.toString());
		assertEquals(List.of(2, 4, 8, 10, 12, 14, 18, 20, 22), frames(elsewhere));
		// a sorted window saved over its own file
		final var sorted = review(path, "", "score", false);
		final ImagePlus copy = sorted.duplicate();
		new FileSaver(copy).saveAsTiffStack(path.toString());
		assertEquals(COUNT, frames(path).size());
		assertEquals(0, frames(path).get(0));
	}

	@Test
	void twiceTheSameFaceIsRefused() throws IOException {
		final Path path = write();
		final ImagePlus image = IJ.openImage(path.toString());
		final var stack = image.getStack();
		stack.addSlice(stack.getSliceLabel(2), stack.getProcessor(2));
		image.setStack(stack);
		assertThrows(InputException.class, () -> FaceReview.save(image, path, folder
			.resolve("e.tif"), Progress.NONE));
		assertEquals(List.of("a.faces.csv", "a.faces.json", "a.tif"), Arrays.stream(
			folder.toFile().list()).sorted().toList());
	}
}
