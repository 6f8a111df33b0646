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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A sequence whose kind the user has said.
 *
 * @param frames the same, without that
 * @param kind what the user said
 */
record KindView(FrameSequence frames, FrameKind kind) implements
	FrameSequence
{

	/** @return the sequence itself, without what a user said of it */
	static FrameSequence inner(final FrameSequence frames) {
		return frames instanceof KindView view ? view.frames : frames;
	}

	@Override
	public String name() {
		return frames.name();
	}

	@Override
	public Optional<Path> path() {
		return frames.path();
	}

	@Override
	public int width() {
		return frames.width();
	}

	@Override
	public int height() {
		return frames.height();
	}

	@Override
	public boolean hasOneSize() {
		return frames.hasOneSize();
	}

	@Override
	public int count() {
		return frames.count();
	}

	@Override
	public double frameRate() {
		return frames.frameRate();
	}

	@Override
	public Frame frame(final int index) throws IOException {
		return frames.frame(index);
	}

	@Override
	public FrameCursor cursor() throws IOException {
		return frames.cursor();
	}

	@Override
	public Optional<String> frameFile(final int index) {
		return frames.frameFile(index);
	}

	@Override
	public String label(final int index) {
		return frames.label(index);
	}

	@Override
	public List<Path> files() {
		return frames.files();
	}

	@Override
	public Optional<ImageScale> scale() {
		return frames.scale();
	}

	@Override
	public String hint() {
		return frames.hint();
	}

	@Override
	public SortedMap<String, String> metadata() throws IOException {
		return frames.metadata();
	}

	@Override
	public void close() {
		frames.close();
	}
}
