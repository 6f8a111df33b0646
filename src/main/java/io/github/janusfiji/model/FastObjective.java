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
import io.github.janusfiji.nn.Node;
import io.github.janusfiji.nn.Tape;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.tensor.ImageBatch;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@link FastNetwork} makes small, after Korshunova et al. 2017 (section
 * 3.2): content, style and total variation. Of the target's own faces the right
 * answer is known, so they have {@link FaceObjective} beside.
 */
final class FastObjective {

	/** Weights of the content of each layer, the style of each layer, and TV. */
	private static final double CONTENT = 0.1, STYLE = 0.2, VARIATION = 0.05;

	/** Of own faces beside the mean absolute error: edges and structure. */
	private static final double EDGES = 0.5, STRUCTURE = 0.25;

	private final FaceFeatures features;
	private final StylePictures style;
	private final FaceObjective own;
	private final boolean alone;

	/**
	 * @param features of faces
	 * @param style pictures of the target
	 * @param size of the painted faces, px
	 * @param alone whether all faces trained on are the target's
	 */
	FastObjective(final FaceFeatures features, final StylePictures style,
		final int size, final boolean alone)
	{
		this.features = features;
		this.style = style;
		this.alone = alone;
		own = new FaceObjective(size, EDGES, STRUCTURE);
	}

	/**
	 * What was found.
	 *
	 * @param a mean absolute error of the target's own faces, weighted
	 * @param b how far painted faces are from the others, likewise
	 * @param others sum of all losses
	 */
	record Found(double a, double b, double others) {}

	/**
	 * Adds the losses.
	 *
	 * @param tape records them
	 * @param engine computes
	 * @param painted 2N×3×H×W
	 * @param pair what it was painted from
	 * @return what was found
	 */
	Found add(final Tape tape, final Engine engine, final Node painted,
		final BatchFeeder.Pair pair)
	{
		final float[] shares = FaceWeights.shares(floats(pair.weights()));
		final var goal = features.of(new Tape(engine, false), engine, tape.constant(
			engine.memory().of(pair.target())), shares);
		final var is = features.of(tape, engine, painted, shares);
		double loss = content(tape, engine, is.content(), goal.content()) + style
			.add(tape, is.style(), pair.input().cues(), STYLE) + variation(tape, engine,
				painted);
		final int n = pair.target().count() / 2;
		final double[] errors = new double[2];
		final float[] real = floats(pair.target()), weights = floats(pair.weights());
		loss += tape.losses().objective(painted, (values, gradient) -> {
			errors[0] = error(values, real, weights, 0, values.length / 2);
			errors[1] = error(values, real, weights, values.length / 2,
				values.length);
			return known(values, real, weights, alone ? 2 * n : n, 2 * n, gradient);
		});
		return new Found(errors[0], errors[1], loss);
	}

	/** Of the faces whose right answer is known, the first n of the minibatch. */
	private double known(final float[] values, final float[] real,
		final float[] weights, final int n, final int of, final float[] gradient)
	{
		final int length = real.length / of * n;
		final float[] g = new float[length];
		final double loss = own.of(Arrays.copyOf(values, length), Arrays.copyOf(real,
			length), Arrays.copyOf(weights, length), n, g);
		System.arraycopy(g, 0, gradient, 0, length);
		return loss;
	}

	/**
	 * Mean squared differences of the features, each layer's over the mean square
	 * of what they should be.
	 *
	 * @param tape records it
	 * @param engine computes
	 * @param is features of what was painted
	 * @param goal of what it was painted from
	 * @return the weighted loss
	 */
	static double content(final Tape tape, final Engine engine,
		final List<Node> is, final List<Node> goal)
	{
		double loss = 0;
		for (int i = 0; i < is.size(); i++) {
			final Tensor should = goal.get(i).value();
			final double square = Math.pow(engine.algebra().norm(should), 2) / should
				.length();
			if (square > 0) loss += tape.losses().meanSquaredError(is.get(i), should,
				CONTENT / square);
		}
		return loss;
	}

	/**
	 * Total variation: mean squared differences of neighbours.
	 *
	 * @param tape records it
	 * @param engine computes
	 * @param painted N×3×H×W
	 * @return the weighted loss
	 */
	static double variation(final Tape tape, final Engine engine,
		final Node painted)
	{
		double loss = 0;
		for (final int axis : new int[] { 2, 3 }) {
			final Node steps = tape.difference(painted, axis);
			loss += tape.losses().meanSquaredError(steps, engine.algebra().filled(0,
				steps.value().shape()), VARIATION);
		}
		return loss;
	}

	private static float[] floats(final ImageBatch batch) {
		final int each = batch.channels() * batch.height() * batch.width();
		final var all = new float[batch.count() * each];
		for (int i = 0; i < batch.count(); i++)
			batch.slot(i).get(0, all, i * each, each);
		return all;
	}

	private static double error(final float[] painted, final float[] real,
		final float[] weights, final int from, final int to)
	{
		double sum = 0, all = 0;
		for (int i = from; i < to; i++) {
			sum += weights[i] * Math.abs(painted[i] - real[i]);
			all += weights[i];
		}
		return sum / Math.max(1e-9, all);
	}
}
