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

import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One decoder paints any number of people, and learns another by a style. */
class StyleNetworkTest {

	private static final MarkedHeads CARL = new MarkedHeads("carl", 40, 0xff90c0a0,
		0xff101010);

	private static final List<FaceSource> THREE = List.of(MarkedHeads.ANNA,
		MarkedHeads.BERT, CARL);

	private static final Preset PRESET = new Preset(MarkedHeads.NETWORK.styled(),
		Schedule.CONSTANT, 1);

	@TempDir
	static Path folder;

	private static Path trained;

	@BeforeAll
	static void train() throws IOException {
		trained = folder.resolve("three.janus");
		train(trained, THREE, 400);
	}

	private static void train(final Path file, final List<FaceSource> people,
		final int iterations) throws IOException
	{
		new FaceModelTrainer().trainAll(people, PRESET, file, new TrainingOptions(
			"style", iterations, 0, 6, 1, "cpu", Tuning.PLAIN.withoutBase()),
			TrainingListener.NONE, Progress.NONE);
	}

	private static TrainingFaces faces(final FaceSource person)
		throws IOException
	{
		return TrainingFaces.read(person, MarkedHeads.NETWORK, true, Progress.NONE);
	}

	private static TrainingPeople three() throws IOException {
		return new TrainingPeople(List.of(faces(MarkedHeads.ANNA), faces(
			MarkedHeads.BERT), faces(CARL)));
	}

	/** Mean colour of the cheeks of one of Anna's faces, painted as somebody. */
	private static double[] cheeks(final Path file, final Side as)
		throws IOException
	{
		final int size = MarkedHeads.NETWORK.size(), crop = MarkedHeads.ANNA.size();
		final double coverage = MarkedHeads.NETWORK.coverage();
		final double k = coverage * crop / size, start = crop * (1 - coverage) / 2;
		final int[] argb = MarkedHeads.ANNA.crop(4);
		final var window = ImageBatch.allocate(1, 3, size, size);
		for (int i = 0; i < size * size; i++)
			for (int c = 0; c < 3; c++)
				window.slot(0).put(c * size * size + i, (argb[(int) (start + k * (i /
					size + 0.5)) * crop + (int) (start + k * (i % size + 0.5))] >> 16 - 8 *
						c & 255) / 255f);
		final var marks = MarkedHeads.ANNA.landmarks(4).orElseThrow().mapped(
			new Similarity(1 / k, 0, (0.5 - start) / k -
				0.5, (0.5 - start) / k - 0.5));
		final int x = (int) Math.round((marks.get(31).x() + marks.get(2).x()) / 2);
		final int y = (int) Math.round(marks.get(33).y());
		try (var model = FaceModel.open(file)) {
			final var out = ImageBatch.of(model.decode(window.tensor(), List.of(marks),
				Side.A, as)).slot(0);
			final double[] mean = new double[3];
			for (int c = 0; c < 3; c++)
				for (int d = 0; d < 9; d++)
					mean[c] += out.get((c * size + y + d / 3 - 1) * size + x + d % 3 - 1) /
						9;
			return mean;
		}
	}

	@Test
	void aFaceIsPaintedAsAnyOfThree() throws IOException {
		try (var model = FaceModel.open(trained)) {
			assertEquals(3, model.people());
			assertTrue(assertThrows(InputException.class, () -> new FaceSwapper().swap(
				null, model, FaceSwapper.Options.into(Side.D), null, Progress.NONE))
				.getMessage().contains("A to C"));
		}
		for (final Side as : List.of(Side.B, Side.C)) {
			final int skin = as == Side.B ? MarkedHeads.BERT.skin() : CARL.skin();
			final double[] is = cheeks(trained, as);
			for (int c = 0; c < 3; c++)
				assertEquals((skin >> 16 - 8 * c & 255) / 255.0, is[c], 0.08, as + " " +
					c);
		}
	}

	@Test
	void theReplacedPersonIsTheOneOfTheSameProportions() throws IOException {
		try (var model = FaceModel.open(trained)) {
			for (final Side as : Side.first(3)) {
				final Side found = model.nearest(List.of(MarkedHeads.ANNA.landmarks(0)
					.orElseThrow()), MarkedHeads.ANNA.size(), as);
				assertTrue(found != as && found.ordinal() < 3);
			}
		}
	}

	private static Map<String, float[]> numbers(final Path file)
		throws IOException
	{
		final var numbers = new HashMap<String, float[]>();
		try (var engine = Engine.preferred()) {
			for (final Parameter p : ModelFile.read(file, engine, true).network()
				.parameters())
			{
				numbers.put(p.name(), TinyGan.values(engine, p.value()));
				numbers.put("mean " + p.name(), TinyGan.values(engine, p.mean()));
			}
		}
		return numbers;
	}

	private static byte[] entry(final Path model, final String name)
		throws IOException
	{
		try (var zip = new ZipFile(model.toFile())) {
			return zip.getInputStream(zip.getEntry(name)).readAllBytes();
		}
	}

	@Test
	void trainingInTwoRunsEqualsTrainingInOne() throws IOException {
		final Path once = folder.resolve("once.janus");
		final Path twice = folder.resolve("twice.janus");
		train(once, THREE, 30);
		train(twice, THREE, 11);
		train(twice, THREE, 30);
		for (final String name : List.of(ModelFile.WEIGHTS, ModelFile.OPTIMISER))
			assertArrayEquals(entry(once, name), entry(twice, name), name);
	}

	@Test
	void aNewPersonIsLearntByAStyleAloneAndThenRefined() throws IOException {
		final Path file = folder.resolve("grown.janus");
		train(file, THREE.subList(0, 2), 250);
		final var before = numbers(file);
		final double[] asB = cheeks(file, Side.B);
		// The mean person is what Carl begins as.
		final Path begun = folder.resolve("begun.janus");
		Files.copy(file, begun);
		train(begun, THREE, 251);
		final double start = judged(begun);
		train(file, THREE, 300);
		train(file, THREE, 250 + Newcomers.FITTING);
		final var fitted = numbers(file);
		for (final String name : before.keySet())
			if (name.endsWith("styles.vector.weight")) {
				final int known = before.get(name).length;
				assertArrayEquals(before.get(name), Arrays.copyOf(fitted.get(name),
					known), name);
				assertEquals(known / 2 * 3, fitted.get(name).length);
			}
			else assertArrayEquals(before.get(name), fitted.get(name), name);
		assertArrayEquals(asB, cheeks(file, Side.B), 1e-6);
		final double alone = judged(file);
		assertTrue(alone < 0.9 * start, alone + " and " + start);
		train(file, THREE, 250 + Newcomers.FITTING + 100);
		assertTrue(judged(file) < 0.8 * alone, judged(file) + " and " + alone);
	}

	/** Error of Carl's held-out faces. */
	private static double judged(final Path file) throws IOException {
		try (var engine = Engine.preferred()) {
			return new HeldOutFaces(three(), MarkedHeads.NETWORK).judge(ModelFile.read(
				file, engine, false).network(), Side.C).error();
		}
	}

	@Test
	void theFileNamesEverybody() throws IOException {
		final var model = ModelFile.describe(trained);
		assertEquals(4, model.version());
		assertEquals(3, model.expression().people());
		assertEquals(List.of("anna", "bert", "carl"), model.people().stream().map(
			ModelDescription.Person::name).toList());
		assertEquals(model, ModelDescription.parse(model.toJson()));
		assertEquals("carl", ModelCard.read(trained).name(Side.C));
		assertThrows(IOException.class, () -> ModelDescription.parse(model.toJson()
			.replace("\"people\": 3", "\"people\": 2")));
		assertThrows(IOException.class, () -> ModelDescription.parse(model.toJson()
			.replace("\"people\": 3", "\"people\": 1")));
	}

	@Test
	void othersAreRefusedAndTheFileLeftAlone() throws IOException {
		final Path file = folder.resolve("refused.janus");
		train(file, THREE, 2);
		final byte[] before = Files.readAllBytes(file);
		for (final var wrong : List.<List<FaceSource>> of(THREE.subList(0, 2), List.of(
			MarkedHeads.BERT, MarkedHeads.ANNA, CARL)))
			assertTrue(assertThrows(InputException.class, () -> train(file, wrong, 4))
				.getMessage().contains("C carl"));
		assertArrayEquals(before, Files.readAllBytes(file));
		assertTrue(assertThrows(InputException.class, () -> new FaceModelTrainer()
			.trainAll(THREE, MarkedHeads.PRESET, folder.resolve("no.janus"),
				new TrainingOptions("tinyface", 2, 0, 2, 1, "cpu"),
				TrainingListener.NONE, Progress.NONE)).getMessage().contains(
					"choose the preset style"));
		assertFalse(Files.exists(folder.resolve("no.janus")));
	}

	@Test
	void aNewModelPaintsAsTheBaseDoes() throws IOException {
		final var everybody = new Preset(MarkedHeads.NETWORK.forEverybody(),
			Schedule.CONSTANT, 1);
		final Path file = folder.resolve("base.janus");
		new FaceModelTrainer().train(MarkedHeads.ANNA, MarkedHeads.BERT, everybody,
			file, new TrainingOptions("tinyface-everybody", 150, 0, 8, 1, "cpu",
				Tuning.RECOMMENDED.withoutBase()), TrainingListener.NONE, Progress.NONE);
		final Path weights = folder.resolve("base.safetensors");
		TrainBase.export(file, weights);
		final var faces = new TrainingPeople(faces(MarkedHeads.ANNA), faces(
			MarkedHeads.BERT));
		try (var engine = Engine.preferred()) {
			final var pair = FaceNetworks.fresh(MarkedHeads.NETWORK, engine, 1);
			final var style = FaceNetworks.fresh(MarkedHeads.NETWORK.styled(), engine,
				1);
			for (final var network : List.of(pair, style))
				FaceBase.apply(network, Files.newInputStream(weights), faces);
			final var heldOut = new HeldOutFaces(faces, MarkedHeads.NETWORK);
			for (final Side side : Side.PAIR)
				assertEquals(heldOut.judge(pair, side).error(), heldOut.judge(style, side)
					.error(), 1e-5);
		}
	}
}
