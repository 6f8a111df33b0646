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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.Janus;
import io.github.janusfiji.faceset.FaceTargets;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on the command line that is asked to end by SIGTERM. */
class TerminatedTrainingTest {

	private static final Pattern DONE = Pattern.compile("(\\d+) iterations");
	private static final int FACES = 20;

	@TempDir
	Path folder;

	@Test
	void whatWasLearntIsSaved() throws Exception {
		final Path a = FaceTargets.write(folder.resolve("a.tif"), 0xffc08060, FACES);
		final Path b = FaceTargets.write(folder.resolve("b.tif"), 0xff604030, FACES);
		final Path out = Files.createDirectory(folder.resolve("out"));
		final Path model = out.resolve("ab.janus");
		final Process training = new ProcessBuilder(List.of(ProcessHandle.current()
			.info().command().orElse("java"), "-Djava.util.prefs.userRoot=" + folder,
			"-cp", System.getProperty("java.class.path"), Janus.class.getName(),
			"--run", "Train Face Model...", "facesa='" + a + "',facesb='" + b +
				"',model='" + model +
				"',preset='light64',batch=1,minutes=0,iterations=0")).redirectOutput(
					Redirect.DISCARD).start();
		try (BufferedReader lines = training.errorReader()) {
			final int told = told(lines);
			training.toHandle().destroy(); // SIGTERM
			while (lines.readLine() != null) {
				// What it still has to say must not make it wait.
			}
			assertTrue(training.waitFor(120, TimeUnit.SECONDS));
			assertTrue(iterations(model) >= told, iterations(model) + " < " + told);
		}
		finally {
			training.destroyForcibly();
		}
		try (var left = Files.list(out)) {
			assertEquals(List.of("ab.janus", "ab.losses.csv", "ab.preview.png",
				"ab.timelapse.tif"), left.map(f -> f.getFileName().toString()).sorted()
					.toList());
		}
	}

	/** @return the first number of iterations that the program tells */
	private static int told(final BufferedReader lines) throws IOException {
		String line = lines.readLine();
		final var seen = new StringBuilder();
		for (Matcher m; line != null; line = lines.readLine()) {
			m = DONE.matcher(line);
			if (m.find() && Integer.parseInt(m.group(1)) > 0) return Integer.parseInt(m
				.group(1));
			seen.append(line).append('\n');
		}
		assertNotNull(line, "the training ended by itself: " + seen);
		return 0;
	}

	private static int iterations(final Path model) throws IOException {
		return ModelFile.read(model, KilledTraining.heap(), true).description()
			.iterations();
	}
}
