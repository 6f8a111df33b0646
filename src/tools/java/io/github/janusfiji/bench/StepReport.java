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

import io.github.janusfiji.model.TrainStepTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the benchmarks of one network read and print alike. */
final class StepReport {

	private StepReport() {}

	/**
	 * What a benchmark is asked for.
	 *
	 * @param preset name
	 * @param batch faces of each person
	 * @param repetitions to time
	 */
	record Arguments(String preset, int batch, int repetitions) {

		static Arguments of(final String... given) {
			return new Arguments(given.length > 0 ? given[0] : "light",
				given.length > 1 ? Integer.parseInt(given[1]) : 16, given.length > 2
					? Integer.parseInt(given[2]) : 20);
		}
	}

	/**
	 * @param time of one repetition
	 * @throws IOException if the peak of memory cannot be read
	 */
	static void print(final TrainStepTimer.Time time) throws IOException {
		System.out.printf(Locale.ROOT, "wall %.5f cpu %.5f peak_mb %.0f%n", time
			.wall(), time.cpu(), peak());
	}

	/** Linux's count of the process's largest resident size, MB. */
	private static double peak() throws IOException {
		try (var lines = Files.lines(Path.of("/proc/self/status"))) {
			return lines.filter(line -> line.startsWith("VmHWM")).mapToDouble(
				line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst()
				.orElse(Double.NaN);
		}
	}
}
