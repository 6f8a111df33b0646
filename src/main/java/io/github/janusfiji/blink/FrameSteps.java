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
package io.github.janusfiji.blink;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far frames lie apart, from their own time stamps: an average frame rate
 * says nothing of a clip whose times jump or whose frames come as they like.
 *
 * @param next time from each entry to the next one, s; NaN if that is not the
 *          next frame of the clip or does not come later
 * @param typical median of these, s; 0.04 if there are none
 */
record FrameSteps(double[] next, double typical) {

	/** Of 25 frames/s, where a single frame is all there is, s. */
	private static final double USUAL = 0.04;

	/**
	 * @param frame indices of the frames, rising
	 * @param time presentation times, s
	 * @return their distances
	 */
	static FrameSteps of(final int[] frame, final double[] time) {
		final double[] next = new double[frame.length];
		Arrays.fill(next, Double.NaN);
		for (int i = 0; i + 1 < next.length; i++) {
			final double step = time[i + 1] - time[i];
			if (frame[i + 1] == frame[i] + 1 && step > 0) next[i] = step;
		}
		final double[] known = Arrays.stream(next).filter(s -> !Double.isNaN(s))
			.sorted().toArray();
		return new FrameSteps(next, known.length == 0 ? USUAL : known[known.length /
			2]);
	}

	/**
	 * @param i entry
	 * @return how long its frame stands for, s: up to the nearer of its
	 *         neighbours, since before a jump in time nobody knows how long it was
	 *         to be seen
	 */
	double own(final int i) {
		final double after = next[i], before = i > 0 ? next[i - 1] : Double.NaN;
		if (Double.isNaN(after)) return Double.isNaN(before) ? typical : before;
		return Double.isNaN(before) ? after : Math.min(before, after);
	}

	/**
	 * @param longest step, s
	 * @return whether most frames lie farther apart than that
	 */
	boolean areMostlyLongerThan(final double longest) {
		final long known = Arrays.stream(next).filter(s -> !Double.isNaN(s))
			.count();
		return 2 * IntStream.range(0, next.length).filter(i -> next[i] > longest)
			.count() > known;
	}
}
