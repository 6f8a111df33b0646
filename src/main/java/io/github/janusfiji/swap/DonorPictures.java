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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Gaze;
import io.github.janusfiji.face.GazeFinder;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A donor's pictures for one clip: which of them show each face's halves best,
 * brought to the size that faces have there.
 */
final class DonorPictures {

	private final DonorFaces donor;
	private final FaceHabits source;
	private final Map<FacePart, DonorChoice> choices = new EnumMap<>(
		FacePart.class);
	private final Map<DonorFaces.Shot, FloatRgb> pictures = new HashMap<>();
	private final Map<DonorFaces.Shot, Gaze> gazes = new HashMap<>();
	private final ExpressionTransfer transfer;
	private final double shrunk;

	/**
	 * @param donor whose pictures
	 * @param source the faces to be replaced
	 * @param runs of each the uninterrupted appearance it belongs to, rising
	 * @param jaw width of the mean jaw where the pictures will be shown, px: they
	 *          are shrunk to it, so that nothing aliases, but not enlarged
	 */
	DonorPictures(final DonorFaces donor, final FaceHabits source,
		final int[] runs, final double jaw)
	{
		this.donor = donor;
		this.source = source;
		transfer = new ExpressionTransfer(source, donor.habits());
		shrunk = Math.min(1, jaw / donor.jaw());
		for (final FacePart part : FacePart.values()) {
			choices.put(part, DonorChoice.of(source, runs, donor, part));
			for (final DonorFaces.Shot shot : donor.shots(part))
				pictures.computeIfAbsent(shot, s -> scaled(s.picture()));
			if (part == FacePart.UPPER) for (final DonorFaces.Shot shot : donor.shots(
				part))
				gazes.put(shot, GazeFinder.find(shot.picture(), shot.landmarks()));
		}
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

	/**
	 * @param part of the face
	 * @param index of a face of the source
	 * @param to of a picture where its landmarks are to be, px in the result
	 * @param width of the result, px
	 * @param wanted one for each pixel of the result: where it is 0, the result
	 *          stays black
	 * @param gaze where the source's irises are, as of {@link GazeTrack}
	 * @return the pictures to show there, warped, faded into each other
	 */
	FloatRgb warped(final FacePart part, final int index,
		final Function<DonorFaces.Shot, Landmarks> to, final int width,
		final float[] wanted, final Optional<Point> gaze)
	{
		final FloatRgb whole = FloatRgb.black(width, wanted.length / width);
		final Region here = Region.of(wanted, width);
		if (here.area() == 0) return whole;
		final var back = new Similarity(1, 0, -here.x(), -here.y());
		FloatRgb sum = null;
		for (final DonorChoice.Share share : shares(part, index)) {
			final DonorFaces.Shot shot = donor.shots(part).get(share.shot());
			final Landmarks from = shot.landmarks().mapped(shrinking());
			final FloatRgb picture = MeshWarp.warped(pictures.get(shot), from, to
				.apply(shot).mapped(back), here.width(), here.cut(wanted, width),
				part == FacePart.UPPER ? IrisShift.of(from, gazes.get(shot), gaze)
					: List.of());
			sum = share.weight() == 1 ? picture : added(sum, picture, share
				.weight());
		}
		for (int c = 0; c < 3; c++)
			here.paste(sum.planes()[c], whole.planes()[c], width);
		return whole;
	}

	/**
	 * @param shot a picture
	 * @param index of a face of the source
	 * @param face its landmarks, px
	 * @param jaw width of the mean jaw there, px
	 * @return where the picture's landmarks are to be for the donor to do what the
	 *         source does, px
	 */
	Landmarks expressed(final DonorFaces.Shot shot, final int index,
		final Landmarks face, final double jaw)
	{
		return transfer.landmarks(index, shot.face(), face, jaw);
	}

	/**
	 * @param index of a face of the source
	 * @param eye 0 for the person's right eye, 1 for the left
	 * @return how much farther it is open in the pictures that are shown there than
	 *         it is to be, in what is usual for either person
	 */
	double wider(final int index, final int eye) {
		double wider = -source.eye(index, eye);
		for (final DonorChoice.Share share : shares(FacePart.UPPER, index))
			wider += share.weight() * donor.habits().eye(donor.shots(FacePart.UPPER)
				.get(share.shot()).face(), eye);
		return wider;
	}

	/**
	 * @param part of the face
	 * @param index of a face of the source
	 * @return the picture that is seen most there
	 */
	DonorFaces.Shot main(final FacePart part, final int index) {
		DonorChoice.Share most = null;
		for (final DonorChoice.Share share : shares(part, index))
			if (most == null || share.weight() > most.weight()) most = share;
		return donor.shots(part).get(most.shot());
	}

	private List<DonorChoice.Share> shares(final FacePart part,
		final int index)
	{
		return choices.get(part).at(index);
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
