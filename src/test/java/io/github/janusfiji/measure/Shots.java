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
package io.github.janusfiji.measure;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A short clip in memory.
 *
 * @param name of the clip
 * @param frames all of one size, numbered from 0
 */
record Shots(String name, List<Frame> frames) implements FrameSequence {

	/** Numbers the frames anew. */
	static Shots of(final String name, final List<Frame> frames) {
		final var numbered = new ArrayList<Frame>();
		for (final Frame f : frames)
			numbered.add(new Frame(numbered.size(), numbered.size() / 25.0, f.width(),
				f.height(), f.argb()));
		return new Shots(name, numbered);
	}

	@Override
	public Optional<Path> path() {
		return Optional.empty();
	}

	@Override
	public int width() {
		return frames.get(0).width();
	}

	@Override
	public int height() {
		return frames.get(0).height();
	}

	@Override
	public int count() {
		return frames.size();
	}

	@Override
	public double frameRate() {
		return 25;
	}

	@Override
	public Frame frame(final int index) {
		return frames.get(index);
	}

	@Override
	public FrameCursor cursor() {
		final Iterator<Frame> next = frames.iterator();
		return new FrameCursor() {

			@Override
			public Frame next() {
				return next.hasNext() ? next.next() : null;
			}

			@Override
			public void close() {}
		};
	}

	@Override
	public void close() {}
}
