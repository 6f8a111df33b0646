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
import io.github.janusfiji.pixels.GreyResampler;
import java.util.Arrays;

/**
 * The fine structure of a face, by which two photographs of one person are told
 * from those of two: histograms of local binary patterns over the cells of its
 * aligned crop (Ahonen, Hadid and Pietikäinen, "Face description with local
 * binary patterns", PAMI 2006), as square roots, so that the scalar product is
 * Bhattacharyya's coefficient. Not trained on anybody; it links a person's
 * pictures of one occasion, seldom those of different years.
 *
 * @param roots of the shares, all cells one after another; of length 1
 */
record FaceTexture(float[] roots) {

	/** Crop, of which the inner part is divided into cells, px. */
	private static final int CROP = 112, MARGIN = 8, CELLS = 8;

	/** Patterns with at most two changes around the circle, and one bin for all others. */
	private static final int BINS = 59;

	private static final int[] BIN = bins();

	private static int[] bins() {
		final int[] bins = new int[256];
		int next = 0;
		for (int p = 0; p < 256; p++) {
			final int turned = (p << 1 | p >> 7) & 255;
			bins[p] = Integer.bitCount(p ^ turned) <= 2 ? next++ : BINS - 1;
		}
		return bins;
	}

	/**
	 * @param frame a picture
	 * @param landmarks a face in it, px
	 * @return its texture
	 */
	static FaceTexture of(final Frame frame, final Landmarks landmarks) {
		final Similarity map = FaceAligner.align(landmarks, CROP);
		final float[] g = GreyResampler.resample(frame.argb(), frame.width(), map.inverse(), CROP);
		final float[] counts = new float[CELLS * CELLS * BINS];
		final int inner = CROP - 2 * MARGIN;
		for (int y = 0; y < inner; y++)
			for (int x = 0; x < inner; x++) {
				final int cell = y * CELLS / inner * CELLS + x * CELLS / inner;
				counts[cell * BINS + BIN[pattern(g, (y + MARGIN) * CROP + x +
					MARGIN)]]++;
			}
		final double all = (double) inner * inner;
		for (int i = 0; i < counts.length; i++)
			counts[i] = (float) Math.sqrt(counts[i] / all);
		return new FaceTexture(counts);
	}

	/** Which of eight neighbours at a distance of 2 px are lighter. */
	private static int pattern(final float[] g, final int at) {
		final int d = 2, row = d * CROP;
		final float c = g[at];
		int p = 0;
		p |= g[at - row - d] > c ? 1 : 0;
		p |= g[at - row] > c ? 2 : 0;
		p |= g[at - row + d] > c ? 4 : 0;
		p |= g[at + d] > c ? 8 : 0;
		p |= g[at + row + d] > c ? 16 : 0;
		p |= g[at + row] > c ? 32 : 0;
		p |= g[at + row - d] > c ? 64 : 0;
		p |= g[at - d] > c ? 128 : 0;
		return p;
	}

	/**
	 * @param other another face's
	 * @return likeness, from 0 to 1
	 */
	double likeness(final FaceTexture other) {
		double sum = 0;
		for (int i = 0; i < roots.length; i++)
			sum += roots[i] * other.roots[i];
		return sum;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof FaceTexture t && Arrays.equals(roots, t.roots);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(roots);
	}
}
