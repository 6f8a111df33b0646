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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;

/** Faces of which only the eyes are drawn, lids and irises where they are wanted. */
public final class DrawnEyes {

	/** Side of the drawn pictures, px. */
	public static final int SIDE = 200;

	private static final int SAMPLES = 4;

	/** Radius of the drawn irises, in widths of the eye. */
	public static final double RADIUS = 0.22;

	/** Colours of the drawings. */
	public static final int SKIN = 0xc89678, WHITE = 0xe6e1dc, IRIS = 0x50463c;

	private DrawnEyes() {}

	/** A face whose eyes are {@code gap} of their width high, turned and shrunk. */
	public static Landmarks face(final double gap, final Similarity map) {
		final var points = new ArrayList<>(FaceAligner.meanFace(SIDE).points());
		for (final int eye : new int[] { 36, 42 }) {
			final Point a = points.get(eye), b = points.get(eye + 3);
			final double width = a.distance(b), y = (a.y() + b.y()) / 2;
			final double[] along = { 0, 1 / 3.0, 2 / 3.0, 1, 2 / 3.0, 1 / 3.0 };
			final double[] up = { 0, 0.5, 0.5, 0, -0.5, -0.5 };
			for (int i = 0; i < along.length; i++)
				points.set(eye + i, new Point(a.x() + along[i] * width, y - up[i] *
					gap * width));
		}
		return new Landmarks(points).mapped(map);
	}

	/** Draws both eyes with the irises off by so much of the eyes' widths. */
	public static Frame drawn(final Landmarks face, final double x,
		final double y, final int iris)
	{
		final int[] argb = new int[SIDE * SIDE];
		for (int i = 0; i < argb.length; i++) {
			double red = 0, green = 0, blue = 0;
			for (int k = 0; k < SAMPLES * SAMPLES; k++) {
				final int rgb = colour(face, new Point(i % SIDE + (k % SAMPLES + 0.5) /
					SAMPLES - 0.5, i / SIDE + (k / SAMPLES + 0.5) / SAMPLES - 0.5), x, y,
					iris);
				red += rgb >> 16 & 255;
				green += rgb >> 8 & 255;
				blue += rgb & 255;
			}
			final int n = SAMPLES * SAMPLES;
			argb[i] = 0xff000000 | (int) (red / n) << 16 | (int) (green / n) << 8 |
				(int) (blue / n);
		}
		return new Frame(0, 0, SIDE, SIDE, argb);
	}

	private static int colour(final Landmarks face, final Point p,
		final double x, final double y, final int iris)
	{
		for (final List<Point> eye : List.of(face.rightEye(), face.leftEye())) {
			final double width = eye.get(0).distance(eye.get(3));
			final Point q = Similarity.estimate(List.of(eye.get(0), eye.get(3)), List
				.of(new Point(-0.5, 0), new Point(0.5, 0))).apply(p);
			final double gap = eye.get(1).distance(eye.get(5)) / width;
			// the parabola through the corners and the lids' landmarks
			final double lid = gap / 2 * (1 - 4 * q.x() * q.x()) * 9 / 8;
			if (Math.abs(q.y()) > lid) continue;
			return Math.hypot(q.x() - x, q.y() + y) < RADIUS ? iris : WHITE;
		}
		return SKIN;
	}
}
