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
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Copies the sound of a source, packet by packet and without re-encoding, as far
 * as the picture has come.
 */
final class AudioCopy implements AutoCloseable {

	private final Demuxer source;
	private final Muxer muxer;

	/** The output's stream for each of the source's; null for those left out. */
	private final AVStream[] outputs;
	private final Timeline[] clocks;
	private final AVPacket packet = av_packet_alloc();
	private boolean pending;
	private boolean ended;
	private String refused;

	AudioCopy(final Path path, final Muxer muxer) throws IOException {
		source = new Demuxer(path);
		this.muxer = muxer;
		outputs = new AVStream[source.format.nb_streams()];
		clocks = new Timeline[outputs.length];
		for (int i = 0; i < outputs.length; i++) {
			final var stream = source.format.streams(i);
			clocks[i] = new Timeline(source, i);
			final var parameters = stream.codecpar();
			final boolean audio = parameters.codec_type() == AVMEDIA_TYPE_AUDIO;
			if (audio && muxer.accepts(parameters)) outputs[i] = muxer.addCopy(
				stream);
			else {
				if (audio) refused = avcodec_get_name(parameters.codec_id())
					.getString();
				stream.discard(AVDISCARD_ALL);
			}
		}
		ended = !hasAudio();
	}

	private boolean hasAudio() {
		for (final var output : outputs) if (output != null) return true;
		return false;
	}

	/** @return the kind of sound that the container cannot hold, or null */
	String refused() {
		return refused;
	}

	/** Copies what begins before a time of the picture, s. */
	void copyUntil(final double end) throws IOException {
		while (!ended) {
			if (!pending && !read()) return;
			final var stream = source.format.streams(packet.stream_index());
			final var base = Rational.of(stream.time_base());
			final long time = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet
				.dts();
			if (base.seconds(time) - source.origin() >= end) return;
			write(stream, base);
		}
	}

	private boolean read() {
		while (av_read_frame(source.format, packet) >= 0) {
			pending = outputs[packet.stream_index()] != null && packet
				.pts() != AV_NOPTS_VALUE;
			if (pending) correct(clocks[packet.stream_index()]);
			if (pending) return true;
			av_packet_unref(packet);
		}
		ended = true;
		return false;
	}

	/** Lets the sound go on where its clock begins anew. */
	private void correct(final Timeline clock) {
		final boolean decoding = packet.dts() != AV_NOPTS_VALUE;
		final long shift = clock.shift(decoding ? packet.dts() : packet.pts(), Math
			.max(1, packet.duration()));
		packet.pts(packet.pts() + shift);
		if (decoding) packet.dts(packet.dts() + shift);
	}

	private void write(final AVStream stream, final Rational base)
		throws IOException
	{
		final long shift = base.ticks(source.origin());
		packet.pts(packet.pts() - shift);
		if (packet.dts() != AV_NOPTS_VALUE) packet.dts(packet.dts() - shift);
		try {
			// Matroska has no times below 0 and would delay the picture instead; the
			// packet before 0 only warms up the decoder.
			if (packet.pts() >= 0 || !muxer.isMatroska()) muxer.write(packet, stream
				.time_base(), outputs[packet.stream_index()]);
		}
		finally {
			av_packet_unref(packet);
			pending = false;
		}
	}

	@Override
	public void close() {
		av_packet_free(packet);
		source.close();
	}
}
