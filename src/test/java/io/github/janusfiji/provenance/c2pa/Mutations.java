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
package io.github.janusfiji.provenance.c2pa;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes in the ways in which files are damaged. */
final class Mutations {

	private static final byte[] DEAR = { 0, 1, -1, 127, -128, 0x7f, (byte) 0x9f,
		(byte) 0xbf, 0x1b, 0x5b };

	private Mutations() {}

	/** @return a copy that differs in one to four places */
	static byte[] of(final byte[] good, final Random random) {
		byte[] bad = good.clone();
		do {
			for (int i = random.nextInt(4); i >= 0; i--) bad = once(bad, random);
		}
		while (Arrays.equals(bad, good));
		return bad;
	}

	private static byte[] once(final byte[] bytes, final Random random) {
		if (bytes.length == 0) return new byte[] { 1 };
		final int at = random.nextInt(bytes.length);
		switch (random.nextInt(6)) {
			case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
			case 1 -> bytes[at] = DEAR[random.nextInt(DEAR.length)];
			case 2 -> bytes[at] = (byte) random.nextInt();
			case 3 -> {
				return Arrays.copyOf(bytes, at);
			}
			case 4 -> {
				final int from = random.nextInt(bytes.length), n = Math.min(random.nextInt(
					64), bytes.length - Math.max(at, from));
				System.arraycopy(bytes.clone(), from, bytes, at, Math.max(0, n));
			}
			default -> {
				final int n = Math.min(1 + random.nextInt(16), bytes.length - at);
				final byte[] less = Arrays.copyOf(bytes, bytes.length - n);
				System.arraycopy(bytes, at + n, less, at, bytes.length - at - n);
				return less;
			}
		}
		return bytes;
	}
}
