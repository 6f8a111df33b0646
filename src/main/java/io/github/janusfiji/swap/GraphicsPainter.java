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
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paints faces without a network: the donor's best-fitting pictures, warped onto
 * the expression of the face that is there. The family of methods of Bitouk et
 * al. ("Face swapping: automatically replacing faces in photographs", SIGGRAPH
 * 2008) and of the "FaceSwap" manipulations of FaceForensics++ (Rössler et al.,
 * ICCV 2019).
 */
final class GraphicsPainter implements FacePainter {

	/** Share of the tracker's crop that the window shows: a face and its rim. */
	private static final double COVERAGE = 0.95;

	/** Pixels of the window for each of the frame's. */
	private static final double FINENESS = 1.1;

	/** Share of the faces that are at most as large as the window allows for. */
	private static final double LARGE = 0.8;

	private static final int LEAST_SIZE = 64;

	private final DonorFaces donor;
	private ModelFraming framing;
	private double jaw;
	private PersonTrack track;
	private DonorPictures pictures;
	private final GazeTrack gaze = new GazeTrack();

	/** @param donor whose face is put in */
	GraphicsPainter(final DonorFaces donor) {
		this.donor = donor;
	}

	@Override
	public void begin(final PersonTrack person) {
		track = person;
		final List<Face> faces = person.faces();
		if (faces.isEmpty()) {
			framing = new ModelFraming(LEAST_SIZE, COVERAGE);
			return;
		}
		final FaceHabits source = FaceHabits.of(faces);
		frame(faces);
		pictures = new DonorPictures(donor, source, person.runs(), jaw);
	}

	/** The window: as fine as the frames are, but not finer than the donor. */
	private void frame(final List<Face> faces) {
		final double[] sizes = faces.stream().mapToDouble(f -> 1 / f.transform()
			.scale()).sorted().toArray();
		final double crop = FaceSwapper.CROP_SIZE;
		final double mean = FaceAligner.meanFace(FaceSwapper.CROP_SIZE).get(16)
			.x() - FaceAligner.meanFace(FaceSwapper.CROP_SIZE).get(0).x();
		final double finest = donor.jaw() / mean;
		final double k = Math.min(finest, FINENESS * sizes[(int) (LARGE *
			(sizes.length - 1))]);
		framing = new ModelFraming(Math.max(LEAST_SIZE, (int) Math.round(k *
			COVERAGE * crop)), COVERAGE);
		jaw = mean * framing.size() / (COVERAGE * crop);
	}

	@Override
	public ModelFraming framing() {
		return framing;
	}

	@Override
	public List<DecodedFace> paint(final List<SwapFrame> faces) {
		final var painted = new ArrayList<DecodedFace>(faces.size());
		for (final SwapFrame face : faces) {
			final Target target = face.target().orElseThrow();
			final int index = track.indexNear(face.frame().index());
			final Optional<Point> at = gaze.at(face);
			painted.add(new DecodedFace(() -> painted(index, target.landmarks()
				.mapped(target.toWindow()), at)));
		}
		return painted;
	}

	private DecodedFace.Content painted(final int index, final Landmarks face,
		final Optional<Point> at)
	{
		final Landmarks upper = moved(pictures.main(FacePart.UPPER, index), index,
			face);
		final float[] shares = FacePart.upperShares(upper, framing.size(), framing
			.size());
		final FloatRgb picture = painted(FacePart.LOWER, index, face, FacePart
			.lowerShares(shares), at);
		FacePart.join(painted(FacePart.UPPER, index, face, shares, at), picture,
			shares);
		return new DecodedFace.Content(picture, upper);
	}

	private FloatRgb painted(final FacePart part, final int index,
		final Landmarks face, final float[] wanted,
		final Optional<Point> at)
	{
		return pictures.warped(part, index, shot -> moved(shot, index, face),
			framing.size(), wanted, at);
	}

	private Landmarks moved(final DonorFaces.Shot shot, final int index,
		final Landmarks face)
	{
		return pictures.expressed(shot, index, face, jaw);
	}
}
