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
package io.github.janusfiji.detect;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.frames.Frame;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A face as detectors look at it: upright, in the middle of a square. Remembers
 * what was measured of it, because several detectors look at the same numbers.
 * Thread-safe.
 */
public final class FacePicture {

	/** Width and height, px. */
	public static final int SIZE = 160;

	/** Share of the width that the jaw fills. */
	private static final double COVERAGE = 0.7;

	private static final Framing FRAMING = new Framing(SIZE, COVERAGE, 0);

	private final int frame;
	private final double time;
	private final int[] argb;
	private final Similarity transform;
	private final Landmarks landmarks;
	private final Map<String, float[]> measured = new ConcurrentHashMap<>();

	private FacePicture(final int frame, final double time, final int[] argb,
		final Similarity transform, final Landmarks landmarks)
	{
		this.frame = frame;
		this.time = time;
		this.argb = argb;
		this.transform = transform;
		this.landmarks = landmarks;
	}

	/**
	 * @param frame a picture
	 * @param face a face in it
	 * @return the face
	 */
	public static FacePicture of(final Frame frame, final Face face) {
		return of(frame, face.landmarks(), face.frame(), face.time());
	}

	/**
	 * @param frame a picture
	 * @param face landmarks in it, px
	 * @param index of the frame in its clip
	 * @param time of the frame, s
	 * @return the face
	 */
	public static FacePicture of(final Frame frame, final Landmarks face,
		final int index, final double time)
	{
		final Similarity map = FRAMING.align(face);
		return new FacePicture(index, time, FaceAligner.crop(frame, map, SIZE), map,
			face.mapped(map));
	}

	/** @return index of the frame in its clip, from 0 */
	public int frame() {
		return frame;
	}

	/** @return time of the frame, s */
	public double time() {
		return time;
	}

	/** @return {@code SIZE × SIZE} pixels, {@code 0xFFRRGGBB}; not to be changed */
	public int[] argb() {
		return argb;
	}

	/** @return from the frame to this picture */
	public Similarity transform() {
		return transform;
	}

	/** @return landmarks in this picture, px */
	public Landmarks landmarks() {
		return landmarks;
	}

	/**
	 * @param pixels as many as this picture has
	 * @return the same face with other pixels
	 */
	FacePicture with(final int[] pixels) {
		return new FacePicture(frame, time, pixels, transform, landmarks);
	}

	/**
	 * @param name of the measure
	 * @param measure called once for each name
	 * @return what was measured; not to be changed
	 */
	float[] measured(final String name,
		final Function<FacePicture, float[]> measure)
	{
		return measured.computeIfAbsent(name, key -> measure.apply(this));
	}

	/** @return luma of ITU-R BT.601, 0 to 255, row by row; not to be changed */
	float[] grey() {
		final var grey = new float[argb.length];
		for (int i = 0; i < grey.length; i++) {
			final int c = argb[i];
			grey[i] = 0.299f * (c >> 16 & 255) + 0.587f * (c >> 8 & 255) + 0.114f *
				(c & 255);
		}
		return grey;
	}
}
