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

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.BytePointer;

/**
 * Compares when the same sound is heard in two files. Packets are recognised by
 * their bytes, so that a copy that begins with a later packet is not taken for a
 * shifted one; where sound was encoded anew, the first packets are compared.
 */
final class SoundOffset {

	/** Packets by which a copy is recognised in its source. */
	private static final int PROOF = 50;

	/**
	 * @param time against the first picture, s
	 * @param hash of its bytes
	 */
	private record Packet(double time, int hash) {}

	private SoundOffset() {}

	/**
	 * @param source a file
	 * @param copy another
	 * @return how much later the copy's sound is against its picture, s, of the
	 *         packet that is farthest off; nothing if either has no sound
	 * @throws IOException if a file cannot be read
	 */
	static OptionalDouble between(final Path source, final Path copy)
		throws IOException
	{
		final List<Packet> before = packets(source), after = packets(copy);
		if (before.isEmpty() || after.isEmpty()) return OptionalDouble.empty();
		double least = Double.NaN;
		for (int start = 0; start < before.size(); start++) {
			if (!matches(before, start, after)) continue;
			final double offset = farthest(before, start, after);
			if (!(Math.abs(offset) >= Math.abs(least))) least = offset;
		}
		return OptionalDouble.of(Double.isNaN(least) ? after.get(0).time - before
			.get(0).time : least);
	}

	private static boolean matches(final List<Packet> before, final int start,
		final List<Packet> after)
	{
		final int n = Math.min(PROOF, after.size());
		if (start + n > before.size()) return false;
		for (int i = 0; i < n; i++)
			if (before.get(start + i).hash != after.get(i).hash) return false;
		return true;
	}

	private static double farthest(final List<Packet> before, final int start,
		final List<Packet> after)
	{
		double farthest = 0;
		for (int i = 0; i < after.size() && start + i < before.size(); i++) {
			final double offset = after.get(i).time - before.get(start + i).time;
			if (Math.abs(offset) > Math.abs(farthest)) farthest = offset;
		}
		return farthest;
	}

	private static List<Packet> packets(final Path file) throws IOException {
		final var sound = new ArrayList<Packet>();
		double picture = Double.POSITIVE_INFINITY;
		final var packet = av_packet_alloc();
		try (var demuxer = new Demuxer(file)) {
			int stream = -1;
			while (av_read_frame(demuxer.format, packet) >= 0) {
				final int index = packet.stream_index();
				final var its = demuxer.format.streams(index);
				if (stream < 0 && its.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO)
					stream = index;
				if (packet.pts() != AV_NOPTS_VALUE) {
					final double time = Rational.of(its.time_base()).seconds(packet
						.pts());
					if (index == demuxer.video) picture = Math.min(picture, time);
					if (index == stream) sound.add(new Packet(time, hash(packet.data(),
						packet.size())));
				}
				av_packet_unref(packet);
			}
		}
		finally {
			av_packet_free(packet);
		}
		final double first = picture;
		return sound.stream().map(p -> new Packet(p.time - first, p.hash)).filter(
			p -> Double.isFinite(p.time)).toList();
	}

	private static int hash(final BytePointer data, final int size) {
		final var bytes = new byte[size];
		data.get(bytes);
		return Arrays.hashCode(bytes);
	}
}
