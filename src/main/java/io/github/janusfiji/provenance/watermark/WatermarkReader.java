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
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Finds a mark without the original: brings pictures back to each size that they
 * may have been scaled from, looks for the place of the tile, and decodes the bits
 * there.
 */
public final class WatermarkReader {

	/** Sizes that pictures are shown at, as shares of others: the usual heights. */
	private static final double[] SCALES = { 1, 1 / 2.0, 2 / 3.0, 3 / 4.0, 0.71, 4 /
		5.0, 9 / 10.0, 3 / 5.0, 1 / 3.0, 4 / 3.0, 3 / 2.0, 2 };

	/** Encoders want even sizes: so much may have been cut off, px. */
	private static final int EVEN = 2;

	/** Below this, the best place is one of chance, standard deviations. */
	private static final double PEAK = 3;

	/** Below this, the bits are those of chance, whatever their checksum. */
	static final double AGREEMENT = 0.53;

	/** Places that are tried at each size. */
	private static final int PLACES = 64;

	/** Sizes that are followed further once none has shown a mark. */
	private static final int PROMISING = 4;

	/** More of a picture is not looked at, px across and down. */
	private static final int WINDOW = 1024;

	private static final int T = Grid.TILE;

	private final Grid grid = Grid.get();
	private final List<Fold> folds = new ArrayList<>();
	private final double[] scales;
	private int width;
	private int height;

	/** Pictures as they were before they had been scaled so. */
	private record Fold(double scale, int width, int height,
		List<Folded> pictures)
	{

		void add(final LumaPlane luma) {
			final int w = (int) Math.round(WINDOW * scale), h = w;
			final LumaPlane part = luma.middle(w, h);
			pictures.add(Folded.of(part.resized(whole(part.width(), luma.width(),
				width), whole(part.height(), luma.height(), height))));
		}

		private static int whole(final int part, final int now, final int before) {
			return (int) Math.round((double) part * before / now);
		}
	}

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
		for (final Fold fold : folds) fold.add(luma);
	}

	private void prepare(final int w, final int h) {
		width = w;
		height = h;
		for (final double s : scales) for (int i = 0; i < (s == 1 ? 1 : 4); i++) folds
			.add(new Fold(s, (int) Math.round(w / s) + EVEN * (i & 1), (int) Math.round(h /
				s) + EVEN * (i >> 1), new ArrayList<>()));
	}

	/**
	 * @return the mark in all that were added; nothing if there is none. After that,
	 *         only the most promising sizes are followed
	 */
	public Optional<Reading> read() {
		final var peaks = new IdentityHashMap<Fold, Double>();
		for (final Fold fold : folds) {
			final List<Place> places = places(Folded.of(fold.pictures));
			for (final Place place : places) {
				if (place.peak < PEAK) break;
				final Code.Decoded found = Code.decode(soft(fold.pictures, place));
				if (found.fits() && found.agreement() >= AGREEMENT) return Optional.of(
					new Reading(found.identifier(), fold.scale, found.agreement()));
			}
			peaks.put(fold, places.get(0).peak);
		}
		folds.sort(Comparator.comparingDouble(f -> -peaks.get(f)));
		if (folds.size() > PROMISING) folds.subList(PROMISING, folds.size()).clear();
		return Optional.empty();
	}

	/** @return for each coded bit, how sure it is, where it is most; for measuring */
	double[] soft() {
		double[] best = new double[Code.LENGTH];
		double most = 0;
		for (final Fold fold : folds) {
			final Place place = places(Folded.of(fold.pictures)).get(0);
			if (place.peak <= most) continue;
			most = place.peak;
			best = soft(fold.pictures, place);
		}
		return best;
	}

	/** Where a tile may begin. */
	private record Place(int x, int y, double peak) {}

	/** Compares with the waves that are known, at all places. */
	private List<Place> places(final Folded folded) {
		final var match = new double[T * T];
		for (int n = 0; n < Grid.BLOCKS * Grid.BLOCKS * Grid.WAVES.length; n++)
			if (grid.slot(n) == Grid.PLACE) known(folded, n, match);
		double power = 0;
		for (final double m : match) power += m * m;
		final double deviation = Math.sqrt(power / match.length);
		final var best = new ArrayList<Place>();
		for (int n = 0; n < PLACES; n++) {
			int top = 0;
			for (int i = 1; i < match.length; i++) if (match[i] > match[top]) top = i;
			best.add(new Place(top % T, top / T, deviation > 0 ? match[top] / deviation
				: 0));
			for (int y = -2; y <= 2; y++) for (int x = -2; x <= 2; x++) match[(top / T +
				y + T) % T * T + (top % T + x + T) % T] = Double.NEGATIVE_INFINITY;
		}
		return best;
	}

	private void known(final Folded folded, final int number,
		final double[] match)
	{
		final float[] sum = folded.sum[number % Grid.WAVES.length];
		final int flip = grid.flip(number);
		for (int y = 0; y < T; y++) for (int x = 0; x < T; x++) match[y * T + x] += flip *
			sum[at(x, y, number)];
	}

	/** Where a wave of a tile that begins at a place is. */
	private static int at(final int x, final int y, final int number) {
		final int block = number / Grid.WAVES.length;
		final int down = y + block / Grid.BLOCKS * Grid.BLOCK;
		final int right = x + block % Grid.BLOCKS * Grid.BLOCK;
		return (down < T ? down : down - T) * T + (right < T ? right : right - T);
	}

	/**
	 * Encoders spend most on few pictures, from which the others are predicted:
	 * pictures count by the square of how well their known waves are kept.
	 */
	private double[] soft(final List<Folded> pictures, final Place place) {
		final var soft = new double[Code.LENGTH];
		for (final Folded picture : pictures) {
			final double[] own = new double[Code.LENGTH];
			double kept = 0;
			for (int n = 0; n < Grid.BLOCKS * Grid.BLOCKS * Grid.WAVES.length; n++) {
				final double value = grid.flip(n) * picture.sum[n % Grid.WAVES.length][at(
					place.x, place.y, n)];
				if (grid.slot(n) == Grid.PLACE) kept += value;
				else own[grid.slot(n)] += value;
			}
			final double weight = kept > 0 ? kept * kept : 0;
			for (int i = 0; i < own.length; i++) soft[i] += weight * own[i];
		}
		return soft;
	}
}
