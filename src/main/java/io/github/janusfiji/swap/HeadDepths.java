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
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;

/**
 * A plain head in three dimensions: how far each landmark lies before the plane
 * of the outer eye corners. With it, an aligned face can be seen from the front,
 * and a difference between two frontal faces from any side. Shapes are arrays
 * {@code x0, y0, x1, y1, …} of 68 landmarks in widths of the mean jaw (about
 * 140 mm), aligned with the mean face.
 */
final class HeadDepths {

	/** Width and height of the crops in which faces are aligned, px. */
	private static final int SIZE = 256;

	/** Width of the mean jaw in such a crop, px. */
	private static final double JAW = meanJaw();

	/**
	 * Rounded from the proportions of adult heads: the ears lie some 70 mm behind
	 * the outer eye corners, the tip of the nose 43 mm before them.
	 */
	private static final double[] DEPTH = {
		-0.50, -0.48, -0.45, -0.40, -0.32, -0.20, -0.08, 0.04, 0.09, 0.04, -0.08,
		-0.20, -0.32, -0.40, -0.45, -0.48, -0.50, // jaw
		-0.01, 0.04, 0.08, 0.10, 0.12, 0.12, 0.10, 0.08, 0.04, -0.01, // brows
		0.13, 0.19, 0.25, 0.31, 0.15, 0.18, 0.20, 0.18, 0.15, // nose
		0.00, 0.05, 0.07, 0.06, 0.06, 0.04, 0.06, 0.07, 0.05, 0.00, 0.04, 0.06, // eyes
		0.10, 0.16, 0.19, 0.20, 0.19, 0.16, 0.10, 0.15, 0.18, 0.19, 0.18, 0.15, // lips
		0.11, 0.17, 0.18, 0.17, 0.11, 0.17, 0.18, 0.17 };

	/** Beyond this a face is not turned any further back, degrees. */
	private static final double MOST = 45;

	private HeadDepths() {}

	private static double meanJaw() {
		final Landmarks mean = FaceAligner.meanFace(SIZE);
		return mean.get(16).x() - mean.get(0).x();
	}

	/**
	 * @param face landmarks, px in any image
	 * @return the same aligned with the mean face
	 */
	static double[] aligned(final Landmarks face) {
		final Landmarks crop = face.mapped(FaceAligner.align(face, SIZE));
		final double middle = (SIZE - 1) / 2.0;
		final var shape = new double[2 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			shape[2 * i] = (crop.get(i).x() - middle) / JAW;
			shape[2 * i + 1] = (crop.get(i).y() - middle) / JAW;
		}
		return shape;
	}

	/**
	 * Undoes {@code x = cos(yaw)·X + sin(yaw)·(sin(pitch)·Y + cos(pitch)·Z)},
	 * {@code y = cos(pitch)·Y − sin(pitch)·Z} with the depths of the plain head.
	 *
	 * @param shape an aligned face
	 * @param pose where it points
	 * @return the same face from the front, not aligned
	 */
	static double[] frontal(final double[] shape, final Pose pose) {
		final double y = angle(pose.yaw()), p = angle(pose.pitch());
		final var front = new double[shape.length];
		for (int i = 0; i < DEPTH.length; i++) {
			final double z = -DEPTH[i];
			final double v = (shape[2 * i + 1] + Math.sin(p) * z) / Math.cos(p);
			final double w = Math.sin(p) * v + Math.cos(p) * z;
			front[2 * i] = (shape[2 * i] - Math.sin(y) * w) / Math.cos(y);
			front[2 * i + 1] = v;
		}
		return front;
	}

	/**
	 * @param pose where a head points
	 * @return the factors by which differences in the plane of the face look
	 *         shorter: of x, then of y
	 */
	static double[] foreshortening(final Pose pose) {
		return new double[] { Math.cos(angle(pose.yaw())), Math.cos(angle(pose
			.pitch())) };
	}

	private static double angle(final double degrees) {
		return -Math.toRadians(Math.max(-MOST, Math.min(MOST, degrees)));
	}
}
