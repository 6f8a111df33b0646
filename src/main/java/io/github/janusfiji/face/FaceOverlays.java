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
package io.github.janusfiji.face;

import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import java.awt.Color;
import java.awt.Font;
import java.util.Collection;
import java.util.List;

/**
 * Draws faces over their source stack: box, number of the person, outlines of
 * the landmarks. Each mark shows on its own slice. The ROI Manager is left
 * alone.
 */
public final class FaceOverlays {

	/** Colours that are told apart by most colour-blind people (Okabe and Ito). */
	private static final Color[] COLOURS = { new Color(0xE69F00), new Color(
		0x56B4E9), new Color(0x009E73), new Color(0xF0E442), new Color(0xCC79A7) };

	private FaceOverlays() {}

	/**
	 * @param faces in the source's own pixels
	 * @return an overlay for a stack whose slice n shows frame n − 1
	 */
	public static Overlay of(final Collection<Face> faces) {
		final var overlay = new Overlay();
		faces.forEach(face -> draw(face, face.frame() + 1, overlay));
		return overlay;
	}

	private static void draw(final Face face, final int slice,
		final Overlay overlay)
	{
		final Color colour = COLOURS[(face.person() - 1) % COLOURS.length];
		final Box b = face.box();
		add(new Roi(b.x(), b.y(), b.width(), b.height()), face, slice, colour,
			overlay);
		final int points = (int) Math.max(9, Math.min(36, b.height() / 8));
		final var number = new TextRoi(b.x() + 2, b.y() + 1, String.valueOf(face
			.person()), new Font(Font.SANS_SERIF, Font.BOLD, points));
		add(number, face, slice, colour, overlay);
		final Landmarks l = face.landmarks();
		open(l.jaw(), face, slice, colour, overlay);
		open(l.rightBrow(), face, slice, colour, overlay);
		open(l.leftBrow(), face, slice, colour, overlay);
		open(l.nose().subList(0, 4), face, slice, colour, overlay);
		open(l.nose().subList(4, 9), face, slice, colour, overlay);
		closed(l.rightEye(), face, slice, colour, overlay);
		closed(l.leftEye(), face, slice, colour, overlay);
		closed(l.mouth().subList(0, 12), face, slice, colour, overlay);
		closed(l.mouth().subList(12, 20), face, slice, colour, overlay);
	}

	private static void open(final List<Point> points, final Face face,
		final int slice, final Color colour, final Overlay overlay)
	{
		add(line(points, Roi.POLYLINE), face, slice, colour, overlay);
	}

	private static void closed(final List<Point> points, final Face face,
		final int slice, final Color colour, final Overlay overlay)
	{
		add(line(points, Roi.POLYGON), face, slice, colour, overlay);
	}

	/** ImageJ counts from pixel corners, landmarks from pixel centres. */
	private static Roi line(final List<Point> points, final int type) {
		final float[] x = new float[points.size()], y = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) points.get(i).x() + 0.5f;
			y[i] = (float) points.get(i).y() + 0.5f;
		}
		return new PolygonRoi(x, y, type);
	}

	private static void add(final Roi roi, final Face face, final int slice,
		final Color colour, final Overlay overlay)
	{
		roi.setStrokeColor(colour);
		roi.setName("person " + face.person());
		roi.setPosition(slice);
		overlay.add(roi);
	}
}
