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
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/** The frames of a video file. */
final class VideoSequence implements FrameSequence, OpenVideos.Idle {

	private final VideoFile file;
	private final VideoSeeker seeker;
	private final boolean owner;
	private volatile boolean closed;

	VideoSequence(final Path path) throws IOException {
		owner = true;
		final var decoder = new VideoDecoder(path);
		boolean usable = false;
		try {
			if (!decoder.advance()) throw new InputException(path.getFileName() +
				" holds no picture that can be decoded; it is damaged or empty.");
			file = new VideoFile(path, decoder);
			seeker = new VideoSeeker(file, decoder);
			usable = true;
		}
		finally {
			if (!usable) decoder.close();
		}
	}

	private VideoSequence(final VideoSequence other) {
		file = other.file;
		seeker = other.seeker;
		owner = false;
	}

	/** @return the same frames; closing this view leaves the original open */
	VideoSequence view() {
		return new VideoSequence(this);
	}

	/** @return presentation time, s; the best estimate until it was decoded */
	double time(final int index) {
		return file.time(index, file.table().ptsIfKnown(index));
	}

	@Override
	public double timeOf(final int index) throws IOException {
		return file.time(index, file.table().pts(index));
	}

	FrameTable table() {
		return file.table();
	}

	Timing timing() {
		return file.timing();
	}

	/** @return whether the count is known for certain */
	boolean isExact() {
		return file.table().isExact();
	}

	@Override
	public void release() {
		seeker.release();
		file.table().close();
	}

	@Override
	public String name() {
		return file.name();
	}

	@Override
	public Optional<Path> path() {
		return Optional.of(file.path());
	}

	@Override
	public int width() {
		return file.width();
	}

	@Override
	public int height() {
		return file.height();
	}

	@Override
	public int count() {
		return file.table().count();
	}

	@Override
	public double frameRate() {
		return file.timing().frameRate().value();
	}

	@Override
	public String label(final int index) {
		return String.format(Locale.ROOT, "%.3f s", time(index));
	}

	@Override
	public Frame frame(final int index) throws IOException {
		if (closed) throw new IllegalStateException(name() + " is closed.");
		final Frame frame = seeker.frame(index);
		OpenVideos.used(this);
		return frame;
	}

	@Override
	public FrameCursor cursor() throws IOException {
		if (closed) throw new IllegalStateException(name() + " is closed.");
		final var decoder = new VideoDecoder(file.path());
		return new PrefetchCursor(name(), new PrefetchCursor.Source() {

			private int index;

			@Override
			public Frame next() throws IOException {
				if (decoder.advance()) {
					file.table().decoded(index, decoder.pts());
					return file.frame(decoder, index++);
				}
				if (decoder.isBrokenOff()) throw file.brokenOff(index);
				file.table().end(index);
				return null;
			}

			@Override
			public void close() {
				decoder.close();
			}
		}, width(), height());
	}

	@Override
	public void close() {
		closed = true;
		if (owner) release();
	}

	@Override
	public SortedMap<String, String> metadata() throws IOException {
		return Metadata.of(file.path());
	}
}
