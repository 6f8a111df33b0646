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

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a recording shows and sounds, as one digest for each picture and each
 * packet of sound: the same for every copy in whatever container, and another for
 * every picture that is not the same to the last bit.
 *
 * @param pictures those of the moving picture, in the order they are shown
 * @param sound those of each sound track
 * @param complete whether the file could be read to the end it declares
 */
public record MediaFingerprint(Track pictures, List<Track> sound,
	boolean complete)
{

	/** Bytes of a digest (SHA-256). */
	public static final int DIGEST = 32;

	/** Takes a copy. */
	public MediaFingerprint {
		sound = List.copyOf(sound);
	}

	/**
	 * Digests that follow one another.
	 *
	 * @param digests {@value #DIGEST} bytes for each: SHA-256 of a zero byte and
	 *          the content, which makes them leaves of a tree of RFC 9162
	 * @param times when each begins, counted from the first picture, µs
	 */
	public record Track(byte[] digests, long[] times) {

		/** Checks that there is a time for each. */
		public Track {
			if (digests.length != DIGEST * times.length)
				throw new IllegalArgumentException("Every digest needs a time.");
		}

		/** @return how many there are */
		public int count() {
			return times.length;
		}
	}

	/**
	 * @param input a video, a TIFF stack, a picture, or a folder of pictures
	 * @param progress told each picture
	 * @return its fingerprint
	 * @throws IOException if it cannot be read; the message is one sentence for
	 *           the user
	 */
	public static MediaFingerprint of(final Path input, final Progress progress)
		throws IOException
	{
		try (FrameSequence frames = Frames.open(input)) {
			if (frames instanceof VideoSequence video) {
				video.release();
				return FingerprintReader.video(input, frames.count(), progress);
			}
			return FingerprintReader.frames(frames, progress);
		}
	}

	/**
	 * @param video a video file
	 * @param progress asked whether to stop
	 * @return the digests of its sound tracks
	 * @throws IOException if it cannot be read; the message is one sentence for
	 *           the user
	 */
	public static List<Track> sound(final Path video, final Progress progress)
		throws IOException
	{
		return FingerprintReader.sound(video, progress);
	}

	/** @return takes frames one by one, for those who have them already */
	public static Builder builder() {
		return new Builder();
	}

	/** A fingerprint of pictures alone, while they are made. */
	public static final class Builder {

		private final TrackBuilder track = new TrackBuilder();

		private Builder() {}

		/**
		 * @param frame the next one
		 * @param time when it is shown, s
		 */
		public void add(final Frame frame, final double time) {
			track.add(PictureDigest.of(frame), Math.round(time * 1e6));
		}

		/** A picture that is like no other. */
		void addUnreadable(final double time) {
			track.add(new byte[DIGEST], Math.round(time * 1e6));
		}

		/** @return the fingerprint of all that were added */
		public MediaFingerprint build() {
			final Track pictures = track.build();
			return new MediaFingerprint(TrackBuilder.from(pictures, pictures
				.count() == 0 ? 0 : pictures.times()[0]), List.of(), true);
		}
	}
}
