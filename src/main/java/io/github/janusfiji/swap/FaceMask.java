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

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The weight with which a face is painted in: 1 inside, 0 outside an outline,
 * with a soft edge between. The outline is eroded by 2σ and feathered with a
 * Gaussian of that σ, so the weight reaches exactly 0 at the outline: nothing
 * outside it changes.
 *
 * @param outline what may change, px
 * @param sigma of the feathering, px
 * @param learned what the network learnt, which weakens the weight inside;
 *          nothing for the outline alone
 */
record FaceMask(ConvexPolygon outline, double sigma,
	Optional<LearnedMask> learned)
{

	/** Sharpest edge, px: σ of a pixel's own width. */
	private static final double SHARPEST = 0.3;

	/** Distance from the window's edge that is never shown, px of the network. */
	static final double INSET = 0.5;

	/** Resolution of the tabulated edge profile, steps per σ. */
	private static final int STEPS = 64;

	/** The Gaussian's cumulative distribution from −2σ to 2σ, made 0 to 1. */
	private static final float[] PROFILE = profile();

	/** The outline alone. */
	FaceMask(final ConvexPolygon outline, final double sigma) {
		this(outline, sigma, Optional.empty());
	}

	/**
	 * @param outline what may change, px
	 * @param feather σ as a share of the square root of the outline's area
	 * @return the mask
	 */
	static FaceMask of(final ConvexPolygon outline, final double feather) {
		return new FaceMask(outline, Math.max(SHARPEST, feather * Math.sqrt(outline
			.area())));
	}

	/**
	 * @param shape of the face, px in the frame
	 * @param toWindow from the frame to the network's window
	 * @param framing the window; nothing outside it is shown
	 * @param feather σ as a share of the square root of the outline's area
	 * @return the mask in the frame, or nothing if no part of the face is in the
	 *         window
	 */
	static Optional<FaceMask> in(final ConvexPolygon shape,
		final Similarity toWindow, final ModelFraming framing,
		final double feather)
	{
		final ConvexPolygon window = framing.rectangle(INSET).mapped(toWindow
			.inverse());
		final List<Point> visible = shape.clipped(window);
		if (!(ConvexPolygon.area(visible) > 0)) return Optional.empty();
		return Optional.of(of(new ConvexPolygon(visible), feather));
	}

	/**
	 * @param mask a learnt mask in the same image
	 * @return this one, weakened by it
	 */
	FaceMask with(final LearnedMask mask) {
		return new FaceMask(outline, sigma, Optional.of(mask));
	}

	/**
	 * @param limit another outline, px in the same image
	 * @return the mask of the part common to both, as soft as this one; this one
	 *         if there is none
	 */
	FaceMask within(final ConvexPolygon limit) {
		final List<Point> common = outline.clipped(limit);
		return ConvexPolygon.area(common) > 0 ? new FaceMask(new ConvexPolygon(
			common), sigma, learned) : this;
	}

	/**
	 * @param map to another image
	 * @return the same mask there
	 */
	FaceMask mapped(final Similarity map) {
		return new FaceMask(outline.mapped(map), sigma * map.scale(), learned.map(
			m -> m.mapped(map)));
	}

	/**
	 * @param factor of the feathering
	 * @return the same outline with a sharper or softer edge
	 */
	FaceMask feathered(final double factor) {
		return new FaceMask(outline, sigma * factor, learned.map(m -> m.feathered(
			factor)));
	}

	/**
	 * @param region where
	 * @return one weight from 0 to 1 for each pixel, row by row
	 */
	float[] weights(final Region region) {
		final var weights = new float[region.area()];
		final double[][] edges = outline.edges();
		final var row = new Row(edges.length, region);
		for (int y = 0; y < region.height(); y++)
			row(edges, row, region, y, weights);
		learned.ifPresent(mask -> weaken(weights, mask, region));
		return weights;
	}

	/**
	 * The depth of a pixel is the least distance from an edge. Along a row each
	 * distance is linear, so the row's part inside is an interval, and edges that
	 * stay too far from it to matter are left out.
	 */
	private void row(final double[][] edges, final Row row,
		final Region region, final int y, final float[] weights)
	{
		double left = 0, right = region.width() - 1.0;
		for (final double[] e : edges) {
			final double start = e[0] * region.x() + e[1] * (region.y() + y) + e[2];
			if (e[0] > 0) left = Math.max(left, -start / e[0]);
			else if (e[0] < 0) right = Math.min(right, -start / e[0]);
			else if (start <= 0) return;
		}
		// One more on each side: what rounding lets through has no depth.
		final int from = (int) Math.max(0, Math.floor(left));
		final int to = (int) Math.min(region.width() - 1.0, Math.ceil(right));
		if (from > to) return;
		int count = 0;
		for (final double[] e : edges) {
			final double start = e[0] * region.x() + e[1] * (region.y() + y) + e[2];
			if (start + Math.min(e[0] * from, e[0] * to) < 4 * sigma)
				row.near[count++] = e;
		}
		final double steps = STEPS / sigma;
		Arrays.fill(row.depths, from, to + 1, 4 * sigma);
		for (int k = 0; k < count; k++)
			row.limit(row.near[k], region.y() + y, from, to, 4 * sigma);
		for (int x = from; x <= to; x++)
			weights[y * region.width() + x] = profile(row.depths[x] * steps);
	}

	/** Memory of a row, in arrays that can be run through in vectors. */
	private static final class Row {

		private final double[][] near;
		private final double[] positions;
		private final double[] depths;

		private Row(final int edges, final Region region) {
			near = new double[edges][];
			positions = new double[region.width()];
			depths = new double[region.width()];
			for (int x = 0; x < positions.length; x++)
				positions[x] = region.x() + x;
		}

		/**
		 * Takes an edge's distance where it is less than what was nearest. It grows
		 * along the row from one end, so only the part up to where it no longer
		 * matters is looked at.
		 */
		private void limit(final double[] edge, final double y, final int from,
			final int to, final double far)
		{
			final double slope = edge[0], down = edge[1] * y, start = edge[2];
			final double end = (far - down - start) / slope - positions[0];
			final int first = slope < 0 ? (int) Math.max(from, Math.floor(end) - 1)
				: from;
			final int last = slope > 0 ? (int) Math.min(to, Math.ceil(end) + 1) : to;
			for (int x = first; x <= last; x++)
				depths[x] = Math.min(depths[x], slope * positions[x] + down + start);
		}
	}

	private static void weaken(final float[] weights, final LearnedMask mask,
		final Region region)
	{
		for (int i = 0; i < weights.length; i++)
			if (weights[i] > 0) weights[i] *= mask.at(region.x() + i % region.width(),
				region.y() + i / region.width());
	}

	private static float profile(final double steps) {
		if (steps <= 0) return 0;
		final int i = (int) Math.min(PROFILE.length, steps);
		if (i >= PROFILE.length - 1) return 1;
		final float t = (float) (steps - i);
		return PROFILE[i] + t * (PROFILE[i + 1] - PROFILE[i]);
	}

	private static float[] profile() {
		final int n = 4 * STEPS;
		final var sum = new double[n + 1];
		for (int i = 1; i <= n; i++) {
			final double z = (i - 0.5) / STEPS - 2;
			sum[i] = sum[i - 1] + Math.exp(-z * z / 2);
		}
		final var profile = new float[n + 1];
		for (int i = 0; i <= n; i++)
			profile[i] = (float) (sum[i] / sum[n]);
		return profile;
	}
}
