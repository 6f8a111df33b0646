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
package io.github.janusfiji.dissect;

import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a face each pixel of a square picture shows, drawn from the
 * face's landmarks: polygons, the inner over the outer. Landmarks are those of
 * the iBUG scheme (Sagonas et al. 2013), from 0.
 */
final class PartMap {

	/** Depth of the jaw's rim, share of the way to the tip of the nose. */
	private static final double RIM = 0.22;

	/** Half the height of a brow, of the distance between the outer eye corners. */
	private static final double BROW = 0.035;

	/** Reach of the lids beyond the opening, in widths of the eye. */
	private static final double LID_UP = 0.28, LID_DOWN = 0.16, LID_ASIDE = 0.1;

	/** Reach of the nose's wings beyond their landmarks, of their distance. */
	private static final double WINGS = 0.2;

	private static final Part[] PARTS = Part.values();

	private final byte[] parts;
	private final int size;

	private PartMap(final byte[] parts, final int size) {
		this.parts = parts;
		this.size = size;
	}

	/**
	 * An iris.
	 *
	 * @param centre px
	 * @param radius px
	 */
	record Iris(Point centre, double radius) {}

	/**
	 * @param face landmarks, px in a square picture
	 * @param irises those that are seen, px in it
	 * @param width of the picture, px
	 * @param size of the map, px
	 * @return the map
	 */
	static PartMap of(final Landmarks face, final List<Iris> irises,
		final int width, final int size)
	{
		final var picture = new BufferedImage(size, size,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.scale((double) size / width, (double) size / width);
		// Pixel centres of landmarks lie at integers, those of Java2D at halves.
		g.translate(0.5, 0.5);
		fill(g, Part.BACKGROUND, corners(width));
		fill(g, Part.SKIN, FaceOutline.of(face).corners());
		fill(g, Part.JAW, rim(face));
		fill(g, Part.NOSE, nose(face));
		brow(g, face, face.rightBrow());
		brow(g, face, face.leftBrow());
		for (final var eye : List.of(face.rightEye(), face.leftEye()))
			fill(g, Part.LIDS, lids(eye));
		fill(g, Part.LIPS, face.points().subList(48, 60));
		fill(g, Part.MOUTH, face.points().subList(60, 68));
		final var eyes = new Path2D.Double();
		for (final var eye : List.of(face.rightEye(), face.leftEye())) {
			fill(g, Part.EYES, eye);
			eyes.append(path(eye), false);
		}
		g.clip(eyes);
		g.setColor(new Color(Part.IRISES.ordinal()));
		for (final Iris iris : irises)
			g.fill(new Ellipse2D.Double(iris.centre.x() - iris.radius, iris.centre
				.y() - iris.radius, 2 * iris.radius, 2 * iris.radius));
		g.dispose();
		return new PartMap(bytes(picture.getRGB(0, 0, size, size, null, 0, size)),
			size);
	}

	private static byte[] bytes(final int[] rgb) {
		final var parts = new byte[rgb.length];
		for (int i = 0; i < rgb.length; i++)
			parts[i] = (byte) rgb[i];
		return parts;
	}

	private static List<Point> corners(final int width) {
		return List.of(new Point(-1, -1), new Point(width, -1), new Point(width,
			width), new Point(-1, width));
	}

	private static void fill(final Graphics2D g, final Part part,
		final List<Point> polygon)
	{
		g.setColor(new Color(part.ordinal()));
		g.fill(path(polygon));
	}

	private static Path2D path(final List<Point> polygon) {
		final var path = new Path2D.Double();
		if (polygon.isEmpty()) return path;
		path.moveTo(polygon.get(0).x(), polygon.get(0).y());
		for (final Point p : polygon)
			path.lineTo(p.x(), p.y());
		path.closePath();
		return path;
	}

	private static Point between(final Point from, final Point to,
		final double share)
	{
		return new Point(from.x() + share * (to.x() - from.x()), from.y() + share *
			(to.y() - from.y()));
	}

	/** The jaw's line and back along a line nearer to the nose. */
	private static List<Point> rim(final Landmarks face) {
		final var rim = new ArrayList<>(face.jaw());
		for (int i = face.jaw().size() - 1; i >= 0; i--)
			rim.add(between(face.jaw().get(i), face.get(30), RIM));
		return rim;
	}

	private static List<Point> nose(final Landmarks face) {
		final Point right = between(face.get(31), face.get(35), -WINGS);
		final Point left = between(face.get(35), face.get(31), -WINGS);
		return List.of(face.get(27), between(face.get(29), right, 0.5), right, face
			.get(32), face.get(33), face.get(34), left, between(face.get(29), left,
				0.5));
	}

	private static void brow(final Graphics2D g, final Landmarks face,
		final List<Point> brow)
	{
		final double reach = BROW * face.interOcularDistance();
		final var band = new ArrayList<Point>();
		for (final Point p : brow)
			band.add(new Point(p.x(), p.y() - reach));
		for (int i = brow.size() - 1; i >= 0; i--)
			band.add(new Point(brow.get(i).x(), brow.get(i).y() + reach));
		fill(g, Part.BROWS, band);
	}

	/** Points 1 and 2 of an eye are the upper lid's, 4 and 5 the lower's. */
	private static List<Point> lids(final List<Point> eye) {
		final double w = eye.get(0).distance(eye.get(3));
		final var lids = new ArrayList<Point>();
		for (int i = 0; i < eye.size(); i++) {
			final Point p = eye.get(i);
			lids.add(switch (i) {
				case 0 -> between(p, eye.get(3), -LID_ASIDE);
				case 3 -> between(p, eye.get(0), -LID_ASIDE);
				case 1, 2 -> new Point(p.x(), p.y() - LID_UP * w);
				default -> new Point(p.x(), p.y() + LID_DOWN * w);
			});
		}
		return lids;
	}

	/** @return width and height, px */
	int size() {
		return size;
	}

	/**
	 * @param pixel row by row
	 * @return the innermost part there
	 */
	Part at(final int pixel) {
		return PARTS[parts[pixel]];
	}
}
