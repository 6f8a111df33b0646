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

import io.github.janusfiji.colour.CieLab;
import io.github.janusfiji.colour.DeltaE;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.measure.FrameMeasure.Seam;
import io.github.janusfiji.pixels.Luma;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Looks along the edge of the swapped area. All lengths are shares of the face's
 * size, so that small and large faces compare.
 */
final class SeamMeter {

	/** Width and length of the strips whose colours are compared. */
	private static final double STRIP = 0.03;

	/**
	 * How far inside and outside the edge the steepest place is looked for: a soft
	 * mask is steepest well inside.
	 */
	private static final double INSIDE = 0.1, OUTSIDE = 0.02;

	/** Half the length over which a gradient is taken, and its least, px. */
	private static final double STEP = 0.01, LEAST_STEP = 1;

	/**
	 * CIEDE2000 across the edge in the source up to which it has no edge of its
	 * own there: both sides are skin in the same light. Elsewhere the edge lies on
	 * hair, a jaw before the background or a shadow, and says nothing of a seam.
	 */
	private static final double SKIN = 3;

	/**
	 * Where the new face prevails even if its mask is soft: from how far inside
	 * its tone is taken.
	 */
	private static final double DEEP = 0.12;

	/** A place on the edge and the direction out of the area. */
	private record Place(Point at, double nx, double ny) {

		Point out(final double distance) {
			return new Point(at.x() + distance * nx, at.y() + distance * ny);
		}
	}

	private final List<Place> places = new ArrayList<>();
	private final double size;

	/**
	 * @param area the swapped area, px
	 * @param size the face's, px
	 */
	SeamMeter(final ConvexPolygon area, final double size) {
		this.size = size;
		final List<Point> corners = area.corners();
		double left = 0;
		for (int i = 0; i < corners.size(); i++) {
			final Point a = corners.get(i);
			final Point b = corners.get((i + 1) % corners.size());
			final double length = a.distance(b);
			final double dx = (b.x() - a.x()) / length, dy = (b.y() - a.y()) / length;
			for (; left < length; left++)
				places.add(new Place(new Point(a.x() + left * dx, a.y() + left * dy),
					dy, -dx));
			left -= length;
		}
	}

	/**
	 * @param source a frame
	 * @param swapped the same after the swap
	 * @return how visible the edge is in both
	 */
	Seam measure(final Frame source, final Frame swapped) {
		double own = 0, gradient = 0, ownDelta = 0;
		final var deltas = new ArrayList<Double>();
		final var tone = new DoubleSummaryStatistics();
		final var ownTone = new DoubleSummaryStatistics();
		for (final Place place : places) {
			own += gradient(source, place) / places.size();
			gradient += gradient(swapped, place) / places.size();
			final double before = deltaE(source, place, 0);
			if (!(before <= SKIN)) continue;
			ownDelta += before;
			deltas.add(deltaE(swapped, place, 0));
			final double deep = deltaE(source, place, DEEP * size);
			// The deep strip may leave the picture where that at the edge does not.
			if (Double.isNaN(deep)) continue;
			ownTone.accept(deep);
			tone.accept(deltaE(swapped, place, DEEP * size));
		}
		final int n = deltas.size();
		if (n == 0) return new Seam(gradient, own, Double.NaN, Double.NaN,
			Double.NaN, Double.NaN, Double.NaN, 0);
		final double[] sorted = deltas.stream().mapToDouble(d -> d).sorted()
			.toArray();
		return new Seam(gradient, own, Arrays.stream(sorted).average().orElseThrow(),
			sorted[(int) Math.ceil(0.95 * n) - 1], ownDelta / n, mean(tone), mean(
				ownTone), (double) n / places.size());
	}

	private static double mean(final DoubleSummaryStatistics values) {
		return values.getCount() == 0 ? Double.NaN : values.getAverage();
	}

	/** Steepest change of luma along the normal, levels per px. */
	private double gradient(final Frame frame, final Place place) {
		final double step = Math.max(LEAST_STEP, STEP * size);
		double most = 0;
		for (double d = -INSIDE * size; d <= OUTSIDE * size; d += step) {
			final double change = luma(frame, place.out(d + step)) - luma(frame, place
				.out(d - step));
			most = Math.max(most, Math.abs(change) / (2 * step));
		}
		return most;
	}

	private static double luma(final Frame frame, final Point p) {
		final double x = Math.max(0, Math.min(frame.width() - 1.001, p.x()));
		final double y = Math.max(0, Math.min(frame.height() - 1.001, p.y()));
		final int i = (int) y * frame.width() + (int) x;
		final double u = x - (int) x, v = y - (int) y;
		final int[] argb = frame.argb();
		final double upper = (1 - u) * Luma.of(argb[i]) + u * Luma.of(argb[i + 1]);
		final double lower = (1 - u) * Luma.of(argb[i + frame.width()]) + u * Luma
			.of(argb[i + frame.width() + 1]);
		return (1 - v) * upper + v * lower;
	}

	/** NaN where a strip leaves the picture. */
	private double deltaE(final Frame frame, final Place place,
		final double depth)
	{
		final double[] inside = strip(frame, place, -1, depth);
		final double[] outside = strip(frame, place, 1, 0);
		return inside == null || outside == null ? Double.NaN : DeltaE.of(inside,
			outside);
	}

	/**
	 * Mean L*, a*, b* of the strip on one side, without the pixels on the edge
	 * itself; null where it is cut off.
	 */
	private double[] strip(final Frame frame, final Place place,
		final int side, final double from)
	{
		final int n = (int) Math.max(2, Math.round(STRIP * size));
		final var sum = new double[3];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++) {
				final Point p = place.out(side * (from + i + 1));
				final double along = j - (n - 1) / 2.0;
				final long x = Math.round(p.x() - along * place.ny);
				final long y = Math.round(p.y() + along * place.nx);
				if (x < 0 || y < 0 || x >= frame.width() || y >= frame.height())
					return null;
				final double[] lab = CieLab.of(frame.argb()[(int) (y * frame.width() +
					x)]);
				for (int c = 0; c < 3; c++)
					sum[c] += lab[c] / (n * n);
			}
		return sum;
	}
}
