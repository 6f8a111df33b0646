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

/**
 * One blink: both lids fall and rise again within a fraction of a second.
 *
 * @param number from 1
 * @param start first frame with the lids visibly lower
 * @param closing last frame of the closing phase: the lids have nearly come down
 * @param peak frame in which the eyes are most closed
 * @param reopening first frame of the opening phase: the lids begin to rise
 * @param end last frame before the eyes are open again
 * @param onset when the lids pass half of the way down, s; between frames
 * @param offset when they pass half of the way up again, s
 * @param duration from the beginning of {@code start} to the end of
 *          {@code end}, s
 * @param openness of both eyes at the peak, 0 to 1
 * @param amplitude fall of openness at the peak, 0 to 1
 * @param right fall of the person's right eye alone
 * @param left fall of the person's left eye alone
 * @param confidence that this is a blink, 0 to 1
 */
public record Blink(int number, int start, int closing, int peak,
	int reopening, int end, double onset, double offset, double duration,
	double openness, double amplitude, double right, double left,
	double confidence)
{

	/**
	 * Openness at the peak up to which lids count as shut. Frames are taken at
	 * arbitrary moments, so that the shortest of blinks seldom shows zero.
	 */
	static final double SHUT = 0.2;

	/** @return time below half of the fall, s, to a fraction of a frame */
	public double halfDuration() {
		return offset - onset;
	}

	/** @return whether the lids came down all the way, as far as frames show */
	public boolean isFull() {
		return openness <= SHUT;
	}

	/**
	 * @return difference of both eyes' falls over their sum: 0 if they fall alike,
	 *         1 if the right eye alone does, −1 if the left one does
	 */
	public double asymmetry() {
		return right + left > 0 ? (right - left) / (right + left) : 0;
	}

	/**
	 * @param share from 0 to 1
	 * @return the same blink with that share of its confidence
	 */
	Blink trusted(final double share) {
		return new Blink(number, start, closing, peak, reopening, end, onset, offset,
			duration, openness, amplitude, right, left, share * confidence);
	}

	/** @return the same blink with another number */
	Blink numbered(final int another) {
		return new Blink(another, start, closing, peak, reopening, end, onset,
			offset, duration, openness, amplitude, right, left, confidence);
	}
}
