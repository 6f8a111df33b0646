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
package io.github.janusfiji.nn;

/**
 * Sums, products, blends and slices of tensors. Everything returned is
 * temporary, see {@link Memory}; no argument is changed unless it is said to be.
 */
public interface Algebra {

	/**
	 * @param value of every element
	 * @param shape extents
	 * @return a constant tensor
	 */
	Tensor filled(double value, long... shape);

	/**
	 * @param x any
	 * @return another tensor of the same numbers
	 */
	Tensor copy(Tensor x);

	/**
	 * @param x any
	 * @param y the same shape
	 * @return x + y
	 */
	Tensor sum(Tensor x, Tensor y);

	/**
	 * @param x any
	 * @param y the same shape
	 * @return their products, element by element
	 */
	Tensor multiply(Tensor x, Tensor y);

	/**
	 * @param x any
	 * @param factor any number
	 * @return factor · x
	 */
	Tensor scale(Tensor x, double factor);

	/**
	 * @param x any
	 * @param factor one element, such as a learned gain
	 * @return factor · x
	 */
	Tensor scale(Tensor x, Tensor factor);

	/**
	 * @param x any
	 * @param y the same shape
	 * @param result one element; overwritten with the sum of their products: the
	 *          gradient of a gain
	 */
	void dot(Tensor x, Tensor y, Tensor result);

	/**
	 * @param alpha N×1×H×W, the share of x
	 * @param x N×C×H×W
	 * @param y the same shape as x
	 * @return alpha · x + (1 − alpha) · y
	 */
	Tensor blend(Tensor alpha, Tensor x, Tensor y);

	/** Gradients of {@link #blend}. */
	record BlendGradient(Tensor alpha, Tensor x, Tensor y) {}

	/**
	 * @param alpha as given to {@link #blend}
	 * @param x likewise
	 * @param y likewise
	 * @param gradient of the result
	 * @return the gradients of all three
	 */
	BlendGradient blendGradient(Tensor alpha, Tensor x, Tensor y,
		Tensor gradient);

	/**
	 * Matrix product, one for each of a minibatch.
	 *
	 * @param a N×M×K, or N×K×M to be transposed
	 * @param b N×K×L, or N×L×K to be transposed
	 * @param transposeA whether to transpose each matrix of a
	 * @param transposeB whether to transpose each matrix of b
	 * @return a · b, N×M×L
	 */
	Tensor matmul(Tensor a, Tensor b, boolean transposeA, boolean transposeB);

	/**
	 * @param x N×C×…
	 * @param from first channel, from 0
	 * @param to the channel after the last
	 * @return N×(to − from)×…
	 */
	Tensor channels(Tensor x, long from, long to);

	/**
	 * @param parts tensors N×Cᵢ×… that agree in all other extents
	 * @return N×ΣCᵢ×…, their channels one after the other
	 */
	Tensor concatenate(Tensor... parts);

	/**
	 * Differences of neighbours: the gradient of a picture.
	 *
	 * @param x N×C×H×W
	 * @param axis 2 for below − above, 3 for right − left
	 * @return N×C×(H − 1)×W or N×C×H×(W − 1)
	 */
	Tensor difference(Tensor x, int axis);

	/**
	 * @param gradient of the result of {@link #difference}
	 * @param axis as given
	 * @return the gradient of its argument
	 */
	Tensor differenceGradient(Tensor gradient, int axis);

	/**
	 * @param tensor any
	 * @return its Euclidean norm; not finite if an element is not
	 */
	double norm(Tensor tensor);

	/**
	 * @param tensor any; multiplied in place
	 * @param factor what by
	 */
	void scaleInPlace(Tensor tensor, double factor);

	/**
	 * @param parts tensors that agree in all extents but the first
	 * @return them one after the other
	 */
	Tensor stack(Tensor... parts);

	/**
	 * @param x any; becomes x + y
	 * @param y the same shape
	 */
	void add(Tensor x, Tensor y);
}
