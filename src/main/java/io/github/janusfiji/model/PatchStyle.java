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

import java.util.List;
import java.util.stream.IntStream;

/**
 * The multi-image style loss of Korshunova et al. 2017 (section 3.2) on one layer
 * of features: the cosine distance of each position's features from the nearest
 * ones that any of some style pictures has thereabouts,
 * mean over positions of 1 − u·v / (|u| |v|). Faces are aligned, so a position is
 * compared with those around it alone.
 */
final class PatchStyle {

	/** Lengths below this count as this. */
	private static final double SHORT = 1e-6;

	private final int channels;
	private final int size;
	private final int reach;

	/**
	 * @param channels of the features
	 * @param size their width and height
	 * @param reach how far positions are looked for, each way
	 */
	PatchStyle(final int channels, final int size, final int reach) {
		this.channels = channels;
		this.size = size;
		this.reach = reach;
	}

	/**
	 * Features of one picture, position by position, each of length 1.
	 *
	 * @param values channels×size×size
	 * @return size×size×channels
	 */
	float[] units(final float[] values) {
		final int plane = size * size;
		final float[] units = new float[values.length];
		for (int p = 0; p < plane; p++) {
			double square = 0;
			for (int c = 0; c < channels; c++)
				square += (double) values[c * plane + p] * values[c * plane + p];
			final double length = Math.max(SHORT, Math.sqrt(square));
			for (int c = 0; c < channels; c++)
				units[p * channels + c] = (float) (values[c * plane + p] / length);
		}
		return units;
	}

	/**
	 * @param values of one picture, channels×size×size
	 * @param style {@link #units} of the style pictures
	 * @param weight factor of the loss
	 * @param gradient overwritten with that of the loss; which features are nearest
	 *          is taken as it is
	 * @return weight · mean distance
	 */
	double of(final float[] values, final List<float[]> style,
		final double weight, final float[] gradient)
	{
		final int plane = size * size;
		final float[] own = units(values);
		final double[] distances = new double[plane];
		IntStream.range(0, plane).forEach(p -> {
			final float[] near = new float[channels];
			final double cosine = nearest(own, p, style, near);
			double square = 0;
			for (int c = 0; c < channels; c++)
				square += (double) values[c * plane + p] * values[c * plane + p];
			final double length = Math.max(SHORT, Math.sqrt(square));
			double exact = 0;
			for (int c = 0; c < channels; c++)
				exact += values[c * plane + p] / length * near[c];
			distances[p] = 1 - exact;
			for (int c = 0; c < channels; c++)
				gradient[c * plane + p] = (float) (-weight / plane / length * (near[c] -
					exact * values[c * plane + p] / length));
			assert Math.abs(cosine - exact) < 1e-3;
		});
		double sum = 0;
		for (final double d : distances)
			sum += d;
		return weight * sum / plane;
	}

	/** Copies the nearest features and returns their cosine. */
	private double nearest(final float[] own, final int p,
		final List<float[]> style, final float[] near)
	{
		final int px = p % size, py = p / size;
		float best = Float.NEGATIVE_INFINITY;
		float[] of = style.get(0);
		int at = 0;
		for (final float[] picture : style)
			for (int y = Math.max(0, py - reach); y <= Math.min(size - 1, py +
				reach); y++)
				for (int x = Math.max(0, px - reach); x <= Math.min(size - 1, px +
					reach); x++)
				{
					final int q = (y * size + x) * channels;
					float dot = 0;
					for (int c = 0; c < channels; c++)
						dot += own[p * channels + c] * picture[q + c];
					if (dot > best) {
						best = dot;
						of = picture;
						at = q;
					}
				}
		System.arraycopy(of, at, near, 0, channels);
		return best;
	}
}
