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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.frames.FrameKind;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.task.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faces of photographs in a folder, of people the landmark model never saw. */
class PictureFolderTest {

	/** How far right the marks lie, as the landmark model's evaluation takes it. */
	private static final double TOO_FAR_RIGHT = 0.022;

	/** The evaluation's own mean error (docs/landmark-model.md). */
	private static final double EVALUATED = 0.0461;

	@TempDir
	Path folder;

	/** Writes four pictures each of ten people; gives the marks by file. */
	private Map<String, double[]> heldOut() throws IOException {
		final var marks = new TreeMap<String, double[]>();
		try (var zip = new ZipFile(RealData.folder().resolve(
			"landmarks/udacity_ytf68.zip").toFile()); var rows = new BufferedReader(
				new InputStreamReader(zip.getInputStream(zip.getEntry(
					"keypoints68.csv")), StandardCharsets.UTF_8)))
		{
			final var all = new TreeMap<String, String>();
			rows.readLine();
			for (String row; (row = rows.readLine()) != null;)
				all.put(row.substring(0, row.indexOf(',')), row);
			final var persons = new HashMap<String, Integer>();
			for (final var entry : all.entrySet()) {
				final String person = person(entry.getKey());
				if (!isHeldOut(person) || persons.size() >= 10 && !persons.containsKey(
					person) || persons.merge(person, 1, Integer::sum) > 4) continue;
				Files.copy(zip.getInputStream(zip.getEntry("images/" + entry.getKey())),
					folder.resolve(entry.getKey()));
				final String[] cells = entry.getValue().split(",");
				final var m = new double[2 * Landmarks.COUNT];
				for (int i = 0; i < m.length; i++)
					m[i] = Double.parseDouble(cells[i + 2]);
				marks.put(entry.getKey(), m);
			}
		}
		return marks;
	}

	private static String person(final String file) {
		return file.replaceFirst("_\\d+\\.\\w+$", "");
	}

	/** The fold that docs/landmark-model.md describes. */
	private static boolean isHeldOut(final String person) {
		try {
			final byte[] hash = java.security.MessageDigest.getInstance("MD5").digest(
				person.getBytes(StandardCharsets.UTF_8));
			return new java.math.BigInteger(1, hash).mod(java.math.BigInteger.valueOf(
				100)).intValue() < 32;
		}
		catch (final java.security.NoSuchAlgorithmException exc) {
			throw new AssertionError("Every Java has MD5", exc);
		}
	}

	private static double error(final Landmarks found, final double[] marks) {
		final double eyes = Math.hypot(marks[72] - marks[90], marks[73] -
			marks[91]);
		double sum = 0;
		for (int i = 0; i < Landmarks.COUNT; i++)
			sum += found.get(i).distance(new Point(marks[2 * i] - TOO_FAR_RIGHT * eyes,
				marks[2 * i + 1]));
		return sum / Landmarks.COUNT / eyes;
	}

	@Test
	void everyPictureIsReadAtItsOwnSizeAndItsFaceFound() throws IOException {
		final var marks = heldOut();
		try (var pictures = Frames.open(folder)) {
			assertEquals(FrameKind.PICTURES, pictures.kind());
			final var faces = FaceTracker.create().track(pictures, 256, Progress.NONE)
				.faces();
			final var errors = new ArrayList<Double>();
			final Map<Integer, Set<String>> persons = new HashMap<>();
			for (final Face face : faces) {
				final String file = face.file().orElseThrow();
				final double error = error(face.landmarks(), marks.get(file));
				if (error > 0.35) continue;
				errors.add(error);
				persons.computeIfAbsent(face.person(), p -> new HashSet<>()).add(person(
					file));
				assertEquals(0, face.time());
			}
			assertTrue(errors.size() >= 0.97 * marks.size(), errors.size() + " of " +
				marks.size());
			assertTrue(faces.size() <= errors.size() + 1, faces.size() + " faces");
			assertTrue(errors.stream().mapToDouble(e -> e).average()
				.orElseThrow() <= EVALUATED);
			for (final var names : persons.values())
				assertEquals(1, names.size(), names.toString());
			assertTrue(persons.size() < errors.size(), "no two pictures were linked");
		}
	}

	@Test
	void aPictureGivesTheSameFaceAloneAndAmongOthers() throws IOException {
		final var files = List.copyOf(heldOut().keySet());
		final List<Face> among;
		try (var pictures = Frames.open(folder)) {
			among = FaceTracker.create().track(pictures, 256, Progress.NONE).faces();
		}
		for (final String file : files.subList(3, 6)) {
			try (var one = Frames.open(folder.resolve(file))) {
				final var alone = FaceTracker.create().track(one, 256, Progress.NONE)
					.faces();
				final var same = among.stream().filter(f -> f.file().orElseThrow()
					.equals(file)).toList();
				assertArrayEquals(alone.stream().map(Face::landmarks).toArray(), same
					.stream().map(Face::landmarks).toArray(), file);
			}
		}
	}

	@Test
	void theCropsComeFromPicturesOfAllSizes() throws IOException {
		heldOut();
		final Path out = Files.createDirectory(folder.resolve("out")).resolve(
			"faces.tif");
		try (var pictures = Frames.open(folder); var set = new FaceExtractor()
			.extract(pictures, out, new FaceExtractor.Options(64, 0, 1),
				Progress.NONE))
		{
			assertTrue(set.faces().size() >= 38, set.faces().size() + " faces");
			assertEquals(64 * 64, set.crop(set.faces().size() - 1).length);
		}
	}
}
