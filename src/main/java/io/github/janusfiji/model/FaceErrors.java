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

import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.function.IntPredicate;

/**
 * Errors of the painted faces of a minibatch, weighted by pixel.
 *
 * @param sums of each face, of weight · |painted − real|
 * @param weights of each face, their sum
 */
record FaceErrors(double[] sums, double[] weights) {

	/**
	 * Puts an objective on the tape.
	 *
	 * @param objective of faces
	 * @param tape that painted them
	 * @param painted N×3×H×W
	 * @param pair what they should be, and how much each pixel counts
	 * @param from the first face's slot in the pair
	 * @return their errors
	 */
	static FaceErrors lose(final FaceObjective objective, final Tape tape,
		final Node painted, final BatchFeeder.Pair pair, final int from)
	{
		final int n = (int) painted.value().size(0);
		final float[] real = floats(pair.target(), from, n);
		final float[] weights = floats(pair.weights(), from, n);
		final var errors = new FaceErrors(new double[n], new double[n]);
		tape.losses().objective(painted, (values, gradient) -> {
			errors.add(values, real, weights);
			return objective.of(values, real, weights, n, gradient);
		});
		return errors;
	}

	private static float[] floats(final ImageBatch batch, final int from,
		final int count)
	{
		final int each = batch.channels() * batch.height() * batch.width();
		final var all = new float[count * each];
		for (int i = 0; i < count; i++)
			batch.slot(from + i).get(0, all, i * each, each);
		return all;
	}

	private void add(final float[] painted, final float[] real,
		final float[] weight)
	{
		final int each = real.length / sums.length;
		for (int i = 0; i < real.length; i++) {
			sums[i / each] += weight[i] * Math.abs(painted[i] - real[i]);
			weights[i / each] += weight[i];
		}
	}

	/**
	 * @param faces which of them
	 * @return their mean absolute error, 0 to 1; NaN if there is none
	 */
	double mean(final IntPredicate faces) {
		double sum = 0, all = 0;
		boolean any = false;
		for (int i = 0; i < sums.length; i++)
			if (faces.test(i)) {
				sum += sums[i];
				all += weights[i];
				any = true;
			}
		return any ? sum / Math.max(1e-9, all) : Double.NaN;
	}
}
