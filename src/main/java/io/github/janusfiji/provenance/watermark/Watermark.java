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
 * An invisible mark of 64 bits in pictures: spread spectrum in the frequencies of
 * tiles of 128 px (Cox et al. 1997), which knows the picture it hides in and
 * corrects for it (Malvar and Florêncio 2003), with error correction.
 */
public final class Watermark {

	/** Mean change, as root mean square, levels: 42.3 dB. */
	private static final double STRENGTH = 1.96;

	/** Share of the strength that calm places get. */
	private static final double CALM_SHARE = 0.8;

	/** Liveliness at which places get it all. */
	private static final double LIVELY = 8;

	private static final int REFRESH = 12;

	private static final int T = Carrier.TILE;

	private final Carrier carrier = Carrier.get();
	private final Fourier fourier = new Fourier(T);
	private final int[] coded;
	private float[] gain;
	private double[] tile;
	private int age;

	/** @param identifier 64 bits */
	public Watermark(final long identifier) {
		coded = Code.encode(identifier);
	}

	/**
	 * Marks the next picture of a clip. What is added is worked out anew every
	 * {@value #REFRESH} pictures: standing still, it costs encoders least, and eyes
	 * do not see it move.
	 *
	 * @param argb pixels, row by row
	 * @param width px; the same for all pictures
	 * @param height px
	 * @return the same picture with the mark in it
	 */
	public int[] embed(final int[] argb, final int width, final int height) {
		if (age++ % REFRESH == 0) prepare(LumaPlane.of(argb, width, height));
		final var out = new int[argb.length];
		for (int y = 0, i = 0; y < height; y++) for (int x = 0; x < width; x++, i++) {
			final double add = gain[i] * tile[y % T * T + x % T];
			out[i] = argb[i] & 0xff000000 | shifted(argb[i] >> 16, add, x, y) << 16 |
				shifted(argb[i] >> 8, add, x, y) << 8 | shifted(argb[i], add, x, y);
		}
		return out;
	}

	private void prepare(final LumaPlane luma) {
		gain = gain(luma);
		final var folded = new Folded();
		final LumaPlane detail = luma.detail(1);
		folded.add(detail, detail.liveliness(1), 1, 1);
		final double[] own = projections(folded.tile());
		tile = tile(own, power(gain));
	}

	/** Rounds up or down by a pattern, so that half levels are kept on average. */
	private static int shifted(final int value, final double add, final int x,
		final int y)
	{
		final double dither = ((x * 5 + y * 3) % 8 + 0.5) / 8;
		return (int) Math.max(0, Math.min(255, Math.floor((value & 255) + add +
			dither)));
	}

	private static float[] gain(final LumaPlane luma) {
		final float[] lively = luma.detail(1).liveliness(1).values();
		for (int i = 0; i < lively.length; i++) lively[i] = (float) (CALM_SHARE + (1 -
			CALM_SHARE) * 2 * Math.min(1, lively[i] / LIVELY));
		return lively;
	}

	private static double power(final float[] gain) {
		double sum = 0;
		for (final float g : gain) sum += (double) g * g;
		return sum / gain.length;
	}

	/** How much of each bit's waves a tile holds, per wave. */
	private double[] projections(final double[] tile) {
		final double[] re = tile.clone(), im = new double[tile.length];
		fourier.transform(re, im, false);
		final var sum = new double[Carrier.PLACE + 1];
		for (int k = 0; k < carrier.count(); k++) sum[carrier.group[k]] += carrier
			.chip[k] * (carrier.odd[k] ? -im[carrier.index[k]] : re[carrier.index[k]]) *
			2 / (T * T);
		for (int g = 0; g < sum.length; g++) sum[g] /= carrier.size[g];
		return sum;
	}

	/** The tile to be added: each bit at least so strong, all within the strength. */
	private double[] tile(final double[] own, final double power) {
		// A wave of amplitude a has the power a²/2.
		final double budget = 2 * STRENGTH * STRENGTH / power;
		double low = 0, high = 100;
		for (int i = 0; i < 50; i++) {
			final double middle = (low + high) / 2;
			if (spent(own, middle) > budget) high = middle;
			else low = middle;
		}
		final double[] re = new double[T * T], im = new double[T * T];
		for (int k = 0; k < carrier.count(); k++) {
			final int g = carrier.group[k];
			final double a = carrier.chip[k] * sign(g) * added(own, g, low) / 2;
			if (carrier.odd[k]) {
				im[carrier.index[k]] -= a;
				im[carrier.mirror[k]] += a;
			}
			else {
				re[carrier.index[k]] += a;
				re[carrier.mirror[k]] += a;
			}
		}
		fourier.transform(re, im, true);
		return re;
	}

	private int sign(final int group) {
		return group == Carrier.PLACE ? 1 : coded[group];
	}

	private double added(final double[] own, final int group,
		final double target)
	{
		// What the picture has against a bit is taken away only in part: all of it
		// would cost what the other bits need.
		return Math.max(0, Math.min(2 * target, target - sign(group) * own[group]));
	}

	private double spent(final double[] own, final double target) {
		double sum = 0;
		for (int g = 0; g <= Carrier.PLACE; g++) {
			final double a = added(own, g, target);
			sum += a * a * carrier.size[g];
		}
		return sum;
	}
}
