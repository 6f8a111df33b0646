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
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
	private final Map<FacePart, DonorChoice> choices = new EnumMap<>(
		FacePart.class);
	private ExpressionTransfer transfer;
	private final Map<DonorFaces.Shot, FloatRgb> pictures = new HashMap<>();
	private double shrunk;

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
		for (final FacePart part : FacePart.values())
			choices.put(part, DonorChoice.of(source, person.runs(), donor, part));
		transfer = new ExpressionTransfer(source, donor.habits());
		frame(faces);
		scale();
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

	/** Shrinks the pictures to the window's scale, so that nothing aliases. */
	private void scale() {
		shrunk = Math.min(1, jaw / donor.jaw());
		for (final FacePart part : FacePart.values())
			for (final DonorFaces.Shot shot : donor.shots(part))
				pictures.put(shot, scaled(shot.picture()));
	}

	private FloatRgb scaled(final Frame f) {
		final int size = (int) Math.round(f.width() * shrunk);
		final int[] argb = shrunk == 1 ? f.argb() : FaceAligner.crop(f, shrinking(),
			size);
		return FloatRgb.of(argb, size, new Region(0, 0, size, size));
	}

	private Similarity shrinking() {
		return new Similarity(shrunk, 0, (shrunk - 1) / 2, (shrunk - 1) / 2);
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
			painted.add(new DecodedFace(() -> painted(index, target.landmarks()
				.mapped(target.toWindow()))));
		}
		return painted;
	}

	private DecodedFace.Content painted(final int index, final Landmarks face) {
		final DecodedFace.Content upper = painted(FacePart.UPPER, index, face);
		final DecodedFace.Content lower = painted(FacePart.LOWER, index, face);
		FacePart.join(upper.picture(), lower.picture(), upper.landmarks());
		return new DecodedFace.Content(lower.picture(), upper.landmarks());
	}

	private DecodedFace.Content painted(final FacePart part, final int index,
		final Landmarks face)
	{
		final List<DonorChoice.Share> shares = choices.get(part).at(index);
		FloatRgb sum = null;
		Landmarks main = face;
		double most = 0;
		for (final DonorChoice.Share share : shares) {
			final DonorFaces.Shot shot = donor.shots(part).get(share.shot());
			final Landmarks to = transfer.landmarks(index, shot.face(), face, jaw);
			final FloatRgb picture = MeshWarp.warped(pictures.get(shot), shot
				.landmarks().mapped(shrinking()), to, framing.size());
			sum = sum == null && shares.size() == 1 ? picture : added(sum, picture,
				share.weight());
			if (share.weight() > most) {
				most = share.weight();
				main = to;
			}
		}
		return new DecodedFace.Content(sum, main);
	}

	private static FloatRgb added(final FloatRgb sum, final FloatRgb picture,
		final double weight)
	{
		final FloatRgb out = sum == null ? FloatRgb.black(picture.width(), picture
			.height()) : sum;
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < picture.planes()[c].length; i++)
				out.planes()[c][i] += (float) (weight * picture.planes()[c][i]);
		return out;
	}
}
