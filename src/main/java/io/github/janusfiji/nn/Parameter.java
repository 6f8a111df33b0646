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

/**
 * A tensor that training changes, with Adam's moments, which outlive every
 * scope, and with its gradient, whose memory is borrowed from the moment it
 * arrives until it is used.
 */
public final class Parameter {

	private final String name;
	private final Engine engine;
	private final Tensor value;
	private final Tensor mean;
	private final Tensor square;
	private Tensor gradient;
	private boolean frozen;

	/**
	 * @param name unique in its model, such as {@code encoder.conv1.weight}
	 * @param engine where it lives
	 * @param trainable whether to hold moments and take gradients at all: a model
	 *          that only decodes needs a quarter of the memory
	 * @param shape extents
	 */
	public Parameter(final String name, final Engine engine,
		final boolean trainable, final long... shape)
	{
		this.name = name;
		this.engine = engine;
		value = engine.memory().persistent(shape);
		mean = trainable ? engine.memory().persistent(shape) : null;
		square = trainable ? engine.memory().persistent(shape) : null;
		frozen = !trainable;
	}

	/** @return unique in its model */
	public String name() {
		return name;
	}

	/** @return what it is */
	public Tensor value() {
		return value;
	}

	/** @return of the last backward pass; null if none came, or it was used */
	public Tensor gradient() {
		return gradient;
	}

	/** @return Adam's first moment; null if it cannot be trained */
	public Tensor mean() {
		return mean;
	}

	/** @return Adam's second moment; null if it cannot be trained */
	public Tensor square() {
		return square;
	}

	/** @return whether it takes no gradient and keeps its value */
	public boolean isFrozen() {
		return frozen;
	}

	/**
	 * @param freeze whether it shall take no gradient and keep its value
	 * @throws IllegalStateException if it cannot be trained
	 */
	public void setFrozen(final boolean freeze) {
		if (mean == null && !freeze) throw new IllegalStateException(name +
			" was made for decoding only");
		frozen = freeze;
	}

	/** @return whether a gradient has arrived since it was last used */
	public boolean hasGradient() {
		return gradient != null;
	}

	/** @return where one more gradient may be written; null if none is wanted */
	Tensor gradientTarget() {
		return frozen ? null : engine.memory().borrow(value);
	}

	/** @param target from {@link #gradientTarget}, now with the gradient of one use */
	void accumulate(final Tensor target) {
		if (target == null) return;
		if (gradient == null) {
			gradient = target;
			return;
		}
		engine.algebra().add(gradient, target);
		engine.memory().giveBack(target);
	}

	/** Forgets the gradient. */
	public void clearGradient() {
		if (gradient != null) engine.memory().giveBack(gradient);
		gradient = null;
	}

	/**
	 * Moves the value against its gradient, if one has arrived, and uses the
	 * gradient up.
	 *
	 * @param adam how
	 * @param step number of steps done before, from 0
	 */
	public void descend(final Adam adam, final int step) {
		if (gradient == null) return;
		engine.layers().adam(value, gradient, mean, square, adam, step);
		clearGradient();
	}
}
