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
package io.github.janusfiji.landmark;

import io.github.janusfiji.geometry.Affinity;

/**
 * Shuts the eyes of a picture: stretches the skin between brow and upper lid
 * down over the eye, since pictures of closed eyes with marks are rare.
 */
final class LidWarp {

	/** First landmark of each eye, outer or inner corner. */
	private static final int[] EYES = { 36, 42 };
	/** How far a shut eye's lids meet below the upper one, as a share of it. */
	private static final double MEET = 0.85;

	private LidWarp() {}

	/**
	 * @param face picture and marks
	 * @param degree 0 leaves the eyes as they are, 1 shuts them
	 * @return picture and marks with lids moved
	 */
	static MarkedFace shut(final MarkedFace face, final double degree) {
		final GreyImage from = face.image();
		final float[] data = from.data().clone();
		final float[] marks = face.marks().clone();
		for (final int eye : EYES) {
			final Lids lids = new Lids(face.marks(), eye, degree);
			lids.warp(from, data);
			lids.moveMarks(marks);
		}
		return new MarkedFace(face.name(), face.argb(), new GreyImage(from.width(),
			from.height(), data, 0, 0, 1), marks);
	}

	/** One eye in coordinates along (u) and across (v, downwards) its corners. */
	private static final class Lids {

		private final int eye;
		private final double degree, cx, cy, ux, uy, length;
		private final double[] upperU, upperV, lowerU, lowerV;
		/** How far above the upper lid the skin gives. */
		private final double reach;

		Lids(final float[] marks, final int eye, final double degree) {
			this.eye = eye;
			this.degree = degree;
			cx = marks[2 * eye];
			cy = marks[2 * eye + 1];
			final double dx = marks[2 * eye + 6] - cx, dy = marks[2 * eye + 7] - cy;
			length = Math.max(1, Math.hypot(dx, dy));
			ux = dx / length;
			uy = dy / length;
			upperU = new double[4];
			upperV = new double[4];
			lowerU = new double[4];
			lowerV = new double[4];
			final int[] upper = { 0, 1, 2, 3 }, lower = { 0, 5, 4, 3 };
			for (int i = 0; i < 4; i++) {
				upperU[i] = along(marks, eye + upper[i]);
				upperV[i] = across(marks, eye + upper[i]);
				lowerU[i] = along(marks, eye + lower[i]);
				lowerV[i] = across(marks, eye + lower[i]);
			}
			reach = 0.45 * length;
		}

		private double along(final float[] m, final int i) {
			return (m[2 * i] - cx) * ux + (m[2 * i + 1] - cy) * uy;
		}

		private double across(final float[] m, final int i) {
			return -(m[2 * i] - cx) * uy + (m[2 * i + 1] - cy) * ux;
		}

		private double fallen(final double upper, final double lower) {
			return upper + degree * MEET * Math.max(0, lower - upper);
		}

		private double risen(final double upper, final double lower) {
			return lower - degree * (1 - MEET) * Math.max(0, lower - upper);
		}

		void moveMarks(final float[] marks) {
			for (int k = 1; k < 3; k++) {
				final double lower = Curve.at(lowerU, lowerV, upperU[k]);
				set(marks, eye + k, upperU[k], fallen(upperV[k], lower));
				final double upper = Curve.at(upperU, upperV, lowerU[k]);
				set(marks, eye + 6 - k, lowerU[k], risen(upper, lowerV[k]));
			}
		}

		private void set(final float[] marks, final int i, final double u,
			final double v)
		{
			marks[2 * i] = (float) (cx + u * ux - v * uy);
			marks[2 * i + 1] = (float) (cy + u * uy + v * ux);
		}

		void warp(final GreyImage from, final float[] out) {
			final double r = 1.1 * length;
			final double mx = cx + ux * length / 2, my = cy + uy * length / 2;
			final float[] one = new float[1];
			for (int y = (int) Math.max(0, my - r); y < Math.min(from.height(), my +
				r); y++)
				for (int x = (int) Math.max(0, mx - r); x < Math.min(from.width(), mx +
					r); x++)
				{
					final double u = (x - cx) * ux + (y - cy) * uy;
					final double v = -(x - cx) * uy + (y - cy) * ux;
					final double s = source(u, v);
					if (s == v) continue;
					from.resample(new Affinity(1, 0, cx + u * ux - s * uy, 0, 1, cy + u *
						uy + s * ux), one, 1);
					out[y * from.width() + x] = one[0];
				}
		}

		/** Where across the eye the pixel at (u, v) comes from. */
		private double source(final double u, final double v) {
			if (u <= 0 || u >= length) return v;
			final double upper = Curve.at(upperU, upperV, u);
			final double lower = Math.max(upper, Curve.at(lowerU, lowerV, u));
			final double lid = fallen(upper, lower);
			final double top = upper - reach;
			// The lash line, about a tenth of the eye's length, falls with the lid.
			final double lash = Math.min(0.06 * length, (lower - upper) / 2);
			if (v <= top || v >= lid + lash) return v;
			if (v >= lid) return upper + (v - lid);
			final double t = (v - top) / (lid - top);
			return top + t * (upper - top);
		}
	}
}
