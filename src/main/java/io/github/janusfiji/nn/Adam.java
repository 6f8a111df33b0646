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

import java.util.Collection;

/** The optimiser Adam (Kingma and Ba 2015) over a set of parameters. */
public final class Adam {

	/**
	 * @param rate learning rate
	 * @param beta1 decay of the first moment per step
	 * @param beta2 decay of the second moment per step
	 * @param epsilon added to the root of the second moment
	 */
	public record Settings(double rate, double beta1, double beta2,
		double epsilon)
	{}

	private final Operations operations;
	private final Settings settings;
	private int steps;

	/**
	 * @param operations where the parameters live
	 * @param settings rate and decay
	 * @param steps done before, 0 for a new model
	 */
	public Adam(final Operations operations, final Settings settings,
		final int steps)
	{
		this.operations = operations;
		this.settings = settings;
		this.steps = steps;
	}

	/** @return steps done */
	public int steps() {
		return steps;
	}

	/**
	 * Changes every parameter that has a gradient, and uses the gradients up.
	 *
	 * @param parameters of the model
	 */
	public void step(final Collection<Parameter> parameters) {
		for (final Parameter parameter : parameters) {
			if (!parameter.hasGradient()) continue;
			operations.adam(parameter.value(), parameter.gradient(), parameter.mean(),
				parameter.square(), settings, steps);
			parameter.clearGradient();
		}
		steps++;
	}
}
