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
import io.github.janusfiji.nn.Parameter;
import java.util.List;

/** From gradients to moved weights: the end of every step of training. */
final class Gradients {

	private Gradients() {}

	/**
	 * Shortens the gradients if need be and moves the weights, unless a gradient
	 * is not finite. All gradients are used up.
	 *
	 * @param engine where the parameters live
	 * @param parameters that the step may move
	 * @param step how
	 * @return Euclidean norm of all gradients together, before clipping
	 */
	static double apply(final Engine engine,
		final List<Parameter> parameters, final FaceNetwork.Step step)
	{
		double squares = 0;
		for (final Parameter p : parameters)
			if (p.hasGradient()) squares += Math.pow(engine.algebra().norm(
				p.gradient()),
				2);
		final double norm = Math.sqrt(squares);
		if (!Double.isFinite(norm)) {
			parameters.forEach(Parameter::clearGradient);
			return norm;
		}
		if (step.clip() > 0 && norm > step.clip()) for (final Parameter p : parameters)
			if (p.hasGradient()) engine.algebra().scaleInPlace(p.gradient(),
				step.clip() / norm);
		parameters.forEach(p -> p.descend(step.optimiser(), step.number()));
		return norm;
	}
}
