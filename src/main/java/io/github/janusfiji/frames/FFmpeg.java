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

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** Loading, strings and error codes of FFmpeg's native libraries. */
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
