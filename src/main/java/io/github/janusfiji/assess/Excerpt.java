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
package io.github.janusfiji.assess;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameKind;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The first frames of a clip. Belongs to who owns the clip: closing it closes
 * nothing.
 */
final class Excerpt implements FrameSequence {

	private final FrameSequence whole;
	private final int most;

	Excerpt(final FrameSequence whole, final int most) {
		this.whole = whole;
		this.most = most;
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
		return FrameKind.SEQUENCE;
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
		return Math.min(most, whole.count());
	}

	@Override
	public double frameRate() {
		return whole.frameRate();
	}

	@Override
	public Frame frame(final int index) throws IOException {
		if (index >= count()) throw new IndexOutOfBoundsException(index);
		return whole.frame(index);
	}

	@Override
	public FrameCursor cursor() throws IOException {
		final FrameCursor cursor = whole.cursor();
		return new FrameCursor() {

			private int read;

			@Override
			public Frame next() throws IOException {
				return read++ < most ? cursor.next() : null;
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

	@Override
	public SortedMap<String, String> metadata() throws IOException {
		return whole.metadata();
	}
}
