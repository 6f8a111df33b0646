package io.github.janusfiji.swap;

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Similarity;
import io.github.janusfiji.frames.Frame;
import java.util.Optional;

/**
 * The face to be replaced in one frame.
 *
 * @param run the uninterrupted appearance it belongs to
 * @param toWindow from the frame to the network's window
 * @param mask what is replaced, px in the frame
 * @param crop the face as the network sees it
 */
record Target(int run, Similarity toWindow, FaceMask mask, FloatRgb crop) {

	/** Smallest face worth painting: square root of its area, px. */
	private static final double SMALLEST = 8;

	/** Least share of the outline that must lie in the frame. */
	private static final double IN_FRAME = 0.5;

	/** Least share of the network's window that the outline must fill. */
	private static final double IN_WINDOW = 0.1;

	/**
	 * @param frame the picture
	 * @param face where the face is
	 * @param cropSize width and height of the crops that its transform leads to,
	 *          px
	 * @param shape what of it is replaced
	 * @param framing the network's window
	 * @return the target; nothing if the face is too small, mostly outside the
	 *         frame, or outside the window
	 */
	static Optional<Target> of(final Frame frame,
		final PersonTrack.Placement face, final int cropSize,
		final MaskShape shape, final ModelFraming framing)
	{
		final Similarity toWindow = framing.window(face.toCrop(), cropSize);
		final double scale = toWindow.scale();
		if (!Double.isFinite(scale) || scale == 0) return Optional.empty();
		final ConvexPolygon whole = shape.outline(face.landmarks());
		if (!whole.isFinite()) return Optional.empty();
		return FaceMask.in(whole, toWindow, framing).filter(mask -> fits(mask,
			scale, frame, framing)).map(mask -> new Target(face.run(), toWindow, mask,
				crop(frame, toWindow, framing.size())));
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
