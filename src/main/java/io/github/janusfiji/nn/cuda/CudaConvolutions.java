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

import io.github.janusfiji.nn.LayerFunctions.Wanted;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.nn.cuda.CudaProducts.Matrix;
import java.util.Arrays;

/**
 * Convolutions as products of matrices: the patches that the kernel sees, side
 * by side as (I·k²)×(pictures·pixels), are multiplied by the kernel O×(I·k²)
 * (Chellapilla, Puri and Simard 2006). As many pictures at once as their patches
 * fill a quarter of a gigabyte.
 */
final class CudaConvolutions {

	/** Most floats of patches at once, unless one picture has more. */
	private static final long PATCHES = 1L << 26;

	/** Threads that add for each channel of a bias. */
	private static final long PARTS = 256;

	private final CudaMemory memory;
	private final CudaKernels kernels;
	private final CudaProducts products;

	/**
	 * @param memory of the engine
	 * @param kernels likewise
	 * @param products likewise
	 */
	CudaConvolutions(final CudaMemory memory, final CudaKernels kernels,
		final CudaProducts products)
	{
		this.memory = memory;
		this.kernels = kernels;
		this.products = products;
	}

	/** Extents of a convolution, and how many pictures at once. */
	private record Size(long count, long inputs, long height, long width,
		long outputs, int k, int stride)
	{

		static Size of(final Tensor x, final Tensor kernel, final int stride) {
			if (kernel.size(1) != x.size(1)) throw new IllegalArgumentException(
				"A kernel " + Arrays.toString(kernel.shape()) +
					" does not fit a picture " + Arrays.toString(x.shape()));
			return new Size(x.size(0), x.size(1), x.size(2), x.size(3), kernel.size(0),
				Math.toIntExact(kernel.size(2)), stride);
		}

		long rows() {
			return (height + stride - 1) / stride;
		}

		long columns() {
			return (width + stride - 1) / stride;
		}

		long plane() {
			return rows() * columns();
		}

		long taps() {
			return inputs * k * k;
		}

		/** Of an odd total padding the larger part is after the picture. */
		int before(final long size, final long out) {
			return (int) Math.max(0, (out - 1) * stride + k - size) / 2;
		}

		long atOnce() {
			return Math.max(1, Math.min(count, PATCHES / (taps() * plane())));
		}
	}

	/** What {@link io.github.janusfiji.nn.LayerFunctions#conv2d} says. */
	Tensor forward(final Tensor x, final Tensor kernel, final Tensor bias,
		final int stride, final double slope)
	{
		final Size s = Size.of(x, kernel, stride);
		final Tensor out = memory.temporary(s.count, s.outputs, s.rows(), s
			.columns());
		final long most = s.atOnce();
		final var patches = memory.scratch(s.taps() * most * s.plane());
		final var product = memory.scratch(s.outputs * most * s.plane());
		for (long from = 0; from < s.count; from += most) {
			final long n = Math.min(most, s.count - from), pixels = n * s.plane();
			fill(s, part(x, from, n), n, patches);
			products.multiply(weights(kernel, s), false, new Matrix(patches, s.taps(),
				pixels), false, new Matrix(product, s.outputs, pixels), false);
			kernels.run("unfold", s.outputs * pixels, s.outputs, n, s.plane(), product,
				bias, (float) slope, part(out, from, n));
		}
		memory.giveBack(patches);
		memory.giveBack(product);
		return out;
	}

	private static Matrix weights(final Tensor kernel, final Size s) {
		return new Matrix(((CudaTensor) kernel).memory(), s.outputs, s.taps());
	}

	private Tensor part(final Tensor x, final long from, final long count) {
		return memory.rows(x, from, from + count);
	}

	private void fill(final Size s, final Tensor x, final long count,
		final CudaBuffer patches)
	{
		kernels.run("patches", s.taps() * count * s.plane(), s.inputs, s.height,
			s.width, count, s.rows(), s.columns(), s.k, s.stride, s.before(s.height, s
				.rows()), s.before(s.width, s.columns()), x, patches);
	}

	/** What {@link io.github.janusfiji.nn.LayerFunctions#conv2dGradient} says. */
	Tensor gradient(final Tensor x, final Tensor kernel, final int stride,
		final Tensor gradient, final Wanted wanted)
	{
		final Size s = Size.of(x, kernel, stride);
		if (wanted.bias() != null) bias(s, gradient, wanted.bias());
		if (!wanted.x() && wanted.weights() == null) return null;
		final Tensor dx = wanted.x() ? memory.temporary(x.shape()) : null;
		final long most = s.atOnce();
		final var patches = memory.scratch(s.taps() * most * s.plane());
		final var folded = memory.scratch(s.outputs * most * s.plane());
		for (long from = 0; from < s.count; from += most) {
			final long n = Math.min(most, s.count - from), pixels = n * s.plane();
			kernels.run("fold", s.outputs * pixels, s.outputs, n, s.plane(), part(
				gradient, from, n), folded);
			final Matrix g = new Matrix(folded, s.outputs, pixels);
			final Matrix p = new Matrix(patches, s.taps(), pixels);
			if (wanted.weights() != null) {
				fill(s, part(x, from, n), n, patches);
				products.multiply(g, false, p, true, weights(wanted.weights(), s),
					from > 0);
			}
			if (dx == null) continue;
			products.multiply(weights(kernel, s), true, g, false, p, false);
			final Tensor to = part(dx, from, n);
			kernels.run("patches_gradient", to.length(), s.inputs, s.height, s.width, n,
				s.rows(), s.columns(), s.k, s.stride, s.before(s.height, s.rows()), s
					.before(s.width, s.columns()), patches, to);
		}
		memory.giveBack(patches);
		memory.giveBack(folded);
		return dx;
	}

	private void bias(final Size s, final Tensor gradient, final Tensor to) {
		final var parts = memory.scratch(2 * s.outputs * PARTS);
		kernels.run("bias_parts", s.outputs * PARTS, PARTS, s.outputs, s.count, s
			.plane(), gradient, parts);
		kernels.run("bias_sums", s.outputs, PARTS, parts, to);
		memory.giveBack(parts);
	}
}
