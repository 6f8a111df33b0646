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

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bound on how many videos whose frames are looked at one by one keep their file
 * and decoder open: stacks, and comparisons of two clips. Without a window nothing
 * tells that an image is not looked at any more; those used longest ago let go,
 * and open again when they are looked at.
 */
final class OpenVideos {

	/** Video that can let go of its file until it is looked at again. */
	interface Idle {

		/** Lets go of the file and of native memory until the next access. */
		void release();
	}

	/** Videos that stay open. */
	private static final int MOST = 4;

	private static final Deque<WeakReference<Idle>> USED =
		new ArrayDeque<>();

	private OpenVideos() {}

	/**
	 * Must not be called by a thread that holds a video's lock.
	 *
	 * @param video whose frame was just looked at
	 */
	static void used(final Idle video) {
		Idle idle = null;
		synchronized (USED) {
			final var last = USED.peekLast();
			if (last != null && last.get() == video) return;
			USED.removeIf(ref -> ref.get() == null || ref.get() == video);
			USED.addLast(new WeakReference<>(video));
			if (USED.size() > MOST) idle = USED.removeFirst().get();
		}
		if (idle != null) idle.release();
	}
}
