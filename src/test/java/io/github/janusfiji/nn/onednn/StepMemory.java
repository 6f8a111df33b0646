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
package io.github.janusfiji.nn.onednn;

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.Engine;
import io.github.janusfiji.nn.Initialiser;
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Layers;
import io.github.janusfiji.nn.Parameter;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;

/** Trains a small network and prints resident memory, MB, now and then. */
final class StepMemory {

	private StepMemory() {}

	/** @param arguments steps between two prints, and number of prints */
	public static void main(final String... arguments) {
		final Engine engine = Engine.preferred();
		System.out.println("engine\t" + engine.getClass().getSimpleName());
		final Layer network = new Layers("n", engine, true, Initialiser.HE_ICNR,
			new SplittableRandom(9)).conv2d("a", 3, 16, 5, 2, .1).conv2d("b", 16, 24,
				3, 2, .1).reshape(24 * 16).dense("c", 24 * 16, 20).dense("d", 20, 256)
			.reshape(16, 4, 4).upscale("e", 16, 16, 3, .1).upscale("f", 16, 3, 3, 1)
			.sigmoid().build();
		final Tensor x = engine.memory().persistent(6, 3, 16, 16);
		final Adam adam = new Adam(1e-4, .5, .999, 1e-8);
		int steps = 0;
		for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
			for (int j = 0; j < Integer.parseInt(arguments[0]); j++)
				try (var scope = engine.memory().scope("step")) {
					final Tape tape = new Tape(engine, true);
					tape.losses().meanSquaredError(network.forward(tape,
						tape.constant(x)), x);
					tape.backward();
					for (final Parameter p : network.parameters())
						p.descend(adam, steps);
					steps++;
				}
			System.gc();
			System.out.println(i + "\t" + (Pointer.physicalBytes() >> 20));
		}
	}
}
