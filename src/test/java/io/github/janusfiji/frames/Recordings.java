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
import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Makes video files of kinds that Janus itself does not write. */
final class Recordings {

	private Recordings() {}

	/** @return MPEG-4 with two B-frames between references */
	static Path withBFrames(final Path output, final int count)
		throws IOException
	{
		try (var recorder = new FFmpegFrameRecorder(output.toFile(), 96, 80);
				var converter = new Java2DFrameConverter())
		{
			recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
			recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
			recorder.setFrameRate(25);
			recorder.setGopSize(20);
			recorder.setMaxBFrames(2);
			recorder.setVideoBitrate(2_000_000);
			recorder.start();
			for (int i = 0; i < count; i++) recorder.record(converter.convert(
				TestPictures.picture(i, 0, 96, 80).processor().getBufferedImage()));
		}
		return output;
	}

	/** @return silent-picture video with a 440 Hz tone in AAC, mono, 44.1 kHz */
	static Path withTone(final Path output, final int count)
		throws IOException
	{
		try (var recorder = new FFmpegFrameRecorder(output.toFile(), 64, 48, 1);
				var converter = new Java2DFrameConverter())
		{
			recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
			recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
			recorder.setFrameRate(25);
			recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
			recorder.setSampleRate(44100);
			recorder.start();
			for (int i = 0; i < count; i++) {
				recorder.record(converter.convert(TestPictures.picture(i, 0, 64, 48)
					.processor().getBufferedImage()));
				recorder.recordSamples(44100, 1, tone(i));
			}
		}
		return output;
	}

	private static ShortBuffer tone(final int frame)
		throws FrameRecorder.Exception
	{
		final var samples = new short[1764]; // 40 ms
		for (int i = 0; i < samples.length; i++) samples[i] = (short) (8000 * Math
			.sin(2 * Math.PI * 440 * (frame * 1764 + i) / 44100));
		return ShortBuffer.wrap(samples);
	}
}
