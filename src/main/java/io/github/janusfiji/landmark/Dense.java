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

import java.nio.ByteBuffer;
import java.util.Arrays;

/** A fully connected layer, {@code y = x·W + b}. */
final class Dense {

	final int inputs;
	final int outputs;
	/**
	 * {@code inputs × outputs}, an array for each input: the compiler vectorises
	 * sums of whole arrays, but not of parts of one array that begin anywhere.
	 */
	private final float[][] weights;
	private final float[] bias;

	Dense(final int inputs, final int outputs, final float[] weights,
		final float[] bias)
	{
		this.inputs = inputs;
		this.outputs = outputs;
		this.weights = new float[inputs][];
		for (int i = 0; i < inputs; i++)
			this.weights[i] = Arrays.copyOfRange(weights, i * outputs, (i + 1) *
				outputs);
		this.bias = bias;
	}

	/**
	 * @param x the inputs
	 * @return the outputs
	 */
	float[] apply(final float[] x) {
		final float[] y = bias.clone();
		int i = 0;
		for (; i + 3 < inputs; i += 4)
			addScaled(x, i, y);
		for (; i < inputs; i++)
			addScaled(x[i], weights[i], y);
		return y;
	}

	// By rows, because the compiler vectorises this loop but no sum of products;
	// four at a time, so that the outputs are read and written less often.
	private void addScaled(final float[] x, final int i, final float[] y) {
		final float[] a = weights[i], b = weights[i + 1], c = weights[i + 2];
		final float[] d = weights[i + 3];
		final float f0 = x[i], f1 = x[i + 1], f2 = x[i + 2], f3 = x[i + 3];
		for (int j = 0; j < y.length; j++)
			y[j] = y[j] + f0 * a[j] + f1 * b[j] + f2 * c[j] + f3 * d[j];
	}

	private static void addScaled(final float factor, final float[] row,
		final float[] y)
	{
		for (int j = 0; j < y.length; j++)
			y[j] += factor * row[j];
	}

	/**
	 * Writes the layer with weights of 8 bit and one scale per output.
	 *
	 * @param to little-endian
	 */
	void write(final ByteBuffer to) {
		to.putInt(inputs).putInt(outputs);
		final float[] scale = new float[outputs];
		for (final float[] row : weights)
			for (int j = 0; j < outputs; j++)
				scale[j] = Math.max(scale[j], Math.abs(row[j]) / 127);
		for (final float s : scale)
			to.putFloat(s);
		for (final float b : bias)
			to.putFloat(b);
		for (final float[] row : weights)
			for (int j = 0; j < outputs; j++)
				to.put((byte) (scale[j] == 0 ? 0 : Math.round(row[j] / scale[j])));
	}

	/**
	 * @param from little-endian
	 * @return a layer as {@link #write} left it
	 */
	static Dense read(final ByteBuffer from) {
		final int inputs = from.getInt(), outputs = from.getInt();
		final float[] scale = new float[outputs], bias = new float[outputs];
		from.asFloatBuffer().get(scale).get(bias);
		from.position(from.position() + 8 * outputs);
		final byte[] bytes = new byte[inputs * outputs];
		from.get(bytes);
		final float[] weights = new float[bytes.length];
		for (int i = 0, k = 0; i < inputs; i++)
			for (int j = 0; j < outputs; j++, k++)
				weights[k] = bytes[k] * scale[j];
		return new Dense(inputs, outputs, weights, bias);
	}

	/** @return bytes that {@link #write} needs */
	int bytes() {
		return 8 + 8 * outputs + inputs * outputs;
	}
}
