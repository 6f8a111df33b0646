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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person's network paints that person from faces of another. */
class FastNetworkTest {

	private static final FastArchitecture NETWORK = new FastArchitecture("fast",
		32, 0.75, List.of(new FastArchitecture.Scale(8, 16, 2),
			new FastArchitecture.Scale(8, 16, 1)), 0.1, 3e-3);

	private static final Preset PRESET = new Preset(NETWORK, Schedule.CONSTANT, 1);

	private static final int STEPS = 150;

	@TempDir
	static Path folder;

	private static Path network;
	private static Path trained;

	@BeforeAll
	static void train() throws IOException {
		network = TinyGan.safetensors(folder.resolve("tiny.safetensors"));
		trained = folder.resolve("anna.janus");
		run(trained, MarkedHeads.BERT, STEPS, Progress.NONE);
	}

	private static TrainingSummary run(final Path file, final FaceSource others,
		final int iterations, final Progress progress) throws IOException
	{
		return new FaceModelTrainer().train(MarkedHeads.ANNA, others, PRESET, file,
			new TrainingOptions("fast", iterations, 0, 4, 5, "cpu", new Tuning(0,
				"preset", false, 0, false, false, "mixup", Optional.of(network))),
			TrainingListener.NONE, progress);
	}

	private static byte[] entry(final Path model, final String name)
		throws IOException
	{
		try (var zip = new ZipFile(model.toFile())) {
			return zip.getInputStream(zip.getEntry(name)).readAllBytes();
		}
	}

	/** A person who was never seen has, painted, the target's skin. */
	@Test
	void aStrangersFaceGetsTheTargetsSkin() throws IOException {
		final var stranger = new MarkedHeads("carl", 20, 0xff909050, 0xff104010);
		final int size = NETWORK.size();
		final var window = ImageBatch.allocate(1, 3, size, size);
		final double k = NETWORK.coverage() * stranger.size() / size;
		final double start = stranger.size() * (1 - NETWORK.coverage()) / 2;
		final int[] crop = stranger.crop(4);
		for (int i = 0; i < size * size; i++) {
			final int argb = crop[(int) (start + k * (i / size + 0.5)) * stranger
				.size() + (int) (start + k * (i % size + 0.5))];
			for (int c = 0; c < 3; c++)
				window.slot(0).put(c * size * size + i, (argb >> 16 - 8 * c & 255) /
					255f);
		}
		final var landmarks = new Landmarks(stranger.landmarks(4).orElseThrow()
			.points().stream().map(p -> new Point((p.x() + 0.5 - start) / k - 0.5, (p
				.y() + 0.5 - start) / k - 0.5)).toList());
		try (var model = FaceModel.open(trained)) {
			assertTrue(model.paints(Side.A));
			assertFalse(model.paints(Side.B));
			final var painted = ImageBatch.of(model.decode(window.tensor(), List.of(
				landmarks), Side.A));
			final int cheek = (int) landmarks.get(33).y() * size + (int) (landmarks.get(
				31).x() + landmarks.get(2).x()) / 2;
			for (int c = 0; c < 3; c++)
				assertEquals((MarkedHeads.ANNA.skin() >> 16 - 8 * c & 255) / 255.0,
					painted.slot(0).get(c * size * size + cheek), 0.1);
		}
	}

	@Test
	void stoppedAndContinuedIsAsNeverStopped() throws IOException {
		final Path once = folder.resolve("once.janus"), twice = folder.resolve(
			"twice.janus");
		run(once, MarkedHeads.ANNA, 12, Progress.NONE);
		assertEquals(5, run(twice, MarkedHeads.ANNA, 12, new StopAt(5))
			.iterations());
		run(twice, MarkedHeads.ANNA, 12, Progress.NONE);
		for (final String name : List.of(ModelFile.WEIGHTS, ModelFile.OPTIMISER))
			assertArrayEquals(entry(once, name), entry(twice, name), name);
	}

	@Test
	void theFileTellsTheNetworkAndItsFeatures() throws IOException {
		final var description = ModelDescription.parse(new String(entry(trained,
			ModelFile.DESCRIPTION)));
		assertEquals(NETWORK, description.blueprint());
		assertEquals(64, description.perceptual().length());
		final Path other = folder.resolve("other.janus");
		Files.copy(trained, other);
		final Path kept = network;
		network = TinyGan.serialized(folder.resolve("tiny.zip"));
		try {
			assertTrue(assertThrows(InputException.class, () -> run(other,
				MarkedHeads.BERT, STEPS + 1, Progress.NONE)).getMessage().contains(
					"name that file again"));
		}
		finally {
			network = kept;
		}
	}

	@Test
	void theFeaturesOfTheBaseNeedNoFile() throws IOException {
		try (var engine = Engine.preferred()) {
			final var features = new BaseFeatures(engine);
			final int size = FastArchitecture.FAST.size();
			final var picture = ImageBatch.allocate(2, 3, size, size);
			final var random = new SplittableRandom(3);
			final float[] shares = new float[2 * 3 * size * size];
			for (int i = 0; i < shares.length; i++) {
				picture.slot(i / (shares.length / 2)).put(i % (shares.length / 2),
					random.nextInt(256) / 255f);
				shares[i] = 1;
			}
			try (var scope = engine.memory().scope("base")) {
				final Tape tape = new Tape(engine, true);
				final Node x = tape.variable(engine.memory().of(picture));
				final var seen = features.of(tape, engine, x, shares);
				assertArrayEquals(new long[] { 2, 96, 8, 8 }, seen.content().get(0)
					.value().shape());
				assertArrayEquals(new long[] { 2, 48, 16, 16 }, seen.style().get(0)
					.value().shape());
				for (final Node code : List.of(seen.content().get(2), seen.style().get(
					2)))
					tape.losses().mean(code, 1);
				tape.backward();
				assertTrue(engine.algebra().norm(x.gradient()) > 0);
			}
		}
	}

	/** Features with one pooling and without kinks, in double precision. */
	@Test
	void theGradientOfAllLossesIsThatOfCentralDifferences() throws IOException {
		try (var engine = Engine.reference()) {
			final var features = new VggFeatures(TinyGan.smooth(engine));
			final var faces = TrainingFaces.read(MarkedHeads.ANNA, NETWORK, false,
				Progress.NONE);
			final var objective = new FastObjective(features, new StylePictures(faces,
				NETWORK, features, engine), NETWORK.size(), false);
			final BatchFeeder.Pair pair;
			try (var feeder = new BatchFeeder(new TrainingPeople(faces, faces),
				new Turns(2), NETWORK, 1, 3, 0,
				step -> true))
			{
				pair = feeder.next();
			}
			final float[] picture = new float[2 * 3 * 32 * 32];
			final var random = new SplittableRandom(8);
			for (int i = 0; i < picture.length; i++)
				picture[i] = random.nextInt(1024) / 1024f;
			final var face = new Parameter("face", engine, true, 2, 3, 32, 32);
			engine.memory().write(face.value(), FloatBuffer.wrap(picture));
			final float[] gradient;
			try (var scope = engine.memory().scope("analytic")) {
				final Tape tape = new Tape(engine, true);
				final Node x = tape.variable(face.value());
				objective.add(tape, engine, x, pair);
				tape.backward();
				gradient = TinyGan.values(engine, x.gradient());
			}
			// The second face is not the target's: it has no mean absolute error,
			// which bends.
			final float step = 1 / 4096f;
			for (int i = picture.length / 2 + 400; i < picture.length; i += 307) {
				final double[] is = new double[2];
				for (int side = 0; side < 2; side++) {
					final float[] moved = picture.clone();
					moved[i] += (2 * side - 1) * step;
					engine.memory().write(face.value(), FloatBuffer.wrap(moved));
					try (var scope = engine.memory().scope("numeric")) {
						final Tape tape = new Tape(engine, false);
						is[side] = objective.add(tape, engine, tape.constant(face.value()),
							pair).others();
					}
				}
				final double numeric = (is[1] - is[0]) / (2 * step);
				assertEquals(numeric, gradient[i], 0.01 * Math.abs(numeric) + 2e-6,
					"pixel " + i);
			}
		}
	}

	@Test
	void itsUnitsCanBeLookedAt() throws IOException {
		try (var model = ModelUnits.open(trained)) {
			assertEquals(List.of(new ModelUnits.Layer("scale8", 16, 8),
				new ModelUnits.Layer("scale16", 16, 16)), model.layers());
			assertEquals(List.of(Side.A), model.decoders());
		}
	}

	@Test
	void impossibleShapesAreRefused() {
		for (final var wrong : List.<List<FastArchitecture.Scale>> of(List.of(), List
			.of(new FastArchitecture.Scale(0, 8, 1)), List.of(
				new FastArchitecture.Scale(8, 8, 99)), List.of(
					new FastArchitecture.Scale(8, 1 << 20, 1))))
			assertThrows(IllegalArgumentException.class, () -> new FastArchitecture(
				"fast", 64, 0.75, wrong, 0.1, 1e-3), wrong.toString());
	}
}
