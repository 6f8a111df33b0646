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
package io.github.janusfiji.bench;

import io.github.janusfiji.faceset.FaceSet;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameWriter;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.task.Output;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills programs that write what a swap, a comparison or a review writes, at
 * random moments, and looks whether what bears the output's name is whole and
 * whether the next program that writes there clears up. {@code KilledTraining}
 * does the same with models.
 *
 * <pre>
 * java … io.github.janusfiji.bench.KilledWriters [kills of each kind, 200] [a face set's .tif]
 * </pre>
 */
public final class KilledWriters {

	private static final int KILLS = 200;
	private static final int FRAMES = 8, SIZE = 48;
	private static final long PATIENCE = 120;

	private KilledWriters() {}

	/** Writes an output over and over, each time in another grey, until killed. */
	static final class Writer {

		private Writer() {}

		/** @param args the output; a face set to take from, or nothing */
		public static void main(final String[] args) throws IOException {
			final Path output = Path.of(args[0]);
			for (int n = 1; true; n++) {
				if (args.length > 1) faces(Path.of(args[1]), output, n);
				else frames(output, n);
				System.out.println(n);
			}
		}

		private static void frames(final Path output, final int n)
			throws IOException
		{
			final int[] pixels = new int[SIZE * SIZE];
			Arrays.fill(pixels, 0xff000000 | n % 200 * 0x010101);
			try (FrameWriter writer = Frames.writer(output, SIZE, SIZE, 25, Map.of(
				"run", Integer.toString(n))))
			{
				for (int i = 0; i < FRAMES; i++) writer.write(new Frame(i, i / 25.0, SIZE,
					SIZE, pixels));
				writer.commit();
			}
		}

		/** Keeps one face fewer or all of them, in turn. */
		private static void faces(final Path source, final Path output,
			final int n) throws IOException
		{
			try (var set = FaceSet.open(source)) {
				set.saveAs(output, i -> i > n % 2, Progress.NONE).close();
			}
		}
	}

	/** @param args number of kills of each kind; a face set, if wanted */
	public static void main(final String[] args) throws Exception {
		final int kills = args.length > 0 ? Integer.parseInt(args[0]) : KILLS;
		for (final String name : List.of("o.mp4", "o.mkv", "o.tif", "o")) {
			final int whole = kill(Files.createTempDirectory("janus-killed"), name,
				kills, System.nanoTime(), null);
			System.out.println(name + ": " + kills + " kills, " + whole +
				" times a whole output, never half of one");
		}
		if (args.length > 1) System.out.println("face set: " + kills + " kills, " +
			kill(Files.createTempDirectory("janus-killed"), "o.tif", kills, System
				.nanoTime(), Path.of(args[1])) + " times a whole set");
	}

	/**
	 * @param folder for the output
	 * @param name of the output
	 * @param kills how often
	 * @param seed of the moments
	 * @param faces a face set to save parts of, or null to write frames
	 * @return how often a whole output was there
	 * @throws IllegalStateException if it was not whole, or something was left
	 */
	public static int kill(final Path folder, final String name,
		final int kills, final long seed, final Path faces) throws IOException,
		InterruptedException
	{
		final var random = new SplittableRandom(seed);
		final Path output = folder.resolve(name);
		int whole = 0;
		for (int k = 0; k < kills; k++) {
			final var line = new java.util.ArrayList<>(List.of(ProcessHandle.current()
				.info().command().orElse("java"), "-Xmx200m",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty(
					"java.class.path"), Writer.class.getName(), output.toString()));
			if (faces != null) line.add(faces.toString());
			final var writer = new ProcessBuilder(line).redirectError(
				Redirect.DISCARD).start();
			// After the first output; at any moment of the next few.
			if (writer.inputReader().readLine() == null)
				throw new IllegalStateException("The writing program did not start");
			final long until = System.nanoTime() + random.nextLong(80_000_000);
			while (System.nanoTime() < until) Thread.onSpinWait();
			writer.toHandle().destroyForcibly();
			if (!writer.waitFor(PATIENCE, TimeUnit.SECONDS))
				throw new IllegalStateException("The writing program lives on");
			// The next program that writes there clears up, also a folder aside.
			final Path other = folder.resolve("other.txt");
			try (var next = Output.file(other)) {
				next.commit();
			}
			Files.delete(other);
			requireClean(folder, name, faces != null);
			require(output, faces != null);
			whole++;
		}
		return whole;
	}

	private static void requireClean(final Path folder, final String name,
		final boolean isSet) throws IOException
	{
		try (var files = Files.list(folder)) {
			final var left = files.map(f -> f.getFileName().toString()).filter(f -> !f
				.equals(name) && !(isSet && f.matches("o\\.faces\\.(json|csv)")))
				.toList();
			if (!left.isEmpty()) throw new IllegalStateException("Left: " + left);
		}
	}

	private static void require(final Path output, final boolean isSet)
		throws IOException
	{
		if (isSet) {
			try (var set = FaceSet.open(output)) {
				for (int i = 0; i < set.faces().size(); i++) set.crop(i);
			}
			return;
		}
		final var runs = new TreeMap<Integer, Integer>();
		try (var frames = Frames.open(output); var cursor = frames.cursor()) {
			int count = 0;
			for (Frame f = cursor.next(); f != null; f = cursor.next(), count++) runs
				.merge(f.argb()[0] >> 3 & 31, 1, Integer::sum);
			if (count != FRAMES || runs.size() != 1) throw new IllegalStateException(
				output + " is not whole: " + count + " frames, greys " + runs);
		}
	}
}
