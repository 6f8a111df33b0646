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
import io.github.janusfiji.nn.Layer;
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;

/**
 * Tensors of one person in a step of a {@link FaceGan}.
 *
 * @param input N×3×H×W, what the encoder sees
 * @param target N×3×H×W, what is to be painted
 * @param weights of errors, or null
 * @param painted what the decoder made of it
 * @param masked the painted face in the input, by the painted mask
 */
record GanScene(Tensor input, Tensor target, Tensor weights,
	GanParts.Painted painted, Node masked)
{

	/** @return mean absolute error of the painted face, 0 to 1 */
	double error(final Engine engine) {
		return engine.losses().meanAbsoluteError(painted.face().value(), target)
			.value();
	}

	/**
	 * @param tape records
	 * @param engine computes
	 * @param discriminator the person's
	 * @return judge of pictures of this scene, which sees the input beside them
	 */
	Adversarial.Judge judge(final Tape tape, final Engine engine,
		final Layer discriminator)
	{
		return new Adversarial.Judge() {

			@Override
			public Tape tape() {
				return tape;
			}

			@Override
			public Adversarial.Judged of(final Node pictures) {
				final Node verdicts = discriminator.forward(tape, tape.concatenate(
					pictures, tape.constant(input)));
				return new Adversarial.Judged(tape, engine, verdicts);
			}
		};
	}
}
