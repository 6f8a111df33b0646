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
package io.github.janusfiji.face;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.pixels.Resampler;

/**
 * Maps faces to a common frame by a similarity to a mean face, so that eyes,
 * nose and mouth of every crop lie in the same places.
 */
public final class FaceAligner {

	private FaceAligner() {}

	/**
	 * @param size width and height of the crop, px
	 * @return the mean face in the crop: upright, its jaw's bounding box 0.60 of
	 *         the size wide and in the middle
	 */
	public static Landmarks meanFace(final int size) {
		return Framing.of(size).meanFace();
	}

	/**
	 * @param landmarks a face, px in its frame
	 * @param size width and height of the crop, px
	 * @return the similarity from the frame to the crop of that size with the
	 *         usual {@link Framing}, from landmarks 17–67
	 */
	public static Similarity align(final Landmarks landmarks, final int size) {
		return Framing.of(size).align(landmarks);
	}

	/**
	 * Resamples a face once, from the frame to its crop: bilinear, averaging where
	 * the crop is smaller than the face in the frame.
	 *
	 * @param frame the frame
	 * @param transform from the frame to the crop
	 * @param size width and height of the crop, px
	 * @return {@code size × size} pixels, {@code 0xFFRRGGBB}; the border is
	 *         replicated outside the frame
	 */
	public static int[] crop(final Frame frame, final Similarity transform,
		final int size)
	{
		return Resampler.resample(frame.argb(), frame.width(), transform
			.inverse(), size, size, Resampler.FINE);
	}

	/**
	 * The same for a picture that is no square.
	 *
	 * @param frame the frame
	 * @param transform from the frame to the new picture
	 * @param width of the new picture, px
	 * @param height of the new picture, px
	 * @return {@code width × height} pixels, {@code 0xFFRRGGBB}; the border is
	 *         replicated outside the frame
	 */
	public static int[] crop(final Frame frame, final Similarity transform,
		final int width, final int height)
	{
		return Resampler.resample(frame.argb(), frame.width(), transform
			.inverse(), width, height,
			Resampler.FINE);
	}
}
