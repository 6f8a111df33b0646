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
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.dnnl.memory;

/**
 * Layouts in oneDNN's notation: letters of the dimensions, the slowest first,
 * capital if a block follows, then the blocks: {@code aBcd16b}.
 */
final class DnnlNotation {

	private DnnlNotation() {}

	/**
	 * @param shape extents
	 * @param d oneDNN's description of the layout
	 * @param floats that the layout takes
	 * @return extents and order, and the steps of each index if there are gaps
	 */
	static String of(final long[] shape, final memory.desc d,
		final long floats)
	{
		final String extents = Arrays.stream(shape).mapToObj(
			Long::toString).collect(Collectors.joining("x"));
		if (d.get_format_kind().value != memory.format_kind.blocked.value)
			return extents + " of its own";
		final int blocks = d.get_inner_nblks(), rank = shape.length;
		final var strides = d.get_strides();
		final var blocked = IntStream.range(0, blocks).mapToLong(b -> d
			.get_inner_idxs().get(b)).boxed().collect(Collectors.toSet());
		final String order = IntStream.range(0, rank).boxed().sorted(Comparator
			.comparing((Integer i) -> -strides.get(i))).map(i -> letter(i, blocked
				.contains((long) i))).collect(Collectors.joining());
		final String inner = IntStream.range(0, blocks).mapToObj(b -> d
			.get_inner_blks().get(b) + letter(d.get_inner_idxs().get(b), false))
			.collect(Collectors.joining());
		final String name = extents + " " + order + inner;
		final long numbers = LongStream.range(0, rank).map(i -> d.get_padded_dims()
			.get(i)).reduce(1, (x, y) -> x * y);
		return numbers == floats ? name : name + " steps " + IntStream
			.range(0, rank).mapToObj(i -> Long.toString(strides.get(i))).collect(
				Collectors.joining(","));
	}

	private static String letter(final long dimension, final boolean capital) {
		return Character.toString((capital ? 'A' : 'a') + (int) dimension);
	}
}
