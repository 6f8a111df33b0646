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

import com.sun.jna.Memory;
import io.github.janusfiji.nn.Tensor;

/**
 * Sums over all numbers of a tensor, in double precision and an order that
 * depends on their number only, so that the same numbers have the same sum.
 */
final class CudaSums {

	/** Threads of the first, second and last pass. */
	private static final long PARTS = 1 << 14, FEWER = 1 << 7, ONE = 1;

	private final CudaCard card;
	private final CudaKernels kernels;
	private final CudaBuffer parts, fewer, sum;
	private final Memory result = new Memory(Double.BYTES);

	/**
	 * @param card that sums
	 * @param kernels on it
	 * @param heap for the parts
	 */
	CudaSums(final CudaCard card, final CudaKernels kernels,
		final CudaHeap heap)
	{
		this.card = card;
		this.kernels = kernels;
		parts = heap.zeros(2 * PARTS);
		fewer = heap.zeros(2 * FEWER);
		sum = heap.zeros(2);
	}

	/** @return the sum of the products of their numbers */
	double dot(final Tensor x, final Tensor y) {
		kernels.run("dot_parts", PARTS, x.length(), x, y, parts);
		return read();
	}

	/** @param result one number: as {@link #dot}, without waiting for the card */
	void dot(final Tensor x, final Tensor y, final Tensor result) {
		kernels.run("dot_parts", PARTS, x.length(), x, y, parts);
		join();
		kernels.run("to_float", ONE, sum, result);
	}

	/** @return the sum of its numbers */
	double sum(final Tensor x) {
		kernels.run("sum_parts", PARTS, x.length(), x, parts);
		return read();
	}

	/** @return the sum of |x − y| */
	double absolute(final Tensor x, final Tensor y) {
		kernels.run("absolute_parts", PARTS, x.length(), x, y, parts);
		return read();
	}

	/** @return the sum of (x − y)² */
	double squares(final Tensor x, final Tensor y) {
		kernels.run("square_parts", PARTS, x.length(), x, y, parts);
		return read();
	}

	/** @return the sum of log(1 + exp(sign · x)) */
	double softplus(final Tensor x, final int sign) {
		kernels.run("softplus_parts", PARTS, x.length(), x, (float) sign, parts);
		return read();
	}

	private void join() {
		kernels.run("part_sums", FEWER, PARTS, parts, fewer);
		kernels.run("part_sums", ONE, FEWER, fewer, sum);
	}

	private double read() {
		join();
		card.download(sum.address(), result, Double.BYTES);
		return result.getDouble(0);
	}
}
