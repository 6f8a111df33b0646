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
package io.github.janusfiji.nn.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's convolution and matrix product, which oneDNN and BLAS compute. */
final class Nd4jAffine {

	private Nd4jAffine() {}

	static void conv2d(final INDArray x, final INDArray kernel,
		final INDArray bias, final int stride, final INDArray out)
	{
		Nd4j.exec(DynamicCustomOp.builder("conv2d").addInputs(x, kernel, bias)
			.addOutputs(out).addIntegerArguments(convolution(kernel,
				stride)).build());
	}

	static void conv2dGradient(final INDArray x, final INDArray kernel,
		final INDArray bias, final int stride, final INDArray gradient,
		final INDArray dx, final INDArray weights, final INDArray biases)
	{
		Nd4j.exec(DynamicCustomOp.builder("conv2d_bp").addInputs(x, kernel, bias,
			gradient).addOutputs(dx, weights, biases).addIntegerArguments(convolution(
				kernel, stride)).build());
	}

	private static int[] convolution(final INDArray kernel, final int stride) {
		final int k = (int) kernel.size(2);
		// Kernel, stride, padding, dilation, then: SAME, N×C×H×W, O×I×kH×kW.
		return new int[] { k, k, stride, stride, 0, 0, 1, 1, 1, 0, 1 };
	}

	/** The native operation: Nd4j.gemm copies its arguments on the Java side. */
	static void multiply(final INDArray a, final INDArray b, final INDArray out,
		final boolean transposeA, final boolean transposeB)
	{
		Nd4j.exec(DynamicCustomOp.builder("matmul").addInputs(a, b).addOutputs(out)
			.addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0).build());
	}
}
