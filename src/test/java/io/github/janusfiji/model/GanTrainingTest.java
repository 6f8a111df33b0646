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
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GanTrainingTest {

	@TempDir
	Path folder;

	private static final Preset PRESET = new Preset(TinyGan.NETWORK,
		new Schedule(Schedule.Kind.STAGES, 0, 1, 0), 0);

	private TrainingSummary train(final Path model, final int iterations,
		final TrainingListener listener, final Progress progress) throws IOException
	{
		final Path perceptual = folder.resolve("tiny.zip");
		if (!Files.exists(perceptual)) TinyGan.serialized(perceptual);
		final var tuning = new Tuning(0, "preset", false, 0, false, false, "mixup",
			Optional.of(perceptual));
		return new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT, PRESET,
			model, new TrainingOptions("tinygan", iterations, 0, 4, 5, "cpu", tuning),
			listener, progress);
	}

	@Test
	void theWholeScheduleShortenedMovesEveryLossTheRightWay()
		throws IOException
	{
		final Path file = folder.resolve("m.janus");
		final List<double[]> heard = new ArrayList<>();
		final var summary = train(file, 200, new TrainingListener() {

			@Override
			public void adversaries(final int iteration, final double generator,
				final double discriminator)
			{
				heard.add(new double[] { generator, discriminator });
			}
		}, Progress.NONE);
		assertEquals(200, summary.iterations());
		assertTrue(!heard.isEmpty());
		// Slow machines save in between, which adds rows.
		final var rows = history(file).rows().stream().filter(row -> row
			.iteration() % 50 == 0).toList();
		assertEquals(4, rows.size());
		final var first = rows.get(0).train();
		final var last = rows.get(3).train();
		assertTrue(last.a() < 0.9 * first.a() && last.b() < 0.9 * first.b(),
			first + " → " + last);
		assertTrue(last.discriminator() < first.discriminator(), first + " → " +
			last);
		// The perceptual objective joins at a fifth of the run, in the first row.
		assertTrue(last.generator() < rows.get(1).train().generator(), rows.get(1)
			.train() + " → " + last);
		// A tenth of the rate in the last tenth.
		assertEquals(1e-5, rows.get(3).rate(), 1e-12);
		try (var model = FaceModel.open(file)) {
			final var faces = ImageBatch.allocate(3, 3, 16, 16);
			assertArrayEquals(new long[] { 3, 3, 16, 16 }, model.decode(faces
				.tensor(), Side.B).shape());
			assertArrayEquals(new long[] { 3, 1, 16, 16 }, model.mask(faces.tensor(),
				Side.B).orElseThrow().shape());
		}
	}

	private static LossHistory history(final Path model) throws IOException {
		return LossHistory.parse(new String(entry(model, ModelFile.HISTORY)));
	}

	private static byte[] entry(final Path model, final String name)
		throws IOException
	{
		try (var zip = new ZipFile(model.toFile())) {
			return zip.getInputStream(zip.getEntry(name)).readAllBytes();
		}
	}

	@Test
	void stoppedAndContinuedIsAsNeverStopped() throws IOException {
		final Path once = folder.resolve("once.janus");
		final Path twice = folder.resolve("twice.janus");
		train(once, 24, TrainingListener.NONE, Progress.NONE);
		assertEquals(11, train(twice, 24, TrainingListener.NONE, new StopAt(11))
			.iterations());
		train(twice, 24, TrainingListener.NONE, Progress.NONE);
		for (final String name : List.of(ModelFile.WEIGHTS, ModelFile.OPTIMISER))
			assertArrayEquals(entry(once, name), entry(twice, name), name);
	}

	@Test
	void thePerceptualNetworkMustNotChange() throws IOException {
		final Path file = folder.resolve("m.janus");
		train(file, 1, TrainingListener.NONE, Progress.NONE);
		Files.delete(folder.resolve("tiny.zip"));
		Files.move(TinyGan.safetensors(folder.resolve("other")), folder.resolve(
			"tiny.zip"));
		assertTrue(assertThrows(InputException.class, () -> train(file, 2,
			TrainingListener.NONE, Progress.NONE)).getMessage().contains(
				"name that file again"));
	}
}
