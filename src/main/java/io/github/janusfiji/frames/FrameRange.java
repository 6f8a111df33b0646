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
 * A run of a clip's frames, read with some frames before it and behind it, so
 * that what depends on neighbours can be computed within. Frames keep the indices
 * that they have in the clip. Decoding begins at the key frame before the first
 * one read.
 */
public final class FrameRange implements FrameSequence {

	private final FrameSequence clip;
	private final int first, end, begin, stop;

	/**
	 * @param clip the clip; stays open when this view is closed
	 * @param part which of its parts
	 * @param lead frames to read before it, if there are so many
	 * @param tail frames to read behind it, if there are so many
	 */
	public FrameRange(final FrameSequence clip, final Part part, final int lead,
		final int tail)
	{
		this.clip = clip;
		final int count = clip.count();
		first = part.first(count);
		end = part.end(count);
		begin = Math.max(0, first - lead);
		stop = end == Integer.MAX_VALUE ? end : end + tail;
	}

	/** @return index of the first frame of the part itself */
	public int first() {
		return first;
	}

	/**
	 * @return index of the frame behind the last one of the part itself; the
	 *         largest number for the last part
	 */
	public int end() {
		return end;
	}

	/** @return index of the first frame that is read */
	public int begin() {
		return begin;
	}

	/** @return number of frames that are read, as far as that is known */
	public int length() {
		return Math.max(0, Math.min(stop, count()) - begin);
	}

	/**
	 * @param index of a frame
	 * @return whether it is in the part itself
	 */
	public boolean holds(final int index) {
		return index >= first && index < end;
	}

	/** Reads this run of frames only. */
	@Override
	public FrameCursor cursor() throws IOException {
		return new PrefetchCursor(name(), new PrefetchCursor.Source() {

			private int index = begin;

			@Override
			public Frame next() throws IOException {
				if (index >= stop) return null;
				try {
					return clip.frame(index++);
				}
				catch (final IndexOutOfBoundsException e) {
					return null; // the clip's end, which only decoding knows
				}
			}

			@Override
			public void close() {
				// The clip is its owner's.
			}
		}, width(), height());
	}

	/** @return what follows from one frame to the next, which parts have to */
	@Override
	public FrameKind kind() {
		return FrameKind.SEQUENCE;
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
	public boolean hasOneSize() {
		return clip.hasOneSize();
	}

	/** @return number of frames in the clip, as far as it is known */
	@Override
	public int count() {
		return clip.count();
	}

	@Override
	public double frameRate() {
		return clip.frameRate();
	}

	@Override
	public Frame frame(final int index) throws IOException {
		return clip.frame(index);
	}

	@Override
	public Optional<String> frameFile(final int index) {
		return clip.frameFile(index);
	}

	@Override
	public String label(final int index) {
		return clip.label(index);
	}

	@Override
	public double timeOf(final int index) throws IOException {
		return clip.timeOf(index);
	}

	@Override
	public List<Path> files() {
		return clip.files();
	}

	@Override
	public String hint() {
		return clip.hint();
	}

	@Override
	public SortedMap<String, String> metadata() throws IOException {
		return clip.metadata();
	}

	@Override
	public void close() {
		// The clip is its owner's.
	}
}
