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

import io.github.janusfiji.geometry.Point;

/**
 * Gaze: the place of the irises in a face's eyes.
 *
 * @param right the person's right eye, left in the image
 * @param left the person's left eye
 */
public record Gaze(Gaze.Iris right, Gaze.Iris left) {

	/** Below this confidence an eye is closed or nothing can be told of it. */
	public static final double SURE = 0.25;

	/**
	 * One iris. Offsets are measured from the middle of the eye's corners along the
	 * line through them, so that they do not change as the head leans, moves or
	 * comes nearer; an eye of an adult is about 2.5 irises wide.
	 *
	 * @param centre px in the picture
	 * @param x towards the image's right, in widths of the eye, −0.4 to 0.4
	 * @param y upwards, in widths of the eye, −0.25 to 0.25; less certain than x,
	 *          since the lids hide where an iris ends
	 * @param radius in widths of the eye, one of 0.20, 0.22, 0.24
	 * @param confidence 0 to 1: share of the brightness in the opening that the
	 *          iris explains; 0 if the eye is closed
	 */
	public record Iris(Point centre, double x, double y, double radius,
		double confidence)
	{

		/** @return whether x and y can be trusted */
		public boolean isSure() {
			return confidence >= SURE;
		}
	}

	/** @return mean offset of both irises to the image's right; NaN if unsure */
	public double x() {
		return mean(right.x, left.x);
	}

	/** @return mean offset of both irises upwards; NaN if unsure */
	public double y() {
		return mean(right.y, left.y);
	}

	/** @return the surer eye's confidence, 0 to 1 */
	public double confidence() {
		return Math.max(right.confidence, left.confidence);
	}

	/** Weighted by the confidence of the eyes that are sure. */
	private double mean(final double ofRight, final double ofLeft) {
		final double r = right.isSure() ? right.confidence : 0;
		final double l = left.isSure() ? left.confidence : 0;
		return r + l == 0 ? Double.NaN : (r * ofRight + l * ofLeft) / (r + l);
	}
}
