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
package io.github.janusfiji.blink.report;

import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import io.github.janusfiji.blink.BlinkAnalysis;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Point;
import java.awt.Color;
import java.util.List;

/** Draws the eyes of every frame in the colour of their openness. */
public final class BlinkOverlay {

	private BlinkOverlay() {}

	/**
	 * @param analysis what was measured
	 * @return the outlines of both eyes in every frame where the person was found,
	 *         each on its own slice (frame 0 is slice 1), from red (closed) over
	 *         yellow to green (open), named by eye and state
	 */
	public static Overlay of(final BlinkAnalysis analysis) {
		final var overlay = new Overlay();
		for (int i = 0; i < analysis.faces().size(); i++) {
			final Face face = analysis.faces().get(i);
			final var state = analysis.eyes().get(i);
			overlay.add(outline(face.landmarks().rightEye(), state.right(), face
				.frame(), "right eye, " + state.state()));
			overlay.add(outline(face.landmarks().leftEye(), state.left(), face
				.frame(), "left eye, " + state.state()));
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
