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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.List;

/**
 * The expression of a face as its landmarks show it, in numbers that do not
 * depend on the face's size, place and lean. Lengths are shares of the distance
 * between the outer eye corners; that and the lengths shrink alike, but not
 * equally, as a head turns, so compare faces of the same pose.
 *
 * @param eyes opening of both eyes, mean {@link EyeAspectRatio}: about 0.3 open,
 *          below 0.2 closed
 * @param mouth gap between the lips, mean over the three pairs of inner lip
 *          points: 0 closed
 * @param mouthWidth distance between the corners of the mouth, about 0.55 at
 *          rest: small in pursed lips, large in a smile
 * @param brows height of the brows' mean above the line through the corners of
 *          the eye below, mean of both sides, about 0.25 at rest
 */
public record Expression(double eyes, double mouth, double mouthWidth,
	double brows)
{

	/** Of no face: all NaN. */
	public static final Expression NONE = new Expression(Double.NaN, Double.NaN,
		Double.NaN, Double.NaN);

	/**
	 * @param face landmarks whose outer eye corners do not coincide, in px
	 * @return their expression
	 */
	public static Expression of(final Landmarks face) {
		final double unit = face.interOcularDistance();
		final double eyes = (EyeAspectRatio.of(face.rightEye()) + EyeAspectRatio.of(
			face.leftEye())) / 2;
		final double gap = (face.get(61).distance(face.get(67)) + face.get(62)
			.distance(face.get(66)) + face.get(63).distance(face.get(65))) / 3;
		final double brows = (height(face.rightBrow(), face.get(36), face.get(
			39)) + height(face.leftBrow(), face.get(42), face.get(45))) / 2;
		return new Expression(eyes, gap / unit, face.get(48).distance(face.get(
			54)) / unit, brows / unit);
	}

	/** Distance of the brow's mean above the line from right to left, px. */
	private static double height(final List<Point> brow, final Point right,
		final Point left)
	{
		final Point mean = Point.mean(brow);
		final double x = left.x() - right.x(), y = left.y() - right.y();
		return ((mean.x() - right.x()) * y - (mean.y() - right.y()) * x) / Math
			.hypot(x, y);
	}
}
