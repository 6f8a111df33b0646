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

import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;

/**
 * The halves of a face whose pictures are chosen apart: a donor who looks down
 * with an open mouth may never have been seen, but both alone were. The look of
 * a half is pose and expression as numbers that can be compared between people:
 * where the head points, and how the half differs from the person's own face at
 * rest. A difference of 1 in one of them is clearly seen.
 */
enum FacePart {

	/** Forehead, brows and eyes. */
	UPPER {

		@Override
		double[] look(final FaceHabits habits, final int index) {
			final Pose pose = habits.faces().get(index).pose();
			final double[] e = habits.expression(index);
			final var look = new double[6];
			look[0] = pose.yaw() / YAW;
			look[1] = pose.pitch() / PITCH;
			for (int i = 17; i < 27; i++)
				look[2] += e[2 * i + 1] / (10 * BROWS);
			look[3] = (e[44] - e[42]) / FROWN;
			look[4] = habits.eye(index, 0) / EYES;
			look[5] = habits.eye(index, 1) / EYES;
			return look;
		}

		@Override
		double misfit(final double[] wanted, final double[] shown) {
			double sum = 0;
			for (int i = 0; i < wanted.length; i++) {
				final double d = wanted[i] - shown[i];
				// Lids can be let down, but what they hide cannot be seen.
				sum += i >= 4 && d > 0 ? HIDDEN * d * d : d * d;
			}
			return sum;
		}
	},

	/** Mouth and chin. */
	LOWER {

		@Override
		double[] look(final FaceHabits habits, final int index) {
			final Pose pose = habits.faces().get(index).pose();
			final double[] e = habits.expression(index);
			final var look = new double[3 + 2 * LIP_POINTS];
			look[0] = pose.yaw() / YAW;
			look[1] = pose.pitch() / (2 * PITCH);
			look[2] = FaceHabits.mouthGap(e) / GAP;
			final double each = LIPS * Math.sqrt(LIP_POINTS);
			for (int i = 0; i < 2 * LIP_POINTS; i++)
				look[3 + i] = e[2 * FIRST_LIP + i] / each;
			return look;
		}

		@Override
		double misfit(final double[] wanted, final double[] shown) {
			final double d = wanted[2] - shown[2];
			// Lips can be closed, but teeth that were not seen cannot be shown.
			return FacePart.squares(wanted, shown) + (d > 0 ? d * d : 0);
		}
	};

	/** Degrees of yaw and pitch; pitch is known less well. */
	private static final double YAW = 7, PITCH = 10;

	/**
	 * Distance that lips and brows move, by which the inner lips part, and by which
	 * the brows draw together, in widths of the jaw.
	 */
	private static final double LIPS = 0.018, BROWS = 0.03, GAP = 0.02,
			FROWN = 0.03;

	/** Share by which eyes open. */
	private static final double EYES = 0.6;

	/** How much worse lids are that are too far down, squared. */
	private static final double HIDDEN = 8;

	private static final int FIRST_LIP = 48, LIP_POINTS = 20;

	/**
	 * @param habits of the person
	 * @param index of the face among them
	 * @return the look of this half
	 */
	abstract double[] look(FaceHabits habits, int index);

	/**
	 * @param wanted a look
	 * @param shown that of a picture
	 * @return how badly the picture can show it: a sum of squared differences
	 */
	abstract double misfit(double[] wanted, double[] shown);

	private static double squares(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		return sum;
	}

	/**
	 * @param upper a face
	 * @param lower the same face from another picture; changed into a picture of
	 *          both halves
	 * @param shares of the upper one, for each pixel
	 */
	static void join(final FloatRgb upper, final FloatRgb lower,
		final float[] shares)
	{
		for (int c = 0; c < 3; c++) {
			final float[] from = upper.planes()[c], to = lower.planes()[c];
			for (int i = 0; i < shares.length; i++)
				to[i] += shares[i] * (from[i] - to[i]);
		}
	}

	/**
	 * @param face landmarks, px
	 * @param width px
	 * @param height px
	 * @return how much of each pixel belongs to the upper half: from 1 to 0 along
	 *         the nose
	 */
	static float[] upperShares(final Landmarks face, final int width,
		final int height)
	{
		final Point above = face.get(28), below = face.get(33);
		final double dx = below.x() - above.x(), dy = below.y() - above.y();
		final double squares = Math.max(1, dx * dx + dy * dy);
		final var shares = new float[width * height];
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				final double t = Math.max(0, Math.min(1, ((x - above.x()) * dx + (y -
					above.y()) * dy) / squares));
				shares[i] = (float) (1 - t * t * (3 - 2 * t));
			}
		return shares;
	}

	/**
	 * @param upper shares of the upper half
	 * @return those of the lower one
	 */
	static float[] lowerShares(final float[] upper) {
		final var lower = new float[upper.length];
		for (int i = 0; i < lower.length; i++)
			lower[i] = 1 - upper[i];
		return lower;
	}
}
