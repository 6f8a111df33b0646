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
package io.github.janusfiji.detect;

import java.util.Arrays;

/**
 * The mean score of a clip's faces.
 *
 * @param mean of the scores
 * @param variance of that mean
 */
record ClipScore(double mean, double variance) {

	/** Scores beyond this say no more. */
	private static final double MOST = 20;

	/** Parts into which a clip is cut: faces of one moment are not independent. */
	private static final int PARTS = 8;

	/**
	 * @param scores of a clip's faces in order, not empty
	 * @param spread variance of faces of one clip, where they are too few to tell
	 * @return their mean, with the variance that the means of successive parts of
	 *         the clip show
	 */
	static ClipScore of(final double[] scores, final double spread) {
		final double[] s = Arrays.stream(scores).map(ClipScore::limited).toArray();
		final double mean = Arrays.stream(s).average().orElseThrow();
		if (s.length < PARTS) return new ClipScore(mean, spread / s.length);
		double square = 0;
		for (int p = 0; p < PARTS; p++) {
			final double part = Arrays.stream(s, p * s.length / PARTS, (p + 1) *
				s.length / PARTS).average().orElseThrow();
			square += (part - mean) * (part - mean);
		}
		return new ClipScore(mean, square / (PARTS - 1) / PARTS);
	}

	private static double limited(final double score) {
		return Math.max(-MOST, Math.min(MOST, score));
	}

	/** @return variance of one face's score about its clip's mean */
	static double spread(final double[] scores) {
		final double[] s = Arrays.stream(scores).map(ClipScore::limited).toArray();
		final double mean = Arrays.stream(s).average().orElseThrow();
		return Arrays.stream(s).map(v -> (v - mean) * (v - mean)).average()
			.orElseThrow();
	}
}
