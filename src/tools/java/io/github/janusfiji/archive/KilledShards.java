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
package io.github.janusfiji.archive;

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills workers on a share of an archive at random moments, begins again each
 * time, and compares what comes out in the end with what an undisturbed worker
 * makes: nothing may be lost, changed or there twice.
 *
 * <pre>
 * java … io.github.janusfiji.archive.KilledShards "Detect Blinks..." clips undisturbed killed [kills, 10] [seconds, 20]
 * </pre>
 */
public final class KilledShards {

	private static final int KILLS = 10;
	private static final int SECONDS = 20;
	private static final long PATIENCE = 3600;

	private KilledShards() {}

	/**
	 * @param args a command; a folder of clips; two folders for results; how often
	 *          to kill; within how many seconds after a worker's first line
	 */
	public static void main(final String[] args) throws Exception {
		final int kills = args.length > 4 ? Integer.parseInt(args[4]) : KILLS;
		final int seconds = args.length > 5 ? Integer.parseInt(args[5]) : SECONDS;
		final var commands = new ArrayList<List<String>>();
		for (final String output : List.of(args[2], args[3])) commands.add(line(
			"io.github.janusfiji.Janus", "--run", args[0], "input='" + args[1] +
				"',output='" + output + "',shard='1/1'"));
		await(start(commands.get(0)));
		System.out.println(kill(commands.get(1), Path.of(args[3]), kills, seconds *
			1000L, System.nanoTime()));
		require(Path.of(args[2]), Path.of(args[3]));
		System.out.println("The results of both are the same.");
	}

	/**
	 * @param program a class
	 * @param args of it
	 * @return a command line that runs it with the classes of this program
	 */
	static List<String> line(final String program, final String... args) {
		final var line = new ArrayList<>(List.of(ProcessHandle.current().info()
			.command().orElse("java"), "-cp", System.getProperty("java.class.path"),
			program));
		line.addAll(List.of(args));
		return line;
	}

	/**
	 * @param line runs a worker on all of an archive
	 * @param output its folder for results
	 * @param kills how often
	 * @param span ms after a worker began within which it is killed
	 * @param seed of the moments
	 * @return what was seen, in a sentence
	 * @throws IllegalStateException if half a result has a name, or something is
	 *           left at the end
	 */
	static String kill(final List<String> line, final Path output,
		final int kills, final long span, final long seed) throws IOException,
		InterruptedException
	{
		final var random = new SplittableRandom(seed);
		int killed = 0, most = 0;
		for (int k = 0; k < kills; k++) {
			final int before = lines(output);
			final Process worker = start(line);
			while (worker.isAlive() && lines(output) == before) Thread.sleep(20);
			Thread.sleep(random.nextLong(span));
			if (worker.isAlive()) killed++;
			worker.destroyForcibly();
			await(worker);
			most = Math.max(most, whole(output));
		}
		await(start(line));
		requireClean(output);
		return killed + " workers killed, the last with " + most +
			" results before it; " + whole(output) + " results in the end, no rests.";
	}

	private static Process start(final List<String> line) throws IOException {
		return new ProcessBuilder(line).redirectOutput(Redirect.DISCARD)
			.redirectError(Redirect.DISCARD).start();
	}

	private static void await(final Process worker) throws InterruptedException {
		if (!worker.waitFor(PATIENCE, TimeUnit.SECONDS))
			throw new IllegalStateException("A worker lives on");
	}

	private static int lines(final Path output) throws IOException {
		final Path manifest = output.resolve(new Shard(1, 1).manifest());
		return Files.exists(manifest) ? Files.readAllLines(manifest).size() : 0;
	}

	/** @return how many results there are; each is whole */
	private static int whole(final Path output) throws IOException {
		int whole = 0;
		for (final Path place : ClipSource.children(output)) {
			if (!Files.isDirectory(place)) continue;
			if (!ResultFolder.isWhole(place)) throw new IllegalStateException(place +
				" is not whole");
			whole++;
		}
		return whole;
	}

	private static void requireClean(final Path output) throws IOException {
		try (var files = Files.list(output)) {
			final var hidden = files.map(f -> f.getFileName().toString()).filter(f -> f
				.startsWith(".")).toList();
			if (!hidden.isEmpty()) throw new IllegalStateException("Left: " + hidden);
		}
	}

	/**
	 * @param a a folder of results
	 * @param b another
	 * @throws IllegalStateException if they differ in any byte but the manifests'
	 */
	static void require(final Path a, final Path b) throws IOException {
		if (!content(a).equals(content(b))) throw new IllegalStateException(a +
			" and " + b + " differ");
	}

	private static Map<String, String> content(final Path folder)
		throws IOException
	{
		final var all = new TreeMap<String, String>();
		try (var files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).filter(f -> !f
				.getFileName().toString().endsWith(".jsonl")).toList()) all.put(folder
					.relativize(file).toString(), Fingerprints.of(file, Progress.NONE));
		}
		return all;
	}

	/** A worker whose work takes a moment: it writes a letter for each
	 * byte of a clip, twice. */
	static final class Copier {

		private Copier() {}

		/** @param args a folder of clips, and one for results */
		public static void main(final String[] args) throws IOException {
			final var job = new Job("Copy", Map.of(), Copier::copy, clip -> List.of(),
				Throwable::toString);
			Archive.run(Path.of(args[0]), Path.of(args[1]), new Shard(1, 1), job,
				Progress.NONE);
		}

		private static void copy(final Path clip, final Path folder,
			final Progress progress) throws IOException
		{
			final byte[] bytes = Files.readAllBytes(clip);
			for (final String ending : List.of(".a.csv", ".b.csv")) try (var out = Files
				.newBufferedWriter(folder.resolve(clip.getFileName() + ending)))
			{
				for (final byte b : bytes) {
					out.write('a' + (b & 15));
					out.flush();
				}
			}
		}
	}
}
