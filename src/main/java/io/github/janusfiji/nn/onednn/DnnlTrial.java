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
package io.github.janusfiji.nn.onednn;

import io.github.janusfiji.nn.onednn.DnnlConvolution.Size;
import java.nio.FloatBuffer;

/**
 * Data for comparing one convolution with its definition: small integers, of
 * which every sum is exact in single precision. The weights to one channel have
 * one sign, and the pictures and projections none, so that a leaky ReLU may
 * follow. Of many channels only some are not zero: the first, the last, which
 * may not fill a block, and some between.
 */
final class DnnlTrial {

	/** Most channels of each side that are not zero. */
	private static final int CHANNELS = 48;

	/** Multiplications of a comparison that are worth their time. */
	private static final long WORK = 1_000_000;

	private final Size size;
	private final int[] inputs;
	private final int[] outputs;

	DnnlTrial(final Size size) {
		this.size = size;
		final long each = results() * size.kernel() * size.kernel();
		final int worth = (int) Math.max(24, Math.min(CHANNELS, WORK / each));
		inputs = DnnlWalk.chosen((int) size.in(), worth);
		outputs = DnnlWalk.chosen((int) size.out(), worth);
	}

	/** @return input channels that are not zero */
	int[] inputs() {
		return inputs;
	}

	/** @return likewise output channels */
	int[] outputs() {
		return outputs;
	}

	/** @return pixels of all sources */
	int pixels() {
		return (int) (size.count() * size.height() * size.width());
	}

	/** @return pixels of all results */
	int results() {
		final long[] out = size.result();
		return (int) (size.count() * out[2] * out[3]);
	}

	/** @return 0 to 3, in no pattern that a layout could repeat */
	static int digit(final int seed, final int a, final int b) {
		final int mixed = seed * 0x2545F491 + a * 0x9E3779B1 + b * 0x85EBCA77;
		return ((mixed ^ mixed >>> 15) * 0x2C1B3C6D) >>> 30;
	}

	/**
	 * @param seed which numbers
	 * @param channels indices of the channels
	 * @param count pixels of each
	 * @return 0 to 3 for each channel and pixel
	 */
	static int[][] digits(final int seed, final int[] channels,
		final int count)
	{
		final int[][] digits = new int[channels.length][count];
		for (int c = 0; c < channels.length; c++)
			for (int p = 0; p < count; p++)
				digits[c][p] = digit(seed, channels[c], p);
		return digits;
	}

	/**
	 * @param seed which numbers
	 * @param count how many
	 * @return 1 to 3 each: what a row of numbers is projected onto
	 */
	static int[] projection(final int seed, final int count) {
		final int[] onto = new int[count];
		for (int p = 0; p < count; p++)
			onto[p] = 1 + digit(seed, 0, p) % 3;
		return onto;
	}

	/** @return for each output channel, ±1 to ±3 for each input channel and tap */
	int[][] weights() {
		final int taps = (int) (size.kernel() * size.kernel());
		final int[][] weights = new int[outputs.length][inputs.length * taps];
		eachWeight((o, i, k, y, x) -> weights[o][k] = (1 + digit(5 + k % taps,
			outputs[o], inputs[i]) % 3) * (outputs[o] % 2 == 0 ? 1 : -1));
		return weights;
	}

	/** What is done with one weight. */
	interface Weight {

		/**
		 * @param output index of one of {@link #outputs}
		 * @param input index of one of {@link #inputs}
		 * @param place of the input and tap in a row of weights
		 * @param y row of the tap
		 * @param x column
		 */
		void at(int output, int input, int place, int y, int x);
	}

	/** @param weight done with each */
	void eachWeight(final Weight weight) {
		final int k = (int) size.kernel();
		for (int o = 0; o < outputs.length; o++)
			for (int i = 0; i < inputs.length; i++)
				for (int t = 0; t < k * k; t++)
					weight.at(o, i, i * k * k + t, t / k, t % k);
	}

	/**
	 * @param layout of a kernel
	 * @param weights as {@link #weights}
	 * @return them in this layout, the others zero; to be freed
	 */
	DnnlFloats kernel(final DnnlLayout layout, final int[][] weights) {
		final DnnlFloats floats = DnnlFloats.zeros(layout.floats());
		final FloatBuffer to = floats.buffer();
		final DnnlIndex index = DnnlIndex.of(layout);
		eachWeight((o, i, k, y, x) -> to.put(index.place(outputs[o], inputs[i], y,
			x), weights[o][k]));
		return floats;
	}

	/**
	 * @param layout of pictures
	 * @param channels indices of those that are given
	 * @param digits of each channel and pixel
	 * @return them in this layout, the other channels zero; to be freed
	 */
	static DnnlFloats pictures(final DnnlLayout layout, final int[] channels,
		final int[][] digits)
	{
		final DnnlFloats floats = DnnlFloats.zeros(layout.floats());
		final FloatBuffer to = floats.buffer();
		eachPixel(layout, channels, (c, p, place) -> to.put(place, digits[c][p]));
		return floats;
	}

	private interface Pixel {

		void at(int channel, int pixel, int place);
	}

	private static void eachPixel(final DnnlLayout layout, final int[] channels,
		final Pixel pixel)
	{
		final DnnlIndex index = DnnlIndex.of(layout);
		for (int c = 0; c < channels.length; c++)
			for (int n = 0, p = 0; n < index.extent(0); n++)
				for (int y = 0; y < index.extent(2); y++)
					for (int x = 0; x < index.extent(3); x++)
						pixel.at(c, p++, index.place(n, channels[c], y, x));
	}

	/**
	 * @param layout of pictures
	 * @param floats theirs
	 * @param channels indices of those to look at
	 * @param onto a factor for each pixel
	 * @return for each channel, the sum of its pixels times their factors
	 */
	static double[] projected(final DnnlLayout layout, final DnnlFloats floats,
		final int[] channels, final int[] onto)
	{
		final double[] sums = new double[channels.length];
		final FloatBuffer from = floats.buffer();
		eachPixel(layout, channels, (c, p, place) -> sums[c] += (double) onto[p] *
			from.get(place));
		return sums;
	}

	/**
	 * @param small channels over the results' pixels; a single one goes with all
	 *          of the other's
	 * @param large channels over the sources' pixels; likewise
	 * @return for each channel and tap of the kernel, the sum over all results of
	 *         their number times that of the source which the tap sees there
	 */
	long[][] correlated(final int[][] small, final int[][] large) {
		final int k = (int) size.kernel(), stride = size.stride();
		final int height = (int) size.height(), width = (int) size.width();
		final int rows = (int) size.result()[2], columns = (int) size.result()[3];
		final int top = (int) size.before()[0], left = (int) size.before()[1];
		final long[][] sums = new long[Math.max(small.length, large.length)][k * k];
		for (int c = 0; c < sums.length; c++) {
			final int[] s = small[c % small.length], l = large[c % large.length];
			for (int t = 0; t < k * k; t++)
				for (int r = 0; r < size.count() * rows; r++) {
					final int y = r % rows * stride + t / k - top;
					if (y < 0 || y >= height) continue;
					final int line = (r / rows * height + y) * width;
					for (int v = 0, x = t % k - left; v < columns; v++, x += stride)
						if (x >= 0 && x < width) sums[c][t] += (long) s[r * columns + v] *
							l[line + x];
				}
		}
		return sums;
	}
}
