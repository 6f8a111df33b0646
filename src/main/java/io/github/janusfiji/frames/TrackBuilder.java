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

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Collects digests and their times. */
final class TrackBuilder {

	private final ByteArrayOutputStream digests = new ByteArrayOutputStream();
	private long[] times = new long[256];
	private int count;

	/** @param time µs */
	void add(final byte[] digest, final long time) {
		digests.writeBytes(digest);
		if (count == times.length) times = Arrays.copyOf(times, 2 * count);
		times[count++] = time;
	}

	int count() {
		return count;
	}

	MediaFingerprint.Track build() {
		return new MediaFingerprint.Track(digests.toByteArray(), Arrays.copyOf(times,
			count));
	}

	/** @return the same with times counted from an origin, µs */
	static MediaFingerprint.Track from(final MediaFingerprint.Track track,
		final long origin)
	{
		return new MediaFingerprint.Track(track.digests(), Arrays.stream(track
			.times()).map(t -> t - origin).toArray());
	}
}
