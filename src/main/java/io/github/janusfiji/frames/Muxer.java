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

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Writes compressed packets into an MP4 or Matroska file. */
final class Muxer implements AutoCloseable {

	private final AVFormatContext format = new AVFormatContext(null);
	private final AVPacket own;

	/** @param container FFmpeg's name: {@code mp4} or {@code matroska} */
	Muxer(final Path path, final String container) throws IOException {
		FFmpeg.load();
		check(avformat_alloc_output_context2(format, (AVOutputFormat) null,
			container, path.toString()));
		// Without this flag a Matroska file has a random number for a name.
		format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
		own = av_packet_alloc();
		final var io = new AVIOContext(null);
		try (var url = FFmpeg.url(path)) {
			final int status = avio_open(io, url, AVIO_FLAG_WRITE);
			if (status < 0) {
				close();
				check(status);
			}
		}
		format.pb(io);
	}

	boolean isMatroska() {
		return "matroska".equals(format.oformat().name().getString());
	}

	boolean accepts(final AVCodecParameters parameters) {
		return avformat_query_codec(format.oformat(), parameters.codec_id(),
			FF_COMPLIANCE_NORMAL) == 1;
	}

	AVStream addVideo(final AVCodecContext codec, final Rational frameRate) {
		final var stream = avformat_new_stream(format, null);
		avcodec_parameters_from_context(stream.codecpar(), codec);
		copy(codec.time_base(), stream.time_base());
		copy(codec.sample_aspect_ratio(), stream.sample_aspect_ratio());
		stream.avg_frame_rate().num(frameRate.num());
		stream.avg_frame_rate().den(frameRate.den());
		return stream;
	}

	/** Adds a stream whose packets will be copied from another file. */
	AVStream addCopy(final AVStream source) {
		final var stream = avformat_new_stream(format, null);
		avcodec_parameters_copy(stream.codecpar(), source.codecpar());
		stream.codecpar().codec_tag(0);
		copy(source.time_base(), stream.time_base());
		final var language = av_dict_get(source.metadata(), "language", null, 0);
		if (language != null) {
			final var tags = new AVDictionary(null);
			av_dict_set(tags, language.key(), language.value(), 0);
			stream.metadata(tags);
		}
		return stream;
	}

	private static void copy(final AVRational from, final AVRational to) {
		to.num(from.num());
		to.den(from.den());
	}

	/** Writes the header; all streams must have been added. */
	void begin(final Map<String, String> metadata) throws IOException {
		final var tags = new AVDictionary(null);
		for (final var entry : metadata.entrySet()) {
			try (var key = FFmpeg.text(entry.getKey()); var value = FFmpeg.text(entry
				.getValue()))
			{
				av_dict_set(tags, key, value, 0);
			}
		}
		format.metadata(tags);
		final var options = new AVDictionary(null);
		// Without this flag MP4 keeps a dozen well-known keys only.
		if (!isMatroska()) av_dict_set(options, "movflags", "use_metadata_tags", 0);
		final int status = avformat_write_header(format, options);
		av_dict_free(options);
		check(status);
	}

	/**
	 * Writes a packet; the caller keeps it.
	 *
	 * @param base the time base of the packet's times
	 */
	void write(final AVPacket packet, final AVRational base,
		final AVStream stream) throws IOException
	{
		check(av_packet_ref(own, packet));
		own.stream_index(stream.index());
		own.pos(-1);
		av_packet_rescale_ts(own, base, stream.time_base());
		check(av_interleaved_write_frame(format, own));
		check(format.pb().error());
	}

	/** Writes the index and closes the file. */
	void finish() throws IOException {
		check(av_write_trailer(format));
		avio_flush(format.pb());
		check(format.pb().error());
		final var io = format.pb();
		format.pb(null);
		check(avio_close(io));
	}

	private static void check(final int status) throws IOException {
		if (status < 0) throw new IOException(FFmpeg.isDiskFull(status)
			? "no space left" : FFmpeg.message(status));
	}

	@Override
	public void close() {
		av_packet_free(own);
		if (format.isNull()) return;
		if (format.pb() != null) avio_close(format.pb());
		avformat_free_context(format);
		format.setNull();
	}
}
