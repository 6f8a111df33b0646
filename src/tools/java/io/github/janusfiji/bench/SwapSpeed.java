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

import com.sun.management.OperatingSystemMXBean;
import io.github.janusfiji.frames.Frames;
import io.github.janusfiji.model.FaceModel;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.swap.FaceSwapper;
import io.github.janusfiji.swap.SwapMark;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A whole swap: both passes over a clip, reading and writing files included.
 * Prints resident memory every 2,000 frames, where the time went, and the
 * processor time of all threads, which other work on the machine sways less.
 * <p>
 * Arguments: clip, model, output, {@code A} or {@code B}; then, if not once, how
 * often: the first time, loading and compiling cost much.
 * </p>
 */
public final class SwapSpeed {

	private static final int INTERVAL = 2000;

	private SwapSpeed() {}

	/**
	 * @param args see above
	 * @throws IOException if a file cannot be used
	 */
	public static void main(final String[] args) throws IOException {
		final int times = args.length > 4 ? Integer.parseInt(args[4]) : 1;
		final var system = (OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean();
		for (int i = 0; i < times; i++) {
			final long before = system.getProcessCpuTime();
			swap(args);
			System.out.printf(Locale.ROOT, "%.2f s of processor time%n", (system
				.getProcessCpuTime() - before) / 1e9);
		}
	}

	private static void swap(final String[] args) throws IOException {
		final Path output = Path.of(args[2]);
		final var options = FaceSwapper.Options.into(Side.valueOf(args[3]));
		try (var clip = Frames.open(Path.of(args[0]));
				var model = FaceModel.open(Path.of(args[1])))
		{
			final var mark = SwapMark.of(clip, model, options, Progress.NONE);
			try (var out = Frames.writer(output, clip, mark)) {
				final var report = new FaceSwapper().swap(clip, model, options, out,
					new Memory());
				out.commit();
				System.out.println(report.swapped() + " of " + report.frames() +
					" frames; " + report.times().summary(report.frames()));
			}
		}
	}

	/** Tells what the kernel counts. */
	private static final class Memory implements Progress {

		private String stage = "";

		@Override
		public void stage(final String what, final long total) {
			stage = what;
			report(0);
		}

		@Override
		public void done(final long amount) {
			if (amount % INTERVAL == 0) report(amount);
		}

		@Override
		public void status(final String text) {}

		@Override
		public boolean isCancelled() {
			return false;
		}

		private void report(final long frames) {
			try {
				final var memory = Files.readAllLines(Path.of("/proc/self/status"))
					.stream().filter(line -> line.startsWith("VmRSS") || line.startsWith(
						"VmHWM")).map(line -> line.replaceAll("\\s+", " ")).toList();
				System.out.println(stage + ", " + frames + " frames: " + String.join(
					", ", memory));
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}
