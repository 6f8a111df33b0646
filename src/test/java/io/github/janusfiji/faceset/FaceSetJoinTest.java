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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Face sets of several clips as one. */
class FaceSetJoinTest {

	private static final int SIZE = 64;

	@TempDir
	Path folder;

	private static int[] pixels(final int seed) {
		return new Random(seed).ints(SIZE * SIZE).map(p -> p | 0xff000000)
			.toArray();
	}

	private static Face face(final int frame, final int person) {
		final var l = MeanFace.at(40 + frame, 100, 100);
		return new Face(frame, frame / 25.0, person, 0.9, 100, MeanFace.box(l), l,
			FaceAligner.align(l, SIZE), new Pose(1, 2, 3), Optional.empty());
	}

	/** As many faces as frames, of persons in turn. */
	private Path set(final String name, final int frames, final int persons,
		final int seed, final int size) throws IOException
	{
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < frames; i++) faces.add(face(i, 1 + i % persons));
		final Path path = folder.resolve(name + ".tif");
		try (var writer = new FaceSetWriter(path, new FaceSetDocument(
			new SourceClip(name + ".mp4", 320, 240, frames, 25, ""), Framing.of(
				size), Optional.empty(), faces)))
		{
			for (int i = 0; i < frames; i++) writer.write(size == SIZE ? pixels(seed + i)
				: new int[size * size]);
			writer.finish();
			writer.commit();
		}
		return path;
	}

	@Test
	void framesAndPersonsGoOnCounting() throws IOException {
		final var sets = new LinkedHashMap<String, Path>();
		sets.put("a.mp4", set("a", 4, 2, 0, SIZE));
		sets.put("b.mp4", set("b", 3, 1, 10, SIZE));
		final Path all = folder.resolve("all.tif");
		assertEquals(Map.of("a.mp4", 0, "b.mp4", 2), new FaceSetJoin(sets).write(all,
			Progress.NONE));
		try (var set = FaceSet.open(all)) {
			assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), set.faces().stream().map(
				Face::frame).toList());
			assertEquals(List.of(1, 2, 1, 2, 3, 3, 3), set.faces().stream().map(
				Face::person).toList());
			assertEquals(6 / 25.0, set.faces().get(6).time(), 1e-6);
			assertEquals("2 clips", set.source().name());
			assertEquals(7, set.source().frames());
			for (int i = 0; i < 7; i++) assertArrayEquals(pixels(i < 4 ? i : 6 + i), set
				.crop(i));
		}
		final String json = Files.readString(folder.resolve("all.faces.json"));
		assertEquals(3, json.split("\"clip\":\"b.mp4\"", -1).length - 1);
	}

	/** Reviewing and saving is what everybody does with a face set. */
	@Test
	void theJoinedSetIsASetLikeAnyOther() throws IOException {
		final var sets = Map.of("a.mp4", set("a", 3, 1, 0, SIZE));
		final Path all = folder.resolve("all.tif");
		new FaceSetJoin(sets).write(all, Progress.NONE);
		try (var set = FaceSet.open(all); var kept = set.saveAs(folder.resolve(
			"kept.tif"), i -> i != 1, Progress.NONE))
		{
			assertEquals(2, kept.faces().size());
			assertTrue(Files.readString(folder.resolve("kept.faces.json")).contains(
				"\"clip\":\"a.mp4\""));
		}
	}

	@Test
	void cropsOfSeveralSizesAreRefusedAndNothingIsLeft() throws IOException {
		final var sets = new LinkedHashMap<String, Path>();
		sets.put("a.mp4", set("a", 2, 1, 0, SIZE));
		sets.put("b.mp4", set("b", 2, 1, 0, 128));
		final Path all = folder.resolve("all.tif");
		final String said = assertThrows(InputException.class,
			() -> new FaceSetJoin(sets).write(all, Progress.NONE)).getMessage();
		assertTrue(said.contains("crops of another size"), said);
		assertTrue(Files.notExists(all) && Files.notExists(folder.resolve(
			"all.faces.json")));
	}
}
