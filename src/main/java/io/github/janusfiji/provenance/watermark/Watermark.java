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
 * An invisible mark of 64 bits in pictures: the strength of low waves in blocks of
 * {@value Grid#BLOCK} px is moved to values that mean 0 or 1 (dither modulation
 * with distortion compensation; Chen and Wornell, "Quantization Index Modulation",
 * IEEE Trans. Inf. Theory 2001), with error correction. What a picture holds itself
 * is no noise to such a mark.
 */
public final class Watermark {

	/**
	 * Share of the way to the nearest value with the right meaning. The mean change
	 * is share² · step² / 12 for each wave, which is 42.3 dB.
	 */
	private static final double SHARE = 0.85;

	private final Grid grid = Grid.get();
	private final int[] coded;

	/** @param identifier 64 bits */
	public Watermark(final long identifier) {
		coded = Code.encode(identifier);
	}

	/**
	 * @param argb pixels, row by row
	 * @param width px
	 * @param height px
	 * @return the same picture with the mark in it
	 */
	public int[] embed(final int[] argb, final int width, final int height) {
		final float[] luma = LumaPlane.of(argb, width, height).values();
		final var add = new float[argb.length];
		for (int y = 0; y + Grid.BLOCK <= height; y += Grid.BLOCK)
			for (int x = 0; x + Grid.BLOCK <= width; x += Grid.BLOCK)
				for (int w = 0; w < Grid.WAVES.length; w++) {
					final int at = y * width + x;
					final int n = Grid.number(x / Grid.BLOCK, y / Grid.BLOCK, w);
					final int slot = grid.slot(n);
					final int sign = grid.flip(n) * (slot == Grid.PLACE ? 1 : coded[slot]);
					wave(add, at, width, w, change(strength(luma, at, width, w), sign));
				}
		final var out = new int[argb.length];
		for (int y = 0, i = 0; y < height; y++) for (int x = 0; x < width; x++, i++)
			out[i] = argb[i] & 0xff000000 | shifted(argb[i] >> 16, add[i], x, y) << 16 |
				shifted(argb[i] >> 8, add[i], x, y) << 8 | shifted(argb[i], add[i], x, y);
		return out;
	}

	/** How much of a wave is in a block. */
	private double strength(final float[] luma, final int at, final int width,
		final int wave)
	{
		final float[] down = grid.sine(Grid.WAVES[wave][0]);
		final float[] across = grid.sine(Grid.WAVES[wave][1]);
		double sum = 0;
		for (int r = 0; r < Grid.BLOCK; r++) {
			double row = 0;
			for (int c = 0; c < Grid.BLOCK; c++) row += luma[at + r * width + c] *
				across[c];
			sum += row * down[r];
		}
		return sum;
	}

	/** To the nearest value of step · (n ± 1/4), not quite. */
	private static double change(final double strength, final int sign) {
		final double offset = sign * Grid.STEP / 4;
		return SHARE * (Grid.STEP * Math.rint((strength - offset) / Grid.STEP) +
			offset - strength);
	}

	private void wave(final float[] add, final int at, final int width,
		final int wave, final double amount)
	{
		final float[] down = grid.sine(Grid.WAVES[wave][0]);
		final float[] across = grid.sine(Grid.WAVES[wave][1]);
		for (int r = 0; r < Grid.BLOCK; r++) {
			final float row = (float) (amount * down[r]);
			for (int c = 0; c < Grid.BLOCK; c++) add[at + r * width + c] += row *
				across[c];
		}
	}

	/** Rounds up or down by a pattern, so that half levels are kept on average. */
	private static int shifted(final int value, final double add, final int x,
		final int y)
	{
		final double dither = ((x * 5 + y * 3) % 8 + 0.5) / 8;
		return (int) Math.max(0, Math.min(255, Math.floor((value & 255) + add +
			dither)));
	}
}
