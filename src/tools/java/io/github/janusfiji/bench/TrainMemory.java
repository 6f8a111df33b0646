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
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * Prints resident memory every 100 joint steps, and how much it grew after the
 * first 100: {@code TrainMemory <preset> [batch] [iterations]}.
 */
public final class TrainMemory {

	/** {@link TrainStepTimer#step} adds two to warm up. */
	private static final int CHUNK = 98;

	private TrainMemory() {}

	/**
	 * @param arguments preset, faces of each person per step (16), iterations (20,
	 *          rounded up to hundreds)
	 * @throws IOException if there is no such preset
	 */
	public static void main(final String... arguments) throws IOException {
		final var a = StepReport.Arguments.of(arguments);
		try (var timer = new TrainStepTimer(a.preset(), a.batch())) {
			timer.step(CHUNK);
			final double first = megabytes();
			double last = first;
			System.out.printf(Locale.ROOT, "100 iterations: %.0f MB%n", first);
			for (int done = 100; done < a.repetitions(); done += 100) {
				timer.step(CHUNK);
				last = megabytes();
				System.out.printf(Locale.ROOT, "%d iterations: %.0f MB%n", done + 100,
					last);
			}
			System.out.printf(Locale.ROOT, "growth %.2f %%%n", 100 * (last / first -
				1));
		}
	}

	private static double megabytes() {
		return Pointer.physicalBytes() / 1048576.0;
	}
}
