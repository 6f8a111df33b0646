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
package io.github.janusfiji.blink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.RealData;
import io.github.janusfiji.task.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EyeStateModelTest {

	private static LabelledEyes eyes() throws IOException {
		return LabelledEyes.read(RealData.folder().resolve(
			"eyes/cew_eye_patches.zip"));
	}

	@Test
	void readsWhatItWrites() throws IOException {
		final byte[] bytes = EyeStateModel.embedded().toBytes();
		assertArrayEquals(bytes, EyeStateModel.read(new ByteArrayInputStream(bytes))
			.toBytes());
		bytes[4]++;
		assertThrows(IOException.class, () -> EyeStateModel.read(
			new ByteArrayInputStream(bytes)));
		assertThrows(IOException.class, () -> EyeStateModel.read(
			new ByteArrayInputStream(new byte[7])));
	}

	@Test
	void levelsAreInOrder() {
		final var model = EyeStateModel.embedded();
		assertTrue(model.closedLevel() < 0);
		assertTrue(model.leastOpenLevel() > model.closedLevel() + 2);
	}

	@Test
	void answerDoesNotDependOnBrightnessAndContrast() {
		final var random = new Random(4);
		final float[] patch = new float[EyeFeatures.SIZE * EyeFeatures.SIZE];
		for (int i = 0; i < patch.length; i++) patch[i] = 80 + 60 * random
			.nextFloat();
		final float[] other = patch.clone();
		for (int i = 0; i < other.length; i++) other[i] = 0.7f * patch[i] + 40;
		final var model = EyeStateModel.embedded();
		assertEquals(model.logit(patch), model.logit(other), 1e-3);
	}

	@Test
	void tellsTheStateOfUnseenEyes() throws IOException {
		final LabelledEyes eyes = eyes();
		final var model = EyeStateModel.embedded();
		final var plain = TrainEyeStateModel.measure(model, eyes.heldOut(), 0);
		assertTrue(plain.area() > 0.985 && plain.accuracy() > 0.935, plain::toString);
		final var disturbed = TrainEyeStateModel.measure(model, eyes.heldOut(), 2);
		assertTrue(disturbed.area() > 0.97, disturbed::toString);
	}

	@Test
	void nobodyIsOnBothSides() throws IOException {
		final LabelledEyes eyes = eyes();
		final var trained = eyes.train().stream().map(e -> person(e.name())).collect(
			Collectors.toSet());
		assertTrue(eyes.heldOut().stream().noneMatch(e -> trained.contains(person(e
			.name()))));
		final double share = eyes.heldOut().size() / (double) (eyes.train().size() +
			eyes.heldOut().size());
		assertEquals(0.2, share, 0.05);
	}

	private static String person(final String name) {
		return name.replaceFirst(".*/", "").replaceFirst("\\..*|_\\d{4}_[LR].*", "");
	}

	@Test
	void sameSeedGivesSameModel() throws IOException {
		final var all = eyes().heldOut();
		final var few = IntStream.range(0, 60).mapToObj(i -> all.get(i * all.size() /
			60)).toList();
		final byte[] once = EyeStateTraining.fit(few, 2, 5, Progress.NONE).toBytes();
		assertArrayEquals(once, EyeStateTraining.fit(few, 2, 5, Progress.NONE)
			.toBytes());
	}
}
