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
import io.github.janusfiji.nn.onednn.EngineTrials;
import io.github.janusfiji.nn.onednn.OneDnn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine under every instruction set that oneDNN can be held to on this
 * machine, in processes of their own, with two threads and, the common ones, with
 * one and four, too. A set that the processor lacks runs as the best it has. The table is written to
 * {@code target/engine-table.md}.
 */
class InstructionSetsTest {

	private static final List<String> SETS = List.of("SSE41", "AVX", "AVX2",
		"AVX512_CORE", "DEFAULT");

	private static final int[] THREADS = { 1, 2, 4 };

	/** Those that today's processors choose by themselves. */
	private static final List<String> COMMON = List.of("AVX2", "DEFAULT");

	/** Networks are tried with so many. */
	private static final int NETWORKS = 2;

	@TempDir
	private Path folder;

	@Test
	void everyInstructionSetComputesTheSame() throws Exception {
		Assumptions.assumeTrue(!OneDnn.release().isEmpty(),
			"no build of oneDNN for this system");
		references();
		final var pool = Executors.newFixedThreadPool(2);
		final Map<String, Future<Map<String, String>>> runs = new LinkedHashMap<>();
		try {
			for (final String set : SETS)
				for (final int threads : COMMON.contains(set) ? THREADS
					: new int[] { NETWORKS })
					runs.put(set + ", " + threads, pool.submit(() -> run(set, threads)));
			final Map<String, Map<String, String>> found = new LinkedHashMap<>();
			for (final var run : runs.entrySet())
				found.put(run.getKey(), run.getValue().get());
			write(found);
			found.forEach((run, outcomes) -> outcomes.forEach((trial, outcome) -> {
				if (!trial.matches("processor|device")) assertEquals("right", outcome, run + ": " +
					trial);
			}));
		}
		finally {
			pool.shutdownNow();
		}
	}

	/**
	 * Decoded by ND4J's own operations, which have nothing to do with this oneDNN;
	 * they would train the presets for minutes, so only the small network is.
	 */
	private void references() throws IOException {
		for (final Blueprint blueprint : PresetTrials.networks()) {
			try (var engine = EngineTrials.reference()) {
				PresetTrials.write(folder.resolve(blueprint.preset() + ".face"),
					PresetTrials.decoded(blueprint, engine));
			}
			try (var engine = blueprint == PresetTrials.ODD ? EngineTrials
				.reference() : Engine.preferred())
			{
				PresetTrials.write(folder.resolve(blueprint.preset() + ".loss"),
					PresetTrials.trained(blueprint, engine));
			}
			System.gc();
		}
	}

	private Map<String, String> run(final String set, final int threads)
		throws IOException, InterruptedException
	{
		final Path output = folder.resolve(set + threads + ".txt");
		final Path errors = folder.resolve(set + threads + ".err");
		final List<String> command = new ArrayList<>(List.of(System.getProperty(
			"java.home") + "/bin/java", "-Xmx1g", "-XX:+UseSerialGC",
			"-Dorg.bytedeco.javacpp.maxphysicalbytes=8g", "-cp", System.getProperty(
				"java.class.path"), EngineProcess.class.getName(), Integer.toString(31 *
					set.hashCode() + threads)));
		if (threads == NETWORKS) command.add(folder.toString());
		final var builder = new ProcessBuilder(command).redirectOutput(output
			.toFile()).redirectError(errors.toFile());
		builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
		builder.environment().put("OMP_WAIT_POLICY", "passive");
		if (!set.equals("DEFAULT")) builder.environment().put("ONEDNN_MAX_CPU_ISA",
			set);
		final int status = builder.start().waitFor();
		final String said = Files.readString(errors);
		assertEquals(0, status, said);
		assertTrue(!said.contains("do not match"), said);
		return Files.readAllLines(output).stream().map(line -> line.split("\t", 2))
			.filter(pair -> pair.length == 2).collect(Collectors.toMap(p -> p[0],
				p -> p[1], (x, y) -> y, LinkedHashMap::new));
	}

	private static void write(final Map<String, Map<String, String>> found)
		throws IOException
	{
		final var trials = new ArrayList<String>();
		found.values().forEach(run -> run.keySet().stream().filter(t -> !trials
			.contains(t)).forEach(trials::add));
		final List<String> lines = new ArrayList<>();
		lines.add("| set, threads | " + String.join(" | ", trials) + " |");
		lines.add("|---".repeat(trials.size() + 1) + "|");
		found.forEach((run, outcomes) -> lines.add("| " + run + " | " + trials
			.stream().map(t -> outcomes.getOrDefault(t, "")).collect(Collectors.joining(
				" | ")) + " |"));
		Files.createDirectories(Path.of("target"));
		Files.write(Path.of("target", "engine-table.md"), lines);
	}
}
