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

import static org.bytedeco.ffmpeg.avformat.AVIndexEntry.AVINDEX_DISCARD_FRAME;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An open media file and its video stream. Used by one thread at a time. */
final class Demuxer implements AutoCloseable {

	/**
	 * FFmpeg's demuxers of containers that hold video. The others would take text
	 * for subtitles, or play lists for an order to fetch other files.
	 */
	private static final String CONTAINERS = "mov,matroska,webm,avi,mpegts," +
		"mpeg,mpegvideo,asf,flv,ogg,gif,mjpeg,h264,hevc,m4v,nut,mxf,ivf,dv,apng";

	/** Extensions of files that hold sound, and perhaps a cover. */
	private static final Set<String> SOUND = Set.of("mp3", "wav", "flac", "aac",
		"m4a", "m4b", "oga", "opus", "wma", "aif", "aiff", "ac3", "mka", "amr");

	/** {@code AVERROR(EINVAL)}, the same number on every system. */
	private static final int INVALID = -22;

	final Path path;
	final AVFormatContext format;

	/** Index of the video stream, or −1. */
	final int video;

	Demuxer(final Path path) throws IOException {
		FFmpeg.load();
		this.path = path;
		format = Patience.context();
		final int opened = Patience.open(path, format, () -> open(path, format));
		if (opened < 0) throw unreadable(path, opened);
		final int known = Patience.open(path, format, () -> avformat_find_stream_info(
			format, (AVDictionary) null));
		if (known < 0) {
			close();
			throw unreadable(path, AVERROR_INVALIDDATA());
		}
		final int best = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1,
			(AVCodec) null, 0);
		// A song's cover is no moving picture.
		video = best >= 0 && (format.streams(best).disposition() &
			AV_DISPOSITION_ATTACHED_PIC) != 0 ? -1 : best;
	}

	private static InputException unreadable(final Path path, final int status) {
		final String name = path.getFileName().toString();
		if (SOUND.contains(FileKind.extension(path))) return new InputException(
			name + " holds only sound; choose a file with a moving picture.");
		// FFmpeg calls a container that is not among those asked for invalid.
		if (status != AVERROR_INVALIDDATA() && status != AVERROR_EOF() &&
			status != INVALID) return new InputException(name +
				" cannot be read (" + FFmpeg.message(status) + ").");
		return new InputException(startsAsMovie(path) ? name +
			" has no index (moov atom), because its recording or copying was cut " +
			"short; copy it again or repair it." : name +
				" is not a video that can be read; Janus reads MP4, MOV, AVI, MKV " +
				"and WebM.");
	}

	private static boolean startsAsMovie(final Path path) {
		try (var in = Files.newInputStream(path)) {
			final var head = in.readNBytes(8);
			return head.length == 8 && "ftyp".equals(new String(head, 4, 4,
				StandardCharsets.US_ASCII));
		}
		catch (final IOException exc) {
			return false;
		}
	}

	private static int open(final Path path, final AVFormatContext context) {
		final var options = new AVDictionary(null);
		try (var url = FFmpeg.url(path)) {
			av_dict_set(options, "codec_whitelist", Decoders.list(), 0);
			av_dict_set(options, "format_whitelist", CONTAINERS, 0);
			av_dict_set(options, "protocol_whitelist", "file", 0);
			return avformat_open_input(context, url, null, options);
		}
		finally {
			av_dict_free(options);
		}
	}

	/**
	 * @param packet takes the next packet of any stream
	 * @return FFmpeg's status
	 */
	int read(final AVPacket packet) {
		try (var patience = Patience.begin(format)) {
			return av_read_frame(format, packet);
		}
	}

	AVStream stream() {
		return format.streams(video);
	}

	Rational timeBase() {
		return Rational.of(stream().time_base());
	}

	/** @return the time that counts as 0, s: some containers start later */
	double origin() {
		final long start = format.start_time();
		return start == AV_NOPTS_VALUE || start < 0 ? 0 : start / 1e6;
	}

	/** @return average frame rate, frames/s */
	Rational frameRate() {
		final var average = Rational.of(stream().avg_frame_rate());
		if (average.isValid()) return average;
		final var nominal = Rational.of(stream().r_frame_rate());
		return nominal.isValid() ? nominal : new Rational(25, 1);
	}

	/** @return whether the container is of the QuickTime family, with an index */
	boolean isMovie() {
		return format.iformat().name().getString().startsWith("mov,");
	}

	boolean isAvi() {
		return "avi".equals(format.iformat().name().getString());
	}

	/** @return whether an index says for certain how many frames there are */
	boolean isIndexed() {
		return isMovie() && indexedCount() > 0 && !isFragmented();
	}

	/** @return whether times may go back, as where transport streams are joined */
	boolean mayBeginAnew() {
		return (format.iformat().flags() & AVFMT_TS_DISCONT) != 0;
	}

	/** @return whether there is sound */
	boolean hasSound() {
		return av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1,
			(AVCodec) null, 0) >= 0;
	}

	/** @return how many frames the container declares, or an estimate */
	int declaredCount() {
		final int indexed = isMovie() ? indexedCount() : 0;
		if (indexed > 0 && !isFragmented()) return indexed;
		final long stored = stream().nb_frames();
		if (stored > 0 && !isMovie()) return (int) Math.min(stored,
			Integer.MAX_VALUE);
		return (int) Math.max(1, Math.round(duration() * frameRate().value()));
	}

	/** @return the length that the container declares, s; 0 if it does not */
	double duration() {
		final long ticks = stream().duration();
		if (ticks > 0 && ticks != AV_NOPTS_VALUE) return timeBase().seconds(ticks);
		final long all = format.duration();
		return all > 0 && all != AV_NOPTS_VALUE ? all / 1e6 : 0;
	}

	/**
	 * @return the length that the container's own header declares, s; 0 where
	 *         FFmpeg had to guess it from the bit rate
	 */
	double declaredDuration() {
		return format.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE
			? 0 : Math.max(0, format.duration() / 1e6);
	}

	private boolean isFragmented() {
		final int entries = avformat_index_get_entries_count(stream());
		final double end = timeBase().seconds(avformat_index_get_entry(stream(),
			entries - 1).timestamp());
		return end < duration() * 0.9 - 1;
	}

	private int indexedCount() {
		final var stream = stream();
		final int entries = avformat_index_get_entries_count(stream);
		int shown = 0;
		for (int i = 0; i < entries; i++) {
			if ((avformat_index_get_entry(stream, i).flags() &
				AVINDEX_DISCARD_FRAME) == 0) shown++;
		}
		return shown;
	}

	/**
	 * @return the distance of all frames in ticks, if the index says that they are
	 *         evenly spaced; 0 if not or unknown. Then the i-th frame's time is
	 *         known without reading the file, in whatever order frames are stored.
	 */
	long evenStep() {
		final var stream = stream();
		final int entries = isMovie() ? avformat_index_get_entries_count(stream) : 0;
		if (entries < 2 || isFragmented()) return 0;
		long step = 0;
		long last = avformat_index_get_entry(stream, 0).timestamp();
		for (int i = 1; i < entries; i++) {
			final long time = avformat_index_get_entry(stream, i).timestamp();
			if (step == 0) step = time - last;
			if (time - last != step) return 0;
			last = time;
		}
		return step;
	}

	/** @return whether the index points past the end of the file */
	boolean isCutShort() {
		final var stream = stream();
		final int entries = isMovie() ? avformat_index_get_entries_count(stream) : 0;
		if (entries == 0) return false;
		final var last = avformat_index_get_entry(stream, entries - 1);
		return last.pos() + last.size() > path.toFile().length();
	}

	@Override
	public void close() {
		if (!format.isNull()) avformat_close_input(format);
	}
}
