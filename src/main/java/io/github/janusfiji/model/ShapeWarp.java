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

import io.github.janusfiji.geometry.Landmarks;

/**
 * Smooth map of a crop onto itself that moves one face's landmarks to another's:
 * a displacement on a lattice, bilinear in between. Each pass smooths what the
 * landmarks still miss with a Gaussian kernel (Nadaraya 1964, Watson 1964), the
 * next one finer, so that the map neither folds nor reaches far beyond the face.
 * Positions are shares of the crop's width.
 */
final class ShapeWarp {

	/** Nodes across the crop. */
	private static final int NODES = 33;

	/** Widths of the kernels, shares of the crop. */
	private static final double[] WIDTHS = { 0.10, 0.07, 0.05, 0.035, 0.03 };

	/** Weight of staying where one is, against one landmark's at its place. */
	private static final double STILL = 0.03;

	/** A map that moves nothing. */
	static final ShapeWarp NONE = new ShapeWarp(new float[NODES * NODES],
		new float[NODES * NODES]);

	private final float[] dx;
	private final float[] dy;

	private ShapeWarp(final float[] dx, final float[] dy) {
		this.dx = dx;
		this.dy = dy;
	}

	/**
	 * @param from landmarks
	 * @param to the same landmarks of another face
	 * @return the map that moves a position near the first face to where the
	 *         second has it
	 */
	static ShapeWarp between(final Landmarks from, final Landmarks to) {
		final int n = Landmarks.COUNT;
		final double[] px = new double[n], py = new double[n];
		final double[] rx = new double[n], ry = new double[n];
		for (int i = 0; i < n; i++) {
			px[i] = from.get(i).x();
			py[i] = from.get(i).y();
			rx[i] = to.get(i).x() - px[i];
			ry[i] = to.get(i).y() - py[i];
		}
		final var warp = new ShapeWarp(new float[NODES * NODES],
			new float[NODES * NODES]);
		final double[] d = new double[2];
		for (final double width : WIDTHS) {
			for (int k = 0; k < NODES * NODES; k++) {
				smoothed(px, py, rx, ry, k % NODES / (NODES - 1.0), k / NODES /
					(NODES - 1.0), width, d);
				warp.dx[k] += (float) d[0];
				warp.dy[k] += (float) d[1];
			}
			for (int i = 0; i < n; i++) {
				rx[i] = to.get(i).x() - px[i] - warp.at(warp.dx, px[i], py[i]);
				ry[i] = to.get(i).y() - py[i] - warp.at(warp.dy, px[i], py[i]);
			}
		}
		return warp;
	}

	private static void smoothed(final double[] px, final double[] py,
		final double[] rx, final double[] ry, final double x, final double y,
		final double width, final double[] to)
	{
		double sum = STILL, sx = 0, sy = 0;
		for (int i = 0; i < px.length; i++) {
			final double ux = (x - px[i]) / width, uy = (y - py[i]) / width;
			final double k = Math.exp(-(ux * ux + uy * uy) / 2);
			sum += k;
			sx += k * rx[i];
			sy += k * ry[i];
		}
		to[0] = sx / sum;
		to[1] = sy / sum;
	}

	private double at(final float[] map, final double x, final double y) {
		final double gx = Math.max(0, Math.min(1, x)) * (NODES - 1);
		final double gy = Math.max(0, Math.min(1, y)) * (NODES - 1);
		final int i = Math.min(NODES - 2, (int) gx);
		final int j = Math.min(NODES - 2, (int) gy), k = j * NODES + i;
		final double fx = gx - i, fy = gy - j;
		final double top = map[k] + fx * (map[k + 1] - map[k]);
		final double low = map[k + NODES] + fx * (map[k + NODES + 1] - map[k +
			NODES]);
		return top + fy * (low - top);
	}

	/**
	 * Moves positions.
	 *
	 * @param x across the crop; overwritten
	 * @param y down the crop; overwritten
	 */
	void move(final float[] x, final float[] y) {
		if (this == NONE) return;
		for (int i = 0; i < x.length; i++) {
			final double px = x[i], py = y[i];
			x[i] = (float) (px + at(dx, px, py));
			y[i] = (float) (py + at(dy, px, py));
		}
	}
}
