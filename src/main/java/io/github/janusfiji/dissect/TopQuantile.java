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
package io.github.janusfiji.dissect;

/**
 * A high quantile of a stream of numbers, without keeping them: counts in bins
 * that are a sixteenth of an octave of the number's size wide, positive and
 * negative ones apart. Within a bin the quantile is interpolated, so it is wrong
 * by less than a sixteenth of itself, and by far less for smooth distributions.
 */
final class TopQuantile {

	/** Bits of the mantissa that tell bins apart. */
	private static final int FINE = 4;

	/** Bits of a float that are not counted. */
	private static final int SHIFT = 23 - FINE;

	/** Exponents from 2⁻²⁴ on; smaller sizes count as the smallest. */
	private static final int LEAST = 127 - 24 << FINE;

	/** Up to 2²⁴; larger sizes count as the largest. */
	private static final int BINS = 48 << FINE;

	/** Negative numbers first, the largest sizes outermost. */
	private final int[] counts = new int[2 * BINS];
	private long total;

	/** @param values any */
	void add(final float[] values) {
		for (final float value : values)
			counts[bin(value)]++;
		total += values.length;
	}

	private static int bin(final float value) {
		final int size = (Float.floatToRawIntBits(value) & 0x7fffffff) >> SHIFT;
		final int bin = Math.max(0, Math.min(BINS - 1, size - LEAST));
		return value > 0 ? BINS + bin : BINS - 1 - bin;
	}

	/** Smallest size in a bin of sizes. */
	private static float edge(final int bin) {
		return bin <= 0 ? 0 : Float.intBitsToFloat(bin + LEAST << SHIFT);
	}

	/**
	 * @param share of the numbers that are greater, 0 to 1
	 * @return what they are greater than; 0 if there were none
	 */
	double above(final double share) {
		final double wanted = share * total;
		double greater = 0;
		for (int i = counts.length - 1; i >= 0; i--) {
			if (counts[i] > 0 && greater + counts[i] >= wanted) {
				// A unit that is never active is not active at 0 either.
				if (i == BINS - 1) return 0;
				final double within = (wanted - greater) / counts[i];
				final double high = i >= BINS ? edge(i - BINS + 1) : -edge(BINS - 1 - i);
				final double low = i >= BINS ? edge(i - BINS) : -edge(BINS - i);
				return high + within * (low - high);
			}
			greater += counts[i];
		}
		return 0;
	}
}
