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

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Facts about a video file that all who decode it share. */
final class VideoFile {

	/**
	 * Files without an index are read once, undecoded, to count their frames: what
	 * their headers say is an estimate or wrong. Larger ones, bytes, are not.
	 */
	private static final long COUNTED_BYTES = 4L << 30;

	private final Path path;
	private final int width;
	private final int height;
	private final Timing timing;
	private final double origin;
	private final FrameTable table;

	/**
	 * @param path the file
	 * @param decoder of it, at its first picture
	 */
	VideoFile(final Path path, final VideoDecoder decoder) throws IOException {
		this.path = path;
		final var demuxer = decoder.demuxer;
		width = decoder.converter().shownWidth();
		height = decoder.converter().shownHeight();
		timing = new Timing(demuxer.timeBase(), demuxer.frameRate(), sampleAspect(
			decoder));
		// AVI counts pictures in the order of decoding, so the first one shown
		// may not have number 0.
		origin = demuxer.isAvi() && decoder.pts() != FrameTable.UNKNOWN ? timing
			.timeBase().seconds(decoder.pts()) : demuxer.origin();
		final boolean counts = !demuxer.isIndexed() && Files.size(
			path) <= COUNTED_BYTES;
		final var packets = counts ? PacketScan.summary(path) : null;
		table = new FrameTable(path, demuxer.evenStep(), counts && packets
			.frames() > 0 ? packets.frames() : demuxer.declaredCount(), !counts ||
				!packets.joined());
		table.decoded(0, decoder.pts());
	}

	private static Rational sampleAspect(final VideoDecoder decoder) {
		final var stored = Rational.of(decoder.demuxer.stream()
			.sample_aspect_ratio());
		if (!stored.isValid()) return new Rational(1, 1);
		return decoder.orientation().isQuarterTurn() ? stored.inverse() : stored;
	}

	Path path() {
		return path;
	}

	String name() {
		return path.getFileName().toString();
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	Timing timing() {
		return timing;
	}

	FrameTable table() {
		return table;
	}

	/** @return the picture a decoder stands at, as a frame */
	Frame frame(final VideoDecoder decoder, final int index)
		throws IOException
	{
		return new Frame(index, time(index, decoder.pts()), width, height, decoder
			.argb());
	}

	/**
	 * @param pts time stamp, in units of the time base, or unknown
	 * @return presentation time, s
	 */
	double time(final int index, final long pts) {
		return pts == FrameTable.UNKNOWN ? index / timing.frameRate().value()
			: timing.timeBase().seconds(pts) - origin;
	}

	/** @return what to tell the user of a file that ends too early */
	InputException brokenOff(final int frames) {
		return new InputException(name() + " breaks off after frame " + frames +
			(table.count() > frames ? " of " + table.count() : "") +
			": the file is incomplete or damaged; copy it again.");
	}
}
