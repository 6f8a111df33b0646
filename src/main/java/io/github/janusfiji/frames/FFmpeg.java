package io.github.janusfiji.frames;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** What every use of FFmpeg's native libraries needs. */
final class FFmpeg {

	/** {@code AVERROR(EAGAIN)}: the codec wants input, or output taken, first. */
	static final int AGAIN;

	/** {@code AVERROR(ENOSPC)}, the same number on every system. */
	private static final int NO_SPACE = -28;

	static {
		// Everything worth knowing arrives as an error code and becomes an
		// exception; FFmpeg's own log would only litter standard error.
		av_log_set_level(AV_LOG_QUIET);
		AGAIN = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
	}

	private FFmpeg() {}

	/** Loads the libraries and silences their log. */
	static void load() {}

	/** @return a native UTF-8 string, to be closed by the caller */
	static BytePointer text(final String text) {
		return new BytePointer(text.getBytes(StandardCharsets.UTF_8).length + 1L)
			.putString(text, StandardCharsets.UTF_8);
	}

	/**
	 * @return the path as a {@code file:} address, so that no character in a name
	 *         is taken for a protocol; to be closed by the caller
	 */
	static BytePointer url(final Path path) {
		return text("file:" + path.toAbsolutePath());
	}

	/** @return FFmpeg's own words for an error code */
	static String message(final int error) {
		final var buffer = new byte[256];
		av_strerror(error, buffer, buffer.length);
		int length = 0;
		while (length < buffer.length && buffer[length] != 0) length++;
		return new String(buffer, 0, length, StandardCharsets.UTF_8);
	}

	static boolean isDiskFull(final int error) {
		return error == NO_SPACE;
	}
}
