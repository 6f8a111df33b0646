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

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Point;
import java.awt.Color;
import java.awt.Font;
import java.util.Collection;
import java.util.List;

/**
 * Draws faces over their source stack: box, number of the person, the 68
 * landmarks and the outline. Each mark shows on its own slice. The ROI Manager
 * is left alone.
 */
public final class FaceOverlays {

	/** Property of the marks drawn here, by which they are found again. */
	private static final String MARK = "janus";

	/** Colours that are told apart by most colour-blind people (Okabe and Ito). */
	private static final Color[] COLOURS = { new Color(0xE69F00), new Color(
		0x56B4E9), new Color(0x009E73), new Color(0xF0E442), new Color(0xCC79A7) };

	private FaceOverlays() {}

	/**
	 * Draws faces over an image in the place of those drawn before; what the user
	 * has drawn stays.
	 *
	 * @param faces in the image's own pixels
	 * @param image whose frame n the n-th slice or time point shows, from 0
	 */
	public static void draw(final Collection<Face> faces,
		final ImagePlus image)
	{
		final var overlay = new Overlay();
		if (image.getOverlay() != null) for (final Roi roi : image.getOverlay())
			if (!"face".equals(roi.getProperty(MARK))) overlay.add(roi);
		for (final Face face : faces)
			for (final Roi roi : marks(face))
				overlay.add(placed(roi, face, image));
		image.setOverlay(overlay);
	}

	/**
	 * @param face in the image's own pixels
	 * @param image as of {@link #draw}
	 * @return the outline as a selection, named by frame and person
	 */
	public static Roi outline(final Face face, final ImagePlus image) {
		final Roi roi = placed(polygon(face.outline().corners()), face, image);
		roi.setName("frame " + face.frame() + " person " + face.person());
		return roi;
	}

	private static List<Roi> marks(final Face face) {
		final Box b = face.box();
		final int points = (int) Math.max(9, Math.min(36, b.height() / 8));
		final var number = new TextRoi(b.x() + 2, b.y() + 1, String.valueOf(face
			.person()), new Font(Font.SANS_SERIF, Font.BOLD, points));
		return List.of(new Roi(b.x(), b.y(), b.width(), b.height()), number, dots(
			face.landmarks().points()), polygon(face.outline().corners()));
	}

	private static Roi dots(final List<Point> points) {
		final float[][] xy = xy(points);
		final var roi = new PointRoi(xy[0], xy[1]);
		roi.setPointType(PointRoi.DOT);
		roi.setSize(0);
		roi.setShowLabels(false);
		return roi;
	}

	private static Roi polygon(final List<Point> points) {
		final float[][] xy = xy(points);
		return new PolygonRoi(xy[0], xy[1], Roi.POLYGON);
	}

	/** ImageJ counts from pixel corners, landmarks from pixel centres. */
	private static float[][] xy(final List<Point> points) {
		final float[][] xy = new float[2][points.size()];
		for (int i = 0; i < points.size(); i++) {
			xy[0][i] = (float) points.get(i).x() + 0.5f;
			xy[1][i] = (float) points.get(i).y() + 0.5f;
		}
		return xy;
	}

	private static Roi placed(final Roi roi, final Face face,
		final ImagePlus image)
	{
		roi.setStrokeColor(COLOURS[(face.person() - 1) % COLOURS.length]);
		roi.setName("person " + face.person());
		roi.setProperty(MARK, "face");
		final int slice = face.frame() * image.getNChannels() + 1;
		if (image.getNChannels() > 1 || image.isHyperStack()) {
			final int[] at = image.convertIndexToPosition(slice);
			roi.setPosition(0, at[1], at[2]);
		}
		else roi.setPosition(slice);
		return roi;
	}
}
