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

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;

/** Draws outlines. */
final class Masks {

	private Masks() {}

	/**
	 * @param outline px
	 * @param width of the picture, px
	 * @param height of the picture, px
	 * @return for each pixel, row by row, whether its middle lies inside
	 */
	static boolean[] inside(final ConvexPolygon outline, final int width,
		final int height)
	{
		final var inside = new boolean[width * height];
		final double[][] edges = outline.edges();
		final var x = outline.corners().stream().mapToDouble(Point::x)
			.summaryStatistics();
		final var y = outline.corners().stream().mapToDouble(Point::y)
			.summaryStatistics();
		final int right = (int) Math.min(width - 1.0, Math.ceil(x.getMax()));
		final int bottom = (int) Math.min(height - 1.0, Math.ceil(y.getMax()));
		for (int j = (int) Math.max(0, y.getMin()); j <= bottom; j++)
			for (int i = (int) Math.max(0, x.getMin()); i <= right; i++)
				inside[j * width + i] = contains(edges, i, j);
		return inside;
	}

	private static boolean contains(final double[][] edges, final double x,
		final double y)
	{
		for (final double[] e : edges)
			if (e[0] * x + e[1] * y + e[2] <= 0) return false;
		return true;
	}
}
