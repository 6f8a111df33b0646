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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Some successive frames of a recording. */
final class Excerpt implements FrameSequence {

	private final FrameSequence whole;
	private final int first, count;

	Excerpt(final Path file, final int first, final int count)
		throws IOException
	{
		whole = Frames.open(file);
		this.first = first;
		this.count = Math.min(count, whole.count() - first);
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
	public int width() {
		return whole.width();
	}

	@Override
	public int height() {
		return whole.height();
	}

	@Override
	public int count() {
		return count;
	}

	@Override
	public double frameRate() {
		return whole.frameRate();
	}

	@Override
	public Frame frame(final int index) throws IOException {
		return moved(whole.frame(first + index));
	}

	@Override
	public FrameCursor cursor() throws IOException {
		final FrameCursor cursor = whole.cursor();
		for (int i = 0; i < first; i++)
			cursor.next();
		return new FrameCursor() {

			private int read;

			@Override
			public Frame next() throws IOException {
				return read++ < count ? moved(cursor.next()) : null;
			}

			@Override
			public void close() {
				cursor.close();
			}
		};
	}

	@Override
	public void close() {
		whole.close();
	}

	private Frame moved(final Frame f) {
		return new Frame(f.index() - first, f.time() - first / frameRate(), f
			.width(), f.height(), f.argb());
	}
}
