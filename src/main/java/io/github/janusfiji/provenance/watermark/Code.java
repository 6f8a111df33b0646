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
package io.github.janusfiji.provenance.watermark;

import java.util.Arrays;

/**
 * The error correction of an identifier: 64 bits and a checksum of 24, in a
 * convolutional code of rate 1/3 and constraint length 7 (generators 133, 145,
 * 175 octal; Proakis, Digital Communications, table 8.3-2), decoded by Viterbi's
 * algorithm from soft values.
 */
final class Code {

	private static final int CHECK = 24;
	private static final int MEMORY = 6;
	private static final int INFO = 64 + CHECK;
	private static final int STEPS = INFO + MEMORY;
	private static final int[] GENERATORS = { 0133, 0145, 0175 };
	private static final int RATE = GENERATORS.length;

	/** How many bits are written for an identifier. */
	static final int LENGTH = STEPS * RATE;

	private Code() {}

	/** @return {@value #RATE} values +1 or −1 for each bit and the tail */
	static int[] encode(final long identifier) {
		final var bits = new int[STEPS];
		for (int i = 0; i < 64; i++) bits[i] = (int) (identifier >>> 63 - i & 1);
		final int check = checksum(identifier);
		for (int i = 0; i < CHECK; i++) bits[64 + i] = check >>> CHECK - 1 - i & 1;
		final var coded = new int[LENGTH];
		for (int i = 0, state = 0; i < STEPS; i++) {
			final int register = bits[i] << MEMORY | state;
			for (int g = 0; g < RATE; g++) coded[i * RATE + g] = sign(register, g);
			state = register >> 1;
		}
		return coded;
	}

	private static int sign(final int register, final int g) {
		return (Integer.bitCount(register & GENERATORS[g]) & 1) == 0 ? 1 : -1;
	}

	/** OpenPGP's CRC-24 (RFC 9580, 6.1.1) over the identifier's eight bytes. */
	private static int checksum(final long identifier) {
		int crc = 0xb704ce;
		for (int i = 63; i >= 0; i--) {
			final int top = crc >> 23 & 1;
			crc = crc << 1 & 0xffffff;
			if ((top ^ (int) (identifier >>> i & 1)) != 0) crc ^= 0x864cfb;
		}
		return crc;
	}

	/**
	 * The most likely identifier.
	 *
	 * @param identifier 64 bits
	 * @param fits whether its checksum does
	 * @param agreement of the values with its coded bits, as a correlation: 1 if
	 *          they are the same, about 0.5 by chance
	 */
	record Decoded(long identifier, boolean fits, double agreement) {}

	/**
	 * @param soft one value for each coded bit, positive for +1
	 * @return what was most likely written
	 */
	static Decoded decode(final double[] soft) {
		final int states = 1 << MEMORY;
		double[] score = new double[states];
		Arrays.fill(score, Double.NEGATIVE_INFINITY);
		score[0] = 0;
		final var from = new byte[STEPS][states];
		for (int i = 0; i < STEPS; i++) {
			final var next = new double[states];
			Arrays.fill(next, Double.NEGATIVE_INFINITY);
			for (int state = 0; state < states; state++) {
				if (score[state] == Double.NEGATIVE_INFINITY) continue;
				for (int bit = 0; bit < (i < INFO ? 2 : 1); bit++) {
					final int register = bit << MEMORY | state;
					double sum = score[state];
					for (int g = 0; g < RATE; g++) sum += soft[i * RATE + g] * sign(register,
						g);
					final int to = register >> 1;
					if (sum <= next[to]) continue;
					next[to] = sum;
					from[i][to] = (byte) state;
				}
			}
			score = next;
		}
		long identifier = 0;
		int check = 0;
		for (int i = STEPS - 1, state = 0; i >= 0; i--) {
			final long bit = state >> MEMORY - 1;
			if (i < 64) identifier |= bit << 63 - i;
			else if (i < INFO) check |= (int) bit << INFO - 1 - i;
			state = from[i][state];
		}
		final int[] coded = encode(identifier);
		double with = 0, power = 0;
		for (int i = 0; i < LENGTH; i++) {
			with += soft[i] * coded[i];
			power += soft[i] * soft[i];
		}
		return new Decoded(identifier, checksum(identifier) == check, power == 0 ? 0
			: with / Math.sqrt(power * LENGTH));
	}
}
