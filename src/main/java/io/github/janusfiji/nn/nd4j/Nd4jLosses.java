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

import io.github.janusfiji.nn.Algebra;
import io.github.janusfiji.nn.LossFunctions;
import io.github.janusfiji.nn.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link LossFunctions} by ND4J's operations. */
final class Nd4jLosses implements LossFunctions {

	private final Nd4jTensors tensors;
	private final Algebra algebra;

	/**
	 * @param tensors of the engine
	 * @param algebra of the same
	 */
	Nd4jLosses(final Nd4jTensors tensors, final Algebra algebra) {
		this.tensors = tensors;
		this.algebra = algebra;
	}

	private INDArray array(final Tensor tensor) {
		return tensors.array(tensor);
	}

	@Override
	public Loss meanAbsoluteError(final Tensor x, final Tensor y) {
		final INDArray difference = array(x).sub(array(y));
		final long n = difference.length();
		final double mean = difference.norm1Number().doubleValue() / n;
		return new Loss(mean, tensors.of(Transforms.sign(difference,
			false).muli(1.0 /
			n)));
	}

	@Override
	public Loss meanSquaredError(final Tensor x, final Tensor y) {
		final INDArray difference = array(x).sub(array(y));
		final long n = difference.length();
		final double norm = difference.norm2Number().doubleValue();
		return new Loss(norm * norm / n, tensors.of(difference.muli(2.0 / n)));
	}

	@Override
	public Loss meanSoftplus(final Tensor x, final int sign) {
		final INDArray signed = array(x).mul(sign);
		return new Loss(softplus(signed).meanNumber().doubleValue(), tensors.of(
			Transforms.sigmoid(signed, false).muli((double) sign / x.length())));
	}

	/** log(1 + exp(x)) = max(x, 0) + log(1 + exp(−|x|)): no overflow. */
	private static INDArray softplus(final INDArray x) {
		final INDArray tail = Transforms.log(Transforms.exp(Transforms.abs(x, true)
			.negi(), false).addi(1), false);
		return tail.addi(Transforms.max(x, 0, true));
	}

	@Override
	public Loss mean(final Tensor x) {
		return new Loss(array(x).meanNumber().doubleValue(), algebra.filled(1.0 /
			x.length(), x
			.shape()));
	}
}
