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
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;

/**
 * Finds the irises of a face, to a small part of a pixel: the disc that, laid
 * darker over what is brighter between the lids, explains most of the
 * brightness there. That is the correlation of the eye with a model of it, so
 * that it needs neither a threshold nor an edge, and works from an eye's width of
 * some 12 px. Compare the integro-differential operator of Daugman ("High
 * confidence visual recognition of persons by a test of statistical
 * independence", PAMI 1993), which needs an edge that can be seen. Has no state.
 */
public final class GazeFinder {

	/**
	 * Radii tried, in widths of the eye: irises of adults are about 11.7 mm across
	 * and eyes 30 mm wide, which landmarks draw shorter.
	 */
	private static final double[] RADII = { 0.20, 0.22, 0.24 };

	/** Reach of the irises' middles from that of the eye, in its widths. */
	private static final double ACROSS = 0.36, DOWN = 0.2;

	/** Steps of the search for both irises, and the last for each, px of the patch. */
	private static final double COARSE = 2, FINE = 1 / 16.0;

	/**
	 * What a distance of one eye's width up or down from the middle of the opening
	 * costs, squared, in correlation: the lids hide where an iris ends and follow
	 * it, so that its place between them is nearer to their middle than a dark lash
	 * line suggests.
	 */
	private static final double MIDDLE = 5;

	/**
	 * Farthest that an iris stands from where both eyes together show it, in
	 * widths of the eye: eyes turn together.
	 */
	private static final double TOGETHER = 0.09;

	/** Gaps between the lids at which an eye is closed, and shows enough. */
	private static final double CLOSED = 0.09, OPEN = 0.16;

	private final EyePatch eye;
	private final Opening opening;

	private GazeFinder(final EyePatch eye) {
		this.eye = eye;
		opening = new Opening(eye);
	}

	/**
	 * @param frame the picture
	 * @param face landmarks in it, px; the corners of each eye lie apart
	 * @return the irises
	 */
	public static Gaze find(final Frame frame, final Landmarks face) {
		final var right = new GazeFinder(EyePatch.of(frame, face.rightEye()));
		final var left = new GazeFinder(EyePatch.of(frame, face.leftEye()));
		double best = Double.NEGATIVE_INFINITY, atX = 0, atY = 0, radius = 0;
		for (final double r : RADII) {
			for (double y = -DOWN * EyePatch.EYE; y <= DOWN *
				EyePatch.EYE; y += COARSE)
			{
				for (double x = -ACROSS * EyePatch.EYE; x <= ACROSS *
					EyePatch.EYE; x += COARSE)
				{
					final double both = right.fit(x, y, r) + left.fit(x, y, r);
					if (both <= best) continue;
					best = both;
					atX = x;
					atY = y;
					radius = r;
				}
			}
		}
		return new Gaze(right.iris(atX, atY, radius), left.iris(atX, atY, radius));
	}

	/** How well an iris fits there, px of the patch from the eye's middle. */
	private double fit(final double x, final double y, final double radius) {
		final double off = (EyePatch.Y + y - opening.middle()) / EyePatch.EYE;
		return correlation(x, y, radius) - MIDDLE * off * off;
	}

	private double correlation(final double x, final double y,
		final double radius)
	{
		return opening.correlation(EyePatch.X + x, EyePatch.Y + y, radius *
			EyePatch.EYE);
	}

	/** Climbs to the best place near where both eyes are best together. */
	private Gaze.Iris iris(final double fromX, final double fromY,
		final double radius)
	{
		double x = fromX, y = fromY, best = fit(x, y, radius);
		for (double step = COARSE; step >= FINE;) {
			double toX = x, toY = y;
			for (final double[] way : new double[][] { { 1, 0 }, { -1, 0 }, { 0, 1 },
				{ 0, -1 } })
			{
				final double u = x + step * way[0], v = y + step * way[1];
				if (Math.hypot(u - fromX, v - fromY) > TOGETHER * EyePatch.EYE) continue;
				final double there = fit(u, v, radius);
				if (there <= best) continue;
				best = there;
				toX = u;
				toY = v;
			}
			if (toX == x && toY == y) step /= 2;
			x = toX;
			y = toY;
		}
		final double open = Math.max(0, Math.min(1, (eye.gap() - CLOSED) / (OPEN -
			CLOSED)));
		final double explained = Math.max(0, correlation(x, y, radius));
		return new Gaze.Iris(eye.toFrame().apply(new Point(EyePatch.X + x,
			EyePatch.Y + y)), x / EyePatch.EYE, -y / EyePatch.EYE, radius, open *
				explained * explained);
	}
}
