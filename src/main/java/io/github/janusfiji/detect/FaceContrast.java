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
package io.github.janusfiji.detect;

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.FaceOutline;
import java.util.Arrays;

/**
 * How the face differs from what is around it in the same picture, so that
 * neither camera nor compression counts by itself: fine detail of several widths
 * in brightness and colour, the noise, how alike the three colours' noise is, and
 * the colours themselves, in five zones by their distance from the outline:
 * middle, rim, seam, and two rings outside.
 */
final class FaceContrast {

	private static final int SIZE = FacePicture.SIZE, PIXELS = SIZE * SIZE;

	/** Distance from the outline at which the next zone begins, px inwards. */
	private static final float[] ZONES = { 16, 5, -4, -14, -30 };
	private static final int ZONE_COUNT = ZONES.length;

	/** Brightness has four bands, either difference of colour three. */
	private static final int[] BANDS = { 4, 3, 3 };
	private static final int MAPS = 14;

	/** σ of the finest band, px; each next one is twice as wide. */
	private static final double FINEST = 0.7;

	private static final int COLOURS = 3, LIKENESS = 4;

	static final int COUNT = 5 * MAPS + 2 * COLOURS + 3 * LIKENESS;

	/** Fewest pixels of a zone that is seen. */
	private static final int FEWEST = 20;

	private final float[] red, green, blue;
	private final byte[] zone;
	private final int[] count = new int[ZONE_COUNT + 1];

	private FaceContrast(final FacePicture face) {
		red = channel(face, 16);
		green = channel(face, 8);
		blue = channel(face, 0);
		zone = zones(face);
		for (final byte z : zone)
			count[z]++;
	}

	static float[] of(final FacePicture face) {
		return new FaceContrast(face).numbers();
	}

	private float[] numbers() {
		final var luma = new float[PIXELS];
		final var cr = new float[PIXELS];
		final var cb = new float[PIXELS];
		for (int i = 0; i < PIXELS; i++) {
			luma[i] = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
			cr[i] = 0.713f * (red[i] - luma[i]);
			cb[i] = 0.564f * (blue[i] - luma[i]);
		}
		final float[] r = residual(red), g = residual(green), b = residual(blue);
		final float[][] detail = details(luma, cb, cr, r, g, b);
		final var out = new float[COUNT];
		int at = 0;
		for (int m = 0; m < MAPS; m++) {
			final float[] z = detail[m];
			out[at++] = z[1];
			out[at++] = z[0] - z[1];
			out[at++] = z[1] - z[3];
			out[at++] = z[2] - (z[1] + z[3]) / 2;
			out[at++] = z[3] - z[4];
		}
		for (final float[] colour : new float[][] { luma, cb, cr }) {
			final float[] z = means(colour, false);
			final float step = count[1] < FEWEST || count[3] < FEWEST ? 0 : (z[1] -
				z[3]) / 10;
			out[at++] = step;
			out[at++] = Math.abs(step);
		}
		final float[] inside = likeness(r, g, b, 0), outside = likeness(r, g, b, 3);
		for (int k = 0; k < LIKENESS; k++) {
			out[at++] = inside[k];
			out[at++] = outside[k];
			out[at++] = inside[k] - outside[k];
		}
		return out;
	}

	/** Mean logarithms of what each map shows in each zone. */
	private float[][] details(final float[] luma, final float[] cb,
		final float[] cr, final float[] r, final float[] g, final float[] b)
	{
		final var detail = new float[MAPS][];
		int m = 0;
		final float[][] planes = { luma, cb, cr };
		for (int p = 0; p < planes.length; p++) {
			float[] now = planes[p];
			for (int k = 0; k < BANDS[p]; k++) {
				final double sigma = FINEST * (1 << k);
				final float[] next = Planes.smoothed(now, SIZE, Planes.gaussian(2 *
					(int) Math.ceil(3 * sigma) + 1, sigma));
				detail[m++] = means(difference(now, next), true);
				now = next;
			}
		}
		detail[m++] = means(diagonal(luma), true);
		detail[m++] = means(difference(r, g), true);
		detail[m++] = means(difference(b, g), true);
		detail[m] = means(slope(luma), true);
		return detail;
	}

	/** Of zones that are hardly seen, the mean of the whole picture. */
	private float[] means(final float[] map, final boolean logarithms) {
		final double[] sum = new double[ZONE_COUNT + 1];
		for (int i = 0; i < PIXELS; i++)
			sum[zone[i]] += logarithms ? Math.log(1 + 4 * Math.abs(map[i])) : map[i];
		final double all = Arrays.stream(sum).sum() / PIXELS;
		final var means = new float[ZONE_COUNT];
		for (int z = 0; z < ZONE_COUNT; z++)
			means[z] = (float) (count[z] < FEWEST ? all : sum[z] / count[z]);
		return means;
	}

	/**
	 * Correlations, in two successive zones: of red with green, of blue with green,
	 * and of green with its neighbours to the left and above.
	 */
	private float[] likeness(final float[] r, final float[] g,
		final float[] b, final int first)
	{
		final double[] sum = new double[LIKENESS], square = new double[3];
		int n = 0;
		for (int i = SIZE + 1; i < PIXELS; i++) {
			if (zone[i] != first && zone[i] != first + 1) continue;
			n++;
			square[0] += r[i] * r[i];
			square[1] += g[i] * g[i];
			square[2] += b[i] * b[i];
			sum[0] += r[i] * g[i];
			sum[1] += b[i] * g[i];
			sum[2] += g[i] * g[i - 1];
			sum[3] += g[i] * g[i - SIZE];
		}
		final var out = new float[LIKENESS];
		if (n < FEWEST) return out;
		final double[] size = Arrays.stream(square).map(Math::sqrt).toArray();
		// Where there is no noise at all, rounding is not to be taken for some.
		final double least = 0.3 * Math.sqrt(n);
		out[0] = (float) (sum[0] / (size[0] + least) / (size[1] + least));
		out[1] = (float) (sum[1] / (size[2] + least) / (size[1] + least));
		out[2] = (float) (sum[2] / Math.pow(size[1] + least, 2));
		out[3] = (float) (sum[3] / Math.pow(size[1] + least, 2));
		return out;
	}

	private static float[] channel(final FacePicture face, final int shift) {
		final var out = new float[PIXELS];
		for (int i = 0; i < PIXELS; i++)
			out[i] = face.argb()[i] >> shift & 255;
		return out;
	}

	/** What differs from the mean of the 3×3 px around. */
	private static float[] residual(final float[] in) {
		return difference(in, Planes.smoothed(in, SIZE, new float[] { 1f / 3, 1f / 3,
			1f / 3 }));
	}

	private static float[] difference(final float[] a, final float[] b) {
		final var out = new float[PIXELS];
		for (int i = 0; i < PIXELS; i++)
			out[i] = a[i] - b[i];
		return out;
	}

	/** Second differences along both axes (Immerkær 1996); 0 at the border. */
	private static float[] diagonal(final float[] p) {
		final var out = new float[PIXELS];
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 1, i = y * SIZE + 1; x < SIZE - 1; x++, i++)
				out[i] = p[i - SIZE - 1] + p[i - SIZE + 1] + p[i + SIZE - 1] + p[i +
					SIZE + 1] + 4 * p[i] - 2 * (p[i - 1] + p[i + 1] + p[i - SIZE] + p[i +
						SIZE]);
		return out;
	}

	/** |∂x| + |∂y| by Sobel's masks, a quarter of it; 0 at the border. */
	private static float[] slope(final float[] p) {
		final var out = new float[PIXELS];
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 1, i = y * SIZE + 1; x < SIZE - 1; x++, i++) {
				final int u = i - SIZE, d = i + SIZE;
				out[i] = (Math.abs(p[u + 1] + 2 * p[i + 1] + p[d + 1] - p[u - 1] - 2 * p[i -
					1] - p[d - 1]) + Math.abs(p[d - 1] + 2 * p[d] + p[d + 1] - p[u - 1] -
						2 * p[u] - p[u + 1])) / 4;
			}
		return out;
	}

	/** @return of each pixel the number of its zone; the last is beyond all */
	private static byte[] zones(final FacePicture face) {
		final var zones = new byte[PIXELS];
		Arrays.fill(zones, (byte) ZONE_COUNT);
		final var corners = FaceOutline.of(face.landmarks()).corners();
		if (corners.size() < 3) return zones;
		final double[][] edges = new ConvexPolygon(corners).edges();
		for (int i = 0; i < PIXELS; i++) {
			double inwards = Double.MAX_VALUE;
			for (final double[] e : edges)
				inwards = Math.min(inwards, e[0] * (i % SIZE) + e[1] * (i / SIZE) + e[2]);
			byte z = 0;
			while (z < ZONE_COUNT && inwards <= ZONES[z])
				z++;
			zones[i] = z;
		}
		return zones;
	}
}
