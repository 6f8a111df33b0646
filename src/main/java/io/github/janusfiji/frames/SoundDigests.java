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
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.github.janusfiji.task.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Digests of packets of sound, without decoding them. Sound that is not
 * compressed is cut anew, because containers cut it in different ways.
 */
final class SoundDigests {

	/** Samples of each channel that sound without compression is cut into. */
	private static final int SAMPLES = 1024;

	private static final double MICROSECONDS = 1e6;

	private SoundDigests() {}

	/** One track while it is read. */
	private static final class Reader {

		private final Rational base;
		private final int block;
		private final double blockTime;
		private final TrackBuilder track = new TrackBuilder();
		private final MessageDigest digest = PictureDigest.digest();
		private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
		private long first = AV_NOPTS_VALUE;

		Reader(final AVStream stream) {
			base = Rational.of(stream.time_base());
			final var parameters = stream.codecpar();
			final boolean plain = av_get_exact_bits_per_sample(parameters
				.codec_id()) > 0;
			block = plain ? SAMPLES * Math.max(1, parameters.block_align()) : 0;
			blockTime = (double) SAMPLES / Math.max(1, parameters.sample_rate());
		}

		void add(final AVPacket packet) {
			final var bytes = new byte[packet.size()];
			packet.data().get(bytes);
			final long time = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet
				.pts();
			if (block == 0) {
				put(bytes, 0, bytes.length, base.seconds(time));
				return;
			}
			if (first == AV_NOPTS_VALUE) first = time;
			rest.writeBytes(bytes);
			if (rest.size() < block) return;
			final byte[] all = rest.toByteArray();
			int at = 0;
			for (; all.length - at >= block; at += block) cut(all, at, block);
			rest.reset();
			rest.write(all, at, all.length - at);
		}

		private void cut(final byte[] bytes, final int from, final int length) {
			put(bytes, from, length, base.seconds(first) + track.count() * blockTime);
		}

		private void put(final byte[] bytes, final int from, final int length,
			final double time)
		{
			digest.update((byte) 0);
			digest.update(bytes, from, length);
			track.add(digest.digest(), Math.round(time * MICROSECONDS));
		}

		MediaFingerprint.Track end() {
			if (rest.size() > 0) cut(rest.toByteArray(), 0, rest.size());
			return track.build();
		}
	}

	static List<MediaFingerprint.Track> of(final Path file,
		final Progress progress) throws IOException
	{
		final Map<Integer, Reader> readers = new TreeMap<>();
		final AVPacket packet = av_packet_alloc();
		try (var demuxer = new Demuxer(file)) {
			for (int i = 0; i < demuxer.format.nb_streams(); i++) {
				final var stream = demuxer.format.streams(i);
				if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) readers.put(i,
					new Reader(stream));
				else stream.discard(AVDISCARD_ALL);
			}
			while (!readers.isEmpty() && av_read_frame(demuxer.format, packet) >= 0) {
				final Reader reader = readers.get(packet.stream_index());
				if (reader != null && packet.size() > 0) reader.add(packet);
				av_packet_unref(packet);
				progress.check();
			}
			return readers.values().stream().map(Reader::end).toList();
		}
		finally {
			av_packet_free(packet);
		}
	}
}
