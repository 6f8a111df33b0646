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

import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import io.github.janusfiji.geometry.Point;
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
		return of(report, false);
	}

	/**
	 * @param report of a swap
	 * @param layers whether it is shown on a hyperstack of layers, where an
	 *          outline belongs to a frame in all slices
	 * @return the outline of each replaced area
	 */
	public static Overlay of(final FaceSwapper.Report report,
		final boolean layers)
	{
		final var overlay = new Overlay();
		report.persons().forEach(person -> person.outlines().forEach((frame,
			outline) -> {
			final Roi roi = outline(outline);
			if (layers) roi.setPosition(0, 0, frame + 1);
			else roi.setPosition(frame + 1);
			overlay.add(roi);
		}));
		return overlay;
	}

	private static Roi outline(final List<Point> outline) {
		// ImageJ's sub-pixel coordinates count from the pixel's corner.
		final var polygon = new FloatPolygon();
		for (final Point p : outline)
			polygon.addPoint(p.x() + 0.5, p.y() + 0.5);
		final var roi = new PolygonRoi(polygon, Roi.POLYGON);
		roi.setStrokeColor(Color.YELLOW);
		roi.setName("Swapped face");
		return roi;
	}
}
