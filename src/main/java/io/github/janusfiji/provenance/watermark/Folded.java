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
package io.github.janusfiji.provenance.watermark;

/**
 * Pictures laid over themselves tile by tile: what repeats adds up, what does not
 * fades. Lively places weigh less, because a mark drowns there.
 */
final class Folded {

	private static final int T = Carrier.TILE;

	/** Liveliness at which a place weighs half. */
	private static final double CALM = 3;

	final double[] sum = new double[T * T];
	final double[] weight = new double[T * T];

	/**
	 * @param detail of a picture
	 * @param lively how lively it is at each place
	 * @param across scale at which the picture is shown, to the right
	 * @param down likewise, downwards
	 */
	void add(final LumaPlane detail, final LumaPlane lively, final double across,
		final double down)
	{
		final var column = new int[detail.width()];
		for (int x = 0; x < column.length; x++) column[x] = place(x, across);
		for (int y = 0, i = 0; y < detail.height(); y++) {
			final int row = place(y, down) * T;
			for (int x = 0; x < column.length; x++, i++) {
				final double calm = CALM / (CALM + lively.values()[i]);
				final double w = calm * calm;
				sum[row + column[x]] += w * detail.values()[i];
				weight[row + column[x]] += w;
			}
		}
	}

	private static int place(final int at, final double scale) {
		return Math.floorMod(Math.round((at + 0.5) / scale - 0.5), T);
	}

	/** @return the mean tile; 0 where no pixel fell */
	double[] tile() {
		final var tile = new double[T * T];
		for (int i = 0; i < tile.length; i++) if (weight[i] > 0) tile[i] = sum[i] /
			weight[i];
		return tile;
	}
}
