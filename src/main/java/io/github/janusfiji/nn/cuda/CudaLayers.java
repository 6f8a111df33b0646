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

import io.github.janusfiji.nn.Adam;
import io.github.janusfiji.nn.LayerFunctions;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.nn.cuda.CudaProducts.Matrix;

/** {@link LayerFunctions} on the card. */
final class CudaLayers implements LayerFunctions {

	private final CudaMemory memory;
	private final CudaKernels kernels;
	private final CudaProducts products;
	private final CudaConvolutions convolutions;

	/**
	 * @param memory of the engine
	 * @param kernels likewise
	 * @param products likewise
	 */
	CudaLayers(final CudaMemory memory, final CudaKernels kernels,
		final CudaProducts products)
	{
		this.memory = memory;
		this.kernels = kernels;
		this.products = products;
		convolutions = new CudaConvolutions(memory, kernels, products);
	}

	@Override
	public Tensor conv2d(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride, final double slope)
	{
		return convolutions.forward(x, kernel, bias, stride, slope);
	}

	@Override
	public Tensor conv2dGradient(final Tensor x, final Tensor kernel,
		final Tensor bias, final int stride, final Tensor gradient,
		final Wanted wanted)
	{
		return convolutions.gradient(x, kernel, stride, gradient, wanted);
	}

	private static Matrix matrix(final Tensor x) {
		return new Matrix(((CudaTensor) x).memory(), x.size(0), x.size(1));
	}

	@Override
	public Tensor dense(final Tensor x, final Tensor weights, final Tensor bias) {
		final Tensor out = memory.temporary(x.size(0), weights.size(1));
		products.multiply(matrix(x), false, matrix(weights), false, matrix(out),
			false);
		kernels.run("add_bias", out.length(), out.size(1), bias, out);
		return out;
	}

	@Override
	public Tensor denseGradient(final Tensor x, final Tensor matrix,
		final Tensor gradient, final Wanted wanted)
	{
		final Matrix g = matrix(gradient);
		if (wanted.weights() != null) products.multiply(matrix(x), true, g, false,
			matrix(wanted.weights()), false);
		if (wanted.bias() != null) kernels.run("sum_columns", gradient.size(1),
			gradient.size(0), gradient, wanted.bias());
		if (!wanted.x()) return null;
		final Tensor dx = memory.temporary(x.shape());
		products.multiply(g, false, matrix(matrix), true, matrix(dx), false);
		return dx;
	}

	@Override
	public void leakyRelu(final Tensor x, final double slope) {
		kernels.run("leaky_relu", x.length(), x, (float) slope);
	}

	@Override
	public Tensor leakyReluGradient(final Tensor result, final Tensor gradient,
		final double slope)
	{
		kernels.run("leaky_relu_gradient", result.length(), result, gradient,
			(float) slope, gradient);
		return gradient;
	}

	@Override
	public Tensor sigmoid(final Tensor x) {
		final Tensor out = memory.temporary(x.shape());
		kernels.run("sigmoid", x.length(), x, out);
		return out;
	}

	@Override
	public Tensor sigmoidGradient(final Tensor result, final Tensor gradient) {
		kernels.run("sigmoid_gradient", result.length(), result, gradient,
			gradient);
		return gradient;
	}

	@Override
	public Tensor depthToSpace(final Tensor x, final int block) {
		final Tensor wide = memory.temporary(x.size(0), x.size(1) / block / block, x
			.size(2) * block, x.size(3) * block);
		kernels.run("depth_to_space", wide.length(), wide.size(1), wide.size(2),
			wide.size(3), block, x, wide);
		return wide;
	}

	@Override
	public Tensor spaceToDepth(final Tensor x, final int block) {
		final Tensor deep = memory.temporary(x.size(0), x.size(1) * block * block, x
			.size(2) / block, x.size(3) / block);
		kernels.run("space_to_depth", x.length(), x.size(1), x.size(2), x.size(3),
			block, x, deep);
		return deep;
	}

	@Override
	public void adam(final Tensor value, final Tensor gradient, final Tensor mean,
		final Tensor square, final Adam settings, final int step)
	{
		final double correction = Math.sqrt(1 - Math.pow(settings.beta2(), step +
			1)) / (1 - Math.pow(settings.beta1(), step + 1));
		kernels.run("adam", value.length(), value, gradient, mean, square,
			(float) (settings.rate() * correction), (float) settings.beta1(), 1 -
				(float) settings.beta1(), (float) settings.beta2(), (float) (1 - settings
					.beta2()), (float) settings.epsilon());
	}

	private static long last(final Tensor x) {
		return x.size(x.shape().length - 1);
	}

	@Override
	public Tensor softmax(final Tensor x) {
		final Tensor out = memory.temporary(x.shape());
		kernels.run("softmax", x.length() / last(x), last(x), x, out);
		return out;
	}

	@Override
	public Tensor softmaxGradient(final Tensor result, final Tensor gradient) {
		final Tensor out = memory.temporary(result.shape());
		kernels.run("softmax_gradient", result.length() / last(result), last(result),
			result, gradient, out);
		return out;
	}

	@Override
	public Tensor maxPool(final Tensor x) {
		final Tensor out = memory.temporary(x.size(0), x.size(1), x.size(2) / 2, x
			.size(3) / 2);
		kernels.run("max_pool", out.length(), x.size(2), x.size(3), x, out);
		return out;
	}

	@Override
	public Tensor maxPoolGradient(final Tensor x, final Tensor gradient) {
		final Tensor out = memory.temporary(x.shape());
		kernels.run("fill", out.length(), 0f, out);
		kernels.run("max_pool_gradient", gradient.length(), x.size(2), x.size(3), x,
			gradient, out);
		return out;
	}
}
