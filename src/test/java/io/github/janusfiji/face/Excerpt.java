package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.frames.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Some successive frames of a recording. */
final class Excerpt implements FrameSequence {

	private final FrameSequence whole;
	private final int first, count;

	Excerpt(final Path file, final int first, final int count)
		throws IOException
	{
		whole = Frames.open(file);
		this.first = first;
		this.count = Math.min(count, whole.count() - first);
	}

	@Override
	public String name() {
		return whole.name();
	}

	@Override
	public Optional<Path> path() {
		return whole.path();
	}

	@Override
	public int width() {
		return whole.width();
	}

	@Override
	public int height() {
		return whole.height();
	}

	@Override
	public int count() {
		return count;
	}

	@Override
	public double frameRate() {
		return whole.frameRate();
	}

	@Override
	public Frame frame(final int index) throws IOException {
		return moved(whole.frame(first + index));
	}

	@Override
	public FrameCursor cursor() throws IOException {
		final FrameCursor cursor = whole.cursor();
		for (int i = 0; i < first; i++)
			cursor.next();
		return new FrameCursor() {

			private int read;

			@Override
			public Frame next() throws IOException {
				return read++ < count ? moved(cursor.next()) : null;
			}

			@Override
			public void close() {
				cursor.close();
			}
		};
	}

	@Override
	public void close() {
		whole.close();
	}

	private Frame moved(final Frame f) {
		return new Frame(f.index() - first, f.time() - first / frameRate(), f
			.width(), f.height(), f.argb());
	}
}
