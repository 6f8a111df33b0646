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
import java.util.List;
import java.util.Optional;

/**
 * Finds a mark without the original: lays pictures over themselves at each size
 * that they may have been scaled to, looks for the place of the tile, and decodes
 * the bits there.
 */
public final class WatermarkReader {

	/** Sizes that pictures are shown at, as shares of others: the usual heights. */
	private static final double[] SCALES = { 1, 1 / 2.0, 2 / 3.0, 3 / 4.0, 0.71, 4 /
		5.0, 9 / 10.0, 3 / 5.0, 1 / 3.0, 4 / 3.0, 3 / 2.0, 2 };

	/** Encoders want even sizes: so much may have been cut off, px. */
	private static final int EVEN = 2;

	/** Below this, the best place is one of chance, standard deviations. */
	private static final double PEAK = 2.5;

	/** Below this, the bits are those of chance, whatever their checksum. */
	private static final double AGREEMENT = 0.53;

	/** Places that are tried at each size. */
	private static final int PLACES = 48;

	private static final int T = Carrier.TILE;

	private final Carrier carrier = Carrier.get();
	private final Fourier fourier = new Fourier(T);
	private final List<Fold> folds = new ArrayList<>();
	private final double[] scales;
	private int width;
	private int height;

	/** The pictures laid over themselves as if they had been scaled so. */
	private record Fold(double scale, double across, double down,
		Folded folded)
	{}

	/**
	 * A mark that was found.
	 *
	 * @param identifier 64 bits
	 * @param scale at which the pictures are shown, against those that were marked
	 * @param agreement of the bits with the code: 1 without any noise
	 */
	public record Reading(long identifier, double scale, double agreement) {}

	/** Looks at all usual scales. */
	public WatermarkReader() {
		this(SCALES);
	}

	/** @param scales at which the pictures may be shown */
	public WatermarkReader(final double... scales) {
		this.scales = scales.clone();
	}

	/**
	 * @param argb pixels of one of the pictures, row by row
	 * @param w width, px; the same for all pictures
	 * @param h height, px
	 */
	public void add(final int[] argb, final int w, final int h) {
		if (folds.isEmpty()) prepare(w, h);
		if (w != width || h != height) throw new IllegalArgumentException(
			"All pictures of a clip have one size.");
		final LumaPlane luma = LumaPlane.of(argb, w, h);
		double scale = 0;
		LumaPlane detail = luma, lively = luma;
		for (final Fold fold : folds) {
			if (fold.scale != scale) {
				scale = fold.scale;
				detail = luma.detail(scale);
				lively = detail.liveliness(scale);
			}
			fold.folded.add(detail, lively, fold.across, fold.down);
		}
	}

	private void prepare(final int w, final int h) {
		width = w;
		height = h;
		for (final double s : scales) for (int i = 0; i < (s == 1 ? 1 : 4); i++) folds
			.add(new Fold(s, w / (w / s + EVEN * (i & 1)), h / (h / s + EVEN * (i >> 1)),
				new Folded()));
	}

	/** @return the mark in all that were added; nothing if there is none */
	public Optional<Reading> read() {
		for (final Fold fold : folds) {
			final double[] re = fold.folded.tile(), im = new double[T * T];
			fourier.transform(re, im, false);
			for (final Place place : places(re, im)) {
				if (place.peak < PEAK) break;
				final Code.Decoded found = Code.decode(soft(re, im, place));
				if (found.fits() && found.agreement() >= AGREEMENT) return Optional.of(
					new Reading(found.identifier(), fold.scale, found.agreement()));
			}
		}
		return Optional.empty();
	}

	/** @return for each coded bit, how sure it is, where it is most; for measuring */
	double[] soft() {
		double[] best = new double[Code.LENGTH];
		double most = 0;
		for (final Fold fold : folds) {
			final double[] re = fold.folded.tile(), im = new double[T * T];
			fourier.transform(re, im, false);
			for (final Place place : places(re, im)) {
				if (place.peak <= most) continue;
				most = place.peak;
				best = soft(re, im, place);
			}
		}
		return best;
	}

	/** Where a tile may begin. */
	private record Place(int x, int y, double peak) {}

	/** Correlates with the waves that are known, at all places at once. */
	private List<Place> places(final double[] re, final double[] im) {
		final double[] cr = new double[T * T], ci = new double[T * T];
		for (int k = 0; k < carrier.count(); k++) {
			if (carrier.group[k] != Carrier.PLACE) continue;
			final int i = carrier.index[k], m = carrier.mirror[k];
			final double f = weight(k) * carrier.chip[k];
			// A sine has the coefficient −i, whose conjugate is multiplied.
			cr[i] += f * (carrier.odd[k] ? -im[i] : re[i]);
			ci[i] += f * (carrier.odd[k] ? re[i] : im[i]);
			cr[m] += f * (carrier.odd[k] ? im[m] : re[m]);
			ci[m] += f * (carrier.odd[k] ? -re[m] : im[m]);
		}
		fourier.transform(cr, ci, true);
		double power = 0;
		for (final double c : cr) power += c * c;
		final double deviation = Math.sqrt(power / cr.length);
		final var best = new ArrayList<Place>();
		for (int n = 0; n < PLACES && deviation > 0; n++) {
			int top = 0;
			for (int i = 1; i < cr.length; i++) if (cr[i] > cr[top]) top = i;
			best.add(new Place(top % T, top / T, cr[top] / deviation));
			for (int y = -2; y <= 2; y++) for (int x = -2; x <= 2; x++) cr[(top / T + y +
				T) % T * T + (top % T + x + T) % T] = Double.NEGATIVE_INFINITY;
		}
		return best;
	}

	/** Pictures have less power in short waves, so those say more. */
	private double weight(final int k) {
		return carrier.frequency[k];
	}

	private double[] soft(final double[] re, final double[] im,
		final Place place)
	{
		final var soft = new double[Code.LENGTH];
		for (int k = 0; k < carrier.count(); k++) {
			if (carrier.group[k] == Carrier.PLACE) continue;
			final int i = carrier.index[k];
			// The tile begins at the place: turn every wave back by its phase there.
			final double phase = 2 * Math.PI * (i % T * place.x + i / T * place.y) / T;
			final double c = Math.cos(phase), s = Math.sin(phase);
			final double r = re[i] * c - im[i] * s, q = re[i] * s + im[i] * c;
			soft[carrier.group[k]] += weight(k) * carrier.chip[k] * (carrier.odd[k] ? -q
				: r);
		}
		return soft;
	}
}
