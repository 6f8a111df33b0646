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

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Writes a video file: MP4 for everyone to play, or lossless Matroska. */
final class VideoSink implements FrameSink {

	private final Muxer muxer;
	private final VideoEncoder encoder;
	private final AVStream stream;
	private final AudioCopy audio;
	private final VideoSequence like;
	private final Timing timing;
	private final Rational base;
	private final boolean keepTimes;

	/** Null where it is not wanted, or where nothing is lost. */
	private final ReadBack back;
	private long written;
	private long lastPts = Long.MIN_VALUE;
	private int lastIndex;

	/**
	 * @param container {@code mp4} or {@code matroska}
	 * @param like the video whose times and sound are kept, or null
	 * @param keepTimes whether frames carry their own times, or follow each other
	 *          at the frame rate
	 * @param quantiser of H.264, 0 to 51
	 * @param digested whether digests of lossy pictures are taken
	 */
	VideoSink(final Path path, final String container, final int width,
		final int height, final Timing timing,
		final VideoSequence like, final boolean keepTimes, final int quantiser,
		final Map<String, String> metadata, final boolean digested)
		throws IOException
	{
		this.like = like;
		this.timing = timing;
		this.keepTimes = keepTimes;
		muxer = new Muxer(path, container);
		VideoEncoder made = null;
		AudioCopy copy = null;
		ReadBack reading = null;
		boolean ready = false;
		try {
			made = muxer.isMatroska() ? VideoEncoder.lossless(width, height, timing,
				this::take) : VideoEncoder.playable(width, height, timing, quantiser,
					this::take);
			stream = muxer.addVideo(made.codec, timing.frameRate());
			copy = like == null ? null : new AudioCopy(like.path().orElseThrow(),
				muxer);
			final var tags = new LinkedHashMap<>(metadata);
			if (copy != null && copy.refused() != null) tags.put("audio",
				"left out: " + copy.refused() + " does not fit into this container");
			muxer.begin(tags);
			if (digested && !muxer.isMatroska()) reading = new ReadBack(made.codec,
				stream.time_base());
			ready = true;
		}
		finally {
			encoder = made;
			audio = copy;
			back = reading;
			if (!ready) close();
		}
		base = Rational.of(encoder.codec.time_base());
	}

	@Override
	public double write(final Frame frame) throws IOException {
		final double time = keepTimes ? frame.time() : written / timing.frameRate()
			.value();
		final long pts = Math.max(lastPts + 1, base.ticks(time));
		encoder.encode(frame.argb(), written == 0 ? base.ticks(time) : pts);
		lastPts = written == 0 ? base.ticks(time) : pts;
		lastIndex = frame.index();
		written++;
		if (audio != null) audio.copyUntil(base.seconds(lastPts));
		return muxer.isMatroska() ? base.seconds(lastPts) : Double.NaN;
	}

	private void take(final AVPacket packet) throws IOException {
		// Tells the length of the last frame; the others' follow from their times.
		if (packet.duration() <= 0) packet.duration(Math.max(1, base.ticks(1 /
			timing.frameRate().value())));
		if (packet.dts() == AV_NOPTS_VALUE) packet.dts(packet.pts());
		if (back != null) back.add(packet);
		muxer.write(packet, encoder.codec.time_base(), stream);
	}

	@Override
	public void finish() throws IOException {
		encoder.finish();
		// The whole picture keeps the whole sound; part of it, the same part.
		final boolean whole = like != null && lastIndex >= like.count() - 1;
		if (audio != null) audio.copyUntil(whole ? Double.POSITIVE_INFINITY : base
			.seconds(lastPts) + 1 / timing.frameRate().value());
		muxer.finish();
	}

	@Override
	public Optional<MediaFingerprint> print() throws IOException {
		return back == null ? Optional.empty() : Optional.of(back.print());
	}

	@Override
	public void close() {
		if (back != null) back.close();
		if (audio != null) audio.close();
		if (encoder != null) encoder.close();
		muxer.close();
	}
}
