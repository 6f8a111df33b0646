package io.github.janusfiji.swap;

import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import io.github.janusfiji.face.Point;
import java.awt.Color;
import java.util.List;

/** Shows on a swapped stack what was replaced. */
public final class SwapOverlay {

	private SwapOverlay() {}

	/**
	 * @param report of a swap
	 * @return the outline of each replaced area, positioned at its slice (frame
	 *         index + 1)
	 */
	public static Overlay of(final FaceSwapper.Report report) {
		final var overlay = new Overlay();
		report.outlines().forEach((frame, outline) -> overlay.add(outline(frame,
			outline)));
		return overlay;
	}

	private static Roi outline(final int frame, final List<Point> outline) {
		// ImageJ's sub-pixel coordinates count from the pixel's corner.
		final var polygon = new FloatPolygon();
		for (final Point p : outline)
			polygon.addPoint(p.x() + 0.5, p.y() + 0.5);
		final var roi = new PolygonRoi(polygon, Roi.POLYGON);
		roi.setStrokeColor(Color.YELLOW);
		roi.setName("Swapped face");
		roi.setPosition(frame + 1);
		return roi;
	}
}
