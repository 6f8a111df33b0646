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
package io.github.janusfiji.swap;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameKind;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A few neighbouring frames of a clip as a clip of their own, in memory. */
final class FrameWindow implements FrameSequence {

	private final FrameSequence clip;
	private final int first;
	private final List<Frame> frames = new ArrayList<>();

	/**
	 * @param clip the clip; stays the caller's to close
	 * @param middle index of a frame
	 * @param reach frames before and after it, where there are as many
	 * @throws IOException if the clip cannot be read there
	 */
	FrameWindow(final FrameSequence clip, final int middle, final int reach)
		throws IOException
	{
		this.clip = clip;
		first = Math.max(0, middle - reach);
		final int last = Math.min(clip.count() - 1, middle + reach);
		for (int i = first; i <= last; i++) {
			final Frame f = clip.frame(i);
			frames.add(new Frame(i - first, f.time(), f.width(), f.height(), f
				.argb()));
		}
	}

	/** @return index in the clip of this window's frame 0 */
	int first() {
		return first;
	}

	@Override
	public String name() {
		return clip.name();
	}

	@Override
	public Optional<Path> path() {
		return clip.path();
	}

	@Override
	public FrameKind kind() {
		return clip.kind();
	}

	@Override
	public boolean hasOneSize() {
		return clip.hasOneSize();
	}

	@Override
	public int width() {
		return clip.width();
	}

	@Override
	public int height() {
		return clip.height();
	}

	@Override
	public int count() {
		return frames.size();
	}

	@Override
	public double frameRate() {
		return clip.frameRate();
	}

	@Override
	public Optional<String> frameFile(final int index) {
		return clip.frameFile(first + index);
	}

	@Override
	public Frame frame(final int index) {
		return frames.get(index);
	}

	@Override
	public FrameCursor cursor() {
		final Iterator<Frame> each = frames.iterator();
		return new FrameCursor() {

			@Override
			public Frame next() {
				return each.hasNext() ? each.next() : null;
			}

			@Override
			public void close() {
				// The frames stay for the next reader.
			}
		};
	}

	@Override
	public void close() {
		// The clip is its owner's.
	}
}
