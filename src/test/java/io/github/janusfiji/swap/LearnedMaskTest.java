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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests masks that a network paints beside its face. */
class LearnedMaskTest {

	private static final int SIZE = 64;

	/** A mask that grows from left to right. */
	private static float[] ramp() {
		final var shares = new float[SIZE * SIZE];
		for (int i = 0; i < shares.length; i++)
			shares[i] = i % SIZE / (SIZE - 1f);
		return shares;
	}

	@Test
	void sharesAreReadWhereTheWindowLies() {
		final var mask = new LearnedMask(ramp(), SIZE, new Similarity(2, 0, -20,
			-20));
		assertEquals(21.5 / 63, mask.at(20.75, 25), 1e-6);
		assertEquals(0, mask.at(3, 25), 1e-6);
		assertEquals(1, mask.at(60, 25), 1e-6);
		final var moved = mask.mapped(new Similarity(0, 1, 5, 7));
		assertEquals(mask.at(20.75, 25), moved.at(5 - 25, 7 + 20.75), 1e-6);
		assertEquals(Math.sqrt(21.0 / 63), mask.feathered(0.5).at(20.5, 25), 1e-6);
	}

	/** Paints green wherever the mask's left half is 0 and its right half 1. */
	private static SwapStep step(final String shape, final String blend)
		throws IOException
	{
		final var shares = new float[SIZE * SIZE];
		for (int i = 0; i < shares.length; i++)
			shares[i] = i % SIZE < SIZE / 2 ? 0 : 1;
		final var steps = new ArrayList<SwapStep>();
		FaceSwapper.swap(new Clips.Clip(1, 240, 180), Clips.tracks(1, 110,
			i -> true), Clips.CROP, List.of(new FaceSwapper.Part(1,
				new FaceDecoder()
				{

					@Override
					public ModelFraming framing() {
						return new ModelFraming(SIZE, 0.9);
					}

					@Override
					public List<DecodedFace> decode(final List<Crop> faces) {
						final var green = FloatRgb.black(SIZE, SIZE);
						Arrays.fill(green.planes()[1], 1);
						return List.of(new DecodedFace(green, Optional.of(shares)));
					}
				})), new FaceSwapper.Options(Side.A, 1, shape, "none", blend),
			new StageClock(), steps::add, Progress.NONE);
		return steps.get(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "alpha", "pyramid", "poisson" })
	void nothingChangesWhereTheNetworkSaysSo(final String blend)
		throws IOException
	{
		for (final String shape : List.of("learned", "combined")) {
			final SwapStep step = step(shape, blend);
			final Frame source = step.source(), result = step.result();
			assertTrue(step.isSwapped());
			assertEquals(at(source, 70, 80), at(result, 70, 80));
			assertNotEquals(at(source, 115, 80), at(result, 115, 80));
		}
	}

	@Test
	void combinedIsTheLearntMaskInsideTheHull() throws IOException {
		final Frame learned = step("learned", "alpha").layers().get(2);
		final Frame combined = step("combined", "alpha").layers().get(2);
		final Frame extended = step("extended", "alpha").layers().get(2);
		int only = 0, both = 0;
		for (int i = 0; i < learned.argb().length; i++) {
			final int a = learned.argb()[i] & 255, b = combined.argb()[i] & 255,
					hull = extended.argb()[i] & 255;
			assertTrue(b <= hull);
			if (hull == 0 && a > 200) only++;
			if (hull > 200 && a > 200) {
				assertTrue(b > 150);
				both++;
			}
		}
		assertTrue(only > 100 && both > 500, only + " and " + both + " px");
	}

	private static int at(final Frame frame, final int x, final int y) {
		return frame.argb()[y * frame.width() + x];
	}
}
