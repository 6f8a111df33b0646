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
package io.github.janusfiji.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on Spark, against the same commands without. */
class JanusSparkTest {

	private static final Path JANUS = Path.of(System.getProperty("janus.folder"))
		.toAbsolutePath().normalize();

	private static final Path SAMPLES = Path.of(System.getProperty("janus.clips"))
		.toAbsolutePath().normalize();

	/** Of the length of the first clip: two ranges of it, and one of the other. */
	private static final double CUT = 0.6;

	private static final double MEGABYTE = 1 << 20;

	@TempDir
	static Path folder;

	/** Two clips, of which the first is cut in two, and what is no clip. */
	@BeforeAll
	static void prepare() throws IOException {
		final Path home = Path.of(System.getenv("SPARK_HOME"));
		Files.createDirectories(home.resolve("jars"));
		Files.createDirectories(home.resolve("bin"));
		final Path clips = Files.createDirectories(folder.resolve("clips"));
		for (final String name : new String[] { "ada.mp4", "no-blinks.mp4" }) Files
			.copy(SAMPLES.resolve(name), clips.resolve(name));
		Files.writeString(clips.resolve("broken.mp4"), "this is no film");
	}

	private static SparkConf conf(final String master) {
		return new SparkConf().setMaster(master).setAppName("test").set(
			"spark.ui.enabled", "false").set("spark.driver.host", "127.0.0.1").set(
				"spark.driver.bindAddress", "127.0.0.1").set("spark.executor.memory",
					"900m").set("spark.executor.extraClassPath", System.getProperty(
						"java.class.path"));
	}

	private static Map<String, String> content(final String name)
		throws IOException
	{
		final Path place = folder.resolve(name);
		final var all = new TreeMap<String, String>();
		try (var files = Files.walk(place)) {
			for (final Path file : files.filter(Files::isRegularFile).toList()) all.put(
				place.relativize(file).toString(), new String(Files.readAllBytes(file),
					StandardCharsets.ISO_8859_1));
		}
		return all;
	}

	/** @return what one worker makes of the clips, joined */
	private static Map<String, String> single(final String command,
		final String name, final String more) throws IOException
	{
		final var janus = JanusRuntime.of(JANUS);
		janus.run(command, "input='" + folder.resolve("clips") + "',output='" +
			folder.resolve(name) + "',shard='1/1'" + more);
		final var merged = janus.run("Merge Shards...", "input='" + folder.resolve(
			name) + "',output='" + folder.resolve(name + "-all") + "'");
		assertEquals(0, merged.code(), merged.text());
		return content(name + "-all");
	}

	private static String spark(final SparkConf conf, final String command,
		final String name, final double cut, final String more) throws Exception
	{
		final var said = new ByteArrayOutputStream();
		final boolean good = new SparkRun(JANUS, command, folder.resolve("clips"),
			folder.resolve(name), folder.resolve(name + "-all"), cut, more).run(conf,
				new PrintStream(said, true, StandardCharsets.UTF_8));
		assertFalse(good, "One clip is broken.");
		return said.toString(StandardCharsets.UTF_8);
	}

	@Test
	void threadsOfOneMachineGiveWhatOneWorkerGives() throws Exception {
		final String said = spark(conf("local[2]"), "Verify Media...", "verdicts", 0,
			"");
		assertTrue(said.contains("Units: 2 done, 0 skipped, 1 failed, 0 lost."),
			said);
		assertTrue(said.contains("broken.mp4 ("), said);
		assertEquals(single("Verify Media...", "verdicts1", ""), content(
			"verdicts-all"));
		// What is whole is not done again.
		assertTrue(spark(conf("local[2]"), "Verify Media...", "verdicts", 0, "")
			.contains("Units: 0 done, 2 skipped, 1 failed, 0 lost."));
	}

	@Test
	void aKilledExecutorChangesNothing() throws Exception {
		final var killer = new Killer(folder.resolve("faces"));
		killer.start();
		final String said = spark(conf("local-cluster[2,1,1400]"),
			"Extract Faces...", "faces", CUT * Files.size(folder.resolve(
				"clips/ada.mp4")) / MEGABYTE, "size='64',every='5'");
		killer.join();
		assertTrue(killer.hasKilled(), said);
		assertTrue(said.contains("over 4 units"), said);
		assertTrue(said.contains(" 1 failed, 0 lost."), said);
		final var one = single("Extract Faces...", "faces1",
			",size='64',every='5'");
		final var found = content("faces-all");
		// The clip that was cut has a folder of its own beside the joined files.
		found.keySet().removeIf(name -> name.contains("/"));
		assertEquals(one.keySet(), found.keySet());
		one.forEach((file, text) -> assertEquals(text, found.get(file), file));
	}

	/** Kills the first executor that is at work. */
	private static final class Killer extends Thread {

		private static final long PATIENCE = 600_000;

		private final Path output;
		private volatile boolean killed;

		Killer(final Path output) {
			this.output = output;
			setDaemon(true);
		}

		boolean hasKilled() {
			return killed;
		}

		@Override
		public void run() {
			final long end = System.currentTimeMillis() + PATIENCE;
			try {
				while (!killed && System.currentTimeMillis() < end) {
					Thread.sleep(200);
					// Executors are the only Java programs that a test begins.
					if (isAtWork()) killed = ProcessHandle.current().descendants().filter(
						p -> p.info().command().orElse("").endsWith("java")).findFirst().map(
							ProcessHandle::destroyForcibly).orElse(false);
				}
			}
			catch (final IOException | InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}

		private boolean isAtWork() throws IOException {
			if (!Files.isDirectory(output)) return false;
			try (var files = Files.list(output)) {
				for (final Path file : files.filter(f -> f.toString().endsWith(".jsonl"))
					.toList())
					if (Files.readString(file).contains("\"state\":\"begun\"")) return true;
			}
			return false;
		}
	}
}
