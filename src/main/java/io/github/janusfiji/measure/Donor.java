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
package io.github.janusfiji.measure;

import io.github.janusfiji.face.FaceJudge;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.faceset.FaceSetFiles;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The person whose face was put in, as the person looks: how sharp the own
 * pictures are, and what a network makes of them.
 *
 * @param name of the clip or face set
 * @param sharpness median over up to {@value #FACES} faces
 * @param embedding mean of the faces' embeddings, of length 1; empty without a
 *          network
 * @param framing of the face set's crops; empty if the donor is a clip
 */
public record Donor(String name, double sharpness,
	Optional<float[]> embedding, Optional<Framing> framing)
{

	/** Most faces looked at, spread evenly. */
	private static final int FACES = 50;

	/** A face in a picture. */
	private record Shown(double sharpness, Optional<float[]> embedding) {

		static Shown of(final Frame frame, final Landmarks face,
			final Optional<Identity> identity)
		{
			return new Shown(FaceSharpness.of(frame, face), identity.map(i -> i
				.embed(frame, face)));
		}
	}

	/**
	 * @param file any file
	 * @return whether it is a face set's stack rather than a clip
	 */
	public static boolean isFaceSet(final Path file) {
		return Files.isRegularFile(file) && file.getFileName().toString()
			.toLowerCase(Locale.ROOT).matches(".*\\.tiff?") && Files
				.isRegularFile(FaceSetFiles.sidecar(file));
	}

	/**
	 * @param faces a face set of the donor
	 * @param identity with the network, if there is one
	 * @param progress told each face
	 * @return the donor
	 * @throws IOException if the set cannot be read or is empty
	 */
	public static Donor of(final FaceSet faces,
		final Optional<Identity> identity, final Progress progress)
		throws IOException
	{
		final int count = faces.faces().size(), every = every(count);
		progress.stage("Looking at the donor", count);
		final var shown = new ArrayList<Shown>();
		for (int i = 0; i < count; i += every) {
			progress.check();
			final var face = faces.faces().get(i);
			shown.add(Shown.of(new Frame(0, 0, faces.size(), faces.size(), faces
				.crop(i)), face.landmarks().mapped(face.transform()), identity));
			progress.done(i + 1);
		}
		return of(faces.path().getFileName().toString(), shown, Optional.of(faces
			.framing()));
	}

	/**
	 * @param clip of the donor; the largest face of each frame is taken
	 * @param identity with the network, if there is one
	 * @param progress told each frame
	 * @return the donor
	 * @throws IOException if the clip cannot be read or shows no face
	 */
	public static Donor of(final FrameSequence clip,
		final Optional<Identity> identity, final Progress progress)
		throws IOException
	{
		final int every = every(clip.count());
		progress.stage("Looking at the donor", clip.count());
		final var shown = new ArrayList<Shown>();
		try (var judge = FaceJudge.create(); var cursor = clip.cursor()) {
			for (Frame f = cursor.next(); f != null; f = cursor.next()) {
				progress.check();
				final Frame frame = f;
				if (f.index() % every == 0) judge.largest(f).ifPresent(face -> shown
					.add(Shown.of(frame, face, identity)));
				progress.done(f.index() + 1);
			}
		}
		return of(clip.name(), shown, Optional.empty());
	}

	private static int every(final int count) {
		return Math.max(1, (count + FACES - 1) / FACES);
	}

	private static Donor of(final String name, final List<Shown> shown,
		final Optional<Framing> framing) throws InputException
	{
		if (shown.isEmpty()) throw new InputException("No face was found in " +
			name + "; give as 'donor' a clip or a face set of the person who was" +
			" put in.");
		return new Donor(name, Appearance.median(shown.stream().mapToDouble(
			Shown::sharpness).toArray()), Identity.mean(shown.stream().flatMap(s -> s
				.embedding().stream()).toList()), framing);
	}
}
