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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.EngineCheck;
import io.github.janusfiji.nn.onednn.Dnnl.Matrix;
import io.github.janusfiji.nn.onednn.DnnlConvolution.Size;
import io.github.janusfiji.nn.onednn.DnnlLayout.Order;
import io.github.janusfiji.task.Notices;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.dnnl.memory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the engine would notice a fault, and what it does then. */
class EngineCheckTest {

	@BeforeAll
	static void needsItsBuild() {
		Assumptions.assumeTrue(Dnnl.isAvailable(),
			"no build of oneDNN for this system");
	}

	private static DnnlLayout blocked(final long... shape) {
		return new DnnlLayout(shape, new memory.desc(shape, memory.data_type.f32,
			memory.format_tag.ABcd16b16a));
	}

	/** The places of a blocked layout, counted by hand. */
	@Test
	void placesFollowTheDefinition() {
		final DnnlIndex index = DnnlIndex.of(blocked(12, 24, 3, 3));
		assertEquals(16, index.padded(0));
		assertEquals(32, index.padded(1));
		// A block of 16×16 for each position, 9 positions, then the next block.
		assertEquals(1, index.place(1, 0, 0, 0));
		assertEquals(16, index.place(0, 1, 0, 0));
		assertEquals(256, index.place(0, 0, 0, 1));
		assertEquals(9 * 256, index.place(0, 16, 0, 0));
		assertEquals(9 * 256 + 7 * 16 + 5 + 256 * 8, index.place(5, 23, 2, 2));
		assertEquals("12x24x3x3 ABcd16b16a", blocked(12, 24, 3, 3).words());
		assertEquals("2x3x4x5 acdb", DnnlLayout.of(new long[] { 2, 3, 4, 5 },
			Order.CHANNELS_LAST).words());
		assertEquals("2x2 ab steps 5,1", DnnlLayout.strided(new long[] { 2, 2 },
			new long[] { 5, 1 }).words());
	}

	/** The fault of oneDNN 3.3.4, played by Java. */
	@Test
	void aReorderThatLosesNumbersIsFound() {
		final var plain = DnnlLayout.plain(12, 24, 3, 3);
		final var blocked = blocked(12, 24, 3, 3);
		final var right = DnnlReorders.byJava(plain, blocked, false);
		assertTrue(DnnlReorderCheck.isRight(right, plain, blocked, false));
		final DnnlIndex index = DnnlIndex.of(blocked);
		assertFalse(DnnlReorderCheck.isRight((source, target) -> {
			right.run(source, target);
			for (int o = 0; o < 12; o++)
				for (int i = 16; i < 24; i++)
					target.buffer().put(index.place(o, i, 0, 1), 0);
		}, plain, blocked, false));
		assertFalse(DnnlReorderCheck.isRight((source, target) -> {
			right.run(source, target);
			target.buffer().put(index.place(3, 25, 1, 1), 1);
		}, plain, blocked, false), "a number in the padding");
		assertFalse(DnnlReorderCheck.isRight((source, target) -> {}, plain, blocked,
			false));
	}

	@Test
	void aReorderMayNotTouchWhatLiesBetween() {
		final var plain = DnnlLayout.plain(4, 6);
		final var gaps = DnnlLayout.strided(new long[] { 4, 6 }, new long[] { 8,
			1 });
		final var right = DnnlReorders.byJava(plain, gaps, true);
		assertTrue(DnnlReorderCheck.isRight(right, plain, gaps, true));
		assertFalse(DnnlReorderCheck.isRight((source, target) -> {
			right.run(source, target);
			target.buffer().put(7, 0);
		}, plain, gaps, true));
	}

	/** Every rest of a block, and pictures of odd sizes. */
	@Test
	void whatOneDnnComputesRightIsAccepted() {
		final var random = new SplittableRandom(6);
		for (int i = 0; i < 8; i++) {
			final Size size = new Size(1 + i % 3, random.nextInt(1, 70), random
				.nextInt(3, 20), random.nextInt(3, 20), random.nextInt(1, 70), 1 + i % 5,
				1 + i % 2);
			assertTrue(DnnlConvolutionCheck.forward(size, i % 3 == 0 ? 1 : i % 3 == 1
				? 0.1 : 0), size.words());
			assertTrue(DnnlConvolutionCheck.backwardData(size), size.words());
			assertTrue(DnnlConvolutionCheck.backwardWeights(size), size.words());
		}
	}

	/** One weight of 21,600 that is left out changes the projection. */
	@Test
	void oneLostWeightShowsInTheProjection() {
		final var trial = new DnnlTrial(new Size(2, 96, 16, 16, 48, 5, 2));
		final int[][] x = DnnlTrial.digits(1, trial.inputs(), trial.pixels());
		final long[][] seen = trial.correlated(new int[][] { DnnlTrial.projection(2,
			trial.results()) }, x);
		double sum = 0, least = Double.MAX_VALUE;
		for (final long[] taps : seen)
			for (final long tap : taps) {
				sum += 3.0 * tap;
				least = Math.min(least, tap);
			}
		assertTrue(least > 1e-5 * sum, least + " of " + sum);
	}

	@Test
	void productsByJavaAgreeWithOneDnn() {
		final float[] a = EngineComparison.noise(new SplittableRandom(1), 7, 5);
		final float[] b = EngineComparison.noise(new SplittableRandom(2), 5, 9);
		final DnnlFloats to = DnnlFloats.zeros(63);
		to.buffer().put(4, 100);
		DnnlProducts.byJava(matrix(a, 7, 5), false, matrix(b, 5, 9), false, 1,
			new Matrix(to, 7, 9));
		double sum = 100;
		for (int k = 0; k < 5; k++)
			sum += a[k] * b[k * 9 + 4];
		assertEquals(sum, to.buffer().get(4), 1e-5);
	}

	private static Matrix matrix(final float[] values, final long rows,
		final long columns)
	{
		final DnnlFloats floats = DnnlFloats.zeros(values.length);
		floats.buffer().put(FloatBuffer.wrap(values));
		return new Matrix(floats, rows, columns);
	}

	/** Each thing is compared once, and told once if it is wrong. */
	@Test
	void aDifferenceIsToldOnceAndRemembered() {
		final List<String> told = new ArrayList<>();
		final var judge = EngineCheck.of("oneDNN", "3.8.1");
		final int before = EngineCheck.findings().size();
		Notices.tell(told::add);
		try {
			for (int i = 0; i < 3; i++) {
				assertFalse(judge.accepts("a key of this test",
					() -> "reorder of nothing", () -> false));
				assertFalse(judge.accepts("one that cannot be compared",
					() -> "riddle", () -> {
						throw new IllegalStateException("a layout without strides");
					}));
				assertTrue(judge.accepts("another", () -> "sum",
					() -> true));
			}
		}
		finally {
			Notices.tell(null);
		}
		assertEquals(2, told.size(), told.toString());
		assertTrue(told.get(0).contains("reorder of nothing") && told.get(0).contains(
			"without it"), told.get(0));
		assertEquals(before + 3, EngineCheck.findings().size());
		assertTrue(EngineCheck.words().contains("wrong and computed without oneDNN"));
	}
}
