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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.Arrays;
import java.util.List;

/**
 * How much an error counts where: threefold in the eyes, twofold in the mouth,
 * the multipliers of deepfakes/faceswap. Ellipses around the landmarks.
 */
final class FaceWeights {

	/** Fixed-point scale of the bytes: 1 stands for a sixteenth. */
	static final int ONE = 16;

	private static final int EYE = 3;
	private static final int MOUTH = 2;

	/** Of networks that paint the inside of the outline only. */
	private static final int INNER_EYE = 4;
	private static final int INNER_MOUTH = 3;
	private static final double OUTSIDE = 1.0 / ONE;

	/** How far beyond the outline errors count, share of the crop. */
	private static final double MARGIN = 0.04;

	/** Half axes in widths of the eye or mouth, with a margin for the lids. */
	private static final double EYE_X = 0.7;
	private static final double EYE_Y = 0.45;
	private static final double MOUTH_X = 0.6;
	private static final double MOUTH_Y = 0.4;

	private FaceWeights() {}

	/**
	 * @param landmarks px in a crop
	 * @param from width and height of that crop, px
	 * @param to width and height of the weights, px
	 * @return to × to weights, in sixteenths
	 */
	static byte[] of(final Landmarks landmarks, final int from, final int to) {
		final byte[] weights = new byte[to * to];
		Arrays.fill(weights, (byte) ONE);
		final double scale = (double) to / from;
		paint(weights, to, landmarks.mouth(), landmarks.get(48), landmarks.get(54),
			scale, MOUTH_X, MOUTH_Y, MOUTH);
		paint(weights, to, landmarks.rightEye(), landmarks.get(36), landmarks.get(
			39), scale, EYE_X, EYE_Y, EYE);
		paint(weights, to, landmarks.leftEye(), landmarks.get(42), landmarks.get(45),
			scale, EYE_X, EYE_Y, EYE);
		return weights;
	}

	/**
	 * Weights of errors inside a face's outline, and nearly none outside.
	 *
	 * @param landmarks px in a crop
	 * @param from width and height of that crop, px
	 * @param to width and height of the weights, px
	 * @param outline of the face, positions as shares of the crop
	 * @param focus whether eyes and mouth count more
	 * @return to × to weights, in sixteenths
	 */
	static byte[] inside(final Landmarks landmarks, final int from, final int to,
		final FaceInput.Region outline, final boolean focus)
	{
		final byte[] weights = new byte[to * to];
		Arrays.fill(weights, (byte) ONE);
		if (focus) {
			final double scale = (double) to / from;
			paint(weights, to, landmarks.mouth(), landmarks.get(48), landmarks.get(
				54), scale, MOUTH_X, MOUTH_Y, INNER_MOUTH);
			paint(weights, to, landmarks.rightEye(), landmarks.get(36), landmarks.get(
				39), scale, EYE_X, EYE_Y, INNER_EYE);
			paint(weights, to, landmarks.leftEye(), landmarks.get(42), landmarks.get(
				45), scale, EYE_X, EYE_Y, INNER_EYE);
		}
		for (int i = 0; i < weights.length; i++) {
			final double depth = outline.depth((i % to + 0.5) / to, (i / to + 0.5) /
				to);
			final double share = Math.max(OUTSIDE, Math.min(1, (depth + MARGIN) /
				MARGIN));
			weights[i] = (byte) Math.max(1, Math.round(weights[i] * share));
		}
		return weights;
	}

	/**
	 * @param weights of {@link #inside}, in ones
	 * @return shares of the pixels that are the face's, 0 to 1
	 */
	static float[] shares(final float[] weights) {
		final float[] shares = new float[weights.length];
		for (int i = 0; i < shares.length; i++)
			shares[i] = (float) Math.max(0, Math.min(1, (weights[i] - OUTSIDE) / (1 -
				OUTSIDE)));
		return shares;
	}

	private static void paint(final byte[] weights, final int size,
		final List<Point> part, final Point corner, final Point other,
		final double scale, final double rx, final double ry, final int weight)
	{
		final double width = Math.max(1, corner.distance(other) * scale);
		final double cos = (other.x() - corner.x()) * scale / width;
		final double sin = (other.y() - corner.y()) * scale / width;
		final double cx = scale * mean(part, true), cy = scale * mean(part, false);
		for (int i = 0; i < weights.length; i++) {
			final double dx = i % size + 0.5 - cx, dy = i / size + 0.5 - cy;
			final double along = (cos * dx + sin * dy) / (rx * width);
			final double across = (cos * dy - sin * dx) / (ry * width);
			if (along * along + across * across <= 1) weights[i] = (byte) (weight *
				ONE);
		}
	}

	private static double mean(final List<Point> points, final boolean x) {
		return points.stream().mapToDouble(p -> x ? p.x() : p.y()).average()
			.orElseThrow();
	}
}
