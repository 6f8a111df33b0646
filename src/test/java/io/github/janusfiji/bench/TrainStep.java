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
import io.github.janusfiji.nn.ComputeDevice;
import io.github.janusfiji.task.InputException;
import java.util.Locale;

/**
 * Prints how fast a preset trains and decodes on this machine:
 * {@code TrainStep <preset> [batch] [steps]}.
 */
public final class TrainStep {

	private TrainStep() {}

	/**
	 * @param arguments preset, faces of each person per step (16), steps (20)
	 * @throws InputException if there is no such preset
	 */
	public static void main(final String... arguments) throws InputException {
		final String preset = arguments.length > 0 ? arguments[0] : "light";
		final int batch = arguments.length > 1 ? Integer.parseInt(arguments[1])
			: 16;
		final int steps = arguments.length > 2 ? Integer.parseInt(arguments[2])
			: 20;
		System.out.println(ComputeDevice.current().name());
		try (var timer = new TrainStepTimer(preset, batch)) {
			final var step = timer.step(steps);
			final var decode = timer.decode(steps);
			System.out.printf(Locale.ROOT,
				"%s: %d parameters, batch %d, joint step %.4f s (%.4f s of processor), " +
					"%.2f steps/s, decoding %.1f faces/s (%.4f s of processor each)%n",
				preset, timer.parameters(), batch, step.wall(), step.cpu(), 1 / step
					.wall(), batch / decode.wall(), decode.cpu() / batch);
		}
	}
}
