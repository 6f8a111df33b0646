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

import io.github.janusfiji.nn.onednn.DnnlLayout.Order;

/**
 * The pixel shuffle as one change of layout. Both pictures are looked at as
 * N×b×b×(C/v)×H×W×v arrays, where b×b is the block, v the channels that lie side
 * by side and H×W the size of the deep picture; only the steps in memory differ,
 * so that oneDNN's reordering does the work, v floats at a time.
 */
final class DnnlShuffle {

	private DnnlShuffle() {}

	/**
	 * @param wide extents of the wide picture, N×C×bH×bW
	 * @param b the block's width and height
	 * @param order of the memory; its block divides C
	 * @return the layout of the deep picture N×(b²C)×H×W in these terms
	 */
	static DnnlLayout deep(final long[] wide, final int b, final Order order) {
		final Steps s = Steps.of(b * b * wide[1], wide[2] / b, wide[3] / b, order);
		final long group = wide[1] / order.block() * s.channels;
		return layout(wide, b, order, s.picture, b * group, group, s.channels,
			s.row,
			s.column);
	}

	/**
	 * @param wide as in {@link #deep}
	 * @param b likewise
	 * @param order likewise
	 * @return the layout of the wide picture in these terms
	 */
	static DnnlLayout wide(final long[] wide, final int b, final Order order) {
		final Steps s = Steps.of(wide[1], wide[2], wide[3], order);
		return layout(wide, b, order, s.picture, s.row, s.column, s.channels, b *
			s.row, b * s.column);
	}

	private static DnnlLayout layout(final long[] wide, final int b,
		final Order order, final long... steps)
	{
		final long v = order.block();
		return DnnlLayout.strided(new long[] { wide[0], b, b, wide[1] / v, wide[2] /
			b, wide[3] / b, v }, new long[] { steps[0], steps[1], steps[2], steps[3],
				steps[4], steps[5], 1 });
	}

	/** Floats from one picture, group of channels, row and column to the next. */
	private record Steps(long picture, long channels, long row, long column) {

		static Steps of(final long channels, final long height, final long width,
			final Order order)
		{
			final long picture = channels * height * width;
			if (order == Order.CHANNELS_LAST) return new Steps(picture, 1, width *
				channels, channels);
			final long v = order.block();
			return new Steps(picture, height * width * v, width * v, v);
		}
	}
}
