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
import java.util.Locale;
import java.util.Optional;

/** The frames of a video file. */
final class VideoSequence implements FrameSequence {

	/** How containers' times, rates and pixel shapes carry over to a copy. */
	record Timing(Rational timeBase, Rational frameRate,
		Rational sampleAspect)
	{}

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
	private final VideoSeeker seeker;
	private final boolean owner;
	private volatile boolean closed;

	VideoSequence(final Path path) throws IOException {
		this.path = path;
		owner = true;
		final var decoder = new VideoDecoder(path);
		boolean usable = false;
		try {
			if (!decoder.advance()) throw new InputException(name() +
				" holds no picture that can be decoded; it is damaged or empty.");
			final var demuxer = decoder.demuxer;
			width = decoder.converter().shownWidth();
			height = decoder.converter().shownHeight();
			timing = new Timing(demuxer.timeBase(), demuxer.frameRate(), sampleAspect(
				decoder));
			// AVI counts pictures in the order of decoding, so the first one shown
			// may not have number 0.
			origin = demuxer.isAvi() && decoder.pts() != FrameTable.UNKNOWN
				? timing.timeBase.seconds(decoder.pts()) : demuxer.origin();
			final boolean counts = !demuxer.isIndexed() && Files.size(
				path) <= COUNTED_BYTES;
			final var packets = counts ? PacketScan.summary(path) : null;
			table = new FrameTable(path, demuxer.evenStep(), counts && packets
				.frames() > 0 ? packets.frames() : demuxer.declaredCount(), !counts ||
					!packets.joined());
			table.decoded(0, decoder.pts());
			seeker = new VideoSeeker(this, decoder);
			usable = true;
		}
		finally {
			if (!usable) decoder.close();
		}
	}

	private VideoSequence(final VideoSequence other) {
		path = other.path;
		width = other.width;
		height = other.height;
		timing = other.timing;
		origin = other.origin;
		table = other.table;
		seeker = other.seeker;
		owner = false;
	}

	/** @return the same frames; closing this view leaves the original open */
	VideoSequence view() {
		return new VideoSequence(this);
	}

	private static Rational sampleAspect(final VideoDecoder decoder) {
		final var stored = Rational.of(decoder.demuxer.stream()
			.sample_aspect_ratio());
		if (!stored.isValid()) return new Rational(1, 1);
		return decoder.orientation().isQuarterTurn() ? stored.inverse() : stored;
	}

	/** @return the picture a decoder stands at, as a frame */
	Frame frame(final VideoDecoder decoder, final int index)
		throws IOException
	{
		return new Frame(index, time(index, decoder.pts()), width, height, decoder
			.argb());
	}

	/** Notes how many frames decoding from the start has found. */
	void ended(final int frames) {
		table.end(frames);
	}

	private double time(final int index, final long pts) {
		return pts == FrameTable.UNKNOWN ? index / frameRate() : timing.timeBase
			.seconds(pts) - origin;
	}

	/** @return presentation time, s; the best estimate until it was decoded */
	double time(final int index) {
		return time(index, table.ptsIfKnown(index));
	}

	@Override
	public double timeOf(final int index) throws IOException {
		return time(index, table.pts(index));
	}

	FrameTable table() {
		return table;
	}

	Timing timing() {
		return timing;
	}

	/** @return whether the count is known for certain */
	boolean isExact() {
		return table.isExact();
	}

	/** Lets go of the file and of native memory until the next access. */
	void release() {
		seeker.release();
		table.close();
	}

	@Override
	public String name() {
		return path.getFileName().toString();
	}

	@Override
	public Optional<Path> path() {
		return Optional.of(path);
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int count() {
		return table.count();
	}

	@Override
	public double frameRate() {
		return timing.frameRate.value();
	}

	@Override
	public String label(final int index) {
		return String.format(Locale.ROOT, "%.3f s", time(index));
	}

	@Override
	public Frame frame(final int index) throws IOException {
		if (closed) throw new IllegalStateException(name() + " is closed.");
		return seeker.frame(index);
	}

	@Override
	public FrameCursor cursor() throws IOException {
		if (closed) throw new IllegalStateException(name() + " is closed.");
		final var decoder = new VideoDecoder(path);
		return new PrefetchCursor(name(), new PrefetchCursor.Source() {

			private int index;

			@Override
			public Frame next() throws IOException {
				if (decoder.advance()) {
					table.decoded(index, decoder.pts());
					return frame(decoder, index++);
				}
				if (decoder.isBrokenOff()) throw brokenOff(index);
				ended(index);
				return null;
			}

			@Override
			public void close() {
				decoder.close();
			}
		}, width, height);
	}

	/** @return what to tell the user of a file that ends too early */
	InputException brokenOff(final int frames) {
		return new InputException(name() + " breaks off after frame " + frames +
			(count() > frames ? " of " + count() : "") +
			": the file is incomplete or damaged; copy it again.");
	}

	@Override
	public void close() {
		closed = true;
		if (owner) release();
	}
}
