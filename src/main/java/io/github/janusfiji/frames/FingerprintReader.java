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

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads recordings from end to end for their fingerprints. */
public final class FingerprintReader {

	private static final double MICROSECONDS = 1e6;

	private FingerprintReader() {}

	/**
	 * @param input a video, a TIFF stack, a picture, or a folder of pictures
	 * @param progress told each picture
	 * @return its fingerprint
	 * @throws IOException if it cannot be read; the message is one sentence for
	 *           the user
	 */
	public static MediaFingerprint read(final Path input,
		final Progress progress) throws IOException
	{
		try (FrameSequence frames = Frames.open(input)) {
			if (frames instanceof VideoSequence video) {
				video.release();
				return video(input, frames.count(), progress);
			}
			return frames(frames, progress);
		}
	}

	private static MediaFingerprint frames(final FrameSequence frames,
		final Progress progress) throws IOException
	{
		progress.stage("Reading " + frames.name(), frames.count());
		final var builder = new FingerprintBuilder();
		final int count = frames.count();
		for (int i = 0; i < count; i++) {
			progress.check();
			try {
				final Frame frame = frames.frame(i);
				builder.add(frame, frame.time());
			}
			catch (final IOException e) {
				// One damaged picture of many is one that is not the same.
				if (count == 1) throw e;
				builder.addUnreadable(i / frames.frameRate());
			}
			progress.done(i + 1);
		}
		return builder.build();
	}

	private static MediaFingerprint video(final Path file, final int count,
		final Progress progress) throws IOException
	{
		progress.stage("Reading " + file.getFileName(), count);
		final var track = new TrackBuilder();
		boolean complete;
		try (var decoder = new VideoDecoder(file); var digest = new PictureDigest()) {
			final Rational base = decoder.demuxer.timeBase();
			final double rate = decoder.demuxer.frameRate().value();
			while (decoder.advance()) {
				progress.check();
				final long pts = decoder.pts();
				final double time = pts == AV_NOPTS_VALUE ? track.count() / rate : base
					.seconds(pts);
				track.add(digest.of(decoder), Math.round(time * MICROSECONDS));
				progress.done(track.count());
			}
			complete = !decoder.isBrokenOff();
		}
		final MediaFingerprint.Track pictures = track.build();
		final long origin = pictures.count() == 0 ? 0 : pictures.times()[0];
		final List<MediaFingerprint.Track> sound = SoundDigests.of(file, progress)
			.stream().map(s -> TrackBuilder.from(s, origin)).toList();
		return new MediaFingerprint(TrackBuilder.from(pictures, origin), sound,
			complete);
	}

	/**
	 * Reads the sound without looking at the pictures, but for when they begin.
	 *
	 * @param file a video file
	 * @param progress asked whether to stop
	 * @return the digests of its sound tracks
	 * @throws IOException if it cannot be read; the message is one sentence for
	 *           the user
	 */
	public static List<MediaFingerprint.Track> sound(final Path file,
		final Progress progress) throws IOException
	{
		try (var demuxer = new Demuxer(file)) {
			if (!demuxer.hasSound()) return List.of();
		}
		final long origin;
		try (var decoder = new VideoDecoder(file)) {
			final boolean any = decoder.advance() && decoder
				.pts() != AV_NOPTS_VALUE;
			origin = any ? Math.round(decoder.demuxer.timeBase().seconds(decoder
				.pts()) * MICROSECONDS) : 0;
		}
		return SoundDigests.of(file, progress).stream().map(s -> TrackBuilder.from(s,
			origin)).toList();
	}
}
