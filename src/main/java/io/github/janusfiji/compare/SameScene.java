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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether two clips are the same recording but for the faces, as a swap
 * and its source are. Then everything lies where it lay, and to fit one face to
 * the other, which has another shape, would shift it.
 */
final class SameScene {

	/** Frames that are looked at, evenly spaced. */
	private static final int LOOKS = 5;

	/** Only every so many pixels of a row and column are compared. */
	private static final int STRIDE = 3;

	/** How much a face's box is grown: swaps reach to brows, chin and ears. */
	private static final double GROWN = 0.6;

	/** Mean difference that compressing anew makes at most, levels. */
	private static final double COMPRESSED = 6;

	private SameScene() {}

	/**
	 * @param first a clip
	 * @param second another
	 * @param a faces of the first
	 * @param b faces of the second
	 * @return whether they show the same outside of all faces
	 * @throws IOException if a clip cannot be read
	 */
	static boolean of(final FrameSequence first, final FrameSequence second,
		final FaceTracks a, final FaceTracks b) throws IOException
	{
		final int count = Math.min(first.count(), second.count());
		if (count < 1 || first.width() != second.width() || first.height() != second
			.height()) return false;
		for (int i = 0; i < LOOKS; i++) {
			final int index = (int) ((long) i * (count - 1) / (LOOKS - 1));
			final Frame p = first.frame(index), q = second.frame(index);
			if (p.width() != q.width() || p.height() != q.height()) return false;
			if (difference(p, q, boxes(index, a, b)) > COMPRESSED) return false;
		}
		return true;
	}

	private static List<Box> boxes(final int frame, final FaceTracks... all) {
		final var boxes = new ArrayList<Box>();
		for (final FaceTracks tracks : all)
			for (final Face face : tracks.faces())
				if (face.frame() == frame) boxes.add(face.box());
		return boxes;
	}

	/** Mean absolute difference; infinite if faces fill the picture. */
	private static double difference(final Frame p, final Frame q,
		final List<Box> faces)
	{
		long sum = 0;
		int pixels = 0;
		for (int y = 0; y < p.height(); y += STRIDE)
			for (int x = 0; x < p.width(); x += STRIDE) {
				if (isNear(faces, x, y)) continue;
				final int c = p.argb()[y * p.width() + x], d = q.argb()[y * p.width() +
					x];
				for (int shift = 0; shift <= 16; shift += 8)
					sum += Math.abs((c >> shift & 255) - (d >> shift & 255));
				pixels++;
			}
		return pixels == 0 ? Double.POSITIVE_INFINITY : sum / (3.0 * pixels);
	}

	private static boolean isNear(final List<Box> faces, final int x,
		final int y)
	{
		for (final Box box : faces) {
			final double more = GROWN * box.width();
			if (x > box.x() - more && x < box.x() + box.width() + more && y > box.y() -
				more && y < box.y() + box.height() + more) return true;
		}
		return false;
	}
}
