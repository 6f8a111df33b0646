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
 * The functions that layers of networks are made of, with their gradients, and
 * the optimiser's step. Pictures are N×C×H×W, kernels O×I×kH×kW, every tensor
 * contiguous. Everything returned is temporary, see {@link Memory}.
 */
public interface LayerFunctions {

	/**
	 * Convolution with TensorFlow's SAME padding: the output is H/stride×W/stride
	 * (rounded up), and of an odd total padding the larger part is after the
	 * picture.
	 *
	 * @param x N×I×H×W
	 * @param kernel O×I×k×k
	 * @param bias O
	 * @param stride px
	 * @param slope of a leaky ReLU that follows; 1 for none, 0 for a plain ReLU
	 * @return N×O×⌈H/stride⌉×⌈W/stride⌉
	 */
	Tensor conv2d(Tensor x, Tensor kernel, Tensor bias, int stride,
		double slope);

	/**
	 * @param x as given to {@link #conv2d}
	 * @param kernel likewise
	 * @param bias likewise
	 * @param stride likewise
	 * @param gradient of the result before the leaky ReLU
	 * @param wanted what to compute
	 * @return the gradient of x, or null if not wanted
	 */
	Tensor conv2dGradient(Tensor x, Tensor kernel, Tensor bias, int stride,
		Tensor gradient, Wanted wanted);

	/**
	 * Which gradients of an affine map are asked for.
	 *
	 * @param x whether that of its input is
	 * @param weights where to put that of its kernel or matrix, or null
	 * @param bias where to put that of its bias, or null
	 */
	record Wanted(boolean x, Tensor weights, Tensor bias) {}

	/**
	 * @param x N×I
	 * @param weights I×O
	 * @param bias O
	 * @return x · weights + bias, N×O
	 */
	Tensor dense(Tensor x, Tensor weights, Tensor bias);

	/**
	 * @param x as given to {@link #dense}
	 * @param matrix its weights
	 * @param gradient of the result
	 * @param wanted what to compute
	 * @return the gradient of x, or null if not wanted
	 */
	Tensor denseGradient(Tensor x, Tensor matrix, Tensor gradient,
		Wanted wanted);

	/**
	 * Leaky ReLU in place: x where x &gt; 0, else slope · x.
	 *
	 * @param x any; overwritten
	 * @param slope ≥ 0; 0 for a plain ReLU
	 */
	void leakyRelu(Tensor x, double slope);

	/**
	 * @param result of {@link #leakyRelu}
	 * @param gradient of the result; may be overwritten
	 * @param slope as given
	 * @return the gradient of what was overwritten; may be the same tensor
	 */
	Tensor leakyReluGradient(Tensor result, Tensor gradient, double slope);

	/**
	 * @param x any
	 * @return 1 / (1 + exp(−x))
	 */
	Tensor sigmoid(Tensor x);

	/**
	 * @param result of {@link #sigmoid}
	 * @param gradient of the result; may be overwritten
	 * @return the gradient of its argument; may be the same tensor
	 */
	Tensor sigmoidGradient(Tensor result, Tensor gradient);

	/**
	 * Pixel shuffle in TensorFlow's order of channels: the block's row and column
	 * are the slow part of the channel index.
	 *
	 * @param x N×(b²C)×H×W
	 * @param block b
	 * @return N×C×bH×bW
	 */
	Tensor depthToSpace(Tensor x, int block);

	/**
	 * The inverse of {@link #depthToSpace}, and its gradient.
	 *
	 * @param x N×C×bH×bW
	 * @param block b
	 * @return N×(b²C)×H×W
	 */
	Tensor spaceToDepth(Tensor x, int block);

	/**
	 * One step of Adam on one parameter, in the order of computation that Kingma
	 * and Ba (2015) give at the end of their section 2 and Keras uses: epsilon is
	 * added to the uncorrected root.
	 *
	 * @param value changed in place
	 * @param gradient overwritten
	 * @param mean first moment, changed in place
	 * @param square second moment, changed in place
	 * @param settings rate and decay
	 * @param step number of steps done before, from 0
	 */
	void adam(Tensor value, Tensor gradient, Tensor mean, Tensor square,
		Adam settings, int step);

	/**
	 * @param x …×K
	 * @return exp(x) over its sum along the last dimension
	 */
	Tensor softmax(Tensor x);

	/**
	 * @param result of {@link #softmax}
	 * @param gradient of the result
	 * @return the gradient of its argument
	 */
	Tensor softmaxGradient(Tensor result, Tensor gradient);

	/**
	 * The largest of each 2×2 px; an odd last row or column is left out.
	 *
	 * @param x N×C×H×W
	 * @return N×C×⌊H/2⌋×⌊W/2⌋
	 */
	Tensor maxPool(Tensor x);

	/**
	 * @param x as given to {@link #maxPool}
	 * @param gradient of the result
	 * @return the gradient of x
	 */
	Tensor maxPoolGradient(Tensor x, Tensor gradient);
}
