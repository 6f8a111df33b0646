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
package io.github.janusfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between two people lies what both ends say. */
class StyleMixerTest {

	@TempDir
	static Path folder;

	private static StyleMixer mixer;
	private static UnitBatch faces;

	@BeforeAll
	static void train() throws IOException {
		final Path file = folder.resolve("pair.janus");
		train(file, MarkedHeads.NETWORK.styled(), 120);
		mixer = StyleMixer.open(file);
		faces = mixer.read(MarkedHeads.ANNA, 3);
	}

	private static void train(final Path file,
		final ExpressionArchitecture network, final int iterations)
		throws IOException
	{
		new FaceModelTrainer().train(MarkedHeads.ANNA, MarkedHeads.BERT, new Preset(
			network, Schedule.CONSTANT, 1), file, new TrainingOptions(network.preset(),
				iterations, 0, 6, 1, "cpu", Tuning.PLAIN.withoutBase()),
			TrainingListener.NONE, Progress.NONE);
	}

	@AfterAll
	static void close() {
		mixer.close();
	}

	private static float[] painted(final Side first, final Side second,
		final double share, final int coarse, final double truncation)
	{
		final var all = mixer.paint(faces, new StyleMixer.Mix(first, second, share,
			coarse, truncation));
		final int each = all.slot(0).capacity();
		final var numbers = new float[all.count() * each];
		for (int i = 0; i < all.count(); i++)
			all.slot(i).get(0, numbers, i * each, each);
		return numbers;
	}

	private static double apart(final float[] x, final float[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++)
			sum += Math.abs(x[i] - y[i]) / x.length;
		return sum;
	}

	@Test
	void theEndsAreTheTwoPeople() {
		final int all = mixer.layers().size();
		final float[] a = painted(Side.A, Side.A, 0, 0, 1);
		final float[] b = painted(Side.B, Side.B, 0, 0, 1);
		assertEquals(List.of("seed", "up1", "output"), mixer.layers());
		assertEquals(2, mixer.people());
		assertEquals(3, faces.count());
		assertTrue(apart(a, b) > 0.05, "apart by " + apart(a, b));
		assertArrayEquals(a, painted(Side.A, Side.B, 0, all, 1));
		assertArrayEquals(a, painted(Side.A, Side.B, 1, 0, 1));
		assertArrayEquals(b, painted(Side.A, Side.B, 1, all, 1), 1e-6f);
	}

	@Test
	void theWayIsBetweenThem() {
		final int all = mixer.layers().size();
		final float[] a = painted(Side.A, Side.A, 0, 0, 1);
		final float[] b = painted(Side.B, Side.B, 0, 0, 1);
		double before = 0;
		for (int i = 1; i < 5; i++) {
			final double now = apart(a, painted(Side.A, Side.B, i / 4.0, all, 1));
			assertTrue(now > before, now + " after " + before);
			before = now;
		}
		for (int coarse = 1; coarse < all; coarse++) {
			final float[] mixed = painted(Side.A, Side.B, 1, coarse, 1);
			assertTrue(apart(a, mixed) > 1e-3 && apart(b, mixed) > 1e-3);
		}
	}

	@Test
	void truncationEndsAtTheMeanPerson() {
		final float[] mean = painted(Side.A, Side.A, 0, 0, 0);
		assertArrayEquals(mean, painted(Side.B, Side.B, 0, 0, 0));
		assertTrue(apart(painted(Side.A, Side.A, 0, 0, 0.5), mean) < apart(painted(
			Side.A, Side.A, 0, 0, 1), mean));
	}

	@Test
	void aModelWithoutStylesIsRefused() throws IOException {
		final Path file = folder.resolve("light.janus");
		train(file, MarkedHeads.NETWORK, 1);
		assertTrue(assertThrows(InputException.class, () -> StyleMixer.open(file))
			.getMessage().contains("has no styles to mix"));
	}
}
