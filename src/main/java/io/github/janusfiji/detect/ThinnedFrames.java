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
package io.github.janusfiji.detect;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameKind;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Every n-th frame of a clip, numbered anew. Belongs to who owns the clip:
 * closing it closes nothing.
 */
final class ThinnedFrames implements FrameSequence {

	private final FrameSequence whole;
	private final int every;

	ThinnedFrames(final FrameSequence whole, final int every) {
		this.whole = whole;
		this.every = every;
	}

	/** @return the frame of the clip that a frame of this one is */
	int original(final int index) {
		return index * every;
	}

	@Override
	public String name() {
		return whole.name();
	}

	@Override
	public Optional<Path> path() {
		return whole.path();
	}

	@Override
	public FrameKind kind() {
		return whole.kind();
	}

	@Override
	public boolean hasOneSize() {
		return whole.hasOneSize();
	}

	@Override
	public int width() {
		return whole.width();
	}

	@Override
	public int height() {
		return whole.height();
	}

	@Override
	public int count() {
		return (whole.count() + every - 1) / every;
	}

	@Override
	public double frameRate() {
		return whole.frameRate() / every;
	}

	@Override
	public Frame frame(final int index) throws IOException {
		return renumbered(whole.frame(original(index)), index);
	}

	@Override
	public Optional<String> frameFile(final int index) {
		return whole.frameFile(original(index));
	}

	@Override
	public FrameCursor cursor() throws IOException {
		final FrameCursor cursor = whole.cursor();
		return new FrameCursor() {

			private int read;

			@Override
			public Frame next() throws IOException {
				final Frame frame = cursor.next();
				if (frame == null) return null;
				for (int i = 1; i < every; i++)
					if (cursor.next() == null) break;
				return renumbered(frame, read++);
			}

			@Override
			public void close() {
				cursor.close();
			}
		};
	}

	@Override
	public void close() {
		// The clip belongs to somebody else.
	}

	private static Frame renumbered(final Frame f, final int index) {
		return new Frame(index, f.time(), f.width(), f.height(), f.argb());
	}

	@Override
	public SortedMap<String, String> metadata() throws IOException {
		return whole.metadata();
	}
}
