package io.github.janusfiji.blink;

import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Point;
import java.awt.Color;
import java.util.List;

/** Draws the eyes of every frame in the colour of their openness. */
public final class BlinkOverlay {

	private BlinkOverlay() {}

	/**
	 * @param analysis what was measured
	 * @return the outlines of both eyes in every frame where the person was found,
	 *         each on its own slice (frame 0 is slice 1), from red (closed) over
	 *         yellow to green (open)
	 */
	public static Overlay of(final BlinkAnalysis analysis) {
		final var overlay = new Overlay();
		for (int i = 0; i < analysis.faces().size(); i++) {
			final Face face = analysis.faces().get(i);
			final var state = analysis.eyes().get(i);
			overlay.add(outline(face.landmarks().rightEye(), state.right(), face
				.frame(), "right eye"));
			overlay.add(outline(face.landmarks().leftEye(), state.left(), face
				.frame(), "left eye"));
		}
		return overlay;
	}

	private static Roi outline(final List<Point> eye, final double openness,
		final int frame, final String name)
	{
		final float[] x = new float[eye.size()], y = new float[eye.size()];
		for (int i = 0; i < x.length; i++) {
			// ImageJ's coordinates begin at a pixel's corner, ours at its centre.
			x[i] = (float) (eye.get(i).x() + 0.5);
			y[i] = (float) (eye.get(i).y() + 0.5);
		}
		final var roi = new PolygonRoi(x, y, Roi.POLYGON);
		roi.setStrokeColor(colour(openness));
		roi.setName(name);
		roi.setPosition(frame + 1);
		return roi;
	}

	/** Hue from red (0) to green (1/3). */
	private static Color colour(final double openness) {
		return Color.getHSBColor((float) (Math.max(0, Math.min(1, openness)) / 3),
			1, 1);
	}
}
