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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import ij.IJ;
import ij.io.FileSaver;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The face set's two files: what is written is read, what is broken is told. */
class FaceSetTest {

	private static final int SIZE = 64;

	private static final FaceSelection SELECTION = new FaceSelection(0, 1, 40,
		12.5, 60);

	@TempDir
	Path folder;

	private static int[] pixels(final int seed) {
		return new Random(seed).ints(SIZE * SIZE).map(p -> p | 0xff000000)
			.toArray();
	}

	private static Face face(final int index) {
		final var landmarks = MeanFace.at(80 + index, 150.3, 97.7);
		return new Face(index, index / 25.0, 1 + index % 2, 0.9, 100.25 + index, MeanFace.box(
			landmarks), landmarks, FaceAligner.align(landmarks, SIZE), Pose.of(
				landmarks), index == 2 ? Optional.of("ärger \"2\".png") : Optional
					.empty());
	}

	private Path write(final String name, final int count) throws IOException {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < count; i++)
			faces.add(face(i));
		final Path path = folder.resolve(name);
		final var source = new SourceClip("clip.mp4", 320, 240, 99, 23.976,
			"0".repeat(64));
		try (var writer = new FaceSetWriter(path, new FaceSetDocument(source,
			new Framing(SIZE, 0.7, 0.1), Optional.of(SELECTION), faces)))
		{
			for (int i = 0; i < count; i++)
				writer.write(pixels(i));
			writer.finish();
			writer.commit();
		}
		return path;
	}

	@Test
	void everythingComesBack() throws IOException {
		try (var set = FaceSet.open(write("a.tif", 5))) {
			assertEquals(new SourceClip("clip.mp4", 320, 240, 99, 23.976, "0"
				.repeat(64)), set.source());
			assertEquals(SIZE, set.size());
			assertEquals(new Framing(SIZE, 0.7, 0.1), set.framing());
			assertEquals(Optional.of(SELECTION), set.selection());
			assertEquals(5, set.faces().size());
			for (int i = 0; i < 5; i++) {
				assertArrayEquals(pixels(i), set.crop(i));
				final Face f = set.faces().get(i), truth = face(i);
				assertEquals(truth.frame(), f.frame());
				assertEquals(truth.time(), f.time(), 1e-6);
				assertEquals(truth.person(), f.person());
				assertEquals(100.25 + i, f.sharpness(), 1e-9);
				assertEquals(truth.file(), f.file());
				assertEquals(truth.pose().yaw(), f.pose().yaw(), 0.01);
				final var corners = truth.outline().corners();
				assertEquals(corners.size(), f.outline().corners().size());
				for (int k = 0; k < corners.size(); k++)
					assertEquals(0, corners.get(k).distance(f.outline().corners().get(k)),
						0.001);
				for (int k = 0; k < Landmarks.COUNT; k++) {
					final Point p = truth.landmarks().get(k);
					assertEquals(0, p.distance(f.landmarks().get(k)), 0.001);
					assertEquals(0, p.distance(f.transform().inverse().apply(truth
						.transform().apply(p))), 1e-4);
				}
			}
		}
		try (var files = Files.list(folder)) {
			assertEquals(3, files.count());
		}
	}

	@Test
	void imagejReadsTheStack() throws IOException {
		final var image = IJ.openImage(write("b.tif", 3).toString());
		assertEquals(3, image.getStackSize());
		assertEquals("#2 frame 1 person 2 score 0.90 sharp 101 yaw 0 pitch 0 roll 0", image.getStack()
			.getSliceLabel(2));
		assertArrayEquals(pixels(2), (int[]) image.getStack().getProcessor(3)
			.getPixels());
		final var tree = JsonParser.parseString(image.getProp(FaceSetFiles.PROPERTY));
		assertEquals(JsonParser.parseString(Files.readString(folder.resolve(
			"b.faces.json"))), tree);
		final var single = IJ.openImage(write("one.tif", 1).toString());
		assertEquals(1, single.getStackSize());
	}

	@Test
	void theVirtualImageShowsTheSame() throws IOException {
		try (var set = FaceSet.open(write("c.tif", 3))) {
			final var image = FaceReview.open(set, FaceQuery.ALL);
			assertTrue(image.getStack().isVirtual());
			assertEquals(3, image.getStackSize());
			assertArrayEquals(pixels(1), (int[]) image.getStack().getProcessor(2)
				.getPixels());
			assertEquals("#3 frame 2 person 1 score 0.90 sharp 102 yaw 0 pitch 0 roll 0 ärger \"2\".png", image.getStack()
				.getSliceLabel(3));
		}
	}

	@Test
	void theStackAloneCarriesEverything() throws IOException {
		final Path path = write("d.tif", 4);
		Files.delete(folder.resolve("d.faces.json"));
		try (var set = FaceSet.open(path)) {
			assertEquals(4, set.faces().size());
		}
		// also when ImageJ saved it
		final var image = IJ.openImage(path.toString());
		final Path saved = folder.resolve("e.tif");
		new FileSaver(image).saveAsTiffStack(saved.toString());
		try (var set = FaceSet.open(saved)) {
			assertArrayEquals(pixels(3), set.crop(3));
		}
	}

	@Test
	void unknownFieldsAreKept() throws IOException {
		final Path path = write("f.tif", 3);
		final Path json = FaceSetFiles.sidecar(path);
		final var tree = JsonParser.parseString(Files.readString(json))
			.getAsJsonObject();
		tree.addProperty("laboratory", "north");
		tree.getAsJsonObject("source").addProperty("camera", 7);
		tree.getAsJsonObject("selection").addProperty("reason", "light");
		tree.getAsJsonArray("faces").get(1).getAsJsonObject().add("mood", JsonParser
			.parseString("{\"calm\":0.5,\"tags\":[1,null]}"));
		Files.writeString(json, tree.toString());
		final Path copy = folder.resolve("g.tif");
		try (var set = FaceSet.open(path); var part = set.saveAs(copy, i -> i > 0,
			Progress.NONE))
		{
			assertEquals(2, part.faces().size());
			assertArrayEquals(pixels(1), part.crop(0));
		}
		final var back = JsonParser.parseString(Files.readString(FaceSetFiles.sidecar(
			copy))).getAsJsonObject();
		assertEquals("north", back.get("laboratory").getAsString());
		assertEquals(7, back.getAsJsonObject("source").get("camera").getAsInt());
		assertEquals("light", back.getAsJsonObject("selection").get("reason")
			.getAsString());
		final var faces = back.getAsJsonArray("faces");
		assertEquals(tree.getAsJsonArray("faces").get(1), faces.get(0));
		assertFalse(faces.get(1).getAsJsonObject().has("mood"));
	}

	private static String message(final Path path) {
		final var exc = assertThrows(InputException.class, () -> FaceSet.open(path)
			.close());
		assertTrue(exc.getMessage().matches("[^\n]*\\."), exc.getMessage());
		return exc.getMessage();
	}

	@Test
	void whatIsBrokenIsSaidInOneSentence() throws IOException {
		assertTrue(message(folder.resolve("none.tif")).contains("no face set"));
		final Path text = Files.writeString(folder.resolve("text.tif"), "Hello");
		message(text);
		final Path path = write("h.tif", 4);
		forgetOwnDescription(path);
		final Path json = FaceSetFiles.sidecar(path);
		final String good = Files.readString(json);
		Files.writeString(json, good.substring(0, good.length() / 2));
		assertTrue(message(path).contains("h.faces.json is damaged"));
		Files.writeString(json, good.replace("\"landmarks\":[[", "\"landmarks\":["));
		assertTrue(message(path).contains("damaged at faces[0]"), message(path));
		Files.writeString(json, good.replaceFirst("(?s)(\"frame\":1,.*?)\"box\":\\[[^,]*,",
			"$1\"box\":["));
		assertTrue(message(path).contains("damaged at faces[1].box"), message(path));
		Files.writeString(json, good.replaceFirst("\"fps\":[^,]*,", ""));
		assertTrue(message(path).contains("damaged at source.fps"), message(path));
		Files.writeString(json, good.replaceFirst("\"yaw\":[^,]*,",
			"\"yaw\":1e999,"));
		assertTrue(message(path).contains("faces[0].pose.yaw"), message(path));
		Files.writeString(json, good.replace("\"version\":1", "\"version\":2"));
		assertTrue(message(path).contains("newer"));
		Files.writeString(json, good.replaceFirst("\"transform\":\\[[^,]*,",
			"\"transform\":[0.5,"));
		assertTrue(message(path).contains("damaged"));
		Files.writeString(json, good.replace("\"coverage\":0.7",
			"\"coverage\":0"));
		assertTrue(message(path).contains("damaged"));
		Files.writeString(json, "[]");
		assertTrue(message(path).contains("damaged"));
		Files.copy(FaceSetFiles.sidecar(write("i.tif", 3)), json,
			StandardCopyOption.REPLACE_EXISTING);
		assertTrue(message(path).contains("4 crops"));
		Files.writeString(json, good);
		final byte[] bytes = Files.readAllBytes(path);
		Files.write(path, Arrays.copyOf(bytes, bytes.length - 2 * 3 *
			SIZE * SIZE));
		message(path);
	}

	/** As programs do that know nothing of the image property. */
	private static void forgetOwnDescription(final Path tiff)
		throws IOException
	{
		final byte[] bytes = Files.readAllBytes(tiff);
		final byte[] key = FaceSetFiles.PROPERTY.getBytes(StandardCharsets.UTF_16BE);
		for (int i = 0; i + key.length <= bytes.length; i++) if (Arrays.equals(bytes,
			i, i + key.length, key, 0, key.length)) bytes[i + 1] = 'x';
		Files.write(tiff, bytes);
	}

	@Test
	void nothingIsLeftWhenStopped() throws IOException {
		try (var set = FaceSet.open(write("j.tif", 5))) {
			final Path copy = folder.resolve("k.tif");
			assertThrows(CancellationException.class, () -> set.saveAs(copy, i -> true,
				Stopping.after(2)));
			assertThrows(InputException.class, () -> set.saveAs(copy, i -> false,
				Progress.NONE));
			try (var files = Files.list(folder)) {
				assertEquals(List.of("j.faces.csv", "j.faces.json", "j.tif"), files.map(p -> p
					.getFileName().toString()).sorted().toList());
			}
		}
	}
}
