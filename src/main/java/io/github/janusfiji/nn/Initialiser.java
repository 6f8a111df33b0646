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
import java.util.SplittableRandom;

/**
 * Initialiser of weights: uniform within a bound that keeps signals of even
 * size.
 */
public enum Initialiser {

	/** Glorot and Bengio 2010: √(6 / (fan in + fan out)). */
	GLOROT {

		@Override
		double bound(final double fanIn, final double fanOut) {
			return Math.sqrt(6 / (fanIn + fanOut));
		}
	},

	/** He et al. 2015, for rectifiers: √(6 / fan in). */
	HE {

		@Override
		double bound(final double fanIn, final double fanOut) {
			return Math.sqrt(6 / fanIn);
		}
	},

	/**
	 * As {@link #HE}, and ICNR before pixel shuffles: the four filters that become
	 * one pixel's neighbours begin equal, so that the first upscaling is nearest
	 * neighbour and shows no checkerboard (Aitken et al. 2017, "Checkerboard
	 * artifact free sub-pixel convolution").
	 */
	HE_ICNR {

		@Override
		double bound(final double fanIn, final double fanOut) {
			return HE.bound(fanIn, fanOut);
		}
	};

	/** Floats drawn at once: weights may be too many for Java's heap. */
	private static final int CHUNK = 1 << 18;

	abstract double bound(double fanIn, double fanOut);

	/**
	 * Fills one parameter.
	 *
	 * @param engine where it lives
	 * @param weights kernel O×I×k×k or matrix I×O
	 * @param copies how often the first O / copies filters follow each other, 1
	 *          for all different
	 * @param random depends on nothing but the model's seed
	 */
	void fill(final Engine engine, final Tensor weights,
		final int copies, final SplittableRandom random)
	{
		final Memory memory = engine.memory();
		final long[] shape = weights.shape();
		final boolean kernel = shape.length == 4;
		final double area = kernel ? shape[2] * shape[3] : 1;
		final double bound = bound(area * shape[kernel ? 1 : 0], area *
			shape[kernel ? 0 : 1]);
		final long row = weights.length() / shape[0];
		final long different = shape[0] / copies;
		final long chunk = Math.min(different, Math.max(1, CHUNK / row));
		final var values = FloatBuffer.allocate(Math.toIntExact(chunk * row));
		long count;
		for (long from = 0; from < shape[0]; from += count) {
			// Chunks end where the copies begin, so that none is half a copy.
			count = Math.min(chunk, (from < different ? different : shape[0]) - from);
			values.clear().limit(Math.toIntExact(count * row));
			if (from < different) while (values.hasRemaining())
				values.put((float) ((2 * random.nextDouble() - 1) * bound));
			else memory.read(memory.rows(weights, from - different, from -
				different + count), values);
			memory.write(memory.rows(weights, from, from + count), values
				.flip());
		}
	}
}
