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

import java.nio.FloatBuffer;

/**
 * The losses of a {@link Tape}. Each adds weight · loss to what
 * {@link Tape#backward()} differentiates and returns weight · loss.
 */
public final class Losses {

	private final Recorder recorder;
	private final LossFunctions functions;

	Losses(final Recorder recorder) {
		this.recorder = recorder;
		functions = recorder.engine.losses();
	}

	/**
	 * @param x any
	 * @param target the same shape
	 * @return mean of |x − target|
	 */
	public double meanAbsoluteError(final Node x, final Tensor target) {
		return meanAbsoluteError(x, target, 1);
	}

	/**
	 * @param x any
	 * @param target the same shape
	 * @param weight factor of the loss
	 * @return weight · mean of |x − target|
	 */
	public double meanAbsoluteError(final Node x, final Tensor target,
		final double weight)
	{
		return lose(x, functions.meanAbsoluteError(x.value, target), weight);
	}

	/**
	 * @param x any
	 * @param target the same shape
	 * @return mean of (x − target)²
	 */
	public double meanSquaredError(final Node x, final Tensor target) {
		return meanSquaredError(x, target, 1);
	}

	/**
	 * @param x any
	 * @param target the same shape
	 * @param weight factor of the loss
	 * @return weight · mean of (x − target)²
	 */
	public double meanSquaredError(final Node x, final Tensor target,
		final double weight)
	{
		return lose(x, functions.meanSquaredError(x.value, target), weight);
	}

	/**
	 * The adversarial losses of Goodfellow et al. 2014, with x the discriminator's
	 * logits: it makes softplus(−x) of real pictures and softplus(x) of generated
	 * ones small; against it the generator makes −softplus(x) small (minimax,
	 * weight −1) or softplus(−x) (the non-saturating form).
	 *
	 * @param x any
	 * @param sign 1 or −1
	 * @param weight factor of the loss, may be negative
	 * @return weight · mean of log(1 + exp(sign · x))
	 */
	public double meanSoftplus(final Node x, final int sign,
		final double weight)
	{
		return lose(x, functions.meanSoftplus(x.value, sign), weight);
	}

	/**
	 * @param x any
	 * @param weight factor of the loss, may be negative
	 * @return weight · mean of x
	 */
	public double mean(final Node x, final double weight) {
		return lose(x, functions.mean(x.value), weight);
	}

	/** A loss computed outside the tape, in Java, with its gradient. */
	@FunctionalInterface
	public interface Objective {

		/**
		 * @param values of the node, in its plain order
		 * @param gradient overwritten with that of the loss with respect to them
		 * @return the loss
		 */
		double of(float[] values, float[] gradient);
	}

	/**
	 * @param x any, of not more elements than an array holds
	 * @param objective computes the loss; called at once
	 * @return the loss
	 */
	public double objective(final Node x, final Objective objective) {
		final float[] values = new float[Math.toIntExact(x.value.length())];
		final Memory memory = recorder.engine.memory();
		memory.read(x.value, FloatBuffer.wrap(values));
		final float[] gradient = new float[values.length];
		final double loss = objective.of(values, gradient);
		if (x.needsGradient) {
			final Tensor tensor = memory.temporaryLike(x.value);
			memory.write(tensor, FloatBuffer.wrap(gradient));
			recorder.accumulate(x, tensor);
		}
		return loss;
	}

	private double lose(final Node x, final LossFunctions.Loss loss,
		final double weight)
	{
		if (x.needsGradient) recorder.accumulate(x, weight == 1 ? loss.gradient()
			: recorder.engine.algebra().scale(loss.gradient(), weight));
		return weight * loss.value();
	}
}
