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

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Linear least squares with a few predictors. */
final class LeastSquares {

	/** Share of a predictor's own energy added to it, so that none is singular. */
	private static final double RIDGE = 1e-6;

	private LeastSquares() {}

	/**
	 * Takes out of a series what a linear combination of others explains.
	 *
	 * @param predictors some series
	 * @param values a series of the same length; becomes the residual
	 */
	static void remove(final double[][] predictors, final double[] values) {
		final var rows = new Array2DRowRealMatrix(predictors, false);
		final RealMatrix square = rows.multiply(rows.transpose());
		for (int i = 0; i < predictors.length; i++) square.setEntry(i, i, square
			.getEntry(i, i) * (1 + RIDGE) + Double.MIN_NORMAL);
		final RealVector weights = new LUDecomposition(square, 0).getSolver().solve(
			new ArrayRealVector(rows.operate(values), false));
		for (int t = 0; t < values.length; t++)
			for (int i = 0; i < predictors.length; i++)
				values[t] -= weights.getEntry(i) * predictors[i][t];
	}
}
