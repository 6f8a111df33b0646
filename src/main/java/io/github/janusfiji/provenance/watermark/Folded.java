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

import java.util.Arrays;
import java.util.List;

/**
 * What the waves of pictures mean if a block begins at each place, laid over
 * itself tile by tile: what is marked adds up, what is not fades.
 */
final class Folded {

	private static final int T = Grid.TILE;

	/** Entries of the table of sines to one step. */
	private static final int TABLE = 1024;

	private static final float[] SINE = new float[TABLE];

	static {
		for (int i = 0; i < TABLE; i++) SINE[i] = (float) Math.sin(2 * Math.PI * (i +
			0.5) / TABLE);
	}

	private final Grid grid = Grid.get();

	/** For each wave: sums over places that lie a whole number of tiles apart. */
	final float[][] sum = new float[Grid.WAVES.length][T * T];

	/** @param luma a picture at the size at which it was marked */
	static Folded of(final LumaPlane luma) {
		final var one = new Folded();
		one.add(luma);
		return one;
	}

	/** @return several pictures together */
	static Folded of(final List<Folded> pictures) {
		final var all = new Folded();
		for (final Folded one : pictures) for (int w = 0; w < all.sum.length; w++)
			for (int i = 0; i < T * T; i++) all.sum[w][i] += one.sum[w][i];
		return all;
	}

	private void add(final LumaPlane luma) {
		for (int w = 0; w < Grid.WAVES.length; w++) add(across(luma, grid.sine(
			Grid.WAVES[w][1])), luma.width(), luma.height(), grid.sine(
				Grid.WAVES[w][0]), sum[w]);
	}

	/** Rows of the picture, each place multiplied with a sine that begins there. */
	private static float[] across(final LumaPlane luma, final float[] sine) {
		final float[] in = luma.values();
		final var out = new float[in.length];
		for (int y = 0; y < luma.height(); y++) for (int k = 0; k < Grid.BLOCK; k++) {
			final float s = sine[k];
			final int row = y * luma.width();
			for (int x = 0; x <= luma.width() - Grid.BLOCK; x++) out[row + x] += s *
				in[row + x + k];
		}
		return out;
	}

	private static void add(final float[] rows, final int width,
		final int height, final float[] sine, final float[] sum)
	{
		final var strength = new float[width];
		for (int y = 0; y <= height - Grid.BLOCK; y++) {
			Arrays.fill(strength, 0);
			for (int k = 0; k < Grid.BLOCK; k++) {
				final float s = sine[k];
				final int row = (y + k) * width;
				for (int x = 0; x < width; x++) strength[x] += s * rows[row + x];
			}
			final int to = y % T * T;
			for (int x = 0; x <= width - Grid.BLOCK; x++) sum[to + x % T] += meaning(
				strength[x]);
		}
	}

	/** From −1 to 1: a sine of the strength, whose crests mean 1, its troughs 0. */
	private static float meaning(final float strength) {
		return SINE[(int) Math.floor(strength * (TABLE / Grid.STEP)) & TABLE - 1];
	}
}
