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

import io.github.janusfiji.nn.onednn.Dnnl.Matrix;
import io.github.janusfiji.nn.onednn.Dnnl.Primitive;
import java.nio.FloatBuffer;

/** Compares what attention computes with its definition. */
final class DnnlAttentionCheck {

	/** Of oneDNN's exponential, and of single precision. */
	private static final double TOLERANCE = 1e-5;

	/** Rows of a softmax looked at, the last ones. */
	private static final int ROWS = 32;

	private DnnlAttentionCheck() {}

	/**
	 * By projection, see {@link DnnlConvolutionCheck}: (a · b) · r = a · (b · r).
	 *
	 * @param product compiled
	 * @param a extents, one matrix
	 * @param b likewise
	 * @param transposeA whether a is transposed
	 * @param transposeB whether b is transposed
	 * @return whether it is right
	 */
	static boolean isRight(final Primitive product, final long[] a,
		final long[] b, final boolean transposeA, final boolean transposeB)
	{
		final long rows = a[transposeA ? 2 : 1], columns = b[transposeB ? 1 : 2];
		final DnnlFloats left = digits(1, a[1] * a[2]), right = digits(2, b[1] *
			b[2]);
		final DnnlFloats result = DnnlFloats.zeros(rows * columns);
		final DnnlFloats onto = digits(3, columns), through = DnnlFloats.zeros(
			a[transposeA ? 1 : 2]);
		final DnnlFloats expected = DnnlFloats.zeros(rows);
		final DnnlFloats actual = DnnlFloats.zeros(rows);
		try {
			product.run(left, right, result);
			final Matrix r = new Matrix(onto, columns, 1);
			final Matrix br = new Matrix(through, through.count(), 1);
			DnnlProducts.byJava(new Matrix(right, b[1], b[2]), transposeB, r, false,
				0,
				br);
			DnnlProducts.byJava(new Matrix(left, a[1], a[2]), transposeA, br, false,
				0,
				new Matrix(expected, rows, 1));
			DnnlProducts.byJava(new Matrix(result, rows, columns), false, r, false, 0,
				new Matrix(actual, rows, 1));
			// Sums of small integers: equal to the bit in any order.
			return actual.buffer().equals(expected.buffer());
		}
		finally {
			for (final DnnlFloats floats : new DnnlFloats[] { left, right, result,
				onto,
				through, expected, actual })
				floats.free();
		}
	}

	/** −1 to 2: products of three stay exact for extents of thousands. */
	private static DnnlFloats digits(final int seed, final long count) {
		final DnnlFloats floats = DnnlFloats.zeros(count);
		final FloatBuffer buffer = floats.buffer();
		for (int i = 0; i < buffer.capacity(); i++)
			buffer.put(i, DnnlTrial.digit(seed, 0, i) - 1);
		return floats;
	}

	/**
	 * @param softmax compiled
	 * @param shape extents
	 * @return whether shares and gradients of the last rows are right
	 */
	static boolean isRight(final DnnlSoftmax softmax, final long[] shape) {
		final int width = (int) shape[shape.length - 1];
		final var layout = DnnlLayout.plain(shape);
		final int rows = (int) (layout.floats() / width);
		final DnnlFloats x = DnnlFloats.zeros(layout.floats());
		final DnnlFloats y = DnnlFloats.zeros(layout.floats());
		final DnnlFloats dx = DnnlFloats.zeros(layout.floats());
		try {
			final FloatBuffer xs = x.buffer();
			for (int i = 0; i < xs.capacity(); i++)
				xs.put(i, (i * 619 % 1000 - 500) / 80f);
			softmax.forward().run(x, y);
			softmax.backward().run(y, x, dx);
			boolean right = true;
			for (int r = Math.max(0, rows - ROWS); r < rows; r++)
				right &= rowIsRight(r * width, width, xs, y.buffer(), dx.buffer());
			return right;
		}
		finally {
			x.free();
			y.free();
			dx.free();
		}
	}

	private static boolean rowIsRight(final int from, final int width,
		final FloatBuffer x, final FloatBuffer y, final FloatBuffer dx)
	{
		double sum = 0, mean = 0;
		for (int i = from; i < from + width; i++) {
			sum += Math.exp(x.get(i));
			mean += Math.exp(x.get(i)) * x.get(i);
		}
		mean /= sum;
		boolean right = true;
		for (int i = from; i < from + width; i++) {
			final double share = Math.exp(x.get(i)) / sum;
			right &= Math.abs(y.get(i) - share) <= TOLERANCE;
			right &= Math.abs(dx.get(i) - share * (x.get(i) - mean)) <= 10 *
				TOLERANCE;
		}
		return right;
	}
}
