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

import io.github.janusfiji.nn.EngineJudge;
import io.github.janusfiji.nn.onednn.Dnnl.Matrix;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Products of two matrices, by Java where oneDNN's are wrong. */
final class DnnlProducts {

	/** Extents that are compared: longer ones are taken for their rest of 48. */
	private static final int LONG = 144;

	/** Rows, inner extent and columns of a product. */
	private record Key(boolean transposeA, boolean transposeB, long rows,
		long inner, long columns, float keep)
	{}

	private final EngineJudge judge;
	private final DnnlMemory memory;
	private final Map<Key, Boolean> right = new HashMap<>();

	/**
	 * @param judge decides what oneDNN may compute
	 * @param memory for what is needed on the way
	 */
	DnnlProducts(final EngineJudge judge, final DnnlMemory memory) {
		this.judge = judge;
		this.memory = memory;
	}

	/**
	 * As {@link Dnnl#multiply}.
	 *
	 * @param a M×K, or K×M to be transposed
	 * @param transposeA whether to transpose a
	 * @param b K×L, or L×K to be transposed
	 * @param transposeB whether to transpose b
	 * @param keep factor of what is in the result before, 0 to overwrite
	 * @param to M×L
	 */
	void multiply(final Matrix a, final boolean transposeA, final Matrix b,
		final boolean transposeB, final float keep, final Matrix to)
	{
		// Unroll lengths of all processors' kernels divide 48.
		final var key = new Key(transposeA, transposeB, shorter(to.rows()), shorter(
			transposeA ? a.rows() : a.columns()), shorter(to.columns()), keep);
		if (right.computeIfAbsent(key, k -> judge.accepts(k, () -> "product " +
			k.rows + "×" + k.inner + (transposeA ? " transposed" : "") + " by " +
			k.inner + "×" + k.columns + (transposeB ? " transposed" : ""),
			() -> isRight(k)))) Dnnl.multiply(a, transposeA, b, transposeB, keep, to);
		else byJava(a, transposeA, b, transposeB, keep, to);
	}

	/**
	 * @param matrix any
	 * @param sums overwritten with the sum of its rows
	 */
	void sumRows(final Matrix matrix, final DnnlFloats sums) {
		final DnnlFloats ones = memory.scratch(matrix.rows());
		final FloatBuffer buffer = ones.buffer();
		while (buffer.hasRemaining())
			buffer.put(1);
		multiply(new Matrix(ones, 1, matrix.rows()), false, matrix, false, 0,
			new Matrix(sums, 1, matrix.columns()));
		memory.giveBack(ones);
	}

	private static long shorter(final long extent) {
		return extent <= LONG ? extent : LONG - 48 + extent % 48;
	}

	private static boolean isRight(final Key k) {
		final Matrix a = k.transposeA ? digits(1, k.inner, k.rows) : digits(1,
			k.rows,
			k.inner);
		final Matrix b = k.transposeB ? digits(2, k.columns, k.inner) : digits(2,
			k.inner, k.columns);
		final Matrix to = digits(3, k.rows, k.columns), same = digits(3, k.rows,
			k.columns);
		try {
			if (k.keep == 0) to.floats().buffer().put(0, Float.NaN);
			Dnnl.multiply(a, k.transposeA, b, k.transposeB, k.keep, to);
			byJava(a, k.transposeA, b, k.transposeB, k.keep, same);
			// Sums of small integers: equal to the bit in any order.
			return to.floats().buffer().equals(same.floats().buffer());
		}
		finally {
			for (final Matrix m : new Matrix[] { a, b, to, same })
				m.floats().free();
		}
	}

	private static Matrix digits(final int seed, final long rows,
		final long columns)
	{
		final DnnlFloats floats = DnnlFloats.zeros(rows * columns);
		final FloatBuffer buffer = floats.buffer();
		for (int i = 0; i < buffer.capacity(); i++)
			buffer.put(i, DnnlTrial.digit(seed, 0, i) - 1);
		return new Matrix(floats, rows, columns);
	}

	/** As {@link #multiply}, without oneDNN. */
	static void byJava(final Matrix a, final boolean transposeA,
		final Matrix b, final boolean transposeB, final float keep,
		final Matrix to)
	{
		final int inner = (int) (transposeA ? a.rows() : a.columns());
		final int columns = (int) to.columns();
		final FloatBuffer as = a.floats().buffer(), bs = b.floats().buffer();
		final FloatBuffer ts = to.floats().buffer();
		IntStream.range(0, (int) to.rows()).parallel().forEach(r -> {
			final float[] row = new float[columns], part = new float[columns];
			if (keep != 0) {
				ts.get(r * columns, row);
				for (int c = 0; c < columns; c++)
					row[c] *= keep;
			}
			for (int k = 0; k < inner; k++) {
				final float factor = as.get(transposeA ? k * (int) a.columns() + r : r *
					inner + k);
				if (transposeB) for (int c = 0; c < columns; c++)
					part[c] = bs.get(c * inner + k);
				else bs.get(k * columns, part);
				for (int c = 0; c < columns; c++)
					row[c] += factor * part[c];
			}
			ts.put(r * columns, row);
		});
	}
}
