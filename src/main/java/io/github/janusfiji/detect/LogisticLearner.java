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

/** Logistic regression, both classes of the same weight. */
final class LogisticLearner implements Learner {

	/** Precision of the prior of each weight, for standardised inputs. */
	private static final double PRIOR = 10;

	@Override
	public Rule learn(final double[][] x, final boolean[] manipulated) {
		final var target = new double[x.length];
		int many = 0;
		for (int i = 0; i < target.length; i++) {
			target[i] = manipulated[i] ? 1 : 0;
			if (manipulated[i]) many++;
		}
		final var count = new double[x.length];
		Arrays.setAll(count, i -> x.length / 2.0);
		for (int i = 0; i < count.length; i++)
			count[i] /= manipulated[i] ? many : x.length - many;
		final var fit = Logistic.fit(x, target, count, PRIOR);
		return new LinearRule(fit.weights(), fit.bias());
	}

	@Override
	public Rule read(final Map<String, Loaded> tensors, final int length)
		throws InputException
	{
		return LinearRule.read(tensors, length);
	}
}
