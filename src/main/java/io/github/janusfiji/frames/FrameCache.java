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

import java.util.LinkedHashMap;
import java.util.Map;

/** The frames used last, up to a bound. Hands out copies. Not thread-safe. */
final class FrameCache {

	private static final long BYTES = 64L << 20;

	private final int capacity;
	private final Map<Integer, Frame> frames = new LinkedHashMap<>(16, 0.75f,
		true);

	/** @param width and height of the frames, px, which decide how many fit */
	FrameCache(final int width, final int height) {
		capacity = (int) Math.max(2, Math.min(12, BYTES / (4L * width * height)));
	}

	void put(final Frame frame) {
		frames.put(frame.index(), frame);
		final var eldest = frames.keySet().iterator();
		while (frames.size() > capacity) {
			eldest.next();
			eldest.remove();
		}
	}

	/** @return a copy of the frame, or null if it is not here */
	Frame get(final int index) {
		final var frame = frames.get(index);
		return frame == null ? null : copy(frame);
	}

	static Frame copy(final Frame frame) {
		return new Frame(frame.index(), frame.time(), frame.width(), frame.height(),
			frame.argb().clone());
	}

	int capacity() {
		return capacity;
	}

	void clear() {
		frames.clear();
	}
}
