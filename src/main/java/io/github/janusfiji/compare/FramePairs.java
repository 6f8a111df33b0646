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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Fetches what belongs together from two clips.
 *
 * @param first gives the times and, without zoom, the geometry
 * @param second is fitted to it
 * @param registration where things are
 * @param byTime whether frames belong together that are shown at the same time,
 *          rather than those of the same index
 */
record FramePairs(FrameSequence first, FrameSequence second,
	Registration registration, boolean byTime)
{

	/** @return number of frames of the first clip that have a counterpart */
	int count() {
		if (!byTime) return Math.min(first.count(), second.count());
		try {
			// The last frame is shown as long as usual, and covers half of another.
			final double end = second.timeOf(second.count() - 1) + 1 / second
				.frameRate();
			return Math.max(1, before(first, end - 0.5 / first.frameRate()));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return number of a clip's frames that begin before a time, s */
	private static int before(final FrameSequence clip, final double time)
		throws IOException
	{
		int from = 0, to = clip.count();
		while (from < to) {
			final int middle = (from + to) / 2;
			if (clip.timeOf(middle) < time) from = middle + 1;
			else to = middle;
		}
		return from;
	}

	/**
	 * @param time of a frame of the first clip, s
	 * @param index of that frame
	 * @return the frame of the second clip that belongs to it: of the same number,
	 *         or the one nearest in time by its own time stamp
	 * @throws IOException if the clip cannot be read
	 */
	int counterpart(final double time, final int index) throws IOException {
		if (!byTime) return index;
		final int next = Math.min(second.count() - 1, before(second, time));
		return next > 0 && time - second.timeOf(next - 1) <= second.timeOf(next) -
			time ? next - 1 : next;
	}

	/**
	 * @param index in the first clip
	 * @return both pictures
	 * @throws IOException if a clip cannot be read there
	 */
	FramePair pair(final int index) throws IOException {
		final Frame a = first.frame(index);
		final int other = counterpart(a.time(), index);
		final Frame b = second.frame(other);
		return new FramePair(registration.width(), shown(a, registration.first(index)),
			shown(b, registration.second(index, other)), a.time());
	}

	private int[] shown(final Frame frame, final Similarity map) {
		final int width = registration.width(), height = registration.height();
		if (map.equals(Registration.IDENTITY) && frame.width() == width && frame
			.height() == height) return frame.argb();
		final int[] picture = FaceAligner.crop(frame, map, width, height);
		final Similarity back = map.inverse();
		for (int y = 0, i = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++) {
				final Point p = back.apply(new Point(x, y));
				if (p.x() < -0.5 || p.y() < -0.5 || p.x() > frame.width() - 0.5 || p
					.y() > frame.height() - 0.5) picture[i] = 0xff000000;
			}
		return picture;
	}
}
