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
package io.github.janusfiji.eyestate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.eyestate.EyeAugmenter.Disturbance;
import io.github.janusfiji.eyestate.EyePatches.Patch;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EyeStateTrainingTest {

	private static final int N = EyePicture.SIZE;

	@TempDir
	Path folder;

	/** A dark disc for an open eye, a dark line for a closed one. */
	private static float[] eye(final double closed, final Random random) {
		final float[] grey = new float[N * N];
		for (int i = 0; i < grey.length; i++) {
			final double x = (i % N - 11.5) / 6, y = (i / N - 11.5) / (1 + 5 * (1 -
				closed));
			grey[i] = (float) ((x * x + y * y < 1 ? 60 : 170) + 5 * random
				.nextGaussian());
		}
		return grey;
	}

	private static List<Patch> patches(final int count) {
		final var random = new Random(2);
		final var patches = new ArrayList<Patch>();
		for (int i = 0; i < count; i++) patches.add(new Patch("p" + i, eye(i % 2,
			random), i % 2 == 0));
		return patches;
	}

	/** Blinks of five frames every 30. */
	private static EyeSequence sequence() {
		final var random = new Random(3);
		final float[][] grey = new float[120][];
		final double[] closed = new double[120];
		for (int t = 0; t < 120; t++) {
			closed[t] = Math.max(0, 1 - Math.abs(t % 30 - 15) / 3.0);
			grey[t] = eye(closed[t], random);
		}
		return new EyeSequence("drawn", grey, closed);
	}

	@Test
	void learnsDrawnEyes() {
		final EyeStateModel model = EyeStateTraining.fit(patches(512), List.of(
			sequence()), 3, 5, Progress.NONE);
		final var drawn = sequence();
		final float[][] features = model.read(Arrays.stream(drawn.grey()).map(
			EyeAugmenter::plain).toList());
		for (final EyeMethod method : List.of(EyeMethod.CNN, EyeMethod.LRCN)) {
			final double[] logits = model.logits(method, features);
			double open = 0, closed = 0;
			for (int t = 0; t < 120; t++) {
				if (drawn.closed()[t] == 0) open += logits[t] / 100;
				if (drawn.closed()[t] == 1) closed += logits[t] / 4;
			}
			assertTrue(open > closed + 1, method + ": open " + open + ", closed " +
				closed);
		}
	}

	@Test
	void piecesOfClipsKeepTheirStatesAndWhatIsUnknown() {
		final var clip = sequence();
		Arrays.fill(clip.closed(), 0, 60, Double.NaN);
		final var maker = new SequenceMaker(List.of(clip), List.of(), new Random(7));
		int unknown = 0, closed = 0;
		for (int i = 0; i < 20; i++) {
			final var made = maker.next();
			assertEquals(SequenceMaker.LENGTH, made.pictures().size());
			assertEquals(SequenceMaker.LENGTH, made.closed().length);
			for (final double state : made.closed()) {
				assertTrue(Double.isNaN(state) || state >= 0 && state <= 1);
				if (Double.isNaN(state)) unknown++;
				if (state > 0.9) closed++;
			}
		}
		assertTrue(unknown > 20 && closed > 10, unknown + " " + closed);
	}

	@Test
	void disturbancesMoveAndMirrorThePicture() {
		final float[] ramp = new float[N * N];
		for (int i = 0; i < ramp.length; i++) ramp[i] = 5 * (i % N) + 50;
		final float[] plain = EyeAugmenter.plain(ramp);
		final var augmenter = new EyeAugmenter(new Random(1));
		final float[] shifted = augmenter.apply(ramp, Disturbance.NONE.shifted(2,
			0));
		for (int i = 0; i < ramp.length; i++) if (i % N < 20) assertEquals(plain[i] +
			10, shifted[i], 0.02);
		assertArrayEquals(plain, EyePicture.mirrored(EyePicture.mirrored(plain)));
		assertEquals(plain[0], EyePicture.mirrored(plain)[N - 1]);
	}

	@Test
	void nobodyIsOnTwoSides() throws IOException {
		final var patches = EyePatches.read(RealData.folder().resolve(
			"eyes/cew_eye_patches.zip"));
		final var sides = Stream.of(patches.train(), patches.tune(), patches
			.measure()).map(side -> side.stream().map(p -> person(p.name())).collect(
				Collectors.toSet())).toList();
		for (int i = 0; i < 3; i++) {
			final var others = sides.get((i + 1) % 3);
			assertTrue(sides.get(i).stream().noneMatch(others::contains));
		}
		assertEquals(4196, patches.train().size() + patches.tune().size() + patches
			.measure().size());
		assertEquals(0.2, patches.measure().size() / 4196.0, 0.05);
	}

	@Test
	void aPhotographShowsTwoEyesInOneState() throws IOException {
		final var photographs = EyePatches.read(RealData.folder().resolve(
			"eyes/cew_eye_patches.zip")).measure().stream().collect(Collectors
				.groupingBy(Patch::photograph));
		assertEquals(452, photographs.size());
		for (final var eyes : photographs.values()) {
			assertEquals(2, eyes.size());
			assertEquals(eyes.get(0).open(), eyes.get(1).open());
		}
	}

	private static String person(final String name) {
		return name.replaceFirst(".*/", "").replaceFirst("\\..*|_\\d{4}_[LR].*", "");
	}

	@Test
	void otherFilesAreNoPatches() throws IOException {
		final Path text = Files.writeString(folder.resolve("a.txt"), "no zip");
		assertTrue(assertThrows(InputException.class, () -> EyePatches.read(text))
			.getMessage().contains("no zip file"));
		assertThrows(InputException.class, () -> EyePatches.read(folder.resolve(
			"none.zip")));
	}
}
