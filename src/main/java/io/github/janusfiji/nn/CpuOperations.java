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
package io.github.janusfiji.nn;

import io.github.janusfiji.tensor.ImageBatch;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * ND4J's operations in single precision on a processor, with those that only
 * move or bend single numbers done in Java: ND4J's builds spend 6–10 ns per
 * element on them, these loops 0.5–2 ns. Blocks are copied to arrays and back,
 * because Java turns loops over arrays into vector instructions, and loops over
 * native memory not.
 */
class CpuOperations extends Nd4jOperations {

	private static final int BLOCK = 4096;

	/** Sums that grow beside each other: one would wait for itself. */
	private static final int LANES = 8;

	/** Smaller tensors are not worth a second thread. */
	private static final int PARALLEL = 8 * BLOCK;

	CpuOperations() {
		super(DataType.FLOAT);
	}

	FloatBuffer elements(final Tensor tensor) {
		final INDArray memory = memory(tensor);
		return ImageBatch.of(memory.reshape(1, 1, 1, memory.length())).slot(0);
	}

	/** Work on the elements from one index, as many as given. */
	private interface Block {

		void process(int from, int count);
	}

	private static void blocks(final FloatBuffer elements, final Block block) {
		final int length = elements.capacity();
		final var blocks = IntStream.range(0, (length + BLOCK - 1) / BLOCK);
		(length < PARALLEL ? blocks : blocks.parallel()).forEach(i -> block.process(
			i * BLOCK, Math.min(BLOCK, length - i * BLOCK)));
	}

	/** Blocks of each thread, for up to four tensors at once. */
	private static final ThreadLocal<float[][]> BLOCKS = ThreadLocal.withInitial(
		() -> new float[4][BLOCK]);

	/** @return one of the thread's blocks, with the elements from the index on */
	private static float[] read(final int which, final FloatBuffer from,
		final int index, final int count)
	{
		final float[] block = BLOCKS.get()[which];
		from.get(index, block, 0, count);
		return block;
	}

	/**
	 * @param x floats
	 * @param y as many
	 * @return the sum of their products, in double precision, in an order that
	 *         does not depend on the number of threads
	 */
	static double sumOfProducts(final FloatBuffer x, final FloatBuffer y) {
		final double[] sums = new double[(x.capacity() + BLOCK - 1) / BLOCK];
		blocks(x, (from, count) -> {
			final float[] xs = read(0, x, from, count), ys = read(1, y, from, count);
			final double[] lanes = new double[LANES];
			int i = 0;
			for (; i + LANES <= count; i += LANES)
				for (int j = 0; j < LANES; j++)
					lanes[j] += (double) xs[i + j] * ys[i + j];
			for (; i < count; i++)
				lanes[0] += (double) xs[i] * ys[i];
			for (final double lane : lanes)
				sums[from / BLOCK] += lane;
		});
		double sum = 0;
		for (final double part : sums)
			sum += part;
		return sum;
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		if (slope > 1) {
			super.leakyRelu(x, slope);
			return;
		}
		final FloatBuffer elements = elements(x);
		final float s = (float) slope;
		blocks(elements, (from, count) -> {
			final float[] block = read(0, elements, from, count);
			for (int i = 0; i < count; i++)
				block[i] = Math.max(block[i], s * block[i]);
			elements.put(from, block, 0, count);
		});
	}

	@Override
	public Tensor leakyReluGradient(final Tensor result, final Tensor gradient,
		final double slope)
	{
		final Tensor out = temporary(result.shape());
		final FloatBuffer r = elements(result), g = elements(gradient);
		final FloatBuffer o = elements(out);
		// The slope's mean and half range: a sign instead of a branch that no
		// processor can foresee.
		final float mean = (float) ((1 + slope) / 2);
		final float half = (float) ((1 - slope) / 2);
		blocks(o, (from, count) -> {
			final float[] bent = read(0, r, from, count);
			final float[] block = read(1, g, from, count);
			for (int i = 0; i < count; i++)
				block[i] *= mean + Math.copySign(half, bent[i]);
			o.put(from, block, 0, count);
		});
		return out;
	}

	@Override
	public Tensor depthToSpace(final Tensor x, final int block) {
		final long[] in = x.shape();
		final Tensor out = temporary(in[0], in[1] / block / block, in[2] * block,
			in[3] * block);
		shuffle(x, out, block, true);
		return out;
	}

	@Override
	public Tensor spaceToDepth(final Tensor x, final int block) {
		final long[] in = x.shape();
		final Tensor out = temporary(in[0], in[1] * block * block, in[2] / block,
			in[3] / block);
		shuffle(out, x, block, false);
		return out;
	}

	/**
	 * @param deep N×(b²C)×H×W
	 * @param wide N×C×bH×bW
	 * @param widen whether to copy from deep to wide, or back
	 */
	private void shuffle(final Tensor deep, final Tensor wide, final int b,
		final boolean widen)
	{
		final int channels = (int) wide.size(1);
		final int height = (int) deep.size(2), width = (int) deep.size(3);
		final int plane = height * width;
		final FloatBuffer d = elements(deep), w = elements(wide);
		final var pictures = IntStream.range(0, (int) wide.size(0) * channels);
		(deep.length() < PARALLEL ? pictures : pictures.parallel()).forEach(i -> {
			final int n = i / channels, c = i % channels;
			final int place = i * b * b * plane;
			final float[] whole = new float[b * b * plane];
			final float[] part = new float[plane];
			if (!widen) w.get(place, whole);
			for (int k = 0; k < b * b; k++) {
				final int at = ((n * b * b + k) * channels + c) * plane;
				if (widen) d.get(at, part);
				interleave(part, whole, width, b, k, widen);
				if (!widen) d.put(at, part);
			}
			if (widen) w.put(place, whole);
		});
	}

	private static void interleave(final float[] part, final float[] whole,
		final int width, final int b, final int k, final boolean widen)
	{
		for (int y = 0; y * width < part.length; y++) {
			final int row = (y * b + k / b) * width * b + k % b;
			for (int x = 0; x < width; x++) {
				if (widen) whole[row + x * b] = part[y * width + x];
				else part[y * width + x] = whole[row + x * b];
			}
		}
	}

	@Override
	public void adam(final Tensor value, final Tensor gradient, final Tensor mean,
		final Tensor square, final Adam.Settings settings, final int step)
	{
		final FloatBuffer v = elements(value), g = elements(gradient);
		final FloatBuffer m = elements(mean), s = elements(square);
		final double correction = Math.sqrt(1 - Math.pow(settings.beta2(), step +
			1)) / (1 - Math.pow(settings.beta1(), step + 1));
		final float rate = (float) (settings.rate() * correction);
		blocks(v, (from, count) -> {
			final float[] vs = read(0, v, from, count);
			final float[] gs = read(1, g, from, count);
			final float[] ms = read(2, m, from, count);
			final float[] ss = read(3, s, from, count);
			adam(count, vs, gs, ms, ss, settings, rate);
			v.put(from, vs, 0, count);
			m.put(from, ms, 0, count);
			s.put(from, ss, 0, count);
		});
	}

	private static void adam(final int count, final float[] value,
		final float[] gradient,
		final float[] mean, final float[] square, final Adam.Settings settings,
		final float rate)
	{
		final float b1 = (float) settings.beta1(), c1 = 1 - b1;
		final float b2 = (float) settings.beta2();
		final float c2 = (float) (1 - settings.beta2());
		final float epsilon = (float) settings.epsilon();
		for (int i = 0; i < count; i++) {
			final float g = gradient[i];
			mean[i] = b1 * mean[i] + c1 * g;
			square[i] = b2 * square[i] + c2 * g * g;
			value[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + epsilon);
		}
	}
}
