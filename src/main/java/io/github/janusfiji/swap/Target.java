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
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import java.util.Optional;

/**
 * The face to be replaced in one frame.
 *
 * @param run the uninterrupted appearance it belongs to
 * @param toWindow from the frame to the network's window
 * @param mask what is replaced, px in the frame
 * @param crop the face as the network sees it
 * @param landmarks of the face, px in the frame
 * @param residual how far the aligned landmarks 17–67 lie from the mean face's:
 *          root of the mean square, as a share of the distance between the outer
 *          eye corners
 */
record Target(int run, Similarity toWindow, FaceMask mask, FloatRgb crop,
	Landmarks landmarks, double residual)
{

	/** Smallest face worth painting: square root of its area, px. */
	private static final double SMALLEST = 8;

	/** Least share of the outline that must lie in the frame. */
	private static final double IN_FRAME = 0.5;

	/** Least share of the network's window that the outline must fill. */
	private static final double IN_WINDOW = 0.1;

	/** A painted face that shares less of the outline was not found rightly. */
	private static final double LEAST_COMMON = 0.5;

	/**
	 * @param frame the picture
	 * @param face where the face is
	 * @param cropSize width and height of the crops that its transform leads to,
	 *          px
	 * @param settings what of it is replaced
	 * @param framing the network's window
	 * @return the target; nothing if the face is too small, mostly outside the
	 *         frame, or outside the window
	 */
	static Optional<Target> of(final Frame frame,
		final PersonTrack.Placement face, final int cropSize,
		final MaskSettings settings, final ModelFraming framing)
	{
		final Similarity toWindow = framing.window(face.toCrop(), cropSize);
		final double scale = toWindow.scale();
		if (!Double.isFinite(scale) || scale == 0) return Optional.empty();
		return settings.outline(face.landmarks()).flatMap(whole -> FaceMask.in(
			whole, toWindow, framing, settings.feather())).filter(mask -> fits(mask,
				scale, frame, framing)).map(mask -> new Target(face.run(), toWindow,
					mask, crop(frame, toWindow, framing.size()), face.landmarks(),
					residual(face, cropSize)));
	}

	/**
	 * @param appearance number of the uninterrupted appearance
	 * @return the same target in another one
	 */
	Target inRun(final int appearance) {
		return new Target(appearance, toWindow, mask, crop, landmarks, residual);
	}

	/**
	 * @param painted landmarks of the painted face, px in the network's window
	 * @param settings what of a face is replaced
	 * @return the same target, its mask kept inside the painted face, too
	 */
	Target within(final Landmarks painted, final MaskSettings settings) {
		final FaceMask narrower = settings.outline(painted.mapped(toWindow
			.inverse())).map(mask::within).filter(m -> m.outline()
				.area() >= LEAST_COMMON * mask.outline().area()).orElse(mask);
		return new Target(run, toWindow, narrower, crop, landmarks, residual);
	}

	private static double residual(final PersonTrack.Placement face,
		final int cropSize)
	{
		final Landmarks mean = FaceAligner.meanFace(cropSize);
		final Landmarks aligned = face.landmarks().mapped(face.toCrop());
		double squares = 0;
		for (int i = 17; i < Landmarks.COUNT; i++) {
			final double d = aligned.get(i).distance(mean.get(i));
			squares += d * d;
		}
		return Math.sqrt(squares / (Landmarks.COUNT - 17)) / aligned
			.interOcularDistance();
	}

	private static boolean fits(final FaceMask mask, final double scale,
		final Frame frame, final ModelFraming framing)
	{
		final double area = mask.outline().area();
		final double shown = ConvexPolygon.area(mask.outline().clipped(ConvexPolygon
			.rectangle(-0.5, -0.5, frame.width() - 0.5, frame.height() - 0.5)));
		return area >= SMALLEST * SMALLEST && shown >= IN_FRAME * area && area *
			scale * scale >= IN_WINDOW * framing.size() * framing.size();
	}

	private static FloatRgb crop(final Frame frame, final Similarity toWindow,
		final int size)
	{
		return FloatRgb.of(FaceAligner.crop(frame, toWindow, size), size,
			new Region(0, 0, size, size));
	}
}
