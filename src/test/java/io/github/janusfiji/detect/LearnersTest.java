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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.InputException;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearnersTest {

	private static final int N = 400, D = 6;

	private final double[][] x = new double[N][D];
	private final boolean[] manipulated = new boolean[N];

	/** Two clouds, one 2.4 standard deviations from the other along (1, −1). */
	private void clouds() {
		final var random = new SplittableRandom(4);
		for (int i = 0; i < N; i++) {
			manipulated[i] = i % 2 == 1;
			for (int k = 0; k < D; k++)
				x[i][k] = random.nextGaussian();
			x[i][0] += manipulated[i] ? 0.85 : -0.85;
			x[i][1] -= manipulated[i] ? 0.85 : -0.85;
		}
	}

	private double accuracy(final Rule rule) {
		int right = 0;
		for (int i = 0; i < N; i++)
			if (rule.score(x[i]) > 0 == manipulated[i]) right++;
		return (double) right / N;
	}

	@Test
	void everyLearnerFindsTheDirectionAndReadsItselfBack()
		throws InputException
	{
		clouds();
		for (final Learner learner : new Learner[] { new LdaLearner(),
			new SvmLearner(), new LogisticLearner(), new GradientLearner(0.01) })
		{
			final Rule rule = learner.learn(x, manipulated);
			// The best rule there is errs as often as a Gaussian lies beyond 1.2.
			assertTrue(accuracy(rule) > 0.85, learner.getClass() + " " + accuracy(
				rule));
			final Rule read = learner.read(rule.tensors(), D);
			for (int i = 0; i < 20; i++)
				assertEquals(rule.score(x[i]), read.score(x[i]), 1e-4);
			assertThrows(InputException.class, () -> learner.read(rule.tensors(), D +
				1));
			assertThrows(InputException.class, () -> learner.read(Map.of(), D));
		}
	}

	@Test
	void squaresTellWhatLiesOnBothSides() throws InputException {
		final var random = new SplittableRandom(2);
		for (int i = 0; i < N; i++) {
			manipulated[i] = i % 2 == 1;
			x[i][0] = (random.nextBoolean() ? 1 : -1) * (manipulated[i] ? 2 : 0.5) +
				0.3 * random.nextGaussian();
		}
		final var learner = new SquareLearner(new LogisticLearner());
		final Rule rule = learner.learn(x, manipulated);
		assertTrue(accuracy(rule) > 0.95);
		assertTrue(accuracy(new LogisticLearner().learn(x, manipulated)) < 0.7);
		assertEquals(rule.score(x[1]), learner.read(rule.tensors(), D).score(x[1]),
			1e-4);
		assertThrows(InputException.class, () -> learner.read(rule.tensors(), 2 *
			D));
	}

	@Test
	void descentEndsWhereNewtonsMethodDoes() {
		clouds();
		final var descent = (LinearRule) new GradientLearner(0.05).learn(x,
			manipulated);
		// N·mean loss + N·0.05·|w|² is the loss with a prior of precision 0.1·N.
		final var target = new double[N];
		final var ones = new double[N];
		Arrays.fill(ones, 1);
		for (int i = 0; i < N; i++)
			target[i] = manipulated[i] ? 1 : 0;
		final var newton = Logistic.fit(x, target, ones, 0.1 * N);
		assertArrayEquals(newton.weights(), descent.weights(), 0.01);
	}

	@Test
	void logisticRegressionFindsTheTrueWeights() {
		final var random = new SplittableRandom(1);
		final var inputs = new double[20000][2];
		final var target = new double[inputs.length];
		final var count = new double[inputs.length];
		for (int i = 0; i < inputs.length; i++) {
			inputs[i] = new double[] { random.nextGaussian(), random.nextGaussian() };
			target[i] = random.nextDouble() < Logistic.sigmoid(1.5 * inputs[i][0] -
				0.7 * inputs[i][1] + 0.3) ? 1 : 0;
			count[i] = 1;
		}
		final var fit = Logistic.fit(inputs, target, count, 1e-6);
		assertArrayEquals(new double[] { 1.5, -0.7 }, fit.weights(), 0.08);
		assertEquals(0.3, fit.bias(), 0.06);
		// Fisher's information of so many examples: about 1 / (n · p · (1 − p)).
		assertEquals(1 / (inputs.length * 0.18), fit.covariance()[2][2], 3e-5);
	}

	@Test
	void aCalibrationOfFewClipsIsUnsure() {
		final double[] few = { -1, 1 }, many = new double[200];
		final boolean[] bad = new boolean[200];
		for (int i = 0; i < many.length; i++) {
			many[i] = i % 2 == 0 ? -1 : 1;
			bad[i] = i % 2 == 1;
		}
		final double[] one = { 1, 1 }, ones = new double[200];
		Arrays.fill(ones, 1);
		final var unsure = interval(Calibration.of(few, new boolean[] { false,
			true }, one));
		final var sure = interval(Calibration.of(many, bad, ones));
		assertTrue(unsure.high() - unsure.low() > 0.5, unsure.toString());
		assertTrue(sure.high() - sure.low() < 0.1, sure.toString());
		assertTrue(sure.low() < sure.score() && sure.score() < sure.high());
		assertTrue(sure.score() > 0.95 && unsure.score() < 0.8);
	}

	private static Estimate interval(final Logistic l) {
		final double[] x = { 1 }, none = { 0 };
		return Estimate.of(l.logit(x), l.variance(x, none));
	}

	@Test
	void scatterWidensAClipsInterval() {
		final var l = new Logistic(new double[] { 2 }, 0, new double[2][2]);
		final double[] x = { 1 };
		assertEquals(0, l.variance(x, new double[] { 0 }));
		assertEquals(4 * 0.25, l.variance(x, new double[] { 0.25 }));
		final var score = ClipScore.of(new double[] { 0, 0, 0, 0, 1, 1, 1, 1 }, 9);
		assertEquals(0.5, score.mean());
		assertEquals(8 * 0.25 / 7 / 8, score.variance(), 1e-12);
		assertEquals(9.0 / 2, ClipScore.of(new double[] { 1, 3 }, 9).variance());
	}
}
