package io.github.janusfiji.blink;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The first frames of a clip. */
record Excerpt(FrameSequence clip, int count) implements FrameSequence {

	@Override
	public String name() {
		return clip.name();
	}

	@Override
	public Optional<Path> path() {
		return Optional.empty();
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
	public double frameRate() {
		return clip.frameRate();
	}

	@Override
	public Frame frame(final int index) throws IOException {
		return clip.frame(index);
	}

	@Override
	public FrameCursor cursor() throws IOException {
		final FrameCursor cursor = clip.cursor();
		return new FrameCursor() {

			private int next;

			@Override
			public Frame next() throws IOException {
				return next++ < count ? cursor.next() : null;
			}

			@Override
			public void close() {
				cursor.close();
			}
		};
	}

	@Override
	public void close() {
		clip.close();
	}
}
