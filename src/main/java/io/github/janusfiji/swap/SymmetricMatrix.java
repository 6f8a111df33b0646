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
package io.github.janusfiji.swap;

import java.util.function.DoubleUnaryOperator;

/** Functions of small symmetric matrices by their eigenvalues. */
final class SymmetricMatrix {

	/** Enough for 3×3: Jacobi's method converges quadratically. */
	private static final int SWEEPS = 12;

	private SymmetricMatrix() {}

	/**
	 * Applies a function to a matrix's eigenvalues, found by cyclic Jacobi
	 * rotations (Golub and Van Loan, "Matrix Computations", section 8.5).
	 *
	 * @param matrix symmetric, n×n
	 * @param function of an eigenvalue
	 * @return the matrix with the same eigenvectors and those values
	 */
	static double[][] apply(final double[][] matrix,
		final DoubleUnaryOperator function)
	{
		final int n = matrix.length;
		final var a = new double[n][];
		final var v = new double[n][n];
		for (int i = 0; i < n; i++) {
			a[i] = matrix[i].clone();
			v[i][i] = 1;
		}
		for (int sweep = 0; sweep < SWEEPS; sweep++)
			for (int p = 0; p < n; p++)
				for (int q = p + 1; q < n; q++)
					rotate(a, v, p, q);
		final var out = new double[n][n];
		for (int k = 0; k < n; k++) {
			final double value = function.applyAsDouble(a[k][k]);
			for (int i = 0; i < n; i++)
				for (int j = 0; j < n; j++)
					out[i][j] += value * v[i][k] * v[j][k];
		}
		return out;
	}

	/** Makes the element at (p, q) zero. */
	private static void rotate(final double[][] a, final double[][] v,
		final int p, final int q)
	{
		if (a[p][q] == 0) return;
		final double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
		final double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta,
			1));
		final double c = 1 / Math.hypot(t, 1), s = t * c;
		for (int k = 0; k < a.length; k++) {
			final double x = a[k][p], y = a[k][q];
			a[k][p] = c * x - s * y;
			a[k][q] = s * x + c * y;
		}
		for (int k = 0; k < a.length; k++) {
			final double x = a[p][k], y = a[q][k];
			a[p][k] = c * x - s * y;
			a[q][k] = s * x + c * y;
			final double u = v[k][p], w = v[k][q];
			v[k][p] = c * u - s * w;
			v[k][q] = s * u + c * w;
		}
	}

	/**
	 * @param a n×n
	 * @param b n×n
	 * @return their product
	 */
	static double[][] product(final double[][] a, final double[][] b) {
		final int n = a.length;
		final var out = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				for (int k = 0; k < n; k++)
					out[i][j] += a[i][k] * b[k][j];
		return out;
	}
}
