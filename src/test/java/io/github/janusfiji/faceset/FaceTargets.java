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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.fuzz.Fuzz;
import io.github.janusfiji.fuzz.Fuzz.Target;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What package {@code face} reads, for the fuzz test. */
public final class FaceTargets {

	private FaceTargets() {}

	/**
	 * @param folder for files
	 * @return the readers
	 * @throws IOException if the good files cannot be made
	 */
	public static List<Target> all(final Path folder) throws IOException {
		final Path good = write(folder.resolve("good.tif"), 0xff000000);
		final byte[] json = Files.readAllBytes(FaceSetFiles.sidecar(good));
		return List.of(new Target("face set's description", List.of(json),
			b -> FaceSetJson.read(new StringReader(new String(b,
				StandardCharsets.UTF_8)), "a.faces.json")), Fuzz.ofFile(
					"face set's stack", folder, "s.tif", List.of(Files.readAllBytes(
						good)), file -> {
							try (var set = FaceSet.open(file)) {
								for (int i = 0; i < set.faces().size(); i++) set.crop(i);
							}
						}));
	}

	/**
	 * @param good a .tif
	 * @param colour of the crops
	 * @return the same, a face set of two faces
	 * @throws IOException if it cannot be written
	 */
	public static Path write(final Path good, final int colour)
		throws IOException
	{
		return write(good, colour, 2);
	}

	/**
	 * @param good a .tif
	 * @param colour of the crops
	 * @param count number of faces
	 * @return the same, a face set of so many faces
	 * @throws IOException if it cannot be written
	 */
	public static Path write(final Path good, final int colour,
		final int count) throws IOException
	{
		final int[] pixels = new int[64 * 64];
		java.util.Arrays.fill(pixels, colour);
		final var framing = Framing.of(64);
		final var landmarks = FaceAligner.meanFace(64);
		final var faces = IntStream.range(0, count).mapToObj(i -> face(i,
			landmarks)).toList();
		try (var writer = new FaceSetWriter(good, new FaceSetDocument(
			new SourceClip("a.mp4", 64, 64, count, 25, ""), framing, Optional.empty(),
			faces)))
		{
			for (int i = 0; i < count; i++) writer.write(pixels);
			writer.finish();
			writer.commit();
		}
		return good;
	}

	private static Face face(final int frame, final Landmarks landmarks) {
		return new Face(frame, frame / 25.0, 1, 1, 1, new Box(5, 5, 50, 50),
			landmarks, new Similarity(1, 0, 0, 0), new Pose(0, 0, 0), Optional
				.empty());
	}
}
