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

import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Memory;
import io.github.janusfiji.nn.Tensor;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.Proxy;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Kills programs that save models, at random moments, and looks whether a model
 * is always there.
 *
 * <pre>
 * java … io.github.janusfiji.model.KilledTraining [kills, 200]
 * </pre>
 */
public final class KilledTraining {

	private static final int KILLS = 200;
	private static final long PATIENCE = 120;

	private KilledTraining() {}

	/** Writes a model that has learnt nothing. */
	static void write(final Path file) throws IOException {
		final var network = FaceAutoencoder.fresh(TinyFaces.NETWORK, heap(), 1);
		final var person = new ModelDescription.Person("p", 8, "f", 7, 1);
		final var start = ModelDescription.begin(TinyFaces.NETWORK, 1, false, person,
			person);
		try (var checkpoint = new Checkpoint(file)) {
			checkpoint.save(new ModelFile.State(start.after(TinyFaces.PRESET, 4, 1,
				Plateau.START, "test"), network, new LossHistory(), new byte[9]));
		}
	}

	/** Saves a model over and over, each with one more iteration, until killed. */
	static final class Saver {

		private Saver() {}

		/** @param args the model's file */
		public static void main(final String[] args) throws IOException {
			final Path file = Path.of(args[0]);
			final int before = Files.exists(file) ? iterations(file) : 0;
			final var checkpoint = new Checkpoint(file);
			final var network = FaceAutoencoder.fresh(TinyFaces.NETWORK, heap(), 1);
			final var person = new ModelDescription.Person("p", 8, "f", 7, 1);
			final var start = ModelDescription.begin(TinyFaces.NETWORK, 1, false,
				person, person);
			for (int i = before + 1; true; i++) {
				checkpoint.save(new ModelFile.State(start.after(TinyFaces.PRESET, 4, i,
					Plateau.START, "test"), network, new LossHistory(), new byte[9]));
				System.out.println(i);
			}
		}
	}

	private record Heap(long[] shape, FloatBuffer values) implements Tensor {

		static Heap of(final long... shape) {
			return new Heap(shape, FloatBuffer.allocate(Math.toIntExact(Arrays.stream(
				shape).reduce(1, (a, b) -> a * b))));
		}

		Heap rows(final long from, final long to) {
			final int row = values.capacity() / Math.toIntExact(shape[0]);
			final long[] part = shape.clone();
			part[0] = to - from;
			return new Heap(part, values.slice((int) from * row, (int) (to - from) *
				row));
		}
	}

	/** An engine without ND4J, whose start would take longer than all the rest. */
	static Engine heap() {
		final Memory memory = proxy(Memory.class, (method, args) -> switch (method) {
			case "persistent" -> Heap.of((long[]) args[0]);
			case "rows" -> ((Heap) args[0]).rows((long) args[1], (long) args[2]);
			case "read" -> ((FloatBuffer) args[1]).put(((Heap) args[0]).values
				.duplicate());
			case "write" -> ((Heap) args[0]).values.duplicate().put(
				(FloatBuffer) args[1]);
			default -> throw new UnsupportedOperationException(method);
		});
		return proxy(Engine.class, (method, args) -> switch (method) {
			case "memory" -> memory;
			case "close" -> null;
			default -> throw new UnsupportedOperationException(method);
		});
	}

	private static <T> T proxy(final Class<T> type,
		final BiFunction<String, Object[], Object> answer)
	{
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(),
			new Class<?>[] { type }, (proxy, method, args) -> answer.apply(method
				.getName(), args)));
	}

	private static int iterations(final Path file) throws IOException {
		return ModelFile.read(file, heap(), true).description().iterations();
	}

	/** @param args number of kills */
	public static void main(final String[] args) throws Exception {
		final Path folder = Files.createTempDirectory("janus-killed");
		final int kills = args.length > 0 ? Integer.parseInt(args[0]) : KILLS;
		final int saved = kill(folder, kills, System.nanoTime());
		System.out.println(kills + " kills, the model loaded after each, " + saved +
			" saves, at most one lost each time");
	}

	/**
	 * @param folder for the model
	 * @param kills how often
	 * @param seed of the moments
	 * @return saves that survived
	 * @throws IOException if a model cannot be read after a kill
	 * @throws IllegalStateException if more than the save under way was lost
	 */
	static int kill(final Path folder, final int kills, final long seed)
		throws IOException, InterruptedException
	{
		final Path file = folder.resolve("m.janus");
		final var random = new SplittableRandom(seed);
		int last = 0;
		for (int kill = 0; kill < kills; kill++) {
			final var saver = new ProcessBuilder(List.of(ProcessHandle.current().info()
				.command().orElse("java"), "-Xmx200m", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), Saver.class.getName(), file
					.toString())).redirectError(Redirect.DISCARD).start();
			int told = last;
			try (var lines = saver.inputReader()) {
				final String first = lines.readLine();
				if (first == null) throw new IllegalStateException(
					"The saving program did not start");
				told = Integer.parseInt(first);
				// From the first save on, at any moment of the next few.
				final long until = System.nanoTime() + random.nextLong(60_000_000);
				while (System.nanoTime() < until)
					if (lines.ready()) told = Integer.parseInt(lines.readLine());
				// The process's own method would close its output as well.
				saver.toHandle().destroyForcibly();
				for (String line = lines.readLine(); line != null && line.matches(
					"\\d+"); line = lines.readLine())
					told = Math.max(told, Integer.parseInt(line));
			}
			if (!saver.waitFor(PATIENCE, TimeUnit.SECONDS))
				throw new IllegalStateException("The saving program lives on");
			last = iterations(file);
			// A number cut off by the kill is smaller than the save it told of.
			if (last < told) throw new IllegalStateException("Save " + told +
				" was told, and " + last + " is there");
		}
		return last;
	}
}
