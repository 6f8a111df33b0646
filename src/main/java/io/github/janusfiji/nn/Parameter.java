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
 * A tensor that training changes, with its gradient and Adam's moments, which
 * all outlive every scope.
 */
public final class Parameter {

	private final String name;
	private final Tensor value;
	private final Tensor gradient;
	private final Tensor mean;
	private final Tensor square;
	private boolean frozen;
	private boolean hasGradient;

	/**
	 * @param name unique in its model, such as {@code encoder.conv1.weight}
	 * @param operations where it lives
	 * @param trainable whether to hold a gradient and moments at all: a model that
	 *          only decodes needs a quarter of the memory
	 * @param shape extents
	 */
	public Parameter(final String name, final Operations operations,
		final boolean trainable, final long... shape)
	{
		this.name = name;
		value = operations.persistent(shape);
		gradient = trainable ? operations.persistent(shape) : null;
		mean = trainable ? operations.persistent(shape) : null;
		square = trainable ? operations.persistent(shape) : null;
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

	/** @return of the last backward pass; null if it cannot be trained */
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
		if (gradient == null && !freeze) throw new IllegalStateException(name +
			" was made for decoding only");
		frozen = freeze;
	}

	/** @return whether a gradient has arrived since it was last used */
	public boolean hasGradient() {
		return hasGradient;
	}

	/**
	 * @param operations where it lives
	 * @return where one more gradient may be written: its own memory if that is
	 *         free, temporary memory if a gradient is there to which it must be
	 *         added, null if none is wanted
	 */
	Tensor gradientTarget(final Operations operations) {
		if (frozen) return null;
		return hasGradient ? operations.temporaryLike(gradient) : gradient;
	}

	/**
	 * @param operations where it lives
	 * @param target from {@link #gradientTarget}, now with the gradient of one use
	 */
	void accumulate(final Operations operations, final Tensor target) {
		if (target == null) return;
		if (target != gradient) operations.add(gradient, target);
		hasGradient = true;
	}

	/** Forgets the gradient. */
	public void clearGradient() {
		hasGradient = false;
	}
}
