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
package io.github.janusfiji.eyestate;

/** The form in which the networks see an eye. */
public final class EyePicture {

	/** Width and height, px. */
	public static final int SIZE = 24;

	/**
	 * Extent of a picture with margin over that of one without. The margin is
	 * what training shifts, turns and zooms draw on instead of a replicated
	 * border.
	 */
	public static final double MARGIN = 1.2;

	/** Added to the standard deviation, grey values: flat pictures stay flat. */
	private static final double FLAT = 4;

	private EyePicture() {}

	/**
	 * Takes brightness and contrast out.
	 *
	 * @param grey {@link #SIZE}² grey values from 0 to 255, row by row
	 * @param to receives mean 0 and standard deviation about 1
	 * @param offset first index in {@code to}
	 */
	static void normalise(final float[] grey, final float[] to,
		final int offset)
	{
		double mean = 0, square = 0;
		for (final float v : grey) mean += v / grey.length;
		for (final float v : grey) square += (v - mean) * (v - mean);
		final double scale = Math.sqrt(square / grey.length) + FLAT;
		for (int i = 0; i < grey.length; i++)
			to[offset + i] = (float) ((grey[i] - mean) / scale);
	}

	/**
	 * @param grey a picture, row by row
	 * @return its mirror image, left and right exchanged
	 */
	static float[] mirrored(final float[] grey) {
		final float[] mirror = new float[grey.length];
		for (int i = 0; i < grey.length; i++)
			mirror[i] = grey[i / SIZE * SIZE + SIZE - 1 - i % SIZE];
		return mirror;
	}
}
