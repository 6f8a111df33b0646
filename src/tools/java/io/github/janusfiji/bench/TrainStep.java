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
import io.github.janusfiji.nn.Engine;
import java.io.IOException;

/**
 * Prints how fast a preset trains on this machine:
 * {@code TrainStep <preset> [batch] [steps]}. The last line is what
 * {@code src/test/bench/compare.py} sets beside PyTorch's.
 */
public final class TrainStep {

	private TrainStep() {}

	/**
	 * @param arguments preset, faces of each person per step (16), steps (20)
	 * @throws IOException if there is no such preset
	 */
	public static void main(final String... arguments) throws IOException {
		final var a = StepReport.Arguments.of(arguments);
		System.out.println(Engine.device().name());
		try (var timer = new TrainStepTimer(a.preset(), a.batch())) {
			System.out.println(a.preset() + ": " + timer.parameters() +
				" parameters, one joint step of 2 × " + a.batch() + " faces");
			StepReport.print(timer.step(a.repetitions()));
		}
	}
}
