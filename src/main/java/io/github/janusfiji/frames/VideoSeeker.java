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

/**
 * Fetches single frames of a video by index, exactly: a frame found by seeking
 * is the same picture that decoding from the start gives for that index.
 */
final class VideoSeeker {

	/** Up to this many frames ahead, decoding on is cheaper than seeking. */
	private static final int NEAR = 24;

	/** Frames before a sought one that are kept, for stepping backwards. */
	private static final int BEHIND = 4;

	private final VideoFile video;
	private final FrameCache cache;
	private VideoDecoder decoder;

	/** Index of the picture the decoder stands at; −1 at the very start. */
	private int position;

	/**
	 * @param video whose frames are fetched
	 * @param decoder of that video, at its first picture; closed by this object
	 */
	VideoSeeker(final VideoFile video, final VideoDecoder decoder)
		throws IOException
	{
		this.video = video;
		this.decoder = decoder;
		cache = new FrameCache(video.width(), video.height());
		cache.put(video.frame(decoder, 0));
	}

	synchronized Frame frame(final int index) throws IOException {
		if (index < 0 || video.table().isExact() && index >= video.table().count())
			throw new IndexOutOfBoundsException(index);
		final var cached = cache.get(index);
		if (cached != null) return cached;
		if (decoder == null) restart();
		if (index <= position || index > position + NEAR) goTo(index);
		else count(index);
		final var frame = video.frame(decoder, index);
		cache.put(frame);
		return FrameCache.copy(frame);
	}

	private void goTo(final int index) throws IOException {
		if (index > NEAR && seek(index)) return;
		if (index <= position || position < 0) restart();
		count(index);
	}

	/** Decodes on to a frame and counts. */
	private void count(final int index) throws IOException {
		while (position < index) {
			if (!decoder.advance()) throw atEnd(index);
			position++;
			video.table().decoded(position, decoder.pts());
			keepIfNear(index);
		}
	}

	private IndexOutOfBoundsException atEnd(final int index)
		throws IOException
	{
		final int frames = position + 1;
		final boolean broken = decoder.isBrokenOff();
		restart();
		if (broken) throw video.brokenOff(frames);
		video.table().end(frames);
		return new IndexOutOfBoundsException(index);
	}

	/**
	 * Decodes from a point before the frame. That point is good if a picture that
	 * needs no other was shown at or before the frame: pictures shown earlier may
	 * refer to what was skipped.
	 *
	 * @return false if the frame must be found by counting from the start
	 */
	private boolean seek(final int index) throws IOException {
		final var table = video.table();
		final long target = table.pts(index);
		if (target == FrameTable.UNKNOWN) return false;
		final long first = table.pts(0);
		final long second = Math.max(1, video.timing().timeBase().ticks(1));
		long from = target;
		for (long back = second; from > first; back *= 4) {
			decoder.seek(from);
			boolean key = false;
			boolean more = decoder.advance();
			for (; more; more = decoder.advance()) {
				key |= decoder.isKey();
				if (decoder.pts() >= target) break;
				if (key) keepIfBehind(index);
			}
			if (more && key && decoder.pts() == target) {
				position = index;
				return true;
			}
			position = -2; // nowhere that could be counted on from
			if (more && key) break; // the container's times are wrong
			from -= back;
		}
		restart();
		return false;
	}

	private void keepIfBehind(final int index) throws IOException {
		for (int i = index - 1; i >= Math.max(0, index - BEHIND); i--) {
			if (video.table().pts(i) == decoder.pts()) cache.put(video.frame(decoder,
				i));
		}
	}

	private void keepIfNear(final int index) throws IOException {
		if (position < index && position >= index - BEHIND) cache.put(video.frame(
			decoder, position));
	}

	private void restart() throws IOException {
		if (decoder != null) decoder.close();
		decoder = null;
		position = -1;
		decoder = new VideoDecoder(video.path());
	}

	synchronized void release() {
		cache.clear();
		if (decoder != null) decoder.close();
		decoder = null;
		position = -1;
	}
}
