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
package io.github.janusfiji.swap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetailTest {

	private static final int SIZE = 48;

	private static float[] everywhere() {
		final var weights = new float[SIZE * SIZE];
		Arrays.fill(weights, 1);
		return weights;
	}

	/** Stripes of a period of 8 px and some contrast, with noise. */
	private static FloatRgb stripes(final double contrast, final double noise) {
		final var random = new SplittableRandom(3);
		final var picture = FloatRgb.black(SIZE, SIZE);
		for (int i = 0; i < SIZE * SIZE; i++) {
			final float v = (float) (0.5 + contrast * Math.sin(i % SIZE * Math.PI /
				4) + noise * random.nextGaussian());
			for (int c = 0; c < 3; c++)
				picture.planes()[c][i] = v;
		}
		return picture;
	}

	@Test
	void aSoftFaceGetsTheDetailOfWhatItReplaces() {
		final var under = stripes(0.2, 0);
		for (final double soft : new double[] { 0.1, 0.15, 0.3 }) {
			final var face = Detail.MATCH.apply(stripes(soft, 0), under, everywhere(),
				2, 1);
			assertEquals(UnsharpMask.detail(under, 2, everywhere()), UnsharpMask
				.detail(face, 2, everywhere()), 0.006);
		}
	}

	@Test
	void aFlatFaceStaysFlatAndAWantedOneIsKept() {
		final var flat = stripes(0, 0);
		assertArrayEquals(flat.planes()[0], Detail.MATCH.apply(flat, stripes(0, 0),
			everywhere(), 1, 1).planes()[0]);
		assertSame(flat, Detail.KEEP.apply(flat, stripes(0.2, 0.1), everywhere(), 1,
			1));
	}

	@Test
	void noiseIsMeasuredAndAdded() {
		final var noisy = stripes(0, 0.015);
		assertEquals(0.015, Detail.noise(noisy, everywhere()), 0.001);
		final var face = Detail.MATCH.apply(stripes(0, 0), noisy, everywhere(), 1,
			7);
		assertEquals(0.015, Detail.noise(face, everywhere()), 0.002);
		assertArrayEquals(face.planes()[1], Detail.MATCH.apply(stripes(0, 0), noisy,
			everywhere(), 1, 7).planes()[1]);
	}

	@Test
	void outsideTheMaskNothingIsMeasured() {
		final var weights = new float[SIZE * SIZE];
		assertEquals(0, Detail.noise(stripes(0, 0.1), weights));
		assertEquals(0, UnsharpMask.detail(stripes(0.2, 0), 1, weights));
		final var face = stripes(0.1, 0);
		assertArrayEquals(face.planes()[2], Detail.MATCH.apply(face, stripes(0.2,
			0.1), weights, 1, 1).planes()[2], 0.15f);
	}

	@Test
	void withTheDonorsPictureAFaceIsAsFineAsTheDonorWithinBounds() {
		final double own = UnsharpMask.detail(stripes(0.2, 0), 2, everywhere());
		for (final double wanted : new double[] { 0, 0.2, 0.45 }) {
			final var face = Detail.DONOR.apply(stripes(0.1, 0), stripes(wanted, 0),
				everywhere(), 2, 1, Optional.of(new DonorReference.View(stripes(0.2, 0),
					new float[SIZE * SIZE], new Region(0, 0, SIZE, SIZE))));
			assertEquals(own * Math.max(0.9, Math.min(1.2, wanted / 0.2)), UnsharpMask
				.detail(face, 2, everywhere()), 0.08 * own);
		}
		assertArrayEquals(Detail.MATCH.apply(stripes(0.1, 0), stripes(0.2, 0),
			everywhere(), 2, 1).planes()[1], Detail.DONOR.apply(stripes(0.1, 0),
				stripes(0.2, 0), everywhere(), 2, 1).planes()[1]);
	}

	@Test
	void anUnknownChoiceIsNamed() {
		assertTrue(assertThrows(InputException.class, () -> Detail.named("finest"))
			.getMessage().contains("match"));
	}
}
