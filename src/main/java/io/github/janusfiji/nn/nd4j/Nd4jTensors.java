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

import io.github.janusfiji.nn.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tensors as ND4J's operations need them: where the numbers of arguments are
 * found and those of results are left. An engine with tensors of its own lends
 * them to ND4J by implementing it.
 */
public interface Nd4jTensors {

	/**
	 * @param tensor of the engine
	 * @return its numbers, contiguous and in the plain order: its own memory or a
	 *         copy of it, not to be changed unless the tensor was made by
	 *         {@link #temporary}
	 * @throws IllegalArgumentException if they are not contiguous: oneDNN answers
	 *           such tensors with garbage and no error
	 */
	INDArray array(Tensor tensor);

	/**
	 * @param shape extents
	 * @return a temporary tensor in the plain order, with any numbers in it, whose
	 *         {@link #array} is its own memory
	 */
	Tensor temporary(long... shape);

	/**
	 * @param array contiguous
	 * @return a tensor over the same memory
	 */
	default Tensor of(final INDArray array) {
		return new Nd4jArray(array);
	}
}
