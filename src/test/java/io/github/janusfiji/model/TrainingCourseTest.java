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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.pixels.Ssim;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the learning rate and the end of a training go. */
class TrainingCourseTest {

	@TempDir
	Path folder;

	private static Tuning tuning(final int patience, final String schedule,
		final double unwarped)
	{
		return new Tuning(patience, schedule, false, unwarped, true, false, "mixup",
			Optional.empty());
	}

	private static TrainingOptions options(final int iterations, final int batch,
		final Tuning tuning)
	{
		return new TrainingOptions("tiny", iterations, 0, batch, 5, "cpu", tuning);
	}

	private static TrainingSummary train(final Path model, final TrainingOptions options,
		final Progress progress) throws IOException
	{
		return new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT,
			TinyFaces.PRESET, model, options, TrainingListener.NONE, progress);
	}

	private static byte[] entry(final Path model, final String name)
		throws IOException
	{
		try (var zip = new ZipFile(model.toFile())) {
			return zip.getInputStream(zip.getEntry(name)).readAllBytes();
		}
	}

	@Test
	void ratesWarmUpHoldAndFall() {
		final var cosine = new Schedule(Schedule.Kind.COSINE, 10, 0.5, 0.1);
		assertEquals(0.1, cosine.factor(0, 0, Plateau.START), 1e-12);
		assertEquals(0.5, cosine.factor(4, 0.01, Plateau.START), 1e-12);
		assertEquals(1, cosine.factor(10, 0.5, Plateau.START), 1e-12);
		assertEquals(0.55, cosine.factor(99, 0.75, Plateau.START), 1e-12);
		assertEquals(0.1, cosine.factor(99, 1, Plateau.START), 1e-12);
		assertEquals(1, Schedule.CONSTANT.factor(0, 1, Plateau.START));
		final var plateau = new Schedule(Schedule.Kind.PLATEAU, 0, 1, 0.2);
		assertEquals(0.25, plateau.factor(9, 0, new Plateau(1, 0, 0, 0.25)));
		assertEquals(0.2, plateau.factor(9, 0, new Plateau(1, 0, 0, 0.01)));
	}

	@Test
	void aPlateauHalvesTheRateAndAFallIsRemembered() {
		Plateau plateau = Plateau.START;
		for (int i = 50; i <= 1000; i += 50)
			plateau = plateau.judged(i, i <= 200 ? 1.0 / i : 0.006);
		assertEquals(1 / 200.0, plateau.best());
		assertEquals(200, plateau.bestAt());
		// At 600 and at 1000.
		assertEquals(0.25, plateau.factor());
		assertEquals(1050, plateau.judged(1050, 0.004).bestAt());
	}

	@Test
	void stoppedAndContinuedIsAsNeverStoppedWithEverySchedule()
		throws IOException
	{
		for (final String schedule : List.of("cosine", "plateau")) {
			final Path once = folder.resolve(schedule + "1.janus");
			final Path twice = folder.resolve(schedule + "2.janus");
			final var options = options(70, 4, tuning(0, schedule, 0.3));
			train(once, options, Progress.NONE);
			train(twice, options, new StopAt(53));
			train(twice, options, Progress.NONE);
			for (final String name : List.of(ModelFile.WEIGHTS, ModelFile.OPTIMISER))
				assertArrayEquals(entry(once, name), entry(twice, name), name);
		}
	}

	@Test
	void itStopsWhenTheHeldOutErrorNoLongerFalls() throws IOException {
		// Without a rate nothing ever falls.
		final var still = new Preset(new Architecture("tiny", 16, 0.75,
			TinyFaces.NETWORK.encoder(), 16, 8, 4, List.of(), List.of(8), 3, true, 0.1,
			TinyFaces.NETWORK.initialiser(), false, 0, 0), Schedule.CONSTANT, 0);
		final var summary = new FaceModelTrainer().train(TinyFaces.ANNA,
			TinyFaces.BERT, still, folder.resolve("m.janus"), options(1000, 1, tuning(
				100, "constant", 0)), TrainingListener.NONE, Progress.NONE);
		assertEquals(150, summary.iterations());
	}

	@Test
	void whatIsRecordedBesideTheModel() throws IOException {
		final Path model = folder.resolve("pair.janus");
		for (final int iterations : new int[] { 50, 60, 75 })
			train(model, options(iterations, 2, tuning(0, "constant", 0)),
				Progress.NONE);
		final List<String> csv = Files.readAllLines(folder.resolve(
			"pair.losses.csv"));
		assertTrue(csv.get(0).startsWith(
			"iteration,seconds,train_a,train_b,heldout_a,heldout_b,ssim_a,ssim_b,rate"),
			csv.get(0));
		assertEquals(4, csv.size());
		final String[] last = csv.get(3).split(",", -1);
		assertEquals("75", last[0]);
		final double ssim = Double.parseDouble(last[6]);
		assertTrue(ssim > -1 && ssim < 1);
		assertEquals("", last[9]);
		try (var lapse = Frames.open(folder.resolve("pair.timelapse.tif"));
				var preview = Frames.open(folder.resolve("pair.preview.png")))
		{
			assertEquals(3, lapse.count());
			assertArrayEquals(preview.frame(0).argb(), lapse.frame(2).argb());
			assertEquals("50,60,75", Frames.metadata(folder.resolve(
				"pair.timelapse.tif")).get("janus.iterations"));
		}
	}

	@Test
	void theSimilarityOfEqualPicturesIsOneAndOfNoiseLow() {
		final var a = FloatBuffer.allocate(3 * 32 * 32);
		final var b = FloatBuffer.allocate(3 * 32 * 32);
		final var bright = FloatBuffer.allocate(3 * 32 * 32);
		final var random = new SplittableRandom(1);
		for (int i = 0; i < a.capacity(); i++) {
			a.put(i, (float) random.nextDouble() * 0.5f);
			b.put(i, (float) random.nextDouble() * 0.5f);
			bright.put(i, a.get(i) + 0.1f);
		}
		assertEquals(1, Ssim.of(a, a, 32), 1e-6);
		assertTrue(Math.abs(Ssim.of(a, b, 32)) < 0.4);
		// A shift of brightness changes the means alone: (2mn + C1)/(m² + n² + C1).
		final double m = 0.25, n = 0.35;
		assertEquals((2 * m * n + 1e-4) / (m * m + n * n + 1e-4), Ssim.of(a, bright,
			32), 0.01);
	}

	@Test
	void longGradientsAreShortenedAndBadOnesMoveNothing() {
		try (var engine = Engine.preferred()) {
			final var p = new Parameter("p", engine, true, 4);
			final var settings = new Adam(1, 0, 0.999, 1);
			for (final float length : new float[] { 30, Float.NaN }) {
				engine.memory().write(p.value(), FloatBuffer.wrap(new float[4]));
				try (var scope = engine.memory().scope("clip")) {
					final var tape = new Tape(engine, true);
					final var x = engine.memory().persistent(1, 1);
					final var matrix = p;
					engine.memory().write(x, FloatBuffer.wrap(new float[] { length }));
					final var w = new Parameter("w", engine, true, 1, 4);
					tape.losses().mean(tape.dense(tape.constant(x), w, matrix), 4);
					tape.backward();
					// Weights get length each, biases one each.
					final double norm = Gradients.apply(engine, List.of(w, matrix),
						new FaceNetwork.Step(settings, 0, 6, 0));
					final float[] moved = TinyGan.values(engine, w.value());
					if (Float.isNaN(length)) {
						assertFalse(Double.isFinite(norm));
						assertArrayEquals(new float[4], moved);
						assertFalse(w.hasGradient());
					}
					else {
						assertEquals(Math.sqrt(4 * 900 + 4), norm, 1e-3);
						final double g = 30 * 6 / norm;
						// Adam's first step, epsilon beside the uncorrected root.
						assertEquals(-Math.sqrt(0.001) * g / (Math.sqrt(0.001) * g + 1),
							moved[0], 1e-4);
					}
				}
			}
		}
	}
}
