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

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes the video stream of a file, picture by picture, in the order in which
 * they are shown. Used by one thread at a time.
 */
final class VideoDecoder implements AutoCloseable {

	final Demuxer demuxer;

	/** Null where there is no picture. */
	private final Timeline clock;
	private final AVCodecContext codec;
	private final AVPacket packet;
	private final AVFrame picture;
	private ArgbConverter converter;
	private boolean draining;
	private long pts = AV_NOPTS_VALUE;

	/** FFmpeg's status when reading broke off, or 0. */
	private int readError;

	/** Latest end of any packet of any stream so far, s. */
	private double readUntil;

	VideoDecoder(final Path path) throws IOException {
		demuxer = new Demuxer(path);
		clock = demuxer.video < 0 ? null : new Timeline(demuxer, demuxer.video);
		packet = av_packet_alloc();
		picture = av_frame_alloc();
		AVCodecContext opened = null;
		try {
			opened = openCodec(path);
		}
		finally {
			codec = opened;
			if (opened == null) close();
		}
	}

	private AVCodecContext openCodec(final Path path) throws IOException {
		final String name = path.getFileName().toString();
		if (demuxer.video < 0) throw new InputException(name + (demuxer.hasSound()
			? " holds only sound" : " holds no moving picture") +
			"; choose a file with a moving picture.");
		final var stream = demuxer.stream();
		PictureLimit.requireVideo(path, stream.codecpar().width(), stream.codecpar()
			.height());
		final var decoder = Decoders.find(stream.codecpar().codec_id());
		if (decoder == null) throw new InputException(name +
			" is compressed with " + avcodec_get_name(stream.codecpar().codec_id())
				.getString() + ", which is not among the formats that Janus decodes; convert it to H.264.");
		final var context = avcodec_alloc_context3(decoder);
		avcodec_parameters_to_context(context, stream.codecpar());
		context.pkt_timebase(stream.time_base());
		context.thread_count(Math.min(4, Runtime.getRuntime()
			.availableProcessors()));
		if (avcodec_open2(context, decoder, (AVDictionary) null) < 0) {
			avcodec_free_context(context);
			throw new InputException(name + " cannot be decoded; it is damaged or " +
				"of an unusual kind: convert it to H.264.");
		}
		return context;
	}

	/**
	 * Decodes the next picture.
	 *
	 * @return false after the last
	 */
	boolean advance() {
		while (true) {
			final int status = avcodec_receive_frame(codec, picture);
			if (status == 0) {
				noteTime();
				return true;
			}
			if (status == AVERROR_EOF()) return false;
			// Anything but "more input, please" is a damaged picture: skip it, as
			// every player does.
			if (draining && status == FFmpeg.AGAIN) return false;
			if (!draining) feed();
		}
	}

	private void feed() {
		while (true) {
			final int status = demuxer.read(packet);
			if (status < 0) {
				if (status != AVERROR_EOF()) readError = status;
				draining = true;
				avcodec_send_packet(codec, (AVPacket) null);
				return;
			}
			try {
				noteEnd();
				if (packet.stream_index() != demuxer.video) continue;
				avcodec_send_packet(codec, packet);
				return;
			}
			finally {
				av_packet_unref(packet);
			}
		}
	}

	private void noteEnd() {
		final long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet
			.pts();
		if (time == AV_NOPTS_VALUE) return;
		final var base = Rational.of(demuxer.format.streams(packet.stream_index())
			.time_base());
		readUntil = Math.max(readUntil, base.seconds(time + Math.max(0, packet
			.duration())) - demuxer.origin());
	}

	/** AVI stores no times for reordered pictures: the last one's is missing. */
	private void noteTime() {
		final long stored = picture.best_effort_timestamp();
		final long step = Math.max(1, demuxer.timeBase().ticks(1 / demuxer
			.frameRate().value()));
		if (stored == AV_NOPTS_VALUE && pts != AV_NOPTS_VALUE) pts += step;
		else pts = stored == AV_NOPTS_VALUE ? stored : stored + clock.shift(stored,
			step);
	}

	/** @return presentation time of the picture, ticks; or NOPTS */
	long pts() {
		return pts;
	}

	/** @return whether the picture needs no other to be decoded */
	boolean isKey() {
		return (picture.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
	}

	/** @return the picture as the codec gave it, until the next is decoded */
	AVFrame picture() {
		return picture;
	}

	/** @return the picture as shown, in a new array */
	int[] argb() throws IOException {
		return converter().convert(picture);
	}

	/** @return the converter; its size is that of the first picture decoded */
	ArgbConverter converter() {
		if (converter == null) converter = new ArgbConverter(picture.width(),
			picture.height(), orientation());
		return converter;
	}

	/** @return how the container, or else the stream itself, turns the picture */
	Orientation orientation() {
		return Orientation.of(demuxer.stream(), picture);
	}

	/**
	 * Goes to a point from which decoding can begin.
	 *
	 * @param pts ticks; the point is at or before it, where there is one
	 */
	void seek(final long pts) {
		av_seek_frame(demuxer.format, demuxer.video, pts, AVSEEK_FLAG_BACKWARD);
		avcodec_flush_buffers(codec);
		draining = false;
		readError = 0;
		clock.restart();
		this.pts = AV_NOPTS_VALUE;
	}

	/**
	 * To be asked after the last picture was decoded.
	 *
	 * @return whether the file ends before what its header declares
	 */
	boolean isBrokenOff() {
		if (readError != 0 || demuxer.isCutShort()) return true;
		final var file = completeness();
		if (file != Completeness.UNKNOWN) return file == Completeness.CUT;
		final double declared = demuxer.declaredDuration();
		return readUntil < declared - Math.max(0.5, declared / 100);
	}

	private Completeness completeness() {
		try {
			return Completeness.of(demuxer.path);
		}
		catch (final IOException exc) {
			return Completeness.UNKNOWN;
		}
	}

	@Override
	public void close() {
		if (converter != null) converter.close();
		converter = null;
		av_frame_free(picture);
		av_packet_free(packet);
		if (codec != null) avcodec_free_context(codec);
		demuxer.close();
	}
}
