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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.task.Progress;
import io.github.janusfiji.tensor.ImageBatch;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in {@code docs/examples} reads what Janus wrote. */
class PythonExampleTest {

	private static final int LENGTH = 3 * 16 * 16;

	@TempDir
	Path folder;

	@Test
	void pytorchDecodesTheSameFace() throws IOException, InterruptedException {
		Assumptions.assumeTrue(run("-c", "import torch, numpy"),
			"needs Debian's python3-torch and python3-numpy");
		final Path file = folder.resolve("m.janus");
		new FaceModelTrainer().train(TinyFaces.ANNA, TinyFaces.BERT,
			TinyFaces.PRESET, file, new TrainingOptions("tiny", 30, 0, 4, 5, "cpu"),
			TrainingListener.NONE, Progress.NONE);
		final var face = ImageBatch.allocate(1, 3, 16, 16);
		final var bytes = ByteBuffer.allocate(4 * LENGTH).order(
			ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < LENGTH; i++) {
			face.slot(0).put(i, i * 7 % 100 / 100f);
			bytes.putFloat(face.slot(0).get(i));
		}
		final Path in = Files.write(folder.resolve("face.f32"), bytes.array());
		final Path out = folder.resolve("painted.f32");
		assertEquals(true, run("docs/examples/decode_face.py", file.toString(), "B",
			in.toString(), out.toString()));
		final var painted = ByteBuffer.wrap(Files.readAllBytes(out)).order(
			ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
		try (var model = FaceModel.open(file)) {
			final var should = ImageBatch.of(model.decode(face.tensor(), Side.B))
				.slot(0);
			for (int i = 0; i < LENGTH; i++)
				assertEquals(should.get(i), painted.get(i), 1e-4f);
		}
	}

	/** The path's Python may be another than the one of Debian's packages. */
	private static final List<String> PYTHONS = List.of("python3",
		"/usr/bin/python3");

	private static boolean run(final String... arguments)
		throws InterruptedException
	{
		for (final String python : PYTHONS)
			if (run(python, arguments)) return true;
		return false;
	}

	private static boolean run(final String interpreter,
		final String[] arguments) throws InterruptedException
	{
		final var command = new ArrayList<>(List.of(interpreter));
		command.addAll(List.of(arguments));
		try {
			final Process python = new ProcessBuilder(command).redirectError(
				Redirect.DISCARD).redirectOutput(Redirect.DISCARD).start();
			if (python.waitFor(60, TimeUnit.SECONDS)) return python.exitValue() == 0;
			python.destroyForcibly();
			return false;
		}
		catch (final IOException e) {
			return false;
		}
	}
}
