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

import java.util.Arrays;

/**
 * Logistic regression with a Gaussian prior about 0 for the weights, so that it
 * stays finite when both classes can be told apart without an error.
 *
 * @param weights one for each input
 * @param bias log-odds where all inputs are 0
 * @param covariance of the weights and, last, the bias: the inverse of the
 *          negative log-posterior's curvature (Laplace's approximation)
 */
record Logistic(double[] weights, double bias, double[][] covariance) {

	private static final int STEPS = 60;
	private static final double DONE = 1e-9;

	/**
	 * Newton's method.
	 *
	 * @param x N×D
	 * @param target probability of each example, 0 to 1
	 * @param count how often each example counts
	 * @param prior precision of the weights' prior; the bias has a thousandth of it
	 * @return the regression
	 */
	static Logistic fit(final double[][] x, final double[] target,
		final double[] count, final double prior)
	{
		final int d = x[0].length;
		final var theta = new double[d + 1];
		double[][] curvature = new double[d + 1][d + 1];
		for (int step = 0; step < STEPS; step++) {
			final var slope = new double[d + 1];
			curvature = new double[d + 1][d + 1];
			for (int k = 0; k <= d; k++) {
				final double precision = k < d ? prior : prior / 1000;
				slope[k] = precision * theta[k];
				curvature[k][k] = precision;
			}
			for (int n = 0; n < x.length; n++)
				add(x[n], target[n], count[n], theta, slope, curvature);
			final double[] move = solved(curvature, slope);
			double most = 0;
			for (int k = 0; k <= d; k++) {
				// A step of more than 5 overshoots where the sigmoid is flat.
				final double m = Math.max(-5, Math.min(5, move[k]));
				theta[k] -= m;
				most = Math.max(most, Math.abs(m));
			}
			if (most < DONE) break;
		}
		return new Logistic(Arrays.copyOf(theta, d), theta[d], inverse(
			curvature));
	}

	private static void add(final double[] x, final double target,
		final double count, final double[] theta, final double[] slope,
		final double[][] curvature)
	{
		final int d = x.length;
		double z = theta[d];
		for (int k = 0; k < d; k++)
			z += theta[k] * x[k];
		final double p = sigmoid(z), w = count * Math.max(1e-9, p * (1 - p));
		for (int k = 0; k <= d; k++) {
			final double xk = k < d ? x[k] : 1;
			slope[k] += count * (p - target) * xk;
			for (int j = 0; j <= d; j++)
				curvature[k][j] += w * xk * (j < d ? x[j] : 1);
		}
	}

	static double sigmoid(final double z) {
		return 1 / (1 + Math.exp(-z));
	}

	/** @return log-odds */
	double logit(final double[] x) {
		double z = bias;
		for (int k = 0; k < x.length; k++)
			z += weights[k] * x[k];
		return z;
	}

	/**
	 * @param x inputs
	 * @param variance of each input
	 * @return variance of the log-odds, from both the inputs and the regression
	 */
	double variance(final double[] x, final double[] variance) {
		final int d = x.length;
		double sum = 0;
		for (int k = 0; k <= d; k++) {
			final double xk = k < d ? x[k] : 1;
			for (int j = 0; j <= d; j++)
				sum += xk * covariance[k][j] * (j < d ? x[j] : 1);
			if (k < d) sum += weights[k] * weights[k] * variance[k];
		}
		return Math.max(0, sum);
	}

	private static double[] solved(final double[][] matrix,
		final double[] right)
	{
		final double[][] inverse = inverse(matrix);
		final var solution = new double[right.length];
		for (int r = 0; r < solution.length; r++)
			for (int c = 0; c < solution.length; c++)
				solution[r] += inverse[r][c] * right[c];
		return solution;
	}

	/** Gauss and Jordan; the prior keeps the matrix positive definite. */
	private static double[][] inverse(final double[][] matrix) {
		final int n = matrix.length;
		final var a = new double[n][];
		for (int r = 0; r < n; r++) {
			a[r] = Arrays.copyOf(matrix[r], 2 * n);
			a[r][n + r] = 1;
		}
		for (int p = 0; p < n; p++) {
			final double pivot = a[p][p];
			for (int c = p; c < 2 * n; c++)
				a[p][c] /= pivot;
			for (int r = 0; r < n; r++) {
				final double factor = a[r][p];
				if (r == p || factor == 0) continue;
				for (int c = p; c < 2 * n; c++)
					a[r][c] -= factor * a[p][c];
			}
		}
		final var inverse = new double[n][];
		for (int r = 0; r < n; r++)
			inverse[r] = Arrays.copyOfRange(a[r], n, 2 * n);
		return inverse;
	}
}
