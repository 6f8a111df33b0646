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

import java.awt.Color;
import java.util.Arrays;

/**
 * The 121 measures of Wen, Han and Jain 2015 ("Face spoof detection with image
 * distortion analysis"): 3 of highlights, 15 moments of hue, saturation and
 * value, 101 of the diversity of colours, and 2 of blur. Highlights are
 * separated by the dichromatic model with a diffuse chromaticity of one half (Tan
 * and Ikeuchi 2005): red + green + blue − 2 · the largest of them.
 */
final class DistortionQuality {

	static final int COUNT = 121;

	private static final int SIZE = FacePicture.SIZE;
	private static final int COMMONEST = 100;
	private static final double TAIL = 0.01;
	private static final double COVERED = 0.99;

	private DistortionQuality() {}

	static float[] of(final FacePicture face) {
		final var out = new float[COUNT];
		highlights(face.argb(), out);
		moments(face.argb(), out);
		colours(face.argb(), out);
		final float[] grey = face.grey();
		out[119] = (float) Math.max(blur(grey, 1), blur(grey, SIZE));
		out[120] = (float) (edgeWidth(grey) / 30);
		return out;
	}

	/** Share, mean and spread of what is 1.5 to 4 times the mean highlight. */
	private static void highlights(final int[] argb, final float[] out) {
		final var light = new double[argb.length];
		double mean = 0;
		for (int i = 0; i < light.length; i++) {
			final int r = argb[i] >> 16 & 255, g = argb[i] >> 8 & 255, b = argb[i] &
				255;
			light[i] = Math.max(0, r + g + b - 2 * Math.max(r, Math.max(g, b)));
			mean += light[i] / light.length;
		}
		int count = 0;
		double sum = 0, square = 0;
		for (final double v : light) {
			if (v < 1.5 * mean || v > 4 * mean || v == 0) continue;
			count++;
			sum += v;
			square += v * v;
		}
		if (count == 0) return;
		final double m = sum / count;
		out[0] = count / (float) light.length;
		out[1] = (float) (m / 150);
		out[2] = (float) (Math.sqrt(Math.max(0, square / count - m * m)) / 150);
	}

	private static void moments(final int[] argb, final float[] out) {
		final var channel = new float[3][argb.length];
		final var hsb = new float[3];
		for (int i = 0; i < argb.length; i++) {
			Color.RGBtoHSB(argb[i] >> 16 & 255, argb[i] >> 8 & 255, argb[i] &
				255, hsb);
			// Skin is red, which is where hues begin and end.
			channel[0][i] = (hsb[0] + 0.5f) % 1;
			channel[1][i] = hsb[1];
			channel[2][i] = hsb[2];
		}
		for (int c = 0; c < 3; c++)
			moments(channel[c], out, 3 + 5 * c);
	}

	/** Mean, spread, cube root of the skew, and the shares of both ends. */
	private static void moments(final float[] v, final float[] out,
		final int at)
	{
		double mean = 0, second = 0, third = 0, low = 0, high = 0;
		for (final float x : v)
			mean += x / v.length;
		for (final float x : v) {
			final double d = x - mean;
			second += d * d / v.length;
			third += d * d * d / v.length;
			if (x <= TAIL) low++;
			if (x >= 1 - TAIL) high++;
		}
		out[at] = (float) mean;
		out[at + 1] = (float) Math.sqrt(second);
		out[at + 2] = (float) Math.cbrt(third);
		out[at + 3] = (float) (low / v.length);
		out[at + 4] = (float) (high / v.length);
	}

	/** The commonest of 32³ colours, and how many cover nearly everything. */
	private static void colours(final int[] argb, final float[] out) {
		final var counts = new int[1 << 15];
		for (final int c : argb)
			counts[(c >> 19 & 31) << 10 | (c >> 11 & 31) << 5 | c >> 3 & 31]++;
		Arrays.sort(counts);
		int covered = 0, number = 0;
		while (covered < COVERED * argb.length)
			covered += counts[counts.length - 1 - number++];
		for (int i = 0; i < COMMONEST; i++)
			out[18 + i] = counts[counts.length - 1 - i] / (float) argb.length;
		out[118] = number / 2000f;
	}

	/**
	 * How little a second blur changes (Crété-Roffet et al. 2007).
	 *
	 * @param step 1 along rows, the width along columns
	 */
	private static double blur(final float[] v, final int step) {
		double is = 0, lost = 0;
		final int margin = 5;
		for (int y = margin; y < SIZE - margin; y++)
			for (int x = margin; x < SIZE - margin; x++) {
				final int i = y * SIZE + x;
				final double sharp = Math.abs(v[i] - v[i - step]);
				// Means of nine differ by their ends.
				final double soft = Math.abs(v[i + 4 * step] - v[i - 5 * step]) / 9;
				is += sharp;
				lost += Math.max(0, sharp - soft);
			}
		return is == 0 ? 1 : (is - lost) / is;
	}

	/** Mean width of vertical edges, px (Marziliano et al. 2002). */
	private static double edgeWidth(final float[] v) {
		double slope = 0;
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 1; x < SIZE - 1; x++)
				slope += Math.abs(v[y * SIZE + x + 1] - v[y * SIZE + x - 1]);
		final double least = 2 * slope / ((SIZE - 2) * (SIZE - 2));
		long width = 0, edges = 0;
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 2; x < SIZE - 2; x++) {
				final int i = y * SIZE + x;
				final double d = v[i + 1] - v[i - 1];
				if (Math.abs(d) < least || Math.abs(v[i] - v[i - 2]) > Math.abs(d) ||
					Math.abs(v[i + 2] - v[i]) > Math.abs(d)) continue;
				width += width(v, y, x, Math.signum(d));
				edges++;
			}
		return edges == 0 ? 30 : (double) width / edges;
	}

	/** From the local minimum before to the local maximum behind, or reversed. */
	private static int width(final float[] v, final int y, final int x,
		final double sign)
	{
		int left = x, right = x;
		while (left > 0 && sign * (v[y * SIZE + left] - v[y * SIZE + left - 1]) > 0)
			left--;
		while (right < SIZE - 1 && sign * (v[y * SIZE + right + 1] - v[y * SIZE +
			right]) > 0) right++;
		return right - left;
	}
}
