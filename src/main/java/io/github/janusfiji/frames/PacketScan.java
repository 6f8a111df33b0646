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

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.PriorityQueue;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Reads presentation times off a file's packets without decoding them, as far as
 * asked. Packets come in decoding order; a time is known to be the next one shown
 * when decoding has passed it.
 */
final class PacketScan implements AutoCloseable {

	private final Demuxer demuxer;
	private final AVPacket packet;
	private final PriorityQueue<Long> waiting = new PriorityQueue<>();
	private long passed = Long.MIN_VALUE;
	private boolean ended;

	PacketScan(final Path path) throws IOException {
		demuxer = new Demuxer(path);
		for (int i = 0; i < demuxer.format.nb_streams(); i++) {
			if (i != demuxer.video) demuxer.format.streams(i).discard(AVDISCARD_ALL);
		}
		packet = av_packet_alloc();
	}

	/**
	 * What a file's packets say of its picture.
	 *
	 * @param frames number of packets that hold a picture to be shown
	 * @param joined whether its clock begins anew on the way
	 */
	record Summary(int frames, boolean joined) {}

	/**
	 * @param path a video file
	 * @return its packets counted, without decoding
	 * @throws IOException if it cannot be opened
	 */
	static Summary summary(final Path path) throws IOException {
		try (var scan = new PacketScan(path)) {
			final var clock = new Timeline(scan.demuxer, scan.demuxer.video);
			int frames = 0;
			boolean joined = false;
			while (av_read_frame(scan.demuxer.format, scan.packet) >= 0) {
				if (scan.isShown()) frames++;
				if (scan.packet.stream_index() == scan.demuxer.video) joined |= clock
					.shift(scan.packet.dts(), 1) != 0;
				av_packet_unref(scan.packet);
			}
			return new Summary(frames, joined);
		}
	}

	private boolean isShown() {
		return packet.stream_index() == demuxer.video && (packet.flags() &
			AV_PKT_FLAG_DISCARD) == 0;
	}

	/** @return the next presentation time, ticks, or NOPTS after the last */
	long next() {
		while (!ended && (waiting.isEmpty() || waiting.peek() > passed)) read();
		return waiting.isEmpty() ? AV_NOPTS_VALUE : waiting.poll();
	}

	private void read() {
		if (demuxer.read(packet) < 0) {
			ended = true;
			return;
		}
		final boolean shown = isShown();
		final long dts = packet.dts();
		final long pts = packet.pts() == AV_NOPTS_VALUE ? dts : packet.pts();
		if (shown && pts != AV_NOPTS_VALUE) {
			waiting.add(pts);
			if (dts != AV_NOPTS_VALUE) passed = Math.max(passed, dts);
		}
		av_packet_unref(packet);
	}

	@Override
	public void close() {
		av_packet_free(packet);
		demuxer.close();
	}
}
