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
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_ml;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.TermCriteria;
import org.bytedeco.opencv.opencv_ml.SVM;

/**
 * OpenCV's support vector machine with the kernel exp(−γ·|a − b|²), γ = 1 / number
 * of inputs, C = 2, both classes of the same weight. No search for better values:
 * with few people it would fit those people.
 */
final class SvmLearner implements Learner {

	private static final double C = 2;
	private static final int STEPS = 20_000;

	@Override
	public Rule learn(final double[][] x, final boolean[] manipulated) {
		OpenCv.load();
		Loader.load(opencv_ml.class);
		try (var scope = new PointerScope()) {
			final SVM svm = SVM.create();
			svm.setType(SVM.C_SVC);
			svm.setKernel(SVM.RBF);
			svm.setGamma(1.0 / x[0].length);
			svm.setC(C);
			svm.setClassWeights(weights(manipulated));
			svm.setTermCriteria(new TermCriteria(TermCriteria.MAX_ITER +
				TermCriteria.EPS, STEPS, 1e-3));
			svm.train(Matrices.floats(x), opencv_ml.ROW_SAMPLE, Matrices.labels(
				manipulated));
			final Mat alpha = new Mat(), index = new Mat();
			final double rho = svm.getDecisionFunction(0, alpha, index);
			return kernel(Matrices.doubles(svm.getSupportVectors()), Matrices.doubles(
				alpha)[0], Matrices.doubles(index)[0], rho);
		}
	}

	private static Mat weights(final boolean[] manipulated) {
		int many = 0;
		for (final boolean m : manipulated) if (m) many++;
		final double n = manipulated.length;
		// in the order of the labels: manipulated is -1
		return Matrices.of(new double[][] { { n / 2 / many }, { n / 2 / (n -
			many) } });
	}

	/** OpenCV names the support vectors of a decision by their indices. */
	private static Rule kernel(final double[][] vectors, final double[] alpha,
		final double[] index, final double rho)
	{
		final var ordered = new double[index.length][];
		for (int i = 0; i < index.length; i++)
			ordered[i] = vectors[(int) index[i]];
		return new KernelRule(ordered, alpha, -rho);
	}

	@Override
	public Rule read(final Map<String, Loaded> tensors, final int length)
		throws InputException
	{
		return KernelRule.read(tensors, length);
	}
}
