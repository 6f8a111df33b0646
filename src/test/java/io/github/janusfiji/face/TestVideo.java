package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** A clip read in order, as short as the test that needs it. */
final class TestVideo implements FrameSequence {

	private final Path file;
	private final int first, count;
	private final int width, height;
	private final double rate;

	TestVideo(final Path file, final int first, final int count)
		throws IOException
	{
		this.file = file;
		this.first = first;
		avutil.av_log_set_level(avutil.AV_LOG_ERROR);
		try (var grabber = new FFmpegFrameGrabber(file.toFile())) {
			grabber.start();
			width = grabber.getImageWidth();
			height = grabber.getImageHeight();
			rate = grabber.getVideoFrameRate();
			this.count = Math.min(count, grabber.getLengthInVideoFrames() - first);
		}
	}

	@Override
	public String name() {
		return file.getFileName().toString();
	}

	@Override
	public Optional<Path> path() {
		return Optional.of(file);
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
		return count;
	}

	@Override
	public double frameRate() {
		return rate;
	}

	@Override
	public Frame frame(final int index) throws IOException {
		try (var cursor = cursor()) {
			for (int i = 0; i < index; i++)
				cursor.next();
			return cursor.next();
		}
	}

	@Override
	public FrameCursor cursor() throws IOException {
		final var grabber = new FFmpegFrameGrabber(file.toFile());
		grabber.setPixelFormat(avutil.AV_PIX_FMT_BGRA);
		grabber.start();
		for (int i = 0; i < first; i++)
			grabber.grabImage();
		return new FrameCursor() {

			private int next;

			@Override
			public Frame next() throws IOException {
				if (next >= count) return null;
				final var image = grabber.grabImage();
				if (image == null) return null;
				final var bytes = (ByteBuffer) image.image[0];
				final var pixels = bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
				final int[] argb = new int[width * height];
				for (int y = 0; y < height; y++) {
					pixels.position(y * image.imageStride / 4);
					pixels.get(argb, y * width, width);
				}
				for (int i = 0; i < argb.length; i++)
					argb[i] |= 0xff000000;
				final int index = next++;
				return new Frame(index, index / rate, width, height, argb);
			}

			@Override
			public void close() {
				try {
					grabber.close();
				}
				catch (final IOException exc) {
					throw new java.io.UncheckedIOException(exc);
				}
			}
		};
	}

	@Override
	public void close() {}
}
