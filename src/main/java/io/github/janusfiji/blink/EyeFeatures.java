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
package io.github.janusfiji.blink;

/**
 * What the eye-state network sees of an eye patch: histograms of oriented
 * gradients (Dalal and Triggs, "Histograms of Oriented Gradients for Human
 * Detection", CVPR 2005) and the grey values at half resolution, both free of
 * the patch's brightness and contrast.
 */
final class EyeFeatures {

	/** Width and height of a patch, px. */
	static final int SIZE = 24;

	private static final int CELL = 4;
	private static final int CELLS = SIZE / CELL;
	private static final int BINS = 8;
	private static final int HALF = SIZE / 2;

	/** Number of features: 25 blocks of 4 cells of 8 bins, and 12×12 greys. */
	static final int COUNT = (CELLS - 1) * (CELLS - 1) * 4 * BINS + HALF * HALF;

	/** Below this standard deviation (grey levels) a patch counts as flat. */
	private static final float MIN_CONTRAST = 4;

	/** Largest share of one bin in a block, from Dalal and Triggs. */
	private static final float CLIP = 0.2f;

	private EyeFeatures() {}

	/**
	 * @param patch {@code SIZE × SIZE} grey values from 0 to 255, row by row
	 * @return {@code COUNT} features, each roughly from −2 to 2
	 */
	static float[] of(final float[] patch) {
		final float[] z = standardize(patch);
		final float[] cells = histograms(z);
		final float[] features = new float[COUNT];
		int at = 0;
		for (int y = 0; y + 1 < CELLS; y++) {
			for (int x = 0; x + 1 < CELLS; x++, at += 4 * BINS) {
				for (int c = 0; c < 4; c++) {
					final int cell = (y + c / 2) * CELLS + x + c % 2;
					System.arraycopy(cells, cell * BINS, features, at + c * BINS, BINS);
				}
				normalizeBlock(features, at);
			}
		}
		for (int y = 0; y < SIZE; y += 2) {
			for (int x = 0; x < SIZE; x += 2) {
				final int i = y * SIZE + x;
				features[at++] = (z[i] + z[i + 1] + z[i + SIZE] + z[i + SIZE + 1]) / 8;
			}
		}
		return features;
	}

	private static float[] standardize(final float[] patch) {
		double sum = 0, squares = 0;
		for (final float v : patch) {
			sum += v;
			squares += v * v;
		}
		final double mean = sum / patch.length;
		final double deviation = Math.sqrt(Math.max(0, squares / patch.length -
			mean * mean));
		final double scale = 1 / Math.max(MIN_CONTRAST, deviation);
		final float[] z = new float[patch.length];
		for (int i = 0; i < z.length; i++) z[i] = (float) ((patch[i] - mean) *
			scale);
		return z;
	}

	/** Signed gradients, shared linearly between neighbouring bins and cells. */
	private static float[] histograms(final float[] z) {
		final float[] cells = new float[CELLS * CELLS * BINS];
		for (int y = 0; y < SIZE; y++) {
			for (int x = 0; x < SIZE; x++) {
				final float gx = z[y * SIZE + Math.min(x + 1, SIZE - 1)] - z[y * SIZE +
					Math.max(x - 1, 0)];
				final float gy = z[Math.min(y + 1, SIZE - 1) * SIZE + x] - z[Math.max(y -
					1, 0) * SIZE + x];
				final float magnitude = (float) Math.hypot(gx, gy);
				final double turn = Math.atan2(gy, gx) / (2 * Math.PI) + 1;
				final double bin = turn * BINS;
				final int b0 = (int) Math.floor(bin);
				final float bw = (float) (bin - b0);
				vote(cells, x, y, b0 % BINS, magnitude * (1 - bw));
				vote(cells, x, y, (b0 + 1) % BINS, magnitude * bw);
			}
		}
		return cells;
	}

	private static void vote(final float[] cells, final int x, final int y,
		final int bin, final float weight)
	{
		final float cx = (x + 0.5f) / CELL - 0.5f, cy = (y + 0.5f) / CELL - 0.5f;
		final int x0 = (int) Math.floor(cx), y0 = (int) Math.floor(cy);
		for (int j = 0; j < 2; j++) {
			for (int i = 0; i < 2; i++) {
				final int u = x0 + i, v = y0 + j;
				if (u < 0 || v < 0 || u >= CELLS || v >= CELLS) continue;
				final float w = (1 - Math.abs(cx - u)) * (1 - Math.abs(cy - v));
				cells[(v * CELLS + u) * BINS + bin] += weight * w;
			}
		}
	}

	/** L2, clip, L2 again; then scaled so that a feature is of the order of 1. */
	private static void normalizeBlock(final float[] features, final int at) {
		scaleToLength(features, at, 1);
		for (int i = at; i < at + 4 * BINS; i++) features[i] = Math.min(CLIP,
			features[i]);
		scaleToLength(features, at, 4);
	}

	private static void scaleToLength(final float[] features, final int at,
		final float length)
	{
		double squares = 1e-3;
		for (int i = at; i < at + 4 * BINS; i++) squares += features[i] *
			features[i];
		final float scale = (float) (length / Math.sqrt(squares));
		for (int i = at; i < at + 4 * BINS; i++) features[i] *= scale;
	}
}
