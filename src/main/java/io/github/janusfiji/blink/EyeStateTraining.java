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
package io.github.janusfiji.blink;

import io.github.janusfiji.task.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits an {@link EyeStateModel} by logistic loss with Adam (Kingma and Ba,
 * "Adam: A Method for Stochastic Optimization", ICLR 2015) and decoupled weight
 * decay (Loshchilov and Hutter, ICLR 2019). One thread, so that a seed gives
 * the same bytes everywhere.
 */
final class EyeStateTraining {

	private static final int BATCH = 32;
	private static final double RATE = 1e-3, DECAY = 2e-3;
	private static final double BETA1 = 0.9, BETA2 = 0.999, EPSILON = 1e-8;

	/** Targets this far from 0 and 1, so that the log-odds stay graded. */
	private static final double SMOOTHING = 0.02;

	private final EyeStateModel model;
	private final float[][] gradient, first, second;
	private final float[] hidden = new float[EyeStateModel.HIDDEN];
	private long steps;

	private EyeStateTraining(final EyeStateModel model) {
		this.model = model;
		gradient = zeros();
		first = zeros();
		second = zeros();
	}

	private float[][] zeros() {
		final float[][] p = model.parameters();
		final float[][] zeros = new float[p.length][];
		for (int i = 0; i < p.length; i++) zeros[i] = new float[p[i].length];
		return zeros;
	}

	/**
	 * @param eyes labelled patches
	 * @param epochs how often each is shown, each time disturbed differently
	 * @param seed of weights, order and disturbance
	 * @param progress told each epoch
	 * @return the trained model
	 */
	static EyeStateModel fit(final List<LabelledEyes.Eye> eyes, final int epochs,
		final long seed, final Progress progress)
	{
		final var random = new Random(seed);
		final var training = new EyeStateTraining(EyeStateModel.initial(random));
		final var augmenter = new EyeAugmenter(random);
		final var order = new ArrayList<>(eyes);
		progress.stage("Training the eye-state model", epochs);
		for (int epoch = 0; epoch < epochs; epoch++) {
			Collections.shuffle(order, random);
			// Cosine decay to zero (Loshchilov and Hutter, SGDR, ICLR 2017).
			final double rate = RATE * (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
			double loss = 0;
			for (int i = 0; i < order.size(); i++) {
				loss += training.accumulate(EyeFeatures.of(augmenter.disturbed(order.get(
					i).grey())), order.get(i).open());
				if ((i + 1) % BATCH == 0) training.step(rate);
			}
			progress.check();
			progress.done(epoch + 1);
			progress.status(String.format("epoch %d: loss %.4f", epoch + 1, loss /
				order.size()));
		}
		return withLevels(training.model, eyes, augmenter);
	}

	/** Takes the levels from one more disturbed view of each eye. */
	private static EyeStateModel withLevels(final EyeStateModel model,
		final List<LabelledEyes.Eye> eyes, final EyeAugmenter augmenter)
	{
		final var open = new ArrayList<Double>();
		final var closed = new ArrayList<Double>();
		for (final LabelledEyes.Eye eye : eyes) {
			(eye.open() ? open : closed).add(model.logit(augmenter.disturbed(eye
				.grey())));
		}
		Collections.sort(open);
		Collections.sort(closed);
		return model.withLevels(closed.get(closed.size() / 2), open.get(open.size() /
			10));
	}

	/** Adds one example's gradient and returns its loss. */
	private double accumulate(final float[] features, final boolean open) {
		final double logit = model.logit(features, hidden);
		final double target = open ? 1 - SMOOTHING : SMOOTHING;
		final double p = 1 / (1 + Math.exp(-logit));
		final float d = (float) (p - target);
		gradient[3][0] += d;
		for (int h = 0; h < hidden.length; h++) {
			if (hidden[h] <= 0) continue;
			gradient[2][h] += d * hidden[h];
			final float dh = d * model.w2[h];
			gradient[1][h] += dh;
			final int row = h * EyeFeatures.COUNT;
			for (int i = 0; i < features.length; i++) gradient[0][row + i] += dh *
				features[i];
		}
		return -target * Math.log(Math.max(p, 1e-12)) - (1 - target) * Math.log(Math
			.max(1 - p, 1e-12));
	}

	private void step(final double rate) {
		steps++;
		final double c1 = 1 - Math.pow(BETA1, steps), c2 = 1 - Math.pow(BETA2,
			steps);
		final float[][] weights = model.parameters();
		for (int p = 0; p < weights.length; p++) {
			final boolean decays = p % 2 == 0;
			for (int i = 0; i < weights[p].length; i++) {
				final double g = gradient[p][i] / BATCH;
				gradient[p][i] = 0;
				first[p][i] = (float) (BETA1 * first[p][i] + (1 - BETA1) * g);
				second[p][i] = (float) (BETA2 * second[p][i] + (1 - BETA2) * g * g);
				final double move = first[p][i] / c1 / (Math.sqrt(second[p][i] / c2) +
					EPSILON) + (decays ? DECAY * weights[p][i] : 0);
				weights[p][i] -= (float) (rate * move);
			}
		}
	}
}
