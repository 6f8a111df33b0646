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
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.task.InputException;
import java.util.List;

/**
 * Framing of a face in its crop: upright, in the middle, and of a certain size.
 * The mean face's jaw is {@link #faceShare()} of the crop wide.
 *
 * @param size width and height of the crop, px, from 64 to 512
 * @param coverage share of the crop's width inside the padding that the jaw
 *          fills, from 0.3 to 1
 * @param padding width of an extra border on each of the four sides, as a share
 *          of the crop's width, from 0 to 0.3
 */
public record Framing(int size, double coverage, double padding) {

	/** The coverage of most crops: the face with the hair and neck around it. */
	public static final double COVERAGE = 0.60;

	/** The first landmark that alignment uses; the jaw moves with speech. */
	private static final int FIRST_INNER = 17;

	/**
	 * @param size width and height of the crop, px
	 * @return crops of that size with a coverage of 0.60 and no padding
	 */
	public static Framing of(final int size) {
		return new Framing(size, COVERAGE, 0);
	}

	/** @throws InputException if a number is out of its range, in one sentence */
	public void check() throws InputException {
		if (size < 64 || size > 512) throw new InputException(
			"The size of the crops must be from 64 to 512 px, not " + size + ".");
		if (!(coverage >= 0.3 && coverage <= 1)) throw new InputException(
			"The coverage is the share of the crop that the face fills, from 0.3 " +
				"to 1, not " + coverage + ".");
		if (!(padding >= 0 && padding <= 0.3)) throw new InputException(
			"The padding is the border's share of the crop, from 0 to 0.3, not " +
				padding + ".");
	}

	/** @return width of the jaw as a share of the crop's: coverage·(1 − 2·padding) */
	public double faceShare() {
		return coverage * (1 - 2 * padding);
	}

	/**
	 * @return the mean face in the crop, px: upright, its jaw's bounding box
	 *         {@code faceShare} of the size wide and in the middle
	 */
	public Landmarks meanFace() {
		return MeanFace.at(faceShare() * size, middle(), middle());
	}

	/**
	 * @param landmarks a face, px in its frame
	 * @return the similarity from the frame to the crop: that of landmarks 17–67
	 *         to the mean face's with the least squared error
	 */
	public Similarity align(final Landmarks landmarks) {
		return Similarity.estimate(inner(landmarks), inner(meanFace()));
	}

	/**
	 * @param other another framing
	 * @return the similarity from crops of this framing to crops of the other;
	 *         {@code align(face).then(to(other))} equals {@code other.align(face)}
	 */
	public Similarity to(final Framing other) {
		final double k = other.faceShare() * other.size / (faceShare() * size);
		final double shift = other.middle() - k * middle();
		return new Similarity(k, 0, shift, shift);
	}

	private double middle() {
		return (size - 1) / 2.0;
	}

	private static List<Point> inner(final Landmarks landmarks) {
		return landmarks.points().subList(FIRST_INNER, Landmarks.COUNT);
	}
}
