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
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.pixels.Luma;
import java.util.List;

/**
 * An eye brought to a common size, with its corners on a horizontal line, and
 * how far each pixel belongs to what the lids leave open.
 *
 * @param levels {@value #WIDTH} × {@value #HEIGHT}, 0 (black) to 255: mostly
 *          red, in which skin is about as bright as the white of the eye, and
 *          every iris darker
 * @param weights as many, 0 (lid) to 1 (between the lids)
 * @param toFrame from the patch to the frame
 * @param gap greatest height between the lids, in widths of the eye
 */
record EyePatch(float[] levels, float[] weights, Similarity toFrame,
	double gap)
{

	/** The patch, px. */
	static final int WIDTH = 48, HEIGHT = 32;

	/** Width of the eye in the patch, px. */
	static final double EYE = 36;

	/** Middle of the corners in the patch, px. */
	static final double X = (WIDTH - 1) / 2.0, Y = (HEIGHT - 1) / 2.0;

	/** Widths of the eye over which a lid's edge is soft. */
	private static final double SOFT = 0.05;

	/** How far the lashes of the upper lid reach into the eye, in its widths. */
	private static final double LASHES = 0.02;

	/** Corners of the eye that are left out: the caruncle, in its widths. */
	private static final double CARUNCLE = 0.06;

	/** Half of the width of reflected light, px of the patch. */
	private static final int GLINT = 2;

	/** Share of red; the rest is luma, which video keeps at full resolution. */
	private static final double RED = 0.6;

	/**
	 * @param frame a picture
	 * @param eye six landmarks in iBUG order; the corners do not coincide
	 * @return the eye
	 */
	static EyePatch of(final Frame frame, final List<Point> eye) {
		final Similarity back = Similarity.estimate(List.of(new Point(X - EYE / 2,
			Y), new Point(X + EYE / 2, Y)), List.of(eye.get(0), eye.get(3)));
		final int[] argb = FaceAligner.crop(frame, back.inverse(), WIDTH, HEIGHT);
		final float[] raw = new float[argb.length];
		for (int i = 0; i < raw.length; i++)
			raw[i] = (float) (RED * (argb[i] >> 16 & 255) + (1 - RED) * Luma.exact(
				argb[i]));
		final float[] levels = opened(raw);
		final var lids = eye.stream().map(back.inverse()::apply).toList();
		return new EyePatch(levels, weights(lids), back, Math.max(gap(lids.get(1),
			lids.get(5)), gap(lids.get(2), lids.get(4))));
	}

	/**
	 * Takes out what is bright and smaller than a square of 2·{@value #GLINT} + 1
	 * px: light that the cornea reflects (a grey-scale opening).
	 */
	private static float[] opened(final float[] levels) {
		return extreme(extreme(levels, -1), 1);
	}

	/** The greatest (sign 1) or least (sign −1) level around each pixel. */
	private static float[] extreme(final float[] levels, final int sign) {
		final float[] across = new float[levels.length];
		final float[] both = new float[levels.length];
		for (int pass = 0; pass < 2; pass++) {
			final float[] from = pass == 0 ? levels : across;
			final float[] to = pass == 0 ? across : both;
			for (int y = 0; y < HEIGHT; y++) {
				for (int x = 0; x < WIDTH; x++) {
					float most = Float.NEGATIVE_INFINITY;
					for (int k = -GLINT; k <= GLINT; k++) {
						final int i = pass == 0 ? clip(x + k, WIDTH) : x;
						final int j = pass == 0 ? y : clip(y + k, HEIGHT);
						most = Math.max(most, sign * from[j * WIDTH + i]);
					}
					to[y * WIDTH + x] = sign * most;
				}
			}
		}
		return both;
	}

	private static int clip(final int at, final int length) {
		return Math.max(0, Math.min(length - 1, at));
	}

	private static double gap(final Point upper, final Point lower) {
		return (lower.y() - upper.y()) / EYE;
	}

	private static float[] weights(final List<Point> lids) {
		final float[] weights = new float[WIDTH * HEIGHT];
		for (int x = 0; x < WIDTH; x++) {
			final double side = (EYE / 2 - Math.abs(x - X)) / EYE - CARUNCLE;
			final double top = lid(lids, x, 1) + LASHES * EYE;
			final double bottom = lid(lids, x, 5);
			for (int y = 0; y < HEIGHT; y++)
				weights[y * WIDTH + x] = (float) (soft(side) * soft((y - top) / EYE) *
					soft((bottom - y) / EYE));
		}
		return weights;
	}

	/** 0 outside, 1 well inside. */
	private static double soft(final double inside) {
		return Math.max(0, Math.min(1, inside / SOFT + 0.5));
	}

	/**
	 * Height of a lid's edge: through the corners and its two landmarks, y = (1 −
	 * u²)·(a + b·u) for u from −1 to 1, which is round as lids are.
	 */
	private static double lid(final List<Point> lids, final int x,
		final int first)
	{
		final Point p = lids.get(first), q = lids.get(first == 1 ? 2 : 4);
		final double u = along(p.x()), v = along(q.x());
		final double f = (p.y() - Y) / (1 - u * u), g = (q.y() - Y) / (1 - v * v);
		final double b = Math.abs(u - v) < 1e-3 ? 0 : (f - g) / (u - v);
		final double here = Math.max(-1, Math.min(1, (x - X) / (EYE / 2)));
		return Y + (1 - here * here) * (f - b * u + b * here);
	}

	private static double along(final double x) {
		return Math.max(-0.8, Math.min(0.8, (x - X) / (EYE / 2)));
	}
}
