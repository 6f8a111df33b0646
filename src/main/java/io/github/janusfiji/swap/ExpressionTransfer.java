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

import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.List;

/**
 * The landmarks of a donor who does what the source does: the source's face plus
 * the difference between the two people's faces at rest, turned as the source
 * is. Lids are the donor's own, as far open as the source's.
 */
final class ExpressionTransfer {

	/**
	 * How much of the donor's own proportions is kept. Jaw and brows
	 * follow the head that is there: they meet neck and ears, and cover the brows
	 * below.
	 */
	private static final double INNER = 0.8, BROWS = 0.4, JAW = 0.3;

	/** Where closed lids meet: share of the way from the lower to the upper. */
	private static final double MEETING = 0.25;

	/** Softens the ratio of two openings near closed eyes. */
	private static final double SOFT = 0.08;

	/** Most that lids are pulled apart. */
	private static final double WIDEST = 1.5;

	private final FaceHabits source, donor;
	private final double[] difference;

	/**
	 * @param source the person whose face is replaced
	 * @param donor the person whose face is put in
	 */
	ExpressionTransfer(final FaceHabits source, final FaceHabits donor) {
		this.source = source;
		this.donor = donor;
		difference = donor.rest();
		final double[] own = source.rest();
		for (int i = 0; i < own.length; i++)
			difference[i] = (difference[i] - own[i]) * kept(i / 2);
	}

	private static double kept(final int landmark) {
		if (landmark < 17) return JAW;
		return landmark < 27 ? BROWS : INNER;
	}

	/**
	 * @param index of a face of the source
	 * @param shot index of a face of the donor, which is to be painted
	 * @param face the source's landmarks, px in the window
	 * @param jaw width of the mean jaw in the window, px
	 * @return where the donor's landmarks are to be, px in the window
	 */
	Landmarks landmarks(final int index, final int shot, final Landmarks face,
		final double jaw)
	{
		final Pose pose = source.faces().get(index).pose();
		final double[] shorter = HeadDepths.foreshortening(pose);
		final var points = new Point[Landmarks.COUNT];
		for (int i = 0; i < points.length; i++) {
			final Point p = face.get(i);
			points[i] = new Point(p.x() + jaw * shorter[0] * difference[2 * i], p
				.y() + jaw * shorter[1] * difference[2 * i + 1]);
		}
		final List<Point> own = donor.faces().get(shot).landmarks().points();
		for (int eye = 0; eye < 2; eye++)
			lids(points, own, 36 + 6 * eye, opened(source.eye(index, eye), donor.eye(
				shot, eye)));
		return new Landmarks(List.of(points));
	}

	private static double opened(final double wanted, final double shown) {
		return Math.min(WIDEST, (wanted + SOFT) / (shown + SOFT));
	}

	/** Lays the donor's lids between the corners that are there. */
	private static void lids(final Point[] points, final List<Point> own,
		final int first, final double factor)
	{
		final Point a = own.get(first), b = own.get(first + 3);
		final Point c = points[first], d = points[first + 3];
		final double[][] lid = new double[6][];
		for (int i = 1; i < 6; i++)
			if (i != 3) lid[i] = along(a, b, own.get(first + i));
		for (int i = 1; i <= 2; i++) {
			final double[] upper = lid[i], lower = lid[6 - i];
			final double meeting = lower[1] + MEETING * (upper[1] - lower[1]);
			for (final double[] p : new double[][] { upper, lower })
				p[1] = meeting + factor * (p[1] - meeting);
		}
		for (int i = 1; i < 6; i++)
			if (i != 3) points[first + i] = new Point(c.x() + lid[i][0] * (d.x() - c
				.x()) - lid[i][1] * (d.y() - c.y()), c.y() + lid[i][0] * (d.y() - c
					.y()) + lid[i][1] * (d.x() - c.x()));
	}

	/** Coordinates of a point along a line and across it, in its lengths. */
	private static double[] along(final Point from, final Point to,
		final Point p)
	{
		final double dx = to.x() - from.x(), dy = to.y() - from.y();
		final double squares = Math.max(1e-9, dx * dx + dy * dy);
		final double px = p.x() - from.x(), py = p.y() - from.y();
		return new double[] { (px * dx + py * dy) / squares, (py * dx - px * dy) /
			squares };
	}
}
