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
package io.github.janusfiji.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Compares gradients with central differences in double precision. */
abstract class GradientCheck {

	static final double STEP = 1 / 1024.0;

	final Engine engine = Engine.reference();
	final SplittableRandom random = new SplittableRandom(7);
	final List<Parameter> parameters = new ArrayList<>();

	/** Multiples of 2⁻¹⁰: exact as floats, also after a step. */
	final Parameter parameter(final long... shape) {
		final var p = new Parameter("p" + parameters.size(), engine, true,
			shape);
		engine.memory().write(p.value(), noise((int) p.value().length()));
		parameters.add(p);
		return p;
	}

	final FloatBuffer noise(final int length) {
		final float[] values = new float[length];
		for (int i = 0; i < length; i++)
			values[i] = random.nextInt(-512, 512) / 1024f;
		return FloatBuffer.wrap(values);
	}

	final Tensor tensor(final long... shape) {
		final Tensor t = engine.memory().persistent(shape);
		engine.memory().write(t, noise((int) t.length()));
		return t;
	}

	/** @param loss runs forward on the tape and returns the loss */
	final void check(final ToDoubleFunction<Tape> loss) {
		parameters.forEach(Parameter::clearGradient);
		try (var scope = engine.memory().scope("gradient-test")) {
			final Tape tape = new Tape(engine, true);
			loss.applyAsDouble(tape);
			tape.backward();
		}
		for (final Parameter p : parameters) {
			assertTrue(p.hasGradient(), p.name());
			final float[] gradient = values(p.gradient());
			final float[] value = values(p.value());
			for (int i = 0; i < value.length; i += 1 + value.length / 40) {
				final double numeric = (at(p, value, i, STEP, loss) - at(p, value, i,
					-STEP, loss)) / (2 * STEP);
				engine.memory().write(p.value(), FloatBuffer.wrap(value));
				assertEquals(numeric, gradient[i], 2e-5 * (Math.abs(numeric) + 0.02), p
					.name() + " element " + i);
			}
		}
	}

	private double at(final Parameter p, final float[] value, final int i,
		final double step, final ToDoubleFunction<Tape> loss)
	{
		final float[] moved = value.clone();
		moved[i] += (float) step;
		engine.memory().write(p.value(), FloatBuffer.wrap(moved));
		try (var scope = engine.memory().scope("gradient-test-forward")) {
			return loss.applyAsDouble(new Tape(engine, false));
		}
	}

	final float[] values(final Tensor tensor) {
		final var values = FloatBuffer.allocate((int) tensor.length());
		engine.memory().read(tensor, values);
		return values.array();
	}
}
