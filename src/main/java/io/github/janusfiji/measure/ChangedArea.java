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
package io.github.janusfiji.measure;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a swap changed: the convex hull of the pixels whose difference is
 * above what coding does to the rest of the picture. In a lossless clip that is
 * every pixel that differs.
 */
final class ChangedArea {

	/** Share of the untouched picture's differences that are taken for coding. */
	private static final double CODING = 0.999;

	/** Changed neighbours of eight that tell an area from a speck. */
	private static final int NEIGHBOURS = 5;

	/** Least corners of an area. */
	private static final int CORNERS = 3;

	/** From a pixel's middle to its edge. */
	private static final double HALF = 0.5;

	private ChangedArea() {}

	/**
	 * @param source a frame
	 * @param swapped the same after the swap
	 * @param limit where to look, px
	 * @return the changed area; nothing if there is none
	 */
	static Optional<ConvexPolygon> of(final Frame source, final Frame swapped,
		final ConvexPolygon limit)
	{
		final int width = source.width(), height = source.height();
		final boolean[] inside = Masks.inside(limit, width, height);
		final int[] difference = difference(source.argb(), swapped.argb());
		final int coding = coding(difference, inside);
		final var ends = new ArrayList<Point>();
		for (int y = 1; y < height - 1; y++) {
			int first = -1, last = -1;
			for (int x = 1; x < width - 1; x++) {
				final int i = y * width + x;
				if (!inside[i] || difference[i] <= coding || coding > 0 && neighbours(
					difference, i, width, coding) < NEIGHBOURS) continue;
				if (first < 0) first = x;
				last = x;
			}
			if (first < 0) continue;
			ends.add(new Point(first, y));
			ends.add(new Point(last, y));
		}
		return hull(ends);
	}

	private static Optional<ConvexPolygon> hull(final List<Point> points) {
		if (points.size() < CORNERS) return Optional.empty();
		final var corners = FaceOutline.around(points)
			.corners();
		return corners.size() < CORNERS ? Optional.empty() : Optional.of(
			new ConvexPolygon(new ConvexPolygon(corners).offset(HALF)));
	}

	/** Largest difference of the three channels. */
	private static int[] difference(final int[] a, final int[] b) {
		final var difference = new int[a.length];
		for (int i = 0; i < a.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				difference[i] = Math.max(difference[i], Math.abs((a[i] >> shift & 255) -
					(b[i] >> shift & 255)));
		return difference;
	}

	/** The level that all but a thousandth of the differences outside keep to. */
	private static int coding(final int[] difference, final boolean[] inside) {
		final var counts = new long[256];
		long all = 0;
		for (int i = 0; i < inside.length; i++) {
			if (inside[i]) continue;
			counts[difference[i]]++;
			all++;
		}
		long below = counts[0];
		int level = 0;
		while (below < CODING * all && level < 255)
			below += counts[++level];
		return level;
	}

	private static int neighbours(final int[] difference, final int i,
		final int width, final int level)
	{
		int n = 0;
		for (int y = -width; y <= width; y += width)
			for (int x = -1; x <= 1; x++)
				if ((x != 0 || y != 0) && difference[i + y + x] > level) n++;
		return n;
	}
}
