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

import io.github.janusfiji.nn.Algebra;
import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.nn.cuda.CudaProducts.Matrix;
import java.util.Arrays;

/** {@link Algebra} on the card. */
final class CudaAlgebra implements Algebra {

	private final CudaMemory memory;
	private final CudaKernels kernels;
	private final CudaProducts products;

	/**
	 * @param memory of the engine
	 * @param kernels likewise
	 * @param products likewise
	 */
	CudaAlgebra(final CudaMemory memory, final CudaKernels kernels,
		final CudaProducts products)
	{
		this.memory = memory;
		this.kernels = kernels;
		this.products = products;
	}

	@Override
	public Tensor filled(final double value, final long... shape) {
		final Tensor out = memory.temporary(shape);
		kernels.run("fill", out.length(), (float) value, out);
		return out;
	}

	@Override
	public Tensor copy(final Tensor x) {
		final Tensor out = memory.temporary(x.shape());
		memory.assign(out, x);
		return out;
	}

	@Override
	public Tensor sum(final Tensor x, final Tensor y) {
		return pair("add", x, y);
	}

	@Override
	public Tensor multiply(final Tensor x, final Tensor y) {
		return pair("multiply", x, y);
	}

	private Tensor pair(final String kernel, final Tensor x, final Tensor y) {
		final Tensor out = memory.temporary(x.shape());
		kernels.run(kernel, x.length(), x, y, out);
		return out;
	}

	@Override
	public Tensor scale(final Tensor x, final double factor) {
		final Tensor out = memory.temporary(x.shape());
		kernels.run("scale", x.length(), x, (float) factor, out);
		return out;
	}

	@Override
	public Tensor scale(final Tensor x, final Tensor factor) {
		return pair("gain", x, factor);
	}

	@Override
	public void dot(final Tensor x, final Tensor y, final Tensor result) {
		memory.sums().dot(x, y, result);
	}

	private static long plane(final Tensor x) {
		return x.size(2) * x.size(3);
	}

	@Override
	public Tensor blend(final Tensor alpha, final Tensor x, final Tensor y) {
		final Tensor out = memory.temporary(x.shape());
		kernels.run("blend", x.length(), x.size(1), plane(x), alpha, x, y, out);
		return out;
	}

	@Override
	public BlendGradient blendGradient(final Tensor alpha, final Tensor x,
		final Tensor y, final Tensor gradient)
	{
		final Tensor alphas = memory.temporary(alpha.shape());
		kernels.run("blend_alpha", alpha.length(), x.size(1), plane(x), x, y,
			gradient, alphas);
		final Tensor dx = memory.temporary(x.shape());
		final Tensor dy = memory.temporary(x.shape());
		kernels.run("blend_gradient", x.length(), x.size(1), plane(x), alpha,
			gradient, dx, dy);
		return new BlendGradient(alphas, dx, dy);
	}

	@Override
	public Tensor matmul(final Tensor a, final Tensor b,
		final boolean transposeA, final boolean transposeB)
	{
		final Tensor out = memory.temporary(a.size(0), a.size(transposeA ? 2 : 1), b
			.size(transposeB ? 1 : 2));
		products.multiply(matrix(a), transposeA, matrix(b), transposeB, matrix(out),
			false, a.size(0));
		return out;
	}

	private static Matrix matrix(final Tensor x) {
		return new Matrix(((CudaTensor) x).memory(), x.size(1), x.size(2));
	}

	@Override
	public Tensor channels(final Tensor x, final long from, final long to) {
		final long[] shape = x.shape();
		shape[1] = to - from;
		final Tensor out = memory.temporary(shape);
		final long all = x.length() / x.size(0), plane = all / x.size(1);
		kernels.run("copy_rows", out.length(), (to - from) * plane, all, (to -
			from) * plane, from(x, from * plane), out);
		return out;
	}

	/** The memory of a tensor from one of its numbers on. */
	private static CudaBuffer from(final Tensor x, final long first) {
		return ((CudaTensor) x).memory().part(first, x.length() - first);
	}

	@Override
	public Tensor concatenate(final Tensor... parts) {
		final long[] shape = parts[0].shape();
		shape[1] = Arrays.stream(parts).mapToLong(part -> part.size(1)).sum();
		final Tensor out = memory.temporary(shape);
		final long all = out.length() / out.size(0), plane = all / out.size(1);
		long channel = 0;
		for (final Tensor part : parts) {
			final long width = part.size(1) * plane;
			kernels.run("copy_rows", part.length(), width, width, all, part, from(out,
				channel * plane));
			channel += part.size(1);
		}
		return out;
	}

	private static long inner(final Tensor x, final int axis) {
		long inner = 1;
		for (int i = axis + 1; i < x.shape().length; i++)
			inner *= x.size(i);
		return inner;
	}

	@Override
	public Tensor difference(final Tensor x, final int axis) {
		final long[] shape = x.shape();
		shape[axis]--;
		final Tensor out = memory.temporary(shape);
		kernels.run("difference", out.length(), x.size(axis), inner(x, axis), x,
			out);
		return out;
	}

	@Override
	public Tensor differenceGradient(final Tensor gradient, final int axis) {
		final long[] shape = gradient.shape();
		shape[axis]++;
		final Tensor out = memory.temporary(shape);
		kernels.run("difference_gradient", out.length(), out.size(axis), inner(out,
			axis), gradient, out);
		return out;
	}

	@Override
	public double norm(final Tensor tensor) {
		return Math.sqrt(memory.sums().dot(tensor, tensor));
	}

	@Override
	public void scaleInPlace(final Tensor tensor, final double factor) {
		kernels.run("scale", tensor.length(), tensor, (float) factor, tensor);
	}

	@Override
	public Tensor stack(final Tensor... parts) {
		final long[] shape = parts[0].shape();
		shape[0] = Arrays.stream(parts).mapToLong(part -> part.size(0)).sum();
		final Tensor out = memory.temporary(shape);
		long row = 0;
		for (final Tensor part : parts) {
			memory.assign(memory.rows(out, row, row + part.size(0)), part);
			row += part.size(0);
		}
		return out;
	}

	@Override
	public void add(final Tensor x, final Tensor y) {
		kernels.run("add", x.length(), x, y, x);
	}
}
