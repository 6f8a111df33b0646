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
package io.github.janusfiji.model;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Faces of one person that a model keeps beside its numbers: how the face moves
 * over the clip, and pictures of a few faces that differ much. Swaps take detail
 * from them that no network paints after a short training. Immutable.
 *
 * @param size width and height of every picture, px
 * @param faces in the order of the clip
 */
public record FaceGallery(int size, List<Item> faces) {

	/** Largest picture, px; sizes are whole blocks of JPEG. */
	static final int MOST_SIZE = 256, BLOCK = 16;

	/**
	 * One of the faces.
	 *
	 * @param landmarks px in its picture
	 * @param pose where the head points
	 * @param sharpness as of {@link Face}
	 * @param picture {@code size × size} pixels {@code 0xFFRRGGBB}, not to be
	 *          changed; nothing of most faces
	 */
	public record Item(Landmarks landmarks, Pose pose, double sharpness,
		Optional<int[]> picture)
	{}

	/** @throws IllegalArgumentException if no face has a picture */
	public FaceGallery {
		faces = List.copyOf(faces);
		if (faces.stream().noneMatch(f -> f.picture.isPresent()))
			throw new IllegalArgumentException("A gallery without pictures");
	}

	/** @return width of the mean jaw in the pictures, px */
	public double jaw() {
		return Framing.COVERAGE * size;
	}

	/**
	 * @param source one person's faces
	 * @return the gallery; nothing if the source does not know of its faces what a
	 *         gallery needs
	 * @throws IOException if the faces cannot be read
	 */
	static Optional<FaceGallery> of(final FaceSource source) throws IOException {
		if (source.count() == 0 || source.face(0).isEmpty() || source
			.size() < BLOCK) return Optional.empty();
		final var known = new ArrayList<GalleryChoice.Candidate>();
		for (int i = 0; i < source.count(); i++)
			known.add(new GalleryChoice.Candidate(i, source.face(i).orElseThrow(),
				FaceShape.unit(source.landmarks(i).orElseThrow(), source.size())));
		final var choice = GalleryChoice.of(known);
		final int size = Math.min(MOST_SIZE, source.size()) / BLOCK * BLOCK;
		final var faces = new ArrayList<Item>();
		for (final GalleryChoice.Candidate c : choice.faces())
			faces.add(new Item(rounded(c.unit(), size), c.face().pose(), c
				.face().sharpness(), choice.shown().contains(c.index()) ? Optional.of(
					shrunk(source.crop(c.index()), source.size(), size)) : Optional
						.empty()));
		return Optional.of(new FaceGallery(size, faces));
	}

	private static int[] shrunk(final int[] argb, final int from, final int to) {
		if (from == to) return argb.clone();
		final byte[] rgb = TrainingFaces.shrink(argb, from, to);
		final var out = new int[to * to];
		for (int i = 0; i < out.length; i++)
			out[i] = 0xff000000 | (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] &
				255) << 8 | rgb[3 * i + 2] & 255;
		return out;
	}

	/**
	 * @param unit landmarks, shares of a crop
	 * @param size of the picture, px
	 * @return the landmarks in it, px, as they are written: to a hundredth
	 */
	static Landmarks rounded(final Landmarks unit, final int size) {
		return new Landmarks(unit.points().stream().map(p -> new Point(hundredth(p
			.x() * size - 0.5), hundredth(p.y() * size - 0.5))).toList());
	}

	private static double hundredth(final double v) {
		return Math.round(100 * v) / 100.0;
	}
}
