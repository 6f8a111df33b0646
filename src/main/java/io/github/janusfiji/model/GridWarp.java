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
package io.github.janusfiji.model;

import java.util.random.RandomGenerator;

/**
 * The random warp of 2017 (deepfakes/faceswap, first commit): a grid of 5×5
 * nodes over the part of the crop that the network sees, each moved by a normal
 * deviate. The network's input follows the grid bilinearly; its target follows
 * the similarity that fits the moved grid best (Umeyama 1991), so both show the
 * face in the same place.
 * <p>
 * Positions are shares of the crop's width, 0 to 1, and shares of the network's
 * picture, 0 to 1.
 * </p>
 */
final class GridWarp {

	private static final int NODES = 5;

	/**
	 * (x, y) ↦ (xx·x + xy·y + x0, yx·x + yy·y + y0).
	 */
	record Affine(double xx, double xy, double x0, double yx, double yy,
		double y0)
	{
		double x(final double x, final double y) {
			return xx * x + xy * y + x0;
		}

		double y(final double x, final double y) {
			return yx * x + yy * y + y0;
		}

		/** This map, then the next. */
		Affine then(final Affine next) {
			return new Affine(next.xx * xx + next.xy * yx, next.xx * xy + next.xy * yy,
				next.x(x0, y0), next.yx * xx + next.yy * yx, next.yx * xy + next.yy * yy,
				next.y(x0, y0));
		}
	}

	private final double[] x;
	private final double[] y;
	private final Affine target;

	/**
	 * @param coverage share of the crop's width that the network sees
	 * @param deviation standard deviation of the nodes, share of the crop's width
	 * @param random moves the nodes; null leaves them where they are
	 */
	GridWarp(final double coverage, final double deviation,
		final RandomGenerator random)
	{
		x = new double[NODES * NODES];
		y = new double[NODES * NODES];
		for (int i = 0; i < x.length; i++) {
			x[i] = regular(i % NODES, coverage) + jitter(deviation, random);
			y[i] = regular(i / NODES, coverage) + jitter(deviation, random);
		}
		target = fit(x, y);
	}

	private GridWarp(final double[] x, final double[] y, final Affine target) {
		this.x = x;
		this.y = y;
		this.target = target;
	}

	/**
	 * From the picture (q) to the crop (p), as complex numbers: least squares of
	 * the picture's grid is solved for the inverse map q = a p + t, as in 2017.
	 */
	private static Affine fit(final double[] x, final double[] y) {
		double mx = 0, my = 0;
		for (int i = 0; i < x.length; i++) {
			mx += x[i] / x.length;
			my += y[i] / x.length;
		}
		double ar = 0, ai = 0, norm = 0;
		for (int i = 0; i < x.length; i++) {
			final double px = x[i] - mx, py = y[i] - my;
			final double qx = i % NODES / (NODES - 1.0) - 0.5;
			final double qy = i / NODES / (NODES - 1.0) - 0.5;
			ar += px * qx + py * qy;
			ai += px * qy - py * qx;
			norm += px * px + py * py;
		}
		ar /= norm;
		ai /= norm;
		final double square = ar * ar + ai * ai;
		final double re = ar / square, im = -ai / square;
		return new Affine(re, -im, mx - 0.5 * (re - im), im, re, my - 0.5 * (im +
			re));
	}

	/**
	 * @param next from crop to crop
	 * @return this warp, then the map: what is bilinear stays so
	 */
	GridWarp then(final Affine next) {
		final double[] nx = new double[x.length], ny = new double[y.length];
		for (int i = 0; i < x.length; i++) {
			nx[i] = next.x(x[i], y[i]);
			ny[i] = next.y(x[i], y[i]);
		}
		return new GridWarp(nx, ny, target.then(next));
	}

	private static double regular(final int node, final double coverage) {
		return 0.5 + coverage * (node / (NODES - 1.0) - 0.5);
	}

	private static double jitter(final double deviation,
		final RandomGenerator random)
	{
		return random == null ? 0 : random.nextGaussian() * deviation;
	}

	/**
	 * Where the network's input is taken.
	 *
	 * @param v down the network's picture, 0 to 1
	 * @param atX overwritten with positions across the crop of the centres of as
	 *          many pixels
	 * @param atY down the crop
	 */
	void inputRow(final double v, final float[] atX, final float[] atY) {
		final double gy = v * (NODES - 1);
		final int j = Math.min(NODES - 2, (int) gy);
		fill(x, j, gy - j, atX);
		fill(y, j, gy - j, atY);
	}

	private static void fill(final double[] map, final int j, final double fy,
		final float[] at)
	{
		for (int i = 0; i < at.length; i++) {
			final double gx = (i + 0.5) / at.length * (NODES - 1);
			final int k = Math.min(NODES - 2, (int) gx), n = j * NODES + k;
			final double top = map[n] + (gx - k) * (map[n + 1] - map[n]);
			final double low = map[n + NODES] + (gx - k) * (map[n + NODES + 1] -
				map[n + NODES]);
			at[i] = (float) (top + fy * (low - top));
		}
	}

	/**
	 * Where the network's target is taken.
	 *
	 * @param v as in {@link #inputRow}
	 * @param atX likewise
	 * @param atY likewise
	 */
	void targetRow(final double v, final float[] atX, final float[] atY) {
		for (int i = 0; i < atX.length; i++) {
			final double u = (i + 0.5) / atX.length;
			atX[i] = (float) target.x(u, v);
			atY[i] = (float) target.y(u, v);
		}
	}
}
