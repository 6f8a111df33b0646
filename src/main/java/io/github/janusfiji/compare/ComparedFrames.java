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
package io.github.janusfiji.compare;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comparison as a moving picture, made as it is looked at. The last pair is
 * kept, since its layers are asked for one after another.
 */
final class ComparedFrames implements FrameSequence {

	private final FramePairs pairs;
	private final View view;
	private final Residuals residuals;
	private FramePair last;
	private int lastIndex = -1;

	/**
	 * @param pairs of pictures
	 * @param view what is shown of them
	 * @param residuals makes differences visible
	 */
	ComparedFrames(final FramePairs pairs, final View view,
		final Residuals residuals)
	{
		this.pairs = pairs;
		this.view = view;
		this.residuals = residuals;
	}

	@Override
	public String name() {
		return pairs.first().name() + " | " + pairs.second().name();
	}

	@Override
	public Optional<Path> path() {
		return Optional.empty();
	}

	@Override
	public List<Path> files() {
		return Stream.of(pairs.first(), pairs.second()).flatMap(clip -> clip.files()
			.stream()).toList();
	}

	@Override
	public int width() {
		return view.panels() * pairs.registration().width();
	}

	@Override
	public int height() {
		return pairs.registration().height();
	}

	@Override
	public int count() {
		return view.layers() * pairs.count();
	}

	@Override
	public double frameRate() {
		return pairs.first().frameRate();
	}

	@Override
	public String label(final int index) {
		return pairs.first().label(index / view.layers()) + " " + view.label(index %
			view.layers());
	}

	@Override
	public Frame frame(final int index) throws IOException {
		if (index < 0 || index >= count()) throw new IndexOutOfBoundsException(
			index);
		final FramePair pair = pair(index / view.layers());
		final List<int[]> panels = view.panels(pair, residuals, index % view
			.layers());
		final var argb = new int[width() * height()];
		for (int y = 0; y < height(); y++)
			for (int i = 0; i < panels.size(); i++)
				System.arraycopy(panels.get(i), y * pair.width(), argb, y * width() +
					i * pair.width(), pair.width());
		return new Frame(index, time(index, pair), width(), height(), argb);
	}

	/** A flicker's pictures follow one another; layers share a time. */
	private double time(final int index, final FramePair pair) {
		return view == View.FLICKER ? index / frameRate() : pair.time();
	}

	private synchronized FramePair pair(final int index)
		throws IOException
	{
		if (index != lastIndex) {
			last = pairs.pair(index);
			lastIndex = index;
		}
		return last;
	}

	@Override
	public FrameCursor cursor() {
		return new FrameCursor() {

			private int next;

			@Override
			public Frame next() throws IOException {
				if (next >= count()) return null;
				try {
					return frame(next++);
				}
				catch (final IndexOutOfBoundsException exc) {
					// A clip is shorter than its header says; its count knows that now.
					if (next > count()) return null;
					throw exc;
				}
			}

			@Override
			public void close() {
				// The clips belong to whoever opened them.
			}
		};
	}

	@Override
	public void close() {
		// The clips belong to whoever opened them.
	}
}
