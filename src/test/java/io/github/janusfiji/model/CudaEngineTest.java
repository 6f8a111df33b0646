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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.nd4j.Nd4jEngine;
import io.github.janusfiji.nn.cuda.FakeDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine for NVIDIA cards on a driver without a card, in processes of its
 * own: the tests of the other engines, a short training, and the sentences of
 * what is missing.
 */
class CudaEngineTest {

	@TempDir
	private Path folder;

	private Map<String, String> run(final String program, final Path libraries,
		final List<String> arguments, final String... environment)
		throws IOException, InterruptedException
	{
		final Path output = folder.resolve("output.txt");
		final Path errors = folder.resolve("errors.txt");
		final List<String> command = new ArrayList<>(List.of(System.getProperty(
			"java.home") + "/bin/java", "-Xmx1g", "-XX:+UseSerialGC", "-Djanus.cuda=" +
				libraries, "-Dorg.bytedeco.javacpp.maxphysicalbytes=8g", "-cp", System
					.getProperty("java.class.path"), program));
		command.addAll(arguments);
		final var builder = new ProcessBuilder(command).redirectOutput(output
			.toFile()).redirectError(errors.toFile());
		for (final String variable : environment)
			builder.environment().put(variable, "1");
		assertEquals(0, builder.start().waitFor(), Files.readString(errors));
		return Files.readAllLines(output).stream().map(line -> line.split("\t", 2))
			.filter(pair -> pair.length == 2).collect(Collectors.toMap(p -> p[0],
				p -> p[1], (x, y) -> y));
	}

	@Test
	void allTestsOfTheOtherEnginesPass() throws Exception {
		final Path libraries = FakeDriver.build();
		try (Engine engine = Nd4jEngine.onProcessor()) {
			PresetTrials.write(folder.resolve("odd.face"), PresetTrials.decoded(
				PresetTrials.ODD, engine));
		}
		try (Engine engine = Nd4jEngine.onProcessor()) {
			PresetTrials.write(folder.resolve("odd.loss"), PresetTrials.trained(
				PresetTrials.ODD, engine));
		}
		final var found = run(EngineProcess.class.getName(), libraries, List.of("5",
			folder.toString(), "odd"));
		assertEquals("CudaEngine", found.remove("device"));
		found.remove("processor");
		assertTrue(found.containsKey("train odd") && found.containsKey(
			"gradients of algebra") && found.size() > 15, found.toString());
		found.forEach((trial, outcome) -> assertEquals("right", outcome, trial));
	}

	/** The memory of the card that is not there is this process's. */
	@Test
	void memoryStaysFlat() throws Exception {
		final var found = run("io.github.janusfiji.nn.onednn.StepMemory", FakeDriver
			.build(), List.of("50", "4"));
		assertEquals("CudaEngine", found.get("engine"));
		// One step of this network takes more than 1 MB: lost each time, 150 MB.
		assertTrue(Double.parseDouble(found.get("3")) < Double.parseDouble(found.get(
			"0")) + 60, found.toString());
	}

	private Map<String, String> report(final Path libraries,
		final String... environment) throws IOException, InterruptedException
	{
		return run("io.github.janusfiji.nn.cuda.CudaReport", libraries, List.of(),
			environment);
	}

	@Test
	void theCardIsNamed() throws Exception {
		final Path libraries = FakeDriver.build();
		final var found = report(libraries);
		assertEquals("Fake card, compute capability 9.0, 8192 MB; driver for CUDA " +
			"12.4, NVRTC 12.4; compared with Java's arithmetic: right", found.get(
				"found"));
		assertEquals("GPU, Fake card, CUDA", found.get("gpu"));
		assertEquals(found, report(libraries, "FAKE_OLD_COMPILER"));
	}

	@Test
	void whatCannotBeUsedIsSaidInASentence() throws Exception {
		final Path libraries = FakeDriver.build();
		assertSaid(report(libraries, "FAKE_NO_CARD"), "finds no card");
		assertSaid(report(libraries, "FAKE_OLD_CARD"),
			"too old (compute capability 6.1)");
		assertSaid(report(libraries, "FAKE_WRONG_PRODUCTS"), "wrong numbers");
		final Path driver = Files.createDirectory(folder.resolve("driver"));
		Files.copy(libraries.resolve("libcuda.so.1"), driver.resolve(
			"libcuda.so.1"));
		assertSaid(report(driver), "package cuda-nvrtc-12-x");
		Files.copy(libraries.resolve("libnvrtc.so.12"), driver.resolve(
			"libnvrtc.so.12"));
		assertSaid(report(driver), "package libcublas-12-x");
		assertSaid(report(Path.of("off")), "switched off");
	}

	private static void assertSaid(final Map<String, String> found,
		final String words)
	{
		assertTrue(found.get("found").contains(words), found.toString());
		assertTrue(found.get("gpu").contains("processor only") && found.get("gpu")
			.contains(words), found.toString());
	}
}
