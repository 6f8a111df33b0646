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
package io.github.janusfiji.sample;

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/** Reads the exact 68 landmarks off a posed head, in iBUG order. */
final class Measure {

	/** The jaw from the subject's right ear to the chin, average head, cm. */
	private static final double[][] JAW = { { -7.0, -0.6, 1.4 }, { -6.95, -2.7,
		1.9 }, { -6.6, -4.9, 2.5 }, { -6.0, -7.0, 3.2 }, { -5.1, -8.9, 4.1 }, { -4.1,
			-10.3, 5.1 }, { -2.9, -11.2, 6.6 }, { -1.5, -11.6, 7.9 }, { 0, -11.7,
				8.5 } };
	/** How far along a row the visible edge of the face is looked for. */
	private static final int EDGE_REACH = 90;
	/** Places along the eye, from the inner corner, of lid points. */
	private static final double NEAR = 0.33, FAR = 0.67;
	private static final double[] LIPS = { -1, -0.62, -0.24, 0, 0.24, 0.62, 1 };
	private static final double[] INNER_LIPS = { -0.9, -0.4, 0, 0.4, 0.9 };

	private final Camera camera;

	Measure(final Camera camera) {
		this.camera = camera;
	}

	/** @return px in the picture */
	Landmarks landmarks(final Head head) {
		final List<Point> out = new ArrayList<>(Landmarks.COUNT);
		jaw(head, out);
		brows(head, out);
		nose(head, out);
		eyes(head, out);
		mouth(head, out);
		return new Landmarks(out);
	}

	private Point project(final Vec3 p) {
		return new Point(camera.u(p.x(), p.z()), camera.v(p.y(), p.z()));
	}

	private static Vec3 mirrored(final double[] p, final int side) {
		return new Vec3(-side * p[0], p[1], p[2]);
	}

	private void jaw(final Head head, final List<Point> out) {
		for (int i = 0; i < 17; i++) {
			final int side = i <= 8 ? -1 : 1;
			final Vec3 p = mirrored(JAW[i <= 8 ? i : 16 - i], side);
			out.add(i == 8 ? project(head.at(HeadModel.column(p), HeadModel.row(p)))
				: edge(head, p, side));
		}
	}

	/**
	 * The outermost point of the picture between a point of the jaw and the front
	 * of the face: as annotators mark it when the head is turned.
	 */
	private Point edge(final Head head, final Vec3 p, final int side) {
		final double u = HeadModel.column(p), v = HeadModel.row(p);
		Point best = project(head.at(u, v));
		for (int k = 1; k < EDGE_REACH; k++) {
			final Point q = project(head.at(u - side * k, v));
			if (side * (q.x() - best.x()) > 0) best = q;
		}
		return best;
	}

	private void brows(final Head head, final List<Point> out) {
		for (int i = 0; i < 10; i++) {
			final int side = i < 5 ? -1 : 1;
			final double t = (i < 5 ? 4 - i : i - 5) / 4.0;
			final double ax = 1.55 + 3.75 * t;
			out.add(skin(head, side * ax, head.model.browLine(ax) + 0.1 + head.moment()
				.brow()));
		}
	}

	/** A point of the skin, by its place in front of the average face. */
	private Point skin(final Head head, final double x, final double y) {
		return project(head.place(head.frontal(x, y)));
	}

	private void nose(final Head head, final List<Point> out) {
		for (final double y : new double[] { 0.4, -0.9, -2.2, -3.6 })
			out.add(skin(head, 0, y));
		final double w = head.model.who.shape().noseWidth();
		out.add(skin(head, -1.35 * w, -4.6));
		out.add(skin(head, -0.7 * w, -4.85));
		out.add(skin(head, 0, -5.0));
		out.add(skin(head, 0.7 * w, -4.85));
		out.add(skin(head, 1.35 * w, -4.6));
	}

	private void eyes(final Head head, final List<Point> out) {
		out.add(lid(head, -1, 1, true));
		out.add(lid(head, -1, FAR, true));
		out.add(lid(head, -1, NEAR, true));
		out.add(lid(head, -1, 0, true));
		out.add(lid(head, -1, NEAR, false));
		out.add(lid(head, -1, FAR, false));
		out.add(lid(head, 1, 0, true));
		out.add(lid(head, 1, NEAR, true));
		out.add(lid(head, 1, FAR, true));
		out.add(lid(head, 1, 1, true));
		out.add(lid(head, 1, FAR, false));
		out.add(lid(head, 1, NEAR, false));
	}

	private Point lid(final Head head, final int side, final double s,
		final boolean upper)
	{
		final double ax = Eye.across(s), open = head.moment().openness();
		final Eye eye = head.model.eye;
		return skin(head, side * ax, upper ? eye.upperEdge(ax, open) : eye
			.lowerEdge(ax, open));
	}

	private void mouth(final Head head, final List<Point> out) {
		final Mouth mouth = head.model.mouth;
		final Moment m = head.moment();
		final double w = mouth.halfWidth(m);
		for (final double t : LIPS)
			out.add(skin(head, t * w, mouth.upperOuter(t, m)));
		for (int i = LIPS.length - 2; i > 0; i--)
			out.add(skin(head, LIPS[i] * w, mouth.lowerOuter(LIPS[i], m)));
		for (final double t : INNER_LIPS)
			out.add(skin(head, t * w, mouth.upperInner(t, m)));
		for (int i = INNER_LIPS.length - 2; i > 0; i--)
			out.add(skin(head, INNER_LIPS[i] * w, mouth.lowerInner(INNER_LIPS[i],
				m)));
	}
}
