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
package io.github.janusfiji.eyestate;

import java.util.stream.IntStream;

/**
 * One eye in frames that follow each other, with its state as people marked it.
 *
 * @param clip where it is from
 * @param grey {@link EyePicture#SIZE}² grey values of each frame, with margin
 * @param closed how far the eye is closed in each frame: 0 open, 1 closed; NaN
 *          where nobody can tell
 */
public record EyeSequence(String clip, float[][] grey, double[] closed) {

	/** From here on an eye is certainly closed. */
	private static final double CLOSED = 0.75;

	/**
	 * @param frame from 0
	 * @return whether the eye is closed there for certain
	 */
	boolean isClosed(final int frame) {
		return closed[frame] >= CLOSED;
	}

	/** @return whether some frame shows the eye closed for certain */
	public boolean showsClosedEye() {
		return IntStream.range(0, length()).anyMatch(this::isClosed);
	}

	/** @return number of frames */
	public int length() {
		return closed.length;
	}
}
