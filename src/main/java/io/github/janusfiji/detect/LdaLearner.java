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

import io.github.janusfiji.natives.OpenCv;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.tensor.Safetensors.Loaded;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.LDA;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.PCA;

/**
 * Principal components that hold 99 % of the variance, then Fisher's linear
 * discriminant between both classes: the baseline of Korshunov and Marcel 2018.
 * Both are OpenCV's; the result is one weighted sum.
 */
final class LdaLearner implements Learner {

	private static final double KEPT = 0.99;

	@Override
	public Rule learn(final double[][] x, final boolean[] manipulated) {
		OpenCv.load();
		try (var scope = new PointerScope()) {
			final var data = Matrices.of(x);
			final var pca = new PCA(data, new Mat(), PCA.DATA_AS_ROW, KEPT);
			final Mat reduced = pca.project(data);
			final var rows = new Mat[x.length];
			for (int i = 0; i < rows.length; i++)
				rows[i] = reduced.row(i);
			final var lda = new LDA(new MatVector(rows), Matrices.labels(manipulated),
				1);
			return rule(x, manipulated, Matrices.doubles(pca.eigenvectors()), Matrices
				.doubles(lda.eigenvectors()));
		}
	}

	/** @param components one for each row; @param direction one column */
	private static Rule rule(final double[][] x, final boolean[] manipulated,
		final double[][] components, final double[][] direction)
	{
		final var weights = new double[x[0].length];
		for (int k = 0; k < components.length; k++)
			for (int i = 0; i < weights.length; i++)
				weights[i] += direction[k][0] * components[k][i];
		return oriented(new LinearRule(weights, 0), x, manipulated);
	}

	/** Scaled to means of −1 for genuine and 1 for manipulated faces. */
	private static LinearRule oriented(final LinearRule rule,
		final double[][] x, final boolean[] manipulated)
	{
		final double[] sum = new double[2], count = new double[2];
		for (int i = 0; i < x.length; i++) {
			sum[manipulated[i] ? 1 : 0] += rule.score(x[i]);
			count[manipulated[i] ? 1 : 0]++;
		}
		final double low = sum[0] / count[0], high = sum[1] / count[1];
		final double factor = high == low ? 0 : 2 / (high - low);
		final double[] weights = rule.weights().clone();
		for (int i = 0; i < weights.length; i++)
			weights[i] *= factor;
		return new LinearRule(weights, -factor * (high + low) / 2);
	}

	@Override
	public Rule read(final Map<String, Loaded> tensors, final int length)
		throws InputException
	{
		return LinearRule.read(tensors, length);
	}
}
