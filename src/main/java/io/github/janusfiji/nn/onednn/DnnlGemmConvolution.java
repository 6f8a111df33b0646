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
package io.github.janusfiji.nn.onednn;

import io.github.janusfiji.nn.Tensor;
import io.github.janusfiji.nn.onednn.Dnnl.Matrix;
import io.github.janusfiji.nn.onednn.DnnlConvolution.Size;
import io.github.janusfiji.nn.onednn.DnnlLayout.Order;
import java.nio.FloatBuffer;

/**
 * A convolution as one matrix product (Chellapilla et al. 2006, "High
 * performance convolutional neural networks for document processing"). Every
 * output pixel is a row of a matrix, the k×k×I inputs it sees the columns:
 * <em>patches</em>. Then result = patches · kernel, and the gradients are
 * patchesᵀ · gradient and gradient · kernelᵀ.
 * <p>
 * oneDNN's direct kernels reach 35–60 % of the peak on small pictures with many
 * channels, of which a row is too short to fill its registers; the matrix
 * product reaches 95 %, and there the patches are small beside the kernel.
 * </p>
 */
final class DnnlGemmConvolution {

	/** Pixels of output above which direct convolution is as fast. */
	private static final int SMALL = 64;

	/** Inputs of an output pixel below which it is not worth the copies. */
	private static final int MANY = 6144;

	private final DnnlMemory memory;
	private final DnnlProducts products;
	private final Size size;
	private final long rows;
	private final long columns;
	private final long padded;
	private final long wide;
	private final DnnlLayout result;
	private final DnnlLayout weights;
	private final DnnlLayout inner;
	private final DnnlLayout tap;
	private final DnnlLayout column;

	/**
	 * @param size of the convolution
	 * @return whether it is faster this way; does not depend on the minibatch, so
	 *         that a kernel has one layout
	 */
	static boolean suits(final Size size) {
		final long[] out = size.result();
		return out[2] * out[3] <= SMALL && size.in() * size.kernel() * size
			.kernel() >= MANY;
	}

	DnnlGemmConvolution(final DnnlMemory memory, final DnnlProducts products,
		final Size size)
	{
		this.memory = memory;
		this.products = products;
		this.size = size;
		final long[] out = size.result();
		final long n = size.count(), c = size.in(), k = size.kernel();
		final int s = size.stride();
		// Where the stride is longer than the kernel, the last step would end beyond.
		final long high = Math.max(size.height() + size.before()[0] + size
			.after()[0], out[2] * s);
		wide = Math.max(size.width() + size.before()[1] + size.after()[1], out[3] *
			s);
		rows = n * out[2] * out[3];
		columns = k * k * c;
		padded = n * high * wide * c;
		result = DnnlLayout.of(out, Order.CHANNELS_LAST);
		weights = DnnlLayout.strided(size.weights(), new long[] { 1, size.out(), k *
			c * size.out(), c * size.out() });
		inner = DnnlLayout.strided(size.source(), new long[] { high * wide * c, 1,
			wide * c, c });
		final long[] pixels = { n, out[2], out[3], c };
		tap = DnnlLayout.strided(pixels, new long[] { high * wide * c, s * wide * c,
			s * c, 1 });
		column = DnnlLayout.strided(pixels, new long[] { out[2] * out[3] * columns,
			out[3] * columns, columns, 1 });
	}

	/** @return k×k×I×O, the order in which the matrix product reads the kernel */
	DnnlLayout weights() {
		return weights;
	}

	/** @return N×O×⌈H/stride⌉×⌈W/stride⌉, without activation */
	DnnlTensor forward(final Tensor x, final Tensor kernel, final Tensor bias) {
		final DnnlTensor out = memory.temporary(result);
		final FloatBuffer to = memory.elements(out), from = memory.elements(bias);
		while (to.hasRemaining())
			to.put(from.duplicate());
		final DnnlFloats patches = patches(x);
		final DnnlTensor weight = memory.in(kernel, weights);
		products.multiply(matrix(patches), false, matrix(weight), false, 1,
			pixels(out));
		memory.done(kernel, weight);
		memory.giveBack(patches);
		return out;
	}

	/** @return the gradient of the input */
	DnnlTensor backwardData(final Tensor kernel, final Tensor gradient) {
		final DnnlTensor out = memory.temporary(DnnlLayout.of(size.source(),
			Order.CHANNELS_LAST));
		final DnnlFloats patches = memory.scratch(rows * columns);
		final DnnlTensor g = memory.in(gradient, result);
		final DnnlTensor weight = memory.in(kernel, weights);
		products.multiply(pixels(g), false, matrix(weight), true, 0,
			matrix(patches));
		memory.done(kernel, weight);
		memory.done(gradient, g);
		final DnnlFloats picture = memory.scratch(padded);
		picture.clear();
		for (int i = 0; i < size.kernel() * size.kernel(); i++)
			memory.addReordered(column, patches.from(i * size.in()), tap,
				picture.from(
				place(i)));
		memory.giveBack(patches);
		memory.reorder(inner, picture.from(place()), out.layout(), out.memory());
		memory.giveBack(picture);
		return out;
	}

	/**
	 * @param x N×I×H×W
	 * @param gradient of the result
	 * @param kernel overwritten with the gradient of the kernel; of the layout
	 *          {@link #weights()}
	 * @param bias overwritten with that of the bias
	 */
	void backwardWeights(final Tensor x, final Tensor gradient,
		final DnnlTensor kernel, final Tensor bias)
	{
		final DnnlTensor g = memory.in(gradient, result);
		final DnnlFloats patches = patches(x);
		products.multiply(matrix(patches), true, pixels(g), false, 0,
			matrix(kernel));
		memory.giveBack(patches);
		products.sumRows(pixels(g), memory.wrap(bias).memory());
		memory.done(gradient, g);
	}

	private DnnlFloats patches(final Tensor x) {
		final DnnlTensor in = memory.wrap(x);
		final DnnlFloats picture = memory.scratch(padded);
		picture.clear();
		memory.reorder(in.layout(), in.memory(), inner, picture.from(place()));
		final DnnlFloats patches = memory.scratch(rows * columns);
		for (int i = 0; i < size.kernel() * size.kernel(); i++)
			memory.reorder(tap, picture.from(place(i)), column, patches.from(i * size
				.in()));
		memory.giveBack(picture);
		return patches;
	}

	/** Where the picture begins in its padded copy. */
	private long place() {
		return (size.before()[0] * wide + size.before()[1]) * size.in();
	}

	/** Where a tap of the kernel sees the first output pixel's input. */
	private long place(final int tap) {
		return (tap / size.kernel() * wide + tap % size.kernel()) * size.in();
	}

	private Matrix matrix(final DnnlFloats patches) {
		return new Matrix(patches, rows, columns);
	}

	private Matrix matrix(final DnnlTensor kernel) {
		return new Matrix(kernel.memory(), columns, size.out());
	}

	private Matrix pixels(final DnnlTensor gradient) {
		return new Matrix(gradient.memory(), rows, size.out());
	}
}
