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

import java.util.Random;

/**
 * Which waves of a tile carry which bit: cosines and sines of a ring of
 * frequencies, drawn once and for all. Some carry no bit but are known, to find
 * the tile's place.
 */
final class Carrier {

	/** Side of a tile, px. */
	static final int TILE = 128;

	/**
	 * Waves per tile: lower ones are drowned by pictures, higher ones by
	 * compression, as half the size doubles them.
	 */
	private static final int LOW = 4, HIGH = 18;

	/** One wave in so many tells the place. */
	private static final int SYNC = 5;

	private static final long SEED = 0x4a616e757357314cL; // "JanusW1L"

	/** The group of waves that tell the place. */
	static final int PLACE = Code.LENGTH;

	/** For each wave: its coefficient's index in the tile's transform. */
	final int[] index;

	/** That of the conjugate coefficient. */
	final int[] mirror;

	/** Whether it is a sine. */
	final boolean[] odd;

	/** The bit that it carries, or {@link #PLACE}. */
	final int[] group;

	/** +1 or −1. */
	final int[] chip;

	/** Its frequency, waves per tile. */
	final double[] frequency;

	/** How many waves carry each bit. */
	final int[] size = new int[PLACE + 1];

	private static final Carrier ONE = new Carrier();

	static Carrier get() {
		return ONE;
	}

	private Carrier() {
		final var waves = new java.util.ArrayList<int[]>();
		for (int v = -HIGH; v <= HIGH; v++) for (int u = 0; u <= HIGH; u++) {
			final double f = Math.hypot(u, v);
			if (f < LOW || f > HIGH || u == 0 && v <= 0) continue;
			waves.add(new int[] { u, v, 0 });
			waves.add(new int[] { u, v, 1 });
		}
		final var random = new Random(SEED);
		java.util.Collections.shuffle(waves, random);
		final int n = waves.size();
		index = new int[n];
		mirror = new int[n];
		odd = new boolean[n];
		group = new int[n];
		chip = new int[n];
		frequency = new double[n];
		int bit = 0;
		for (int i = 0; i < n; i++) {
			final int[] wave = waves.get(i);
			index[i] = place(wave[0], wave[1]);
			mirror[i] = place(-wave[0], -wave[1]);
			odd[i] = wave[2] == 1;
			group[i] = i % SYNC == 0 ? PLACE : bit++ % Code.LENGTH;
			chip[i] = random.nextBoolean() ? 1 : -1;
			frequency[i] = Math.hypot(wave[0], wave[1]);
			size[group[i]]++;
		}
	}

	private static int place(final int u, final int v) {
		return (v + TILE) % TILE * TILE + (u + TILE) % TILE;
	}

	int count() {
		return index.length;
	}
}
