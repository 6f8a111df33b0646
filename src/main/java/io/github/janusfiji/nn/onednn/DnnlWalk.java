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

import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The way through two layouts of the same tensor, index by index, with the
 * places in both.
 */
final class DnnlWalk {

	/** What is done at one index. */
	interface Visit {

		/**
		 * @param from place in the first layout; of no meaning in the padding
		 * @param to place in the second
		 * @param inside false in what fills up the second layout's blocks
		 */
		void at(int from, int to, boolean inside);
	}

	private final DnnlIndex from;
	private final DnnlIndex to;
	private final int[][] indices;

	private DnnlWalk(final DnnlIndex from, final DnnlIndex to,
		final int[][] indices)
	{
		this.from = from;
		this.to = to;
		this.indices = indices;
	}

	/** @return the way through every index, the padding of the second included */
	static DnnlWalk whole(final DnnlIndex from, final DnnlIndex to) {
		return some(from, to, Long.MAX_VALUE);
	}

	/**
	 * The first and the last indices of each dimension, where what does not fill a
	 * block lies, and some between.
	 *
	 * @param most bound of the number of indices visited
	 * @return every index if they are no more than that
	 */
	static DnnlWalk some(final DnnlIndex from, final DnnlIndex to,
		final long most)
	{
		int edge = longest(to);
		while (edge > 1 && count(to, edge) > most)
			edge = edge * 3 / 4;
		final int e = edge;
		return new DnnlWalk(from, to, IntStream.range(0, to.rank()).mapToObj(
			d -> chosen(to.padded(d), e)).toArray(int[][]::new));
	}

	private static int longest(final DnnlIndex index) {
		return IntStream.range(0, index.rank()).map(index::padded).max().orElse(1);
	}

	private static long count(final DnnlIndex index, final int edge) {
		long count = 1;
		for (int d = 0; d < index.rank(); d++)
			count *= chosen(index.padded(d), edge).length;
		return count;
	}

	/**
	 * @param extent of a dimension
	 * @param edge how many indices of it are wanted, about
	 * @return the first third, the last half and some between, ascending
	 */
	static int[] chosen(final int extent, final int edge) {
		if (extent <= edge) return IntStream.range(0, extent).toArray();
		final var set = new TreeSet<Integer>();
		for (int i = 0; i < Math.max(1, edge / 3); i++)
			set.add(i);
		for (int i = 0; i < Math.max(1, edge / 2); i++)
			set.add(extent - 1 - i);
		for (int i = 0; set.size() < edge; i++)
			set.add((int) ((i * 2654435761L >>> 3) % extent));
		return set.stream().mapToInt(Integer::intValue).toArray();
	}

	/** @return whether every index is visited */
	boolean isWhole() {
		return IntStream.range(0, to.rank()).allMatch(d -> indices[d].length == to
			.padded(d));
	}

	/** @return how many indices are visited */
	long length() {
		long length = 1;
		for (final int[] chosen : indices)
			length *= chosen.length;
		return length;
	}

	/** @param visit done at each index, in order */
	void go(final Visit visit) {
		step(0, 0, 0, true, visit);
	}

	/** @param visit done at each index, by several threads at once */
	void goTogether(final Visit visit) {
		IntStream.of(indices[0]).parallel().forEach(i -> {
			final boolean inside = i < from.extent(0);
			step(1, inside ? from.step(0, i) : 0, to.step(0, i), inside, visit);
		});
	}

	private void step(final int dimension, final int a, final int b,
		final boolean inside, final Visit visit)
	{
		if (dimension == indices.length) {
			visit.at(a, b, inside);
			return;
		}
		for (final int i : indices[dimension]) {
			final boolean in = inside && i < from.extent(dimension);
			step(dimension + 1, in ? a + from.step(dimension, i) : a, b + to.step(
				dimension, i), in, visit);
		}
	}
}
