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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clip that keeps some of its frames, evenly spaced, when it is read in
 * order: what is learnt of a person's looks costs no reading of its own.
 */
final class SampledFrames implements FrameSequence {

	/** Most frames kept. */
	private static final int MOST = 48;

	/** What they may take, bytes; four are kept in any case. */
	private static final long BYTES = 96L << 20;

	private final FrameSequence clip;
	private final int most;
	private List<Frame> kept = new ArrayList<>();
	private int every = 1;

	/** @param clip its owner closes it */
	SampledFrames(final FrameSequence clip) {
		this.clip = clip;
		most = (int) Math.max(4, Math.min(MOST, BYTES / (4L * clip.width() * clip
			.height())));
	}

	/** @return the kept frames, in order */
	synchronized List<Frame> kept() {
		return List.copyOf(kept);
	}

	private synchronized void keep(final Frame frame) {
		if (frame.index() % every != 0) return;
		kept.add(frame);
		if (kept.size() <= most) return;
		every *= 2;
		kept = new ArrayList<>(kept.stream().filter(f -> f.index() % every == 0)
			.toList());
	}

	@Override
	public FrameCursor cursor() throws IOException {
		final FrameCursor cursor = clip.cursor();
		return new FrameCursor() {

			@Override
			public Frame next() throws IOException {
				final Frame frame = cursor.next();
				if (frame != null) keep(frame);
				return frame;
			}

			@Override
			public void close() {
				cursor.close();
			}
		};
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
	public int width() {
		return clip.width();
	}

	@Override
	public int height() {
		return clip.height();
	}

	@Override
	public int count() {
		return clip.count();
	}

	@Override
	public double frameRate() {
		return clip.frameRate();
	}

	@Override
	public Optional<String> frameFile(final int index) {
		return clip.frameFile(index);
	}

	@Override
	public Frame frame(final int index) throws IOException {
		return clip.frame(index);
	}

	@Override
	public void close() {
		// The clip is its owner's.
	}
}
