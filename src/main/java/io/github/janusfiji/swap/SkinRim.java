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

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Pulls the jaw of a painted face in to where skin begins. A small network's
 * faces are soft, and landmarks found on them lie a little outside; the strip
 * between would show the background that the network was trained with.
 * <p>
 * Skin is what is close to the colours of the middle of the face: Mahalanobis
 * distance in L*a*b*.
 * </p>
 */
final class SkinRim {

	/** The middle of the face: share of the way from nose to outline. */
	private static final double MIDDLE = 0.6;

	/** Mahalanobis distance up to which a colour is skin. */
	private static final double ALIKE = 3;

	/**
	 * Standard deviations added to those of L*, a* and b*: a chin lies in the
	 * shadow, while its hue changes by noise and blur only.
	 */
	private static final double[] SPREAD = { 15, 3, 3 };

	/** Farthest that a point moves, as a share of its way to the nose. */
	private static final double FARTHEST = 0.35;

	/** How much skin must follow inwards, px of the network. */
	private static final double DEPTH = 3;

	/** How far inside the first skin the outline is put, px: a pixel's blur. */
	private static final double INSIDE = 1;

	/** Step along the way, px. */
	private static final double STEP = 0.5;

	private final FloatRgb lab;
	private final Landmarks landmarks;
	private final Point nose;
	private final double[] mean;
	private final double[][] inverse;

	private SkinRim(final FloatRgb lab, final Landmarks landmarks,
		final Point nose, final ColourStatistics skin)
	{
		this.lab = lab;
		this.landmarks = landmarks;
		this.nose = nose;
		mean = skin.mean();
		final var spread = new double[3][];
		for (int c = 0; c < 3; c++) {
			spread[c] = skin.covariance()[c].clone();
			spread[c][c] += SPREAD[c] * SPREAD[c];
		}
		inverse = SymmetricMatrix.apply(spread, v -> 1 / v);
	}

	/**
	 * @param face a painted face
	 * @param landmarks found on it, px
	 * @return its rim
	 */
	static SkinRim of(final FloatRgb face, final Landmarks landmarks) {
		final List<Point> bridge = landmarks.nose();
		final var nose = new Point(bridge.stream().mapToDouble(Point::x).average()
			.orElseThrow(), bridge.stream().mapToDouble(Point::y).average()
				.orElseThrow());
		final FloatRgb lab = face.toLab();
		final ConvexPolygon middle = new ConvexPolygon(MaskShape.HULL.outline(
			landmarks, 0).corners().stream().map(p -> between(nose, p, MIDDLE))
			.toList());
		final float[] weights = new FaceMask(middle, 1e-3).weights(new Region(0, 0,
			face.width(), face.height()));
		return new SkinRim(lab, landmarks, nose, ColourStatistics.of(lab, weights));
	}

	/** @return the landmarks with the jaw, points 0–16, on skin */
	Landmarks tightened() {
		// A face too small to have a middle has no colour to compare with.
		if (Double.isNaN(mean[0])) return landmarks;
		final var points = new ArrayList<>(landmarks.points());
		for (int i = 0; i < landmarks.jaw().size(); i++)
			points.set(i, tightened(points.get(i)));
		return new Landmarks(points);
	}

	private Point tightened(final Point p) {
		final double way = p.distance(nose), most = FARTHEST * way;
		double skin = 0;
		for (double in = 0; in <= most + DEPTH; in += STEP) {
			if (!isSkin(between(p, nose, in / way))) skin = in + STEP;
			else if (in - skin >= DEPTH) break;
		}
		if (skin == 0) return p;
		return between(p, nose, Math.min(most, skin + INSIDE) / way);
	}

	/** Where the picture ends its border goes on. */
	private boolean isSkin(final Point p) {
		final int x = (int) Math.max(0, Math.min(lab.width() - 1, Math.round(p
			.x())));
		final int y = (int) Math.max(0, Math.min(lab.height() - 1, Math.round(p
			.y())));
		final int i = y * lab.width() + x;
		double squares = 0;
		for (int c = 0; c < 3; c++)
			for (int d = 0; d < 3; d++)
				squares += inverse[c][d] * (lab.planes()[c][i] - mean[c]) *
					(lab.planes()[d][i] - mean[d]);
		return squares <= ALIKE * ALIKE;
	}

	private static Point between(final Point from, final Point to,
		final double share)
	{
		return new Point(from.x() + share * (to.x() - from.x()), from.y() + share *
			(to.y() - from.y()));
	}
}
