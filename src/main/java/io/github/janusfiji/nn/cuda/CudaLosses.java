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
package io.github.janusfiji.nn.cuda;

import io.github.janusfiji.nn.LossFunctions;
import io.github.janusfiji.nn.Tensor;

/** {@link LossFunctions} on the card. */
final class CudaLosses implements LossFunctions {

	private final CudaMemory memory;
	private final CudaKernels kernels;

	/**
	 * @param memory of the engine
	 * @param kernels likewise
	 */
	CudaLosses(final CudaMemory memory, final CudaKernels kernels) {
		this.memory = memory;
		this.kernels = kernels;
	}

	@Override
	public Loss meanAbsoluteError(final Tensor x, final Tensor y) {
		final Tensor gradient = memory.temporary(x.shape());
		kernels.run("absolute_gradient", x.length(), x, y, (float) (1.0 / x
			.length()), gradient);
		return new Loss(memory.sums().absolute(x, y) / x.length(), gradient);
	}

	@Override
	public Loss meanSquaredError(final Tensor x, final Tensor y) {
		final Tensor gradient = memory.temporary(x.shape());
		kernels.run("square_gradient", x.length(), x, y, (float) (2.0 / x.length()),
			gradient);
		return new Loss(memory.sums().squares(x, y) / x.length(), gradient);
	}

	@Override
	public Loss meanSoftplus(final Tensor x, final int sign) {
		final Tensor gradient = memory.temporary(x.shape());
		kernels.run("softplus_gradient", x.length(), x, (float) sign, (float) (1.0 /
			x.length()), gradient);
		return new Loss(memory.sums().softplus(x, sign) / x.length(), gradient);
	}

	@Override
	public Loss mean(final Tensor x) {
		final Tensor gradient = memory.temporary(x.shape());
		kernels.run("fill", x.length(), (float) (1.0 / x.length()), gradient);
		return new Loss(memory.sums().sum(x) / x.length(), gradient);
	}
}
