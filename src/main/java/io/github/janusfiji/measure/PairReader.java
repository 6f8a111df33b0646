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
import io.github.janusfiji.task.InputException;
import java.io.IOException;

/** Reads two clips side by side and counts what they hold. */
final class PairReader implements AutoCloseable {

	/**
	 * The same frame of both clips.
	 *
	 * @param source before the swap
	 * @param swapped after it
	 */
	record Pair(Frame source, Frame swapped) {}

	/** A clip, how far it was read and when the last frame ends, s. */
	private static final class Side implements AutoCloseable {

		private final FrameCursor cursor;
		private double step;
		private double last;
		private int count;
		private double end;

		private Side(final FrameSequence clip) throws IOException {
			cursor = clip.cursor();
			step = 1 / clip.frameRate();
		}

		/** Null after the last. */
		private Frame next() throws IOException {
			final Frame frame = cursor.next();
			if (frame == null) return null;
			if (count > 0 && frame.time() > last) step = frame.time() - last;
			last = frame.time();
			count++;
			end = last + step;
			return frame;
		}

		@Override
		public void close() {
			cursor.close();
		}
	}

	private final Side source, swapped;

	/**
	 * @param source the clip before the swap
	 * @param swapped the clip after it
	 * @throws IOException if one cannot be read
	 */
	PairReader(final FrameSequence source, final FrameSequence swapped)
		throws IOException
	{
		this.source = new Side(source);
		boolean open = false;
		try {
			this.swapped = new Side(swapped);
			open = true;
		}
		finally {
			if (!open) this.source.close();
		}
	}

	/**
	 * @return the next frame of both; null when either clip has ended, and the
	 *         other was read to its end
	 * @throws IOException if one cannot be read
	 */
	Pair next() throws IOException {
		final Frame a = source.next(), b = swapped.next();
		if (a != null && b != null) {
			// Photographs of a folder differ in size among each other.
			if (a.width() != b.width() || a.height() != b.height())
				throw new InputException("Picture " + source.count + " has " + a
					.width() + "×" + a.height() + " px before the swap and " + b
						.width() + "×" + b.height() +
					" px after it; give the folder that the swap was made from.");
			return new Pair(a, b);
		}
		for (final Side longer : new Side[] { source, swapped })
			while (longer.next() != null) continue;
		return null;
	}

	/** @return frames of the source read so far */
	int framesIn() {
		return source.count;
	}

	/** @return frames of the swap read so far */
	int framesOut() {
		return swapped.count;
	}

	/** @return how much later the swap's last frame ends, s */
	double longer() {
		return swapped.end - source.end;
	}

	@Override
	public void close() {
		source.close();
		swapped.close();
	}
}
