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
package io.github.janusfiji.landmark;

/**
 * What a patch looks like, whatever its light: at half its resolution, the mean
 * gradient (2 channels), the mean absolute gradient in four directions (4) and
 * the brightness above its surroundings (1), smoothed, and divided by the mean
 * gradient strength around (as in histograms of oriented gradients, Dalal and
 * Triggs, CVPR 2005, but without bins, so that it changes smoothly as the face
 * moves).
 */
final class GradientChannels {

	/** Number of channels. */
	static final int COUNT = 7;
	/** Patch px per px of a channel. */
	static final int CELL = 2;

	private static final float DIAGONAL = (float) Math.sqrt(0.5);
	/** Radius of the surroundings, px of a channel. */
	private static final int AROUND = 7;

	final int size;
	/** Interleaved: all channels of a pixel, then the next pixel. */
	private final float[] values;

	/**
	 * @param patch n × n grey levels
	 * @param n even
	 */
	GradientChannels(final float[] patch, final int n) {
		size = n / CELL;
		final float[][] planes = new float[COUNT][size * size];
		gradients(patch, n, planes);
		final float[] energy = new float[size * size];
		float mean = 0;
		for (int i = 0; i < energy.length; i++) {
			energy[i] = planes[2][i] + planes[3][i] + planes[4][i] + planes[5][i];
			mean += energy[i] / energy.length;
		}
		final float[] around = boxMean(energy);
		final float[] light = boxMean(planes[6]);
		for (int i = 0; i < energy.length; i++)
			planes[6][i] -= light[i];
		final float[] strength = new float[energy.length];
		for (int i = 0; i < strength.length; i++)
			strength[i] = around[i] + 0.3f * mean + 1f;
		values = new float[size * size * COUNT];
		final float[] smooth = new float[size * size];
		for (int c = 0; c < COUNT; c++) {
			binomial(planes[c], smooth);
			final float gain = c == 6 ? 1 : 3;
			for (int i = 0; i < smooth.length; i++)
				smooth[i] = gain * smooth[i] / strength[i];
			for (int i = 0; i < smooth.length; i++)
				values[i * COUNT + c] = smooth[i];
		}
	}

	private void gradients(final float[] p, final int n, final float[][] planes) {
		final float[] gx = new float[n], gy = new float[n], term = new float[n];
		for (int y = 0; y < n; y++) {
			final int here = y * n, up = Math.max(0, y - 1) * n;
			final int down = Math.min(n - 1, y + 1) * n, row = y / CELL * size;
			gx[0] = p[here + Math.min(n - 1, 1)] - p[here];
			gx[n - 1] = p[here + n - 1] - p[here + Math.max(0, n - 2)];
			for (int x = 1; x < n - 1; x++)
				gx[x] = p[here + x + 1] - p[here + x - 1];
			for (int x = 0; x < n; x++)
				gy[x] = p[down + x] - p[up + x];
			add(gx, planes[0], row);
			add(gy, planes[1], row);
			for (int x = 0; x < n; x++)
				term[x] = Math.abs(gx[x]);
			add(term, planes[2], row);
			for (int x = 0; x < n; x++)
				term[x] = Math.abs(gy[x]);
			add(term, planes[3], row);
			for (int x = 0; x < n; x++)
				term[x] = DIAGONAL * Math.abs(gx[x] + gy[x]);
			add(term, planes[4], row);
			for (int x = 0; x < n; x++)
				term[x] = DIAGONAL * Math.abs(gx[x] - gy[x]);
			add(term, planes[5], row);
			System.arraycopy(p, here, term, 0, n);
			add(term, planes[6], row);
		}
	}

	/** Adds neighbours to the pixel of a channel that both belong to. */
	private void add(final float[] terms, final float[] plane, final int row) {
		for (int i = 0; i < size; i++)
			plane[row + i] = plane[row + i] + terms[CELL * i] + terms[CELL * i + 1];
	}

	private float[] boxMean(final float[] in) {
		final float[] rows = new float[in.length];
		for (int line = 0; line < size; line++)
			runningMean(in, rows, line * size);
		return columnMeans(rows);
	}

	/** Means along a row. */
	private void runningMean(final float[] in, final float[] out,
		final int base)
	{
		float sum = 0;
		int count = 0;
		for (int i = 0; i < Math.min(AROUND, size); i++, count++)
			sum += in[base + i];
		for (int i = 0; i < size; i++) {
			if (i + AROUND < size) {
				sum += in[base + i + AROUND];
				count++;
			}
			if (i - AROUND > 0) {
				sum -= in[base + i - AROUND - 1];
				count--;
			}
			out[base + i] = sum / count;
		}
	}

	/** Means along the columns, of all at once, so that it runs in vectors. */
	private float[] columnMeans(final float[] in) {
		final float[] out = new float[in.length], sums = new float[size];
		final float[] line = new float[size];
		int count = 0;
		for (int i = 0; i < Math.min(AROUND, size); i++, count++)
			add(in, i, 1, line, sums);
		for (int i = 0; i < size; i++) {
			if (i + AROUND < size) {
				add(in, i + AROUND, 1, line, sums);
				count++;
			}
			if (i - AROUND > 0) {
				add(in, i - AROUND - 1, -1, line, sums);
				count--;
			}
			for (int x = 0; x < size; x++)
				line[x] = sums[x] / count;
			System.arraycopy(line, 0, out, i * size, size);
		}
		return out;
	}

	private void add(final float[] in, final int row, final float sign,
		final float[] line, final float[] sums)
	{
		System.arraycopy(in, row * size, line, 0, size);
		for (int x = 0; x < size; x++)
			sums[x] += sign * line[x];
	}

	private void binomial(final float[] in, final float[] out) {
		final float[] rows = new float[in.length];
		for (int y = 0; y < size; y++) {
			final int b = y * size;
			for (int x = 1; x < size - 1; x++)
				rows[b + x] = (in[b + x - 1] + 2 * in[b + x] + in[b + x + 1]) / 4;
			rows[b] = in[b];
			rows[b + size - 1] = in[b + size - 1];
		}
		System.arraycopy(rows, 0, out, 0, size);
		System.arraycopy(rows, (size - 1) * size, out, (size - 1) * size, size);
		for (int i = size; i < (size - 1) * size; i++)
			out[i] = (rows[i - size] + 2 * rows[i] + rows[i + size]) / 4;
	}

	/**
	 * Reads all channels at a place, bilinearly.
	 *
	 * @param px px of the patch; clamped to it
	 * @param py likewise
	 * @param out receives {@link #COUNT} values
	 * @param at where in {@code out} they begin
	 */
	void sample(final float px, final float py, final float[] out, final int at) {
		final float cx = Math.min(Math.max(px / CELL - 0.25f, 0), size - 1.001f);
		final float cy = Math.min(Math.max(py / CELL - 0.25f, 0), size - 1.001f);
		final int x = (int) cx, y = (int) cy;
		final float u = cx - x, v = cy - y;
		final int a = (y * size + x) * COUNT, b = a + size * COUNT;
		final float w00 = (1 - u) * (1 - v), w01 = u * (1 - v);
		final float w10 = (1 - u) * v, w11 = u * v;
		for (int c = 0; c < COUNT; c++)
			out[at + c] = w00 * values[a + c] + w01 * values[a + COUNT + c] + w10 *
				values[b + c] + w11 * values[b + COUNT + c];
	}

}
