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

import io.github.janusfiji.face.Gaze;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.List;
import java.util.Optional;

/**
 * Displacement field that moves the iris of one eye within the lids of a
 * picture: whole on the iris, nothing at the eye's corners and beyond the lids.
 *
 * @param middle of the eye's corners, px in the picture
 * @param axis from the middle to the corner at the image's right, px
 * @param iris where it is to be, px
 * @param by how far it is moved, px
 */
record IrisShift(Point middle, Point axis, Point iris, Point by) {

	/** Farthest that an iris is moved, in widths of the eye: no pixel folds. */
	private static final double ACROSS = 0.13, UP = 0.06;

	/** Distances from the iris where the move begins to fade, and has ended. */
	private static final double INNER = 0.2, OUTER = 0.5;

	/** Distances from the middle of the eye for the same, along its axis. */
	private static final double NEAR = 0.24, CORNER = 0.52;

	/**
	 * @param face landmarks, px in a picture
	 * @param shown where the picture's eyes look
	 * @param wanted where they are to look: offsets of the irises as of {@link Gaze},
	 *          in widths of the eye
	 * @return one for each eye; none if the picture's irises are not sure
	 */
	static List<IrisShift> of(final Landmarks face, final Gaze shown,
		final Optional<Point> wanted)
	{
		if (wanted.isEmpty() || Double.isNaN(shown.x()) || Double.isNaN(shown.y()))
			return List.of();
		final double x = limited(wanted.get().x() - shown.x(), ACROSS);
		final double y = limited(wanted.get().y() - shown.y(), UP);
		final double atX = shown.x() + x, atY = shown.y() + y;
		return List.of(of(face.get(36), face.get(39), x, y, atX, atY), of(face.get(
			42), face.get(45), x, y, atX, atY));
	}

	private static IrisShift of(final Point left, final Point right,
		final double x, final double y, final double atX, final double atY)
	{
		final double dx = right.x() - left.x(), dy = right.y() - left.y();
		final var middle = new Point((left.x() + right.x()) / 2, (left.y() + right
			.y()) / 2);
		// Upwards is towards smaller rows.
		return new IrisShift(middle, new Point(dx / 2, dy / 2), new Point(middle
			.x() + atX * dx + atY * dy, middle.y() + atX * dy - atY * dx), new Point(
				x * dx + y * dy, x * dy - y * dx));
	}

	private static double limited(final double v, final double most) {
		return Math.max(-most, Math.min(most, v));
	}

	/**
	 * Moves what is sampled there.
	 *
	 * @param x columns in the picture of some pixels, px; changed
	 * @param y rows of the same; changed
	 */
	void apply(final float[] x, final float[] y) {
		final double width = 2 * Math.hypot(axis.x(), axis.y());
		if (width == 0) return;
		final double reach = OUTER * width, half = width * width / 4;
		for (int i = 0; i < x.length; i++) {
			final double fromX = x[i] - iris.x(), fromY = y[i] - iris.y();
			if (Math.abs(fromX) > reach || Math.abs(fromY) > reach) continue;
			final double along = Math.abs((x[i] - middle.x()) * axis.x() + (y[i] -
				middle.y()) * axis.y()) / (2 * half);
			final double share = fading(Math.hypot(fromX, fromY) / width, INNER,
				OUTER) * fading(along, NEAR, CORNER);
			x[i] -= (float) (share * by.x());
			y[i] -= (float) (share * by.y());
		}
	}

	private static double fading(final double v, final double from,
		final double to)
	{
		final double t = Math.max(0, Math.min(1, (to - v) / (to - from)));
		return t * t * (3 - 2 * t);
	}
}
