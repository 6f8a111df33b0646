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
package io.github.janusfiji.tensor;

/** Half floats, IEEE 754-2008 binary16; Java has them from version 20 on. */
final class HalfFloat {

	/** Length of a half float, bytes. */
	static final int BYTES = 2;

	private static final int INFINITY = 0x7c00;

	private HalfFloat() {}

	/**
	 * @param value any
	 * @return the nearest half float, of two the even one
	 */
	static short of(final float value) {
		final int bits = Float.floatToIntBits(value);
		final int sign = bits >>> 16 & 0x8000;
		final int magnitude = bits & 0x7fffffff;
		if (magnitude > 0x7f800000) return (short) (sign | INFINITY | 0x200);
		// From half of the next number above the greatest half float on.
		if (magnitude >= 0x477ff000) return (short) (sign | INFINITY);
		if (magnitude >= 0x38800000) {
			final int shifted = magnitude - (112 << 23);
			final int odd = shifted >>> 13 & 1;
			return (short) (sign | shifted + 0xfff + odd >>> 13);
		}
		// Without an exponent of its own: steps of 2⁻²⁴.
		return (short) (sign | (int) Math.rint(Math.abs(value) * 0x1p24));
	}

	/**
	 * @param half bits of a half float
	 * @return the same number
	 */
	static float toFloat(final short half) {
		final int exponent = half >> 10 & 0x1f, fraction = half & 0x3ff;
		final float magnitude = exponent == 0 ? fraction * 0x1p-24f : exponent == 31
			? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN : Float
				.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
		return half < 0 ? -magnitude : magnitude;
	}
}
