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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training leaves, what it tells whoever follows it, and what it refuses to go on with. */
class TrainingFilesTest {

	@TempDir
	Path folder;

	private static TrainingOptions options(final int iterations) {
		return new TrainingOptions("tiny", iterations, 0, 4, 5, "cpu");
	}

	private static void train(final Path model, final int iterations)
		throws IOException
	{
		new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT,
			TinyFaces.PRESET, model, options(iterations), TrainingListener.NONE,
			Progress.NONE);
	}

	private static byte[] entry(final Path model, final String name)
		throws IOException
	{
		try (var zip = new ZipFile(model.toFile())) {
			return zip.getInputStream(zip.getEntry(name)).readAllBytes();
		}
	}

	@Test
	void savesBackupsAndLeavesNoPartialFiles() throws IOException {
		final Path file = folder.resolve("m.janus");
		train(file, 2);
		final byte[] first = Files.readAllBytes(file);
		train(file, 4);
		train(file, 6);
		assertArrayEquals(first, Files.readAllBytes(folder.resolve(
			"m.janus.bak2")));
		try (var files = Files.list(folder)) {
			assertEquals(List.of("m.janus", "m.janus.bak1", "m.janus.bak2",
				"m.losses.csv", "m.preview.png", "m.timelapse.tif"), files
				.map(f -> f.getFileName().toString()).sorted().toList());
		}
	}

	@Test
	void theFileSaysWhatItIs() throws IOException {
		final Path file = folder.resolve("m.janus");
		final List<String> heard = new ArrayList<>();
		new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT,
			TinyFaces.PRESET, file, options(3), new TrainingListener() {

				@Override
				public void validated(final int iteration, final double a,
					final double b)
				{
					heard.add("validated " + iteration);
				}

				@Override
				public void preview(final int iteration, final int width,
					final int height, final int[] argb)
				{
					heard.add(width + "×" + height + " " + argb.length);
				}
			}, Progress.NONE);
		// Three rows, because only three of Bert's thirty faces are held out.
		assertEquals(List.of("100×48 4800", "validated 3", "100×48 4800"), heard);
		final String json = new String(entry(file, ModelFile.DESCRIPTION));
		assertTrue(json.contains("trainedAlgorithmicMedia"));
		assertTrue(json.contains("\"fingerprint\": \"anna40\""));
		assertTrue(new String(entry(file, ModelFile.HISTORY)).startsWith(
			"iteration,"));
		final byte[] png = entry(file, ModelFile.PREVIEW);
		assertEquals(100, ImageIO.read(new ByteArrayInputStream(png))
			.getWidth());
		assertTrue(new String(png, StandardCharsets.ISO_8859_1)
			.contains("SYNTHETIC"));
	}

	@Test
	void whoFollowsAContinuedModelHearsOfItsEarlierRuns() throws IOException {
		final Path file = folder.resolve("m.janus");
		train(file, 60);
		final List<String> heard = new ArrayList<>();
		new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT,
			TinyFaces.PRESET, file, options(62), new TrainingListener() {

				@Override
				public void earlier(final int iteration, final double[] trained,
					final double[] heldOut)
				{
					for (final double loss : new double[] { trained[0], trained[1],
						heldOut[0], heldOut[1] }) assertTrue(loss > 0 && loss < 1);
					heard.add("earlier " + iteration);
				}

				@Override
				public void preview(final int iteration, final int width,
					final int height, final int[] argb)
				{
					heard.add("preview " + iteration);
				}
			}, Progress.NONE);
		// A slow machine saves, and so judges, more often.
		heard.removeIf(h -> h.startsWith("earlier") && !h.matches(".* (50|60)"));
		assertEquals(List.of("earlier 50", "earlier 60", "preview 61",
			"preview 62"), heard);
	}

	@Test
	void aDamagedModelIsRefusedAndLeftAlone() throws IOException {
		final Path file = folder.resolve("m.janus");
		train(file, 2);
		final byte[] whole = Files.readAllBytes(file);
		for (final int damage : new int[] { 0, 1, 2 }) {
			byte[] bytes = whole.clone();
			if (damage == 0) bytes = Arrays.copyOf(bytes, bytes.length / 2);
			if (damage == 1) bytes[bytes.length / 2] ^= 1;
			if (damage == 2) bytes = "not a model".getBytes();
			Files.write(file, bytes);
			final var resumed = assertThrows(InputException.class, () -> train(file,
				4));
			assertTrue(resumed.getMessage().contains("cannot be read"), resumed
				.getMessage());
			assertArrayEquals(bytes, Files.readAllBytes(file));
		}
		assertThrows(InputException.class, () -> FaceModel.open(file));
		assertThrows(InputException.class, () -> FaceModel.open(folder.resolve(
			"none.janus")));
	}
}
