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

import java.util.List;

/**
 * Fingerprint of a recording: one digest for each picture and each packet of
 * sound, the same for every copy in whatever container, and another for every
 * picture that is not the same to the last bit.
 *
 * @param pictures those of the moving picture, in the order they are shown
 * @param sound those of each sound track
 * @param complete whether the file could be read to the end it declares
 */
public record MediaFingerprint(Track pictures, List<Track> sound,
	boolean complete)
{

	/** Bytes of a digest (SHA-256). */
	public static final int DIGEST = 32;

	/** Takes a copy. */
	public MediaFingerprint {
		sound = List.copyOf(sound);
	}

	/**
	 * Digests that follow one another.
	 *
	 * @param digests {@value #DIGEST} bytes for each: SHA-256 of a zero byte and
	 *          the content, which makes them leaves of a tree of RFC 9162
	 * @param times when each begins, counted from the first picture, µs
	 */
	public record Track(byte[] digests, long[] times) {

		/** Checks that there is a time for each. */
		public Track {
			if (digests.length != DIGEST * times.length)
				throw new IllegalArgumentException("Every digest needs a time.");
		}

		/** @return how many there are */
		public int count() {
			return times.length;
		}
	}
}
