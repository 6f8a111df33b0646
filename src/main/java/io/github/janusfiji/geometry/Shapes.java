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
package io.github.janusfiji.geometry;

import java.util.stream.IntStream;

/**
 * Faces as arrays x0, y0, x1, y1, … of their 68 landmarks in iBUG order
 * (Sagonas et al., "300 Faces in-the-Wild Challenge", 2013).
 */
public final class Shapes {

	/** Number of landmarks. */
	public static final int COUNT = 68;
	/** All landmarks. */
	public static final int[] ALL = IntStream.range(0, COUNT).toArray();

	private static final int[] MIRROR = mirrorOrder();

	private Shapes() {}

	private static int[] mirrorOrder() {
		final int[] m = ALL.clone();
		for (int i = 0; i < 17; i++)
			m[i] = 16 - i;
		for (int i = 17; i < 27; i++)
			m[i] = 43 - i;
		for (int i = 31; i < 36; i++)
			m[i] = 66 - i;
		final int[][] pairs = { { 36, 45 }, { 37, 44 }, { 38, 43 }, { 39, 42 }, {
			40, 47 }, { 41, 46 }, { 48, 54 }, { 49, 53 }, { 50, 52 }, { 55, 59 }, {
				56, 58 }, { 60, 64 }, { 61, 63 }, { 65, 67 } };
		for (final int[] p : pairs) {
			m[p[0]] = p[1];
			m[p[1]] = p[0];
		}
		return m;
	}

	/**
	 * @param landmark from 0 to 67
	 * @return the landmark it becomes in the mirrored face
	 */
	public static int mirrorOf(final int landmark) {
		return MIRROR[landmark];
	}

	/**
	 * @param shape landmarks
	 * @return the landmarks of the face mirrored about x = 0
	 */
	public static float[] mirror(final float[] shape) {
		final float[] out = new float[shape.length];
		for (int i = 0; i < COUNT; i++) {
			out[2 * i] = -shape[2 * MIRROR[i]];
			out[2 * i + 1] = shape[2 * MIRROR[i] + 1];
		}
		return out;
	}

	/**
	 * @param shape landmarks
	 * @param i a landmark
	 * @param j another
	 * @return their distance
	 */
	public static double distance(final float[] shape, final int i, final int j) {
		return Math.hypot(shape[2 * i] - shape[2 * j], shape[2 * i + 1] - shape[2 *
			j + 1]);
	}

	/**
	 * @param shape landmarks
	 * @return distance between the outer eye corners
	 */
	public static double interOcular(final float[] shape) {
		return distance(shape, 36, 45);
	}

	/**
	 * @param shape found
	 * @param truth marked
	 * @param from first landmark
	 * @param to after the last landmark
	 * @return their mean distance as a share of the marked inter-ocular distance
	 */
	public static double error(final float[] shape, final float[] truth, final int from,
		final int to)
	{
		double sum = 0;
		for (int i = from; i < to; i++)
			sum += Math.hypot(shape[2 * i] - truth[2 * i], shape[2 * i + 1] - truth[2 *
				i + 1]);
		return sum / (to - from) / interOcular(truth);
	}
}
