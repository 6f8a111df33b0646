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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to what a network paints the pictures that it may take detail from. */
final class ReferencePainter implements FacePainter {

	/** Share of the faces that are at most as large as pictures are kept for. */
	private static final double LARGE = 0.8;

	/**
	 * Faces from one in which features are looked for to the next: where the
	 * network puts them hardly changes, and the mean over neighbours is taken.
	 */
	private static final int LOOK_EVERY = 4;

	private final FacePainter painter;
	private final DonorFaces donor;
	private PersonTrack track;
	private DonorPictures pictures;
	private double jaw;
	private boolean[] looked;
	private final GazeTrack gaze = new GazeTrack();

	/**
	 * @param painter a network
	 * @param donor the person it paints
	 */
	ReferencePainter(final FacePainter painter, final DonorFaces donor) {
		this.painter = painter;
		this.donor = donor;
	}

	@Override
	public void begin(final PersonTrack person) {
		painter.begin(person);
		track = person;
		final List<Face> faces = person.faces();
		if (faces.isEmpty()) return;
		final double[] sizes = faces.stream().mapToDouble(f -> 1 / f.transform()
			.scale()).sorted().toArray();
		final var mean = FaceAligner.meanFace(FaceSwapper.CROP_SIZE);
		final double inCrop = mean.get(16).x() - mean.get(0).x();
		pictures = new DonorPictures(donor, FaceHabits.of(faces), person.runs(),
			sizes[(int) (LARGE * (sizes.length - 1))] * inCrop);
		looked = looked(person.runs());
		final ModelFraming window = framing();
		jaw = inCrop * window.size() / (window.coverage() *
			FaceSwapper.CROP_SIZE);
	}

	/** Of each appearance some, which tell the others where features are. */
	private static boolean[] looked(final int[] runs) {
		final var looked = new boolean[runs.length];
		for (int i = 0, first = 0; i < runs.length; i++) {
			if (i > 0 && runs[i] != runs[i - 1]) first = i;
			looked[i] = (i - first) % LOOK_EVERY == 0;
		}
		return looked;
	}

	@Override
	public ModelFraming framing() {
		return painter.framing();
	}

	@Override
	public List<DecodedFace> paint(final List<SwapFrame> faces) {
		final List<DecodedFace> painted = painter.paint(faces);
		final var out = new ArrayList<DecodedFace>(faces.size());
		for (int i = 0; i < faces.size(); i++) {
			final int index = track.indexNear(faces.get(i).frame().index());
			if (pictures == null) {
				out.add(painted.get(i));
				continue;
			}
			final Optional<Point> at = gaze.at(faces.get(i));
			out.add(painted.get(i).beside(source -> new DonorReference(pictures,
				index, source, jaw, Optional.empty(), at), looked[index]));
		}
		return out;
	}
}
