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
package io.github.janusfiji.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages files as disks, other programs and people with bad intent do. */
final class Mutator {

	/** Numbers that readers stumble over. */
	private static final List<String> NUMBERS = List.of("-1", "0", "1e999", "NaN",
		"-0.0", "2147483648", "9223372036854775807", "1e-320", "null", "\"x\"", "[]",
		"{}", "99999999999999999999", "0x10", "1.5", "\u0661", "");

	private static final long[] EXTREMES = { 0, 1, -1, 0x7fffffffL, 0x80000000L,
		0xffffL, 0x7fffL, 0x10000000L, 2_000_000_000L };

	private final SplittableRandom random;

	Mutator(final long seed) {
		random = new SplittableRandom(seed);
	}

	/**
	 * @param seeds good files
	 * @return one of them with one to eight damages
	 */
	byte[] next(final List<byte[]> seeds) {
		byte[] data = seeds.get(random.nextInt(seeds.size())).clone();
		for (int n = 1 + random.nextInt(random.nextInt(8) + 1); n > 0; n--)
			data = once(data, seeds);
		return data;
	}

	private byte[] once(final byte[] data, final List<byte[]> seeds) {
		if (data.length == 0) return new byte[] { (byte) random.nextInt(256) };
		// Headers decide more than what follows them.
		final int at = random.nextInt(random.nextBoolean() ? data.length : Math.min(
			data.length, 600));
		switch (random.nextInt(9)) {
			case 0 -> data[at] ^= (byte) (1 << random.nextInt(8));
			case 1 -> data[at] = (byte) random.nextInt(256);
			case 2 -> {
				return Arrays.copyOf(data, at);
			}
			case 3 -> extreme(data, at);
			case 4 -> {
				return joined(data, at, new byte[random.nextInt(20)], at);
			}
			case 5 -> {
				return joined(data, at, new byte[0], Math.min(data.length, at + 1 +
					random.nextInt(30)));
			}
			case 6 -> {
				final byte[] other = seeds.get(random.nextInt(seeds.size()));
				final int from = random.nextInt(Math.max(1, other.length));
				return joined(data, at, Arrays.copyOfRange(other, Math.min(from,
					other.length), Math.min(other.length, from + random.nextInt(200))), at);
			}
			case 7 -> {
				final int end = Math.min(data.length, at + random.nextInt(60));
				return joined(data, at, Arrays.copyOfRange(data, at, end), at);
			}
			default -> {
				return withNumber(data, at);
			}
		}
		return data;
	}

	private void extreme(final byte[] data, final int at) {
		final long value = EXTREMES[random.nextInt(EXTREMES.length)];
		final int bytes = 1 << random.nextInt(1, 4);
		final boolean big = random.nextBoolean();
		for (int i = 0; i < bytes && at + i < data.length; i++) data[at +
			i] = (byte) (value >> 8 * (big ? bytes - 1 - i : i));
	}

	/** Replaces the number in a text behind a place. */
	private byte[] withNumber(final byte[] data, final int at) {
		int from = at;
		while (from < data.length && !isDigit(data[from])) from++;
		int to = from;
		while (to < data.length && isDigit(data[to])) to++;
		return joined(data, from, NUMBERS.get(random.nextInt(NUMBERS.size()))
			.getBytes(StandardCharsets.UTF_8), to);
	}

	private static boolean isDigit(final byte b) {
		return b >= '0' && b <= '9' || b == '-' || b == '.';
	}

	private static byte[] joined(final byte[] data, final int head,
		final byte[] middle, final int tail)
	{
		final byte[] all = Arrays.copyOf(data, head + middle.length + data.length -
			tail);
		System.arraycopy(middle, 0, all, head, middle.length);
		System.arraycopy(data, tail, all, head + middle.length, data.length - tail);
		return all;
	}
}
