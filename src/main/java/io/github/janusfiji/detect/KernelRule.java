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
import java.util.Map;

/**
 * A weighted sum of Gaussians about support vectors.
 *
 * @param vectors S×F
 * @param alpha S weights
 * @param bias added
 */
record KernelRule(double[][] vectors, double[] alpha, double bias) implements
	Rule
{

	static KernelRule read(final Map<String, Loaded> tensors, final int length)
		throws InputException
	{
		final Loaded flat = Tensors.require(tensors, "vectors", -1, length);
		final int count = (int) flat.shape()[0];
		final var vectors = new double[count][length];
		for (int i = 0; i < count * length; i++)
			vectors[i / length][i % length] = flat.values()[i];
		return new KernelRule(vectors, Tensors.vector(tensors, "alpha", count),
			Tensors.vector(tensors, "bias", 1)[0]);
	}

	@Override
	public double score(final double[] x) {
		final double gamma = 1.0 / x.length;
		double sum = bias;
		for (int s = 0; s < vectors.length; s++) {
			double square = 0;
			for (int i = 0; i < x.length; i++) {
				final double d = vectors[s][i] - x[i];
				square += d * d;
			}
			sum += alpha[s] * Math.exp(-gamma * square);
		}
		return sum;
	}

	@Override
	public Map<String, Loaded> tensors() {
		final int length = vectors.length == 0 ? 0 : vectors[0].length;
		final var flat = new float[vectors.length * length];
		for (int i = 0; i < flat.length; i++)
			flat[i] = (float) vectors[i / length][i % length];
		return Map.of("vectors", new Loaded(new long[] { vectors.length, length },
			flat), "alpha", Tensors.of(alpha), "bias", Tensors.of(new double[] {
				bias }));
	}
}
