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
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Digests of the pictures that a reader of a lossy video will see, taken while it
 * is written: packets are decoded as they come, on a thread of their own, so that
 * the file need not be read once more when it is complete. A few packets wait at
 * most.
 */
final class ReadBack implements AutoCloseable {

	private static final int WAITING = 32;
	private static final double MICROSECONDS = 1e6;

	private final AVCodecContext codec;
	private final AVFrame picture = av_frame_alloc();
	private final PictureDigest digest = new PictureDigest();
	private final TrackBuilder track = new TrackBuilder();
	private final BlockingQueue<AVPacket> waiting = new ArrayBlockingQueue<>(
		WAITING);
	private final AVRational from;
	private final AVRational to;
	private final Thread thread;

	/** Stands for the end of the packets. */
	private final AVPacket end = new AVPacket(null);
	private volatile IOException failure;
	private volatile boolean abandoned;

	/**
	 * @param encoder what makes the packets
	 * @param to time base in which a reader will find their times
	 */
	ReadBack(final AVCodecContext encoder, final AVRational to)
		throws IOException
	{
		this.from = encoder.time_base();
		this.to = to;
		codec = open(encoder);
		thread = Threads.start("Janus takes digests", this::decode);
	}

	private static AVCodecContext open(final AVCodecContext encoder)
		throws IOException
	{
		final var decoder = avcodec_find_decoder(encoder.codec_id());
		final var context = avcodec_alloc_context3(decoder);
		final var parameters = avcodec_parameters_alloc();
		avcodec_parameters_from_context(parameters, encoder);
		avcodec_parameters_to_context(context, parameters);
		avcodec_parameters_free(parameters);
		context.pkt_timebase(encoder.time_base());
		context.thread_count(1);
		if (avcodec_open2(context, decoder, (AVDictionary) null) >= 0) return context;
		avcodec_free_context(context);
		throw new IOException("what was encoded cannot be decoded");
	}

	/** Takes the next packet; the caller keeps it. */
	void add(final AVPacket packet) throws IOException {
		final AVPacket own = av_packet_clone(packet);
		try {
			put(own);
		}
		catch (final IOException e) {
			av_packet_free(own);
			throw e;
		}
	}

	private void put(final AVPacket packet) throws IOException {
		if (failure != null) throw failure;
		try {
			waiting.put(packet);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Writing was interrupted.");
		}
	}

	/** @return the digests of all pictures, after the last packet */
	MediaFingerprint print() throws IOException {
		put(end);
		Threads.end(thread);
		if (failure != null) throw failure;
		final MediaFingerprint.Track all = track.build();
		return new MediaFingerprint(TrackBuilder.from(all, all.count() == 0 ? 0 : all
			.times()[0]), List.of(), true);
	}

	private void decode() {
		try {
			for (AVPacket next = waiting.take(); next != end; next = waiting.take()) {
				if (failure == null && !abandoned) decode(next);
				av_packet_free(next);
			}
			if (failure == null && !abandoned) decode(null);
		}
		catch (final InterruptedException e) {
			failure = new IOException("taking digests was interrupted", e);
		}
	}

	/** Failures are kept, so that the writer never waits for this thread. */
	private void decode(final AVPacket packet) {
		try {
			check(avcodec_send_packet(codec, packet));
			while (true) {
				final int status = avcodec_receive_frame(codec, picture);
				if (status == FFmpeg.AGAIN || status == AVERROR_EOF()) return;
				check(status);
				final long ticks = av_rescale_q(picture.best_effort_timestamp(), from,
					to);
				track.add(digest.of(picture), Math.round(Rational.of(to).seconds(
					ticks) * MICROSECONDS));
			}
		}
		catch (final IOException | RuntimeException e) {
			failure = new IOException("what was encoded cannot be decoded: " + e
				.getMessage(), e);
		}
	}

	private static void check(final int status) throws IOException {
		if (status < 0) throw new IOException(FFmpeg.message(status));
	}

	@Override
	public void close() {
		abandoned = true;
		while (thread.isAlive() && !waiting.offer(end)) Thread.onSpinWait();
		Threads.end(thread);
		for (AVPacket rest = waiting.poll(); rest != null; rest = waiting.poll())
			if (rest != end) av_packet_free(rest);
		av_frame_free(picture);
		avcodec_free_context(codec);
		digest.close();
	}
}
