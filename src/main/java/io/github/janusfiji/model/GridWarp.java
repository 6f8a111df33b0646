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
 * deviate of 5 px at a crop of 256 px. The network's input follows the grid
 * bilinearly; its target follows the similarity that fits the moved grid best
 * (Umeyama 1991), so both show the face in the same place.
 * <p>
 * Positions are shares of the crop's width, 0 to 1, and shares of the network's
 * picture, 0 to 1.
 * </p>
 */
final class GridWarp {

	private static final int NODES = 5;
	private static final double DEVIATION = 5.0 / 256;

	private final double[] x = new double[NODES * NODES];
	private final double[] y = new double[NODES * NODES];
	private final double re;
	private final double im;
	private final double tx;
	private final double ty;

	/**
	 * @param coverage share of the crop's width that the network sees
	 * @param random moves the nodes; null leaves them where they are
	 */
	GridWarp(final double coverage, final RandomGenerator random) {
		double mx = 0, my = 0;
		for (int i = 0; i < x.length; i++) {
			x[i] = regular(i % NODES, coverage) + jitter(random);
			y[i] = regular(i / NODES, coverage) + jitter(random);
			mx += x[i] / x.length;
			my += y[i] / y.length;
		}
		// From the picture (q) to the crop (p), as complex numbers: least squares
		// of the picture's grid is solved for the inverse map q = a p + t, as in 2017.
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
		re = ar / square;
		im = -ai / square;
		tx = mx - 0.5 * (re - im);
		ty = my - 0.5 * (im + re);
	}

	private static double regular(final int node, final double coverage) {
		return 0.5 + coverage * (node / (NODES - 1.0) - 0.5);
	}

	private static double jitter(final RandomGenerator random) {
		return random == null ? 0 : random.nextGaussian() * DEVIATION;
	}

	/**
	 * @param u across the network's picture, 0 to 1
	 * @param v down
	 * @param to where in the crop its input is taken: x, y
	 */
	void input(final double u, final double v, final double[] to) {
		final double gx = u * (NODES - 1), gy = v * (NODES - 1);
		final int i = Math.min(NODES - 2, (int) gx);
		final int j = Math.min(NODES - 2, (int) gy);
		final double fx = gx - i, fy = gy - j;
		final int n = j * NODES + i;
		to[0] = bilinear(x, n, fx, fy);
		to[1] = bilinear(y, n, fx, fy);
	}

	private static double bilinear(final double[] map, final int n,
		final double fx, final double fy)
	{
		final double top = map[n] + fx * (map[n + 1] - map[n]);
		final double low = map[n + NODES] + fx * (map[n + NODES + 1] - map[n +
			NODES]);
		return top + fy * (low - top);
	}

	/**
	 * @param u across the network's picture, 0 to 1
	 * @param v down
	 * @param to where in the crop its target is taken: x, y
	 */
	void target(final double u, final double v, final double[] to) {
		to[0] = re * u - im * v + tx;
		to[1] = im * u + re * v + ty;
	}
}
