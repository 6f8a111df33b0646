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

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * Loops over floats for engines on a processor, in as many threads as it has:
 * ND4J's builds spend 6–10 ns per element on what only bends or moves single
 * numbers, these loops 0.5–2 ns. Blocks are copied to arrays and back, because
 * Java turns loops over arrays into vector instructions, and loops over native
 * memory not. Buffers of one call have the same number of floats.
 */
public final class FloatLoops {

	private static final int BLOCK = 4096;

	/** Sums that grow beside each other: one would wait for itself. */
	private static final int LANES = 8;

	/** Fewer floats are not worth a second thread. */
	public static final int PARALLEL = 8 * BLOCK;

	private FloatLoops() {}

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
	public static double sumOfProducts(final FloatBuffer x, final FloatBuffer y) {
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

	/**
	 * @param x becomes x where x &gt; 0, else slope · x
	 * @param slope 0 to 1
	 */
	public static void leakyRelu(final FloatBuffer x, final double slope) {
		final float s = (float) slope;
		blocks(x, (from, count) -> {
			final float[] block = read(0, x, from, count);
			for (int i = 0; i < count; i++)
				block[i] = Math.max(block[i], s * block[i]);
			x.put(from, block, 0, count);
		});
	}

	/**
	 * @param result of {@link #leakyRelu}
	 * @param gradient of the result
	 * @param slope as given
	 * @param to overwritten with the gradient of what was overwritten
	 */
	public static void leakyReluGradient(final FloatBuffer result,
		final FloatBuffer gradient, final double slope, final FloatBuffer to)
	{
		// The slope's mean and half range: a sign instead of a branch that no
		// processor can foresee.
		final float mean = (float) ((1 + slope) / 2);
		final float half = (float) ((1 - slope) / 2);
		blocks(to, (from, count) -> {
			final float[] bent = read(0, result, from, count);
			final float[] block = read(1, gradient, from, count);
			for (int i = 0; i < count; i++)
				block[i] *= mean + Math.copySign(half, bent[i]);
			to.put(from, block, 0, count);
		});
	}

	/**
	 * One step of the optimiser, as {@link LayerFunctions#adam}.
	 *
	 * @param value changed in place
	 * @param gradient of the value
	 * @param mean first moment, changed in place
	 * @param square second moment, changed in place
	 * @param settings rate and decay
	 * @param step number of steps done before, from 0
	 */
	public static void adam(final FloatBuffer value, final FloatBuffer gradient,
		final FloatBuffer mean, final FloatBuffer square, final Adam settings,
		final int step)
	{
		final double correction = Math.sqrt(1 - Math.pow(settings.beta2(), step +
			1)) / (1 - Math.pow(settings.beta1(), step + 1));
		final float rate = (float) (settings.rate() * correction);
		blocks(value, (from, count) -> {
			final float[] vs = read(0, value, from, count);
			final float[] gs = read(1, gradient, from, count);
			final float[] ms = read(2, mean, from, count);
			final float[] ss = read(3, square, from, count);
			adam(count, vs, gs, ms, ss, settings, rate);
			value.put(from, vs, 0, count);
			mean.put(from, ms, 0, count);
			square.put(from, ss, 0, count);
		});
	}

	private static void adam(final int count, final float[] value,
		final float[] gradient,
		final float[] mean, final float[] square, final Adam settings,
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
