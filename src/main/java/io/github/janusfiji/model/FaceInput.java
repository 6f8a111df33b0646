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
package io.github.janusfiji.model;

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The picture an encoder sees: a face and nothing else. What lies outside its
 * outline is grey, its colours are standardised inside, so that background,
 * skin, light and camera tell nothing of whose face it is.
 */
final class FaceInput {

	/** Mean and spread of the colours after standardisation, of 0 to 1. */
	private static final float MIDDLE = 0.5f;
	private static final float SPREAD = 0.2f;

	/** Least spread of a colour, so that a flat picture is not blown up. */
	private static final float FLAT = 0.02f;

	/** Width of the outline's soft edge, share of the crop. */
	private static final double RAMP = 0.03;

	/** How far inside the outline its skin is taken, share of the crop. */
	private static final double INSIDE = 0.012;

	/** Samples averaged along each side of a pixel: crops are finer. */
	private static final int FINER = 2;

	private final int size;
	private final CropSampler sampler;
	private final float[] fine;
	private final FloatBuffer sampled;
	private final float[] x;
	private final float[] y;

	/** @param size width and height of the encoder's picture, px */
	FaceInput(final int size) {
		this.size = size;
		sampler = new CropSampler(size * FINER);
		fine = new float[3 * size * size * FINER * FINER];
		sampled = FloatBuffer.wrap(fine);
		x = new float[size];
		y = new float[size];
	}

	/**
	 * A face in a picture.
	 *
	 * @param edges of its outline: nx·x + ny·y + c is the depth inside, with
	 *          positions as shares of the picture's width
	 * @param means of red, green and blue inside, 0 to 1
	 * @param spreads their standard deviations
	 */
	record Region(double[][] edges, float[] means, float[] spreads) {

		/**
		 * @param factor of every depth: a crop's width is another than that of its
		 *          middle
		 * @return the same region
		 */
		Region scaled(final double factor) {
			final double[][] scaled = new double[edges.length][];
			for (int i = 0; i < edges.length; i++)
				scaled[i] = new double[] { factor * edges[i][0], factor * edges[i][1],
					factor * edges[i][2] };
			return new Region(scaled, means, spreads);
		}

		/**
		 * Moves positions outside the outline to its nearest side: there, skin goes
		 * on instead of the background.
		 *
		 * @param x across; overwritten
		 * @param y down; overwritten
		 */
		void keepInside(final float[] x, final float[] y) {
			for (int i = 0; i < x.length; i++)
				// Beyond a corner two sides are in the way, one after the other.
				for (int pass = 0; pass < 3; pass++) {
					double[] side = null;
					double least = INSIDE;
					for (final double[] e : edges) {
						final double depth = e[0] * x[i] + e[1] * y[i] + e[2];
						if (depth < least) {
							least = depth;
							side = e;
						}
					}
					if (side == null) break;
					x[i] += (float) ((INSIDE - least) * side[0]);
					y[i] += (float) ((INSIDE - least) * side[1]);
				}
		}

		/** @return whether a position is inside the outline */
		boolean holds(final double px, final double py) {
			for (final double[] e : edges)
				if (e[0] * px + e[1] * py + e[2] < 0) return false;
			return true;
		}

		/** @return how far inside the outline a position is; negative outside */
		double depth(final double px, final double py) {
			double depth = Double.POSITIVE_INFINITY;
			for (final double[] e : edges)
				depth = Math.min(depth, e[0] * px + e[1] * py + e[2]);
			return depth;
		}
	}

	/**
	 * @param face a region
	 * @return the same with colours that standardising leaves as they are
	 */
	static Region plain(final Region face) {
		final float[] means = { MIDDLE, MIDDLE, MIDDLE };
		final float spread = SPREAD - FLAT;
		return new Region(face.edges, means, new float[] { spread, spread,
			spread });
	}

	/**
	 * @param rgb interleaved bytes
	 * @param pixels width and height of the picture
	 * @param face landmarks, shares of the picture's width
	 * @return the face's outline and its colours
	 */
	static Region region(final byte[] rgb, final int pixels,
		final Landmarks face)
	{
		final double[][] edges = new ConvexPolygon(FaceOutline.of(face).corners())
			.edges();
		final var outline = new Region(edges, null, null);
		final double[] sum = new double[3], squares = new double[3];
		int count = 0;
		for (int j = 0; j < pixels; j += 2)
			for (int i = 0; i < pixels; i += 2) {
				if (!outline.holds((i + 0.5) / pixels, (j + 0.5) / pixels)) continue;
				for (int c = 0; c < 3; c++) {
					final double v = (rgb[3 * (j * pixels + i) + c] & 0xff) / 255.0;
					sum[c] += v;
					squares[c] += v * v;
				}
				count++;
			}
		final float[] means = new float[3], spreads = new float[3];
		Arrays.fill(spreads, 1);
		for (int c = 0; c < 3 && count > 0; c++) {
			final double mean = sum[c] / count;
			means[c] = (float) mean;
			spreads[c] = (float) Math.sqrt(Math.max(0, squares[c] / count - mean *
				mean));
		}
		return new Region(edges, means, spreads);
	}

	/**
	 * @param rgb interleaved bytes of the picture
	 * @param pixels its width and height
	 * @param face where the face is in it
	 * @param grown how much the outline is wider than the face, share of the
	 *          picture
	 * @param map where the encoder's pixels are taken, shares of the picture
	 * @param disturbance changes the standardised colours; null for none
	 * @param to 3×H×W, overwritten, 0 to 1
	 */
	void fill(final byte[] rgb, final int pixels, final Region face,
		final double grown, final CropSampler.RowMap map,
		final InputDisturbance disturbance, final FloatBuffer to)
	{
		sampler.sample(rgb, 3, pixels, map, sampled);
		final int plane = size * size;
		final float[] picture = new float[3 * plane];
		for (int c = 0; c < 3; c++)
			standardise(c, face, picture);
		if (disturbance != null) disturbance.apply(picture, size);
		for (int j = 0; j < size; j++) {
			map.row((j + 0.5) / size, x, y);
			for (int i = 0; i < size; i++) {
				final double depth = face.depth(x[i], y[i]) + grown;
				final float share = (float) Math.max(0, Math.min(1, depth / RAMP +
					0.5));
				for (int c = 0; c < 3; c++) {
					final int at = c * plane + j * size + i;
					final float v = Math.max(0, Math.min(1, picture[at]));
					picture[at] = MIDDLE + share * (v - MIDDLE);
				}
			}
		}
		to.put(0, picture);
	}

	private void standardise(final int c, final Region face,
		final float[] picture)
	{
		final int wide = size * FINER, plane = size * size;
		final float gain = SPREAD / (face.spreads[c] + FLAT);
		final float shift = MIDDLE - gain * face.means[c];
		for (int j = 0; j < size; j++)
			for (int i = 0; i < size; i++) {
				final int at = c * wide * wide + FINER * (j * wide + i);
				final float mean = (fine[at] + fine[at + 1] + fine[at + wide] +
					fine[at + wide + 1]) / 4;
				picture[c * plane + j * size + i] = gain * mean + shift;
			}
	}
}
