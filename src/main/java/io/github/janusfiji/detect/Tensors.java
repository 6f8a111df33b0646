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
package io.github.janusfiji.detect;

import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.util.Arrays;
import java.util.Map;

/** Checked access to the numbers of a detector's file. */
final class Tensors {

	private Tensors() {}

	static Loaded of(final double[] values) {
		final var floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return new Loaded(new long[] { floats.length }, floats);
	}

	/**
	 * @param tensors by name
	 * @param name of one
	 * @param shape it must have; −1 for any extent
	 * @return that one
	 * @throws InputException if it is missing or of another shape
	 */
	static Loaded require(final Map<String, Loaded> tensors, final String name,
		final long... shape) throws InputException
	{
		final Loaded tensor = tensors.get(name);
		boolean fits = tensor != null && tensor.shape().length == shape.length;
		for (int i = 0; fits && i < shape.length; i++)
			fits = shape[i] < 0 || shape[i] == tensor.shape()[i];
		if (!fits) throw new InputException("it lacks the numbers " + name +
			" of the shape " + Arrays.toString(shape).replace("-1", "any"));
		return tensor;
	}

	static double[] vector(final Map<String, Loaded> tensors, final String name,
		final int length) throws InputException
	{
		final float[] values = require(tensors, name, length).values();
		final var vector = new double[values.length];
		for (int i = 0; i < vector.length; i++)
			vector[i] = values[i];
		return vector;
	}
}
