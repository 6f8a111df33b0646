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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerceptualFileTest {

	@TempDir
	Path folder;

	@Test
	void dl4jsFormatAndSafetensorsGiveTheSameFrozenNetwork()
		throws IOException
	{
		try (var engine = Engine.preferred()) {
			final var zip = PerceptualFile.read(TinyGan.serialized(folder.resolve(
				"tiny.zip")), engine);
			final var tensors = PerceptualFile.read(TinyGan.safetensors(folder.resolve(
				"tiny.safetensors")), engine);
			assertEquals(6, zip.parameters().size());
			final var own = TinyGan.smooth(engine).parameters();
			for (int i = 0; i < 6; i++) {
				assertTrue(zip.parameters().get(i).isFrozen());
				assertArrayEquals(TinyGan.values(engine, zip.parameters().get(i)
					.value()), TinyGan.values(engine, tensors.parameters().get(i)
						.value()));
				assertArrayEquals(own.get(i).value().shape(), zip.parameters().get(i)
					.value().shape());
			}
			final var face = ImageBatch.allocate(1, 3, 16, 16);
			final var other = ImageBatch.allocate(1, 3, 16, 16);
			for (int i = 0; i < 768; i++) {
				face.slot(0).put(i, i % 50 / 50f);
				other.slot(0).put(i, i % 31 / 31f);
			}
			try (var scope = engine.memory().scope("loss")) {
				final Tape tape = new Tape(engine, false);
				final var node = tape.constant(engine.memory().of(face));
				assertEquals(0, zip.add(tape, engine, node, engine.memory().of(face)));
				assertTrue(zip.add(tape, engine, node, engine.memory().of(other)) > 0);
			}
		}
	}

	@Test
	void whatCannotBeHadIsToldBeforeAnythingIsTrained() throws IOException {
		final Path zip = TinyGan.serialized(folder.resolve("tiny.zip"));
		final byte[] whole = Files.readAllBytes(zip);
		final Path missing = folder.resolve("none.zip");
		final Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole,
			whole.length / 2));
		final Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
		final Path zoo = Files.copy(zip, folder.resolve(
			"vgg16_dl4j_vggface_inference.v1.zip"));
		for (final Path wrong : new Path[] { missing, cut, text, zoo }) {
			final var refused = refused("gan", wrong);
			assertTrue(refused.contains(wrong.toString()) && refused.contains(
				"leave it empty"), refused);
		}
		assertTrue(refused("gan", zoo).contains("checksum"));
		assertTrue(refused("light", zip).contains("no perceptual objective"));
	}

	private String refused(final String preset, final Path perceptual)
		throws InputException
	{
		final Path model = folder.resolve("m.janus");
		final var tuning = new Tuning(0, "preset", false, 0, false, false, "mixup",
			Optional.of(perceptual));
		final var known = Preset.named(preset);
		final String message = assertThrows(InputException.class,
			() -> new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT, known,
				model, new TrainingOptions(preset, 1, 0, 2, 1, "cpu", tuning), TrainingListener.NONE,
				Progress.NONE)).getMessage();
		assertFalse(Files.exists(model));
		return message;
	}
}
