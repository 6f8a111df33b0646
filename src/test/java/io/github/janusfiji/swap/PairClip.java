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
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Both people of the sample clips beside each other: ada left, ben right. */
public final class PairClip implements FrameSequence {

	private final List<Frame> frames = new ArrayList<>();

	/**
	 * @param count frames
	 * @throws IOException if the sample clips cannot be read
	 */
	public PairClip(final int count) throws IOException {
		try (var ada = Frames.open(Path.of("sample-data", "ada.mp4"));
				var ben = Frames.open(Path.of("sample-data", "ben.mp4"));
				var left = ada.cursor(); var right = ben.cursor())
		{
			for (int i = 0; i < count; i++)
				frames.add(joined(left.next(), right.next()));
		}
	}

	private static Frame joined(final Frame left, final Frame right) {
		final int w = left.width(), h = left.height(), v = right.width();
		final var argb = new int[(w + v) * h];
		for (int y = 0; y < h; y++) {
			System.arraycopy(left.argb(), y * w, argb, y * (w + v), w);
			System.arraycopy(right.argb(), y * v, argb, y * (w + v) + w, v);
		}
		return new Frame(left.index(), left.time(), w + v, h, argb);
	}

	@Override
	public String name() {
		return "pair.mp4";
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
		final var each = frames.iterator();
		return new FrameCursor() {

			@Override
			public Frame next() {
				return each.hasNext() ? each.next() : null;
			}

			@Override
			public void close() {}
		};
	}

	@Override
	public void close() {}
}
