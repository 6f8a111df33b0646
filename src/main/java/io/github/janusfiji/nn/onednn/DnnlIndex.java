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

import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.LongPointer;

/**
 * Where each number of a tensor lies in one of oneDNN's blocked layouts, by
 * their definition (oneDNN's guide, "Memory format propagation" and
 * {@code dnnl_blocking_desc_t}): an index is divided by the dimension's blocks
 * from the innermost outwards, each remainder steps within its block, and what
 * is left steps by the dimension's stride. So each dimension adds to the place
 * on its own, which a table holds for each of its indices.
 */
final class DnnlIndex {

	private final int[] shape;
	private final int[][] steps;

	private DnnlIndex(final int[] shape, final int[][] steps) {
		this.shape = shape;
		this.steps = steps;
	}

	/**
	 * @param layout any
	 * @return its places
	 * @throws IllegalStateException if it is not made of strides and blocks
	 */
	static DnnlIndex of(final DnnlLayout layout) {
		final memory.desc d = layout.descriptor();
		if (d.get_format_kind().value != memory.format_kind.blocked.value)
			throw new IllegalStateException("a layout without strides");
		final int[] shape = Arrays.stream(layout.shape()).mapToInt(
			Math::toIntExact).toArray();
		final int blocks = d.get_inner_nblks();
		final int[] sizes = numbers(d.get_inner_blks(), blocks);
		final int[] dimensions = numbers(d.get_inner_idxs(), blocks);
		final int[] padded = numbers(d.get_padded_dims(), shape.length);
		final int[] strides = numbers(d.get_strides(), shape.length);
		final int[][] steps = new int[shape.length][];
		for (int dim = 0; dim < shape.length; dim++) {
			steps[dim] = new int[padded[dim]];
			for (int i = 0; i < padded[dim]; i++)
				steps[dim][i] = step(dim, i, sizes, dimensions, strides[dim]);
		}
		return new DnnlIndex(shape, steps);
	}

	private static int step(final int dimension, final int index,
		final int[] sizes, final int[] dimensions, final int stride)
	{
		int rest = index, within = 1, place = 0;
		for (int b = sizes.length - 1; b >= 0; b--) {
			if (dimensions[b] == dimension) {
				place += rest % sizes[b] * within;
				rest /= sizes[b];
			}
			within *= sizes[b];
		}
		return place + rest * stride;
	}

	private static int[] numbers(final LongPointer from, final int count) {
		final int[] numbers = new int[count];
		for (int i = 0; i < count; i++)
			numbers[i] = Math.toIntExact(from.get(i));
		return numbers;
	}

	/** @return number of dimensions */
	int rank() {
		return shape.length;
	}

	/** @return the extent of a dimension */
	int extent(final int dimension) {
		return shape[dimension];
	}

	/** @return the extent with what fills the last block */
	int padded(final int dimension) {
		return steps[dimension].length;
	}

	/** @return whether a block is not full */
	boolean isPadded() {
		for (int d = 0; d < shape.length; d++)
			if (steps[d].length != shape[d]) return true;
		return false;
	}

	/** @return what an index of a dimension adds to the place, floats */
	int step(final int dimension, final int index) {
		return steps[dimension][index];
	}

	/**
	 * @param n first index
	 * @param c second
	 * @param y third
	 * @param x fourth
	 * @return the place of a picture's or kernel's number, floats
	 */
	int place(final int n, final int c, final int y, final int x) {
		return steps[0][n] + steps[1][c] + steps[2][y] + steps[3][x];
	}
}
