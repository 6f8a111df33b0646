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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.faceset.FaceTargets;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FaceModelTrainerTest {

	@TempDir
	Path folder;

	private static TrainingOptions options(final int iterations) {
		return new TrainingOptions("tiny", iterations, 0, 4, 5, "cpu");
	}

	private static TrainingSummary train(final Path model, final int iterations)
		throws IOException
	{
		return train(TinyFaces.ANNA, TinyFaces.BERT, model, options(iterations),
			Progress.NONE);
	}

	private static TrainingSummary train(final FaceSource a, final FaceSource b,
		final Path model, final TrainingOptions options, final Progress progress)
		throws IOException
	{
		return new FaceModelTrainer().train(a, b, TinyFaces.PRESET, model, options,
			TrainingListener.NONE, progress);
	}

	private static byte[] entry(final Path model, final String name)
		throws IOException
	{
		try (var zip = new ZipFile(model.toFile())) {
			return zip.getInputStream(zip.getEntry(name)).readAllBytes();
		}
	}

	@Test
	void onePersonIsNotTwo() throws IOException {
		final Path red = FaceTargets.write(folder.resolve("red.tif"), 0xffff0000);
		final Path copy = FaceTargets.write(folder.resolve("copy.tif"), 0xffff0000);
		final Path link = Files.createSymbolicLink(folder.resolve("link.tif"), red);
		final Path model = folder.resolve("m.janus");
		for (final Path other : List.of(red, copy, link)) {
			try (var a = FaceSet.open(red); var b = FaceSet.open(other)) {
				assertTrue(assertThrows(InputException.class,
					() -> new FaceModelTrainer().train(a, b, model, new TrainingOptions("light", 1,
						0, 1, 1, "cpu"), TrainingListener.NONE, Progress.NONE)).getMessage()
							.contains("give A and B the faces of two people"));
			}
		}
		// Nor is a face set a place for a model, whatever leads there.
		final Path blue = FaceTargets.write(folder.resolve("x.timelapse.tif"),
			0xff0000ff);
		try (var a = FaceSet.open(red); var b = FaceSet.open(blue)) {
			for (final String place : List.of("red.tif", "x.janus")) assertTrue(
				assertThrows(InputException.class, () -> new FaceModelTrainer().train(a,
					b, folder.resolve(place), new TrainingOptions("light", 1, 0, 1, 1, "cpu"),
					TrainingListener.NONE, Progress.NONE)).getMessage().contains(
						"would be destroyed"), place);
		}
		assertFalse(Files.exists(model));
	}

	@Test
	void trainingLowersTheErrorOnFacesNeverSeen() throws IOException {
		final Path model = folder.resolve("m.janus");
		final double before = train(model, 1).heldOutLoss();
		final TrainingSummary after = train(model, 400);
		assertEquals(400, after.iterations());
		assertFalse(after.cancelled());
		assertTrue(after.heldOutLoss() < before / 2, before + " → " + after
			.heldOutLoss());
		assertTrue(after.device().startsWith("CPU, "));
	}

	@Test
	void trainingInTwoRunsEqualsTrainingInOne() throws IOException {
		final Path once = folder.resolve("once.janus");
		final Path twice = folder.resolve("twice.janus");
		train(once, 60);
		train(twice, 25);
		train(twice, 60);
		for (final String name : List.of(ModelFile.WEIGHTS, ModelFile.OPTIMISER))
			assertArrayEquals(entry(once, name), entry(twice, name), name);
	}

	@Test
	void decodesAsOnePersonOrTheOtherInAnyNumber() throws IOException {
		final Path file = folder.resolve("m.janus");
		train(file, 100);
		try (var model = FaceModel.open(file)) {
			assertEquals(16, model.size());
			assertEquals(0.75, model.coverage());
			assertEquals(64, model.sha256().length());
			final var faces = ImageBatch.allocate(19, 3, 16, 16);
			for (int i = 0; i < 19; i++)
				for (int j = 0; j < 768; j++)
					faces.slot(i).put(j, (i * 7 + j) % 100 / 100f);
			final INDArray a = model.decode(faces.tensor(), Side.A);
			final INDArray b = model.decode(faces.tensor(), Side.B);
			assertArrayEquals(new long[] { 19, 3, 16, 16 }, a.shape());
			assertNotEquals(a, b);
			assertTrue(a.minNumber().doubleValue() >= 0 && a.maxNumber()
				.doubleValue() <= 1);
			// A face's result depends neither on its neighbours nor on the layout.
			final INDArray alone = model.decode(faces.tensor().get(
				NDArrayIndex.interval(17, 18)), Side.A);
			assertTrue(alone.equalsWithEps(a.get(
				NDArrayIndex.interval(17, 18)), 1e-5));
			final INDArray permuted = faces.tensor().permute(0, 1, 3, 2).dup('c')
				.permute(0, 1, 3, 2);
			assertEquals(a, model.decode(permuted, Side.A));
		}
	}

	@Test
	void stopsWhenAskedAndKeepsWhatWasLearnt() throws IOException {
		final Path file = folder.resolve("m.janus");
		final TrainingSummary summary = train(TinyFaces.ANNA, TinyFaces.BERT, file, options(
			0), new StopAt(7));
		assertTrue(summary.cancelled());
		assertEquals(7, summary.iterations());
		assertEquals(8, train(file, 8).iterations());
	}

	@Test
	void otherFacesOrAnotherPresetAreRefused() throws IOException {
		final Path file = folder.resolve("m.janus");
		train(file, 2);
		final var other = assertThrows(InputException.class, () -> train(
			TinyFaces.BERT, TinyFaces.ANNA, file, options(4), Progress.NONE));
		assertTrue(other.getMessage().contains("other faces"));
		final var preset = assertThrows(InputException.class,
			() -> new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT,
				Preset.named("light128"), file, options(4), TrainingListener.NONE, Progress.NONE));
		assertTrue(preset.getMessage().contains("preset tiny"));
	}

	@Test
	void wrongOptionsAreNamed() {
		final Path file = folder.resolve("m.janus");
		final var few = assertThrows(InputException.class, () -> train(new TinyFaces(
			"carl", 7, 0), TinyFaces.BERT, file, options(1), Progress.NONE));
		assertTrue(few.getMessage().contains("carl holds 7 faces"));
		for (final TrainingOptions wrong : List.of(new TrainingOptions("tiny", 1, 0, 4, 5, "gpu"),
			new TrainingOptions("tiny", 1, 0, -1, 5, "cpu"), new TrainingOptions("tiny", -1, 0, 4, 5,
				"cpu"), new TrainingOptions("tiny", 1, Double.NaN, 4, 5, "cpu"), new TrainingOptions(
					"tiny", 1, 0, 4, 5, "abacus")))
			assertThrows(InputException.class, () -> train(TinyFaces.ANNA,
				TinyFaces.BERT, file, wrong, Progress.NONE), wrong.toString());
		assertFalse(Files.exists(file));
	}

	@Test
	void aFolderThatCannotBeMadeIsNamedBeforeTraining() throws IOException {
		final Path notAFolder = Files.writeString(folder.resolve("file"), "text");
		final var refused = assertThrows(InputException.class, () -> train(notAFolder
			.resolve("m.janus"), 1));
		assertTrue(refused.getMessage().contains("cannot be written"));
	}

	@Test
	void anUnstableModelIsNeverSaved() throws IOException {
		final var wild = new Architecture("tiny", 16, 0.75, TinyFaces.NETWORK
			.encoder(), 16, 8, 4, List.of(), List.of(8), 3, true, 0.1,
			TinyFaces.NETWORK.initialiser(), false, 0, 1e30);
		final Path wildFile = folder.resolve("wild.janus");
		final var unstable = assertThrows(InputException.class,
			() -> new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT, new Preset(wild,
				Schedule.CONSTANT, 0),				wildFile, options(50), TrainingListener.NONE, Progress.NONE));
		assertTrue(unstable.getMessage().contains("unstable"), unstable
			.getMessage());
		assertFalse(Files.exists(wildFile));
	}
}
