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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The mark cannot be seen, is found again, and is found nowhere else. */
class WatermarkTest {

	private static final int W = 384, H = 288;
	private static final long ID = 0x5bd1e995a1b2c3d4L;

	/** A picture with smooth parts, edges and texture. */
	private static int[] picture(final int seed) {
		final var random = new Random(seed);
		final double a = random.nextDouble() * 3, b = random.nextDouble() * 3;
		final var argb = new int[W * H];
		for (int y = 0, i = 0; y < H; y++) for (int x = 0; x < W; x++, i++) {
			double v = 120 + 50 * Math.sin(x / 61.0 + a) + 40 * Math.cos(y / 47.0 + b);
			if (Math.hypot(x - 190, y - 140) < 80) v += 25 + 12 * Math.sin(x / 3.0) * Math
				.cos(y / 4.0);
			v += random.nextGaussian() * 3;
			final int grey = (int) Math.max(0, Math.min(255, v));
			argb[i] = 0xff000000 | grey << 16 | grey << 8 | (grey * 3 / 4);
		}
		return argb;
	}

	private static double psnr(final int[] a, final int[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) for (int s = 0; s < 24; s += 8) sum += Math
			.pow((a[i] >> s & 255) - (b[i] >> s & 255), 2);
		return 10 * Math.log10(255 * 255 * 3.0 * a.length / sum);
	}

	private static Optional<WatermarkReader.Reading> read(final int[] argb,
		final int w, final int h)
	{
		final var reader = new WatermarkReader(1, 0.5);
		reader.add(argb, w, h);
		return reader.read();
	}

	@Test
	void theMarkIsFoundAndHardlyThere() {
		for (int seed = 0; seed < 4; seed++) {
			final int[] plain = picture(seed);
			final int[] marked = new Watermark(ID + seed).embed(plain, W, H);
			assertTrue(psnr(plain, marked) >= 42, "PSNR " + psnr(plain, marked));
			assertEquals(ID + seed, read(marked, W, H).orElseThrow().identifier());
			assertFalse(read(plain, W, H).isPresent());
		}
	}

	@Test
	void aPartAndAHalfAreEnough() {
		final int[] marked = new Watermark(ID).embed(picture(9), W, H);
		final int x = 37, y = 22, w = 272, h = 204;
		final var part = new int[w * h];
		for (int r = 0; r < h; r++) System.arraycopy(marked, (y + r) * W + x, part, r *
			w, w);
		assertEquals(ID, read(part, w, h).orElseThrow().identifier());
		final var half = new int[W / 2 * (H / 2)];
		for (int i = 0; i < half.length; i++) {
			final int at = i / (W / 2) * 2 * W + i % (W / 2) * 2;
			int out = 0xff000000;
			for (int s = 0; s < 24; s += 8) out |= ((marked[at] >> s & 255) + (marked[at +
				1] >> s & 255) + (marked[at + W] >> s & 255) + (marked[at + W +
					1] >> s & 255)) / 4 << s;
			half[i] = out;
		}
		final var found = read(half, W / 2, H / 2).orElseThrow();
		assertEquals(ID, found.identifier());
		assertEquals(0.5, found.scale());
	}

	/** Viterbi's algorithm corrects one bit in eight. */
	@Test
	void errorsAreCorrected() {
		final var random = new Random(8);
		for (int trial = 0; trial < 20; trial++) {
			final long id = random.nextLong();
			final int[] coded = Code.encode(id);
			final var soft = new double[Code.LENGTH];
			for (int i = 0; i < soft.length; i++) soft[i] = coded[i] + random
				.nextGaussian() * 0.85;
			final var decoded = Code.decode(soft);
			assertTrue(decoded.fits());
			assertEquals(id, decoded.identifier());
		}
	}

	/** What is read of noise neither fits its checksum nor agrees with any code. */
	@Test
	void chanceDoesNotLookLikeAMark() {
		final var random = new Random(9);
		double most = 0;
		for (int trial = 0; trial < 400; trial++) {
			final var soft = new double[Code.LENGTH];
			for (int i = 0; i < soft.length; i++) soft[i] = random.nextGaussian();
			final var decoded = Code.decode(soft);
			assertFalse(decoded.fits());
			most = Math.max(most, decoded.agreement());
		}
		assertTrue(most < 0.53, "agreement by chance " + most);
	}
}
