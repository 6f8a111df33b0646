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
package io.github.janusfiji.frames;

/**
 * A part of a clip: one of several runs of frames, about equally long, that
 * together are the clip.
 *
 * @param number which one, from 1
 * @param of how many there are
 */
public record Part(int number, int of) {

	/** The clip itself. */
	public static final Part WHOLE = new Part(1, 1);

	/**
	 * @param number which one, from 1
	 * @param of how many there are
	 * @throws IllegalArgumentException if there is no such part
	 */
	public Part {
		if (number < 1 || number > of) throw new IllegalArgumentException(number +
			"/" + of);
	}

	/** @return whether it is the whole clip */
	public boolean isWhole() {
		return of == 1;
	}

	/**
	 * @param count number of frames in the clip
	 * @return index of its first frame
	 */
	int first(final int count) {
		return (int) ((long) count * (number - 1) / of);
	}

	/**
	 * @param count number of frames in the clip, perhaps estimated
	 * @return index of the frame behind its last one; the last part has no end but
	 *         the clip's
	 */
	int end(final int count) {
		return number == of ? Integer.MAX_VALUE : (int) ((long) count * number /
			of);
	}

	@Override
	public String toString() {
		return number + "/" + of;
	}
}
