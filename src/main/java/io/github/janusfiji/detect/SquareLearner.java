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

/**
 * Learns from the numbers and their squares, where a difference of either sign
 * may tell.
 *
 * @param inner what then learns
 */
record SquareLearner(Learner inner) implements Learner {

	@Override
	public Rule learn(final double[][] x, final boolean[] manipulated) {
		return new Squared(inner.learn(Arrays.stream(x).map(
			SquareLearner::withSquares).toArray(double[][]::new), manipulated));
	}

	@Override
	public Rule read(final Map<String, Loaded> tensors, final int length)
		throws InputException
	{
		return new Squared(inner.read(tensors, 2 * length));
	}

	private static double[] withSquares(final double[] x) {
		final double[] both = Arrays.copyOf(x, 2 * x.length);
		for (int i = 0; i < x.length; i++)
			both[x.length + i] = x[i] * x[i];
		return both;
	}

	private record Squared(Rule rule) implements Rule {

		@Override
		public double score(final double[] x) {
			return rule.score(withSquares(x));
		}

		@Override
		public Map<String, Loaded> tensors() {
			return rule.tensors();
		}
	}
}
