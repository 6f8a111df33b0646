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

import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.List;

/** Measures of an expression: distances between landmarks, by that of the eyes. */
final class FaceMeasures {

	private FaceMeasures() {}

	/** Numbers measured of a face. */
	static final int COUNT = 10;

	static final int EYE_RIGHT = 0;
	static final int EYE_LEFT = 1;
	static final int MOUTH = 2;
	static final int MOUTH_WIDTH = 3;
	static final int CORNERS = 4;
	static final int BROW_RIGHT = 5;
	static final int BROW_LEFT = 6;
	static final int JAW = 7;
	static final int YAW = 8;
	static final int PITCH = 9;

	/**
	 * @param face aligned landmarks, in any unit
	 * @return {@value #COUNT} measures
	 */
	static float[] of(final Landmarks face) {
		final double d = Math.max(1e-9, face.interOcularDistance());
		final Point eyeRight = Point.mean(face.rightEye()), eyeLeft = Point.mean(
			face.leftEye());
		final double eyes = (eyeRight.y() + eyeLeft.y()) / 2;
		final double middle = (face.get(36).x() + face.get(45).x()) / 2;
		final Point nose = face.get(30);
		final double lips = face.get(62).distance(face.get(66));
		final double centre = (face.get(51).y() + face.get(57).y()) / 2;
		final var m = new float[COUNT];
		m[EYE_RIGHT] = (float) EyeAspectRatio.of(face.rightEye());
		m[EYE_LEFT] = (float) EyeAspectRatio.of(face.leftEye());
		m[MOUTH] = (float) (lips / d);
		m[MOUTH_WIDTH] = (float) (face.get(48).distance(face.get(54)) / d);
		m[CORNERS] = (float) ((centre - (face.get(48).y() + face.get(54).y()) /
			2) / d);
		m[BROW_RIGHT] = (float) ((eyeRight.y() - meanY(face.rightBrow())) / d);
		m[BROW_LEFT] = (float) ((eyeLeft.y() - meanY(face.leftBrow())) / d);
		m[JAW] = (float) ((face.get(8).y() - face.get(33).y()) / d);
		m[YAW] = (float) ((nose.x() - middle) / d);
		m[PITCH] = (float) ((nose.y() - eyes) / d);
		return m;
	}

	private static double meanY(final List<Point> points) {
		return Point.mean(points).y();
	}
}
