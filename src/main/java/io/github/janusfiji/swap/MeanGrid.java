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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.List;

/**
 * The mean face as a small square picture on which faces can be compared pixel
 * by pixel: where it has what, and filters for such pictures.
 */
final class MeanGrid {

	/** Width and height, px. */
	static final int SIZE = 80;

	/** Number of pixels. */
	static final int AREA = SIZE * SIZE;

	/** The mean face, px. */
	static final Landmarks MEAN = FaceAligner.meanFace(SIZE);

	/** The row over the brows, from which on upwards all is skin or hair. */
	static final int BROW_ROW = (int) Math.floor(MEAN.get(19).y()) - 1;

	/** Lift over the brows of what is looked at. */
	private static final double LIFT = 1.3;

	/** Size of the area in which features move, relative to their own. */
	private static final double MARGIN = 1.1;

	private MeanGrid() {}

	/**
	 * @param in values of all pixels
	 * @param radius of a square, px
	 * @return its means; 0 near the border
	 */
	static float[] box(final float[] in, final int radius) {
		final var out = new float[AREA];
		final int n = (2 * radius + 1) * (2 * radius + 1);
		for (int y = radius; y < SIZE - radius; y++)
			for (int x = radius; x < SIZE - radius; x++) {
				float sum = 0;
				for (int v = -radius; v <= radius; v++)
					for (int u = -radius; u <= radius; u++)
						sum += in[(y + v) * SIZE + x + u];
				out[y * SIZE + x] = sum / n;
			}
		return out;
	}

	/**
	 * @param in values of all pixels
	 * @return the largest of the neighbours, two pixels far; then softened
	 */
	static float[] widened(final float[] in) {
		final var out = new float[AREA];
		for (int y = 2; y < SIZE - 2; y++)
			for (int x = 2; x < SIZE - 2; x++)
				for (int v = -2; v <= 2; v++)
					for (int u = -2; u <= 2; u++)
						if (u * u + v * v <= 5) out[y * SIZE + x] = Math.max(out[y * SIZE +
							x], in[(y + v) * SIZE + x + u]);
		return box(out, 1);
	}

	/** @return of each pixel whether it lies in the face or over the brows */
	static boolean[] inside() {
		return filled(new FaceOutline(FaceOutline.of(MEAN, LIFT).corners()), 1);
	}

	/** @return of each pixel whether it lies at eyes, brows or mouth */
	static boolean[] moving() {
		final var out = new boolean[AREA];
		for (final int[] part : new int[][] { { 17, 22 }, { 22, 27 }, { 36, 42 }, {
			42, 48 }, { 48, 68 } })
		{
			final boolean[] one = filled(FaceOutline.around(MEAN.points().subList(
				part[0], part[1])), MARGIN);
			for (int i = 0; i < AREA; i++)
				out[i] |= one[i];
		}
		return out;
	}

	private static boolean[] filled(final FaceOutline outline,
		final double size)
	{
		final Point c = Point.mean(outline.corners());
		final List<Point> larger = outline.corners().stream().map(p -> new Point(c
			.x() + size * (p.x() - c.x()), c.y() + size * (p.y() - c.y()))).toList();
		final float[] weights = new FaceMask(new ConvexPolygon(larger), 1e-3)
			.weights(new Region(0, 0, SIZE, SIZE));
		final var out = new boolean[AREA];
		for (int i = 0; i < AREA; i++)
			out[i] = weights[i] > 0;
		return out;
	}
}
