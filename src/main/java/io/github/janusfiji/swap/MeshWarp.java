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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.List;

/**
 * Moves a picture of a face so that its landmarks come to lie where others are:
 * affine within each triangle of the {@link FaceMesh}, by the best similarity
 * outside; the field of positions is smoothed a little, so that no edge of a
 * triangle shows. Resampled once, by Catmull-Rom (Keys 1981, a = −½).
 */
final class MeshWarp {

	/** Resolution of the tabulated kernel, steps per px. */
	private static final int STEPS = 256;

	private static final float[][] KERNEL = kernel();

	private final int width, height;
	private final float[] x, y;

	private MeshWarp(final int width, final int height) {
		this.width = width;
		this.height = height;
		x = new float[width * height];
		y = new float[width * height];
	}

	/**
	 * @param picture of a face
	 * @param from its landmarks, px in it
	 * @param to where they are to be, px in the result
	 * @param size width and height of the result, px
	 * @return the moved picture, limited to 0 to 1; outside of it its border
	 *         continues
	 */
	static FloatRgb warped(final FloatRgb picture, final Landmarks from,
		final Landmarks to, final int size)
	{
		return warp(FaceMesh.pointsBelowHair(from), from, to, size, size).sampled(
			picture, null);
	}

	/**
	 * The same where it is wanted only.
	 *
	 * @param picture of a face
	 * @param from its landmarks, px in it
	 * @param to where they are to be, px in the result
	 * @param width of the result, px
	 * @param wanted one for each pixel of the result, row by row: where it is 0,
	 *          the result stays black
	 * @param irises how those of the picture are moved before
	 * @return the moved picture, limited to 0 to 1
	 */
	static FloatRgb warped(final FloatRgb picture, final Landmarks from,
		final Landmarks to, final int width, final float[] wanted,
		final List<IrisShift> irises)
	{
		final MeshWarp warp = warp(FaceMesh.pointsBelowHair(from), from, to, width,
			wanted.length / width);
		for (final IrisShift iris : irises)
			iris.apply(warp.x, warp.y);
		return warp.sampled(picture, wanted);
	}

	/**
	 * The same with the forehead as it is, so that two such warps between the same
	 * faces undo each other.
	 *
	 * @param picture of a face
	 * @param from its landmarks, px in it
	 * @param to where they are to be, px in the result
	 * @param size width and height of the result, px
	 * @return the moved picture
	 */
	static FloatRgb moved(final FloatRgb picture, final Landmarks from,
		final Landmarks to, final int size)
	{
		return warp(FaceMesh.points(from), from, to, size, size).sampled(picture,
			null);
	}

	private static MeshWarp warp(final List<Point> source, final Landmarks from,
		final Landmarks to, final int width, final int height)
	{
		final var warp = new MeshWarp(width, height);
		warp.similarity(Similarity.estimate(to.points(), from.points()));
		final List<Point> target = FaceMesh.points(to);
		for (final int[] t : FaceMesh.triangles())
			warp.triangle(t, source, target);
		warp.smooth(warp.x);
		warp.smooth(warp.y);
		return warp;
	}

	private void similarity(final Similarity back) {
		for (int v = 0, i = 0; v < height; v++)
			for (int u = 0; u < width; u++, i++) {
				x[i] = (float) (back.a() * u - back.b() * v + back.tx());
				y[i] = (float) (back.b() * u + back.a() * v + back.ty());
			}
	}

	private void triangle(final int[] t, final List<Point> source,
		final List<Point> target)
	{
		final Point a = target.get(t[0]), b = target.get(t[1]), c = target.get(
			t[2]);
		final double abx = b.x() - a.x(), aby = b.y() - a.y();
		final double acx = c.x() - a.x(), acy = c.y() - a.y();
		final double twice = abx * acy - aby * acx;
		// Turned over or flat: its neighbours cover what it would.
		if (twice < 1e-3) return;
		final Point p = source.get(t[0]), q = source.get(t[1]), r = source.get(
			t[2]);
		final int left = (int) Math.max(0, Math.ceil(Math.min(a.x(), Math.min(b
			.x(), c.x()))));
		final int right = (int) Math.min(width - 1.0, Math.floor(Math.max(a.x(), Math
			.max(b.x(), c.x()))));
		final int top = (int) Math.max(0, Math.ceil(Math.min(a.y(), Math.min(b.y(),
			c.y()))));
		final int bottom = (int) Math.min(height - 1.0, Math.floor(Math.max(a.y(),
			Math.max(b.y(), c.y()))));
		for (int v = top; v <= bottom; v++)
			for (int u = left; u <= right; u++) {
				final double dx = u - a.x(), dy = v - a.y();
				final double s = (dx * acy - dy * acx) / twice;
				final double w = (abx * dy - aby * dx) / twice;
				if (s < 0 || w < 0 || s + w > 1) continue;
				x[v * width + u] = (float) (p.x() + s * (q.x() - p.x()) + w * (r.x() - p
					.x()));
				y[v * width + u] = (float) (p.y() + s * (q.y() - p.y()) + w * (r.y() - p
					.y()));
			}
	}

	/** The binomial kernel 1 2 1, along rows and along columns. */
	private void smooth(final float[] field) {
		final var row = new float[width];
		for (int k = 0; k < height; k++)
			smooth(field, k * width, 1, row);
		final var column = new float[height];
		for (int k = 0; k < width; k++)
			smooth(field, k, width, column);
	}

	private static void smooth(final float[] field, final int start,
		final int step, final float[] line)
	{
		final int n = line.length;
		for (int i = 0; i < n; i++)
			line[i] = field[start + i * step];
		for (int i = 1; i < n - 1; i++)
			field[start + i * step] = (line[i - 1] + 2 * line[i] + line[i + 1]) / 4;
	}

	private FloatRgb sampled(final FloatRgb picture, final float[] wanted) {
		final var out = FloatRgb.black(width, height);
		final int w = picture.width(), h = picture.height();
		final var columns = new int[4];
		for (int i = 0; i < x.length; i++) {
			if (wanted != null && wanted[i] == 0) continue;
			final float u = Math.max(-1, Math.min(w, x[i]));
			final float v = Math.max(-1, Math.min(h, y[i]));
			final int u0 = (int) Math.floor(u), v0 = (int) Math.floor(v);
			final float[] kx = KERNEL[(int) ((u - u0) * STEPS)];
			final float[] ky = KERNEL[(int) ((v - v0) * STEPS)];
			for (int k = 0; k < 4; k++)
				columns[k] = clamp(u0 - 1 + k, w);
			for (int c = 0; c < 3; c++) {
				final float[] in = picture.planes()[c];
				float sum = 0;
				for (int j = 0; j < 4; j++) {
					final int row = clamp(v0 - 1 + j, h) * w;
					sum += ky[j] * (kx[0] * in[row + columns[0]] + kx[1] * in[row +
						columns[1]] + kx[2] * in[row + columns[2]] + kx[3] * in[row +
							columns[3]]);
				}
				out.planes()[c][i] = Math.max(0, Math.min(1, sum));
			}
		}
		return out;
	}

	private static int clamp(final int i, final int n) {
		return Math.max(0, Math.min(n - 1, i));
	}

	private static float[][] kernel() {
		final var kernel = new float[STEPS + 1][4];
		for (int s = 0; s <= STEPS; s++) {
			final double t = s / (double) STEPS;
			kernel[s] = new float[] { (float) (((-0.5 * t + 1) * t - 0.5) * t),
				(float) ((1.5 * t - 2.5) * t * t + 1), (float) (((-1.5 * t + 2) * t +
					0.5) * t), (float) ((0.5 * t - 0.5) * t * t) };
		}
		return kernel;
	}
}
