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

import static org.bytedeco.ffmpeg.global.avcodec.av_codec_is_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.av_codec_iterate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * FFmpeg's decoders that are allowed: those of the formats which cameras,
 * laboratories and the net use. FFmpeg has five hundred, written for formats of
 * games and of the nineties, and most of its published memory faults are in
 * those; no file may choose one of them.
 */
final class Decoders {

	private static final List<String> VIDEO = List.of("h264", "hevc",
		"mpeg1video", "mpeg2video", "mpegvideo", "mpeg4", "msmpeg4v2", "msmpeg4",
		"h263", "flv", "vp8", "vp9", "libdav1d", "libaom-av1", "av1", "mjpeg", "png",
		"apng", "gif", "ffv1", "prores", "dnxhd", "dvvideo", "huffyuv", "ffvhuff",
		"utvideo", "rawvideo", "v210", "r210", "qtrle", "theora");

	/** Only asked for the length of their packets: sound is never decoded. */
	private static final List<String> AUDIO = List.of("aac", "aac_latm", "mp2",
		"mp2float", "mp3", "mp3float", "ac3", "eac3", "opus", "vorbis", "flac",
		"alac", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le",
		"pcm_u8", "pcm_f32le", "pcm_alaw", "pcm_mulaw", "amrnb", "amrwb");

	private static final Set<String> ALLOWED = new TreeSet<>(VIDEO);

	static {
		ALLOWED.addAll(AUDIO);
	}

	private Decoders() {}

	/** @return the allowed ones as FFmpeg's option {@code codec_whitelist} */
	static String list() {
		return String.join(",", ALLOWED);
	}

	/**
	 * @param codec FFmpeg's number of a format
	 * @return an allowed decoder for it, or null
	 */
	static AVCodec find(final int codec) {
		try (var state = new PointerPointer<Pointer>(1)) {
			state.put(0, (Pointer) null);
			for (AVCodec c = av_codec_iterate(state); c != null && !c.isNull(); c =
				av_codec_iterate(state))
			{
				if (c.id() == codec && av_codec_is_decoder(c) != 0 && ALLOWED.contains(c
					.name().getString())) return c;
			}
			return null;
		}
	}
}
