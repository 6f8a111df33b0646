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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which wave of which block of a tile carries which bit. Waves are sines that
 * vanish at the block's edges (the basis of a discrete sine transform), so that
 * neighbouring blocks meet without a seam; each has as many bright as dark parts,
 * so that brightness does not matter. Some carry no bit but are known, to find
 * the tile's place.
 */
final class Grid {

	/** Side of a block, px: half of it is still wide after scaling by half. */
	static final int BLOCK = 16;

	/** Blocks across and down a tile. */
	static final int BLOCKS = 13;

	/** Side of a tile, px. */
	static final int TILE = BLOCK * BLOCKS;

	/** Half waves down and across a block. */
	static final int[][] WAVES = { { 1, 2 }, { 2, 1 } };

	/** Distance of neighbouring values of a wave that mean the same bit. */
	static final double STEP = 90;

	/** The slot of waves that tell the place. */
	static final int PLACE = -1;

	private static final long SEED = 0x4a616e757357324cL; // "JanusW2L"

	/** For each block of a tile, row by row, and each wave in it: its bit. */
	private final int[] slot;

	/** +1 or −1 for the same. */
	private final int[] flip;

	/** Sines of unit length: half waves, place. */
	private final float[][] sines = new float[1 + highest()][BLOCK];

	private static final Grid ONE = new Grid();

	static Grid get() {
		return ONE;
	}

	private Grid() {
		for (int k = 1; k < sines.length; k++) for (int i = 0; i < BLOCK; i++)
			sines[k][i] = (float) (Math.sin(Math.PI * k * (i + 0.5) / BLOCK) / Math.sqrt(
				BLOCK / 2.0));
		final int all = BLOCKS * BLOCKS * WAVES.length;
		slot = new int[all];
		flip = new int[all];
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < all; i++) order.add(i);
		final var random = new Random(SEED);
		Collections.shuffle(order, random);
		for (int i = 0; i < all; i++) {
			slot[order.get(i)] = i < Code.LENGTH ? i : PLACE;
			flip[order.get(i)] = random.nextBoolean() ? 1 : -1;
		}
	}

	private static int highest() {
		int most = 0;
		for (final int[] wave : WAVES) most = Math.max(most, Math.max(wave[0],
			wave[1]));
		return most;
	}

	/** @return the number of a wave of a block in its tile */
	static int number(final int column, final int row, final int wave) {
		return (Math.floorMod(row, BLOCKS) * BLOCKS + Math.floorMod(column, BLOCKS)) *
			WAVES.length + wave;
	}

	/** @return the coded bit that a wave carries, or {@link #PLACE} */
	int slot(final int number) {
		return slot[number];
	}

	/** @return +1 or −1: with it, a wave's value means its bit */
	int flip(final int number) {
		return flip[number];
	}

	/** @return the sine with so many half waves to a block, of unit length */
	float[] sine(final int halfWaves) {
		return sines[halfWaves];
	}
}
