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
package io.github.janusfiji.swap;

import io.github.janusfiji.colour.CieLab;
import io.github.janusfiji.colour.DeltaE;

/** Gives a painted face the colours of the face it replaces. */
enum ColourTransfer {

	/** Leaves the colours alone. */
	NONE {

		@Override
		FloatRgb apply(final FloatRgb rgb, final ColourStatistics from,
			final ColourStatistics to)
		{
			return rgb;
		}
	},

	/** Shifts the mean of red, green and blue. */
	MEAN {

		@Override
		FloatRgb apply(final FloatRgb rgb, final ColourStatistics from,
			final ColourStatistics to)
		{
			return mapped(rgb, diagonal(1, 1, 1), from.mean(), to.mean());
		}
	},

	/**
	 * Matches mean and standard deviation in L*a*b* (Reinhard, Ashikhmin, Gooch
	 * and Shirley, "Color transfer between images", IEEE CG&amp;A 2001, with CIE
	 * L*a*b* in the place of their lαβ).
	 */
	REINHARD {

		@Override
		FloatRgb toSpace(final FloatRgb rgb) {
			return rgb.toLab();
		}

		@Override
		FloatRgb apply(final FloatRgb rgb, final ColourStatistics from,
			final ColourStatistics to)
		{
			return mapped(rgb.toLab(), diagonal(gain(from, to, 0, MAX_GAIN), gain(
				from, to, 1, MAX_CHROMA_GAIN), gain(from, to, 2, MAX_CHROMA_GAIN)), from
					.mean(), to.mean()).labToRgb();
		}
	},

	/** Matches the whole distribution of L*, a* and b*, each on its own. */
	HISTOGRAM {

		@Override
		FloatRgb toSpace(final FloatRgb rgb) {
			return rgb.toLab();
		}

		@Override
		ColourStatistics statistics(final FloatRgb rgb, final float[] weights) {
			final var counted = CountedPixels.of(rgb, weights);
			return ColourStatistics.withQuantiles(toSpace(counted.picture()), counted
				.weights());
		}

		@Override
		FloatRgb apply(final FloatRgb rgb, final ColourStatistics from,
			final ColourStatistics to)
		{
			final FloatRgb lab = rgb.toLab();
			for (int c = 0; c < 3; c++) {
				final float[] plane = lab.planes()[c];
				for (int i = 0; i < plane.length; i++)
					plane[i] = (float) Quantiles.map(plane[i], from.quantiles()[c], to
						.quantiles()[c]);
			}
			return lab.labToRgb();
		}
	},

	/**
	 * Matches mean and covariance of red, green and blue by the linear map that
	 * moves colours least (Pitié and Kokaram, "The linear Monge-Kantorovitch
	 * linear colour mapping for example-based colour transfer", CVMP 2007).
	 */
	MKL {

		@Override
		FloatRgb apply(final FloatRgb rgb, final ColourStatistics from,
			final ColourStatistics to)
		{
			return mapped(rgb, monge(from.covariance(), to.covariance()), from.mean(),
				to.mean());
		}
	};

	/**
	 * Limit of the contrast that may be added or taken: a dull painting is not to
	 * be turned into noise.
	 */
	private static final double MAX_GAIN = 1.6;

	/** The same for adding contrast to a* and b*: more shows as blotches. */
	private static final double MAX_CHROMA_GAIN = 1.1;

	/** Least variance in a direction of colour: half a level of 255, squared. */
	private static final double LEAST_VARIANCE = 4e-6;

	/**
	 * @param rgb a picture
	 * @return the same in the space in which this transfer works
	 */
	FloatRgb toSpace(final FloatRgb rgb) {
		return rgb;
	}

	/**
	 * @param rgb a picture
	 * @param weights one per pixel, not all 0
	 * @return what this transfer has to know of it
	 */
	ColourStatistics statistics(final FloatRgb rgb, final float[] weights) {
		final var counted = CountedPixels.of(rgb, weights);
		return ColourStatistics.of(toSpace(counted.picture()), counted.weights());
	}

	/**
	 * @param rgb the painted face
	 * @param from statistics of the painted face, in this transfer's space
	 * @param to statistics of the face it replaces, in the same space
	 * @return the painted face with the other's statistics
	 */
	abstract FloatRgb apply(FloatRgb rgb, ColourStatistics from,
		ColourStatistics to);

	/**
	 * @param from statistics of the painted face
	 * @param to statistics of the face it replaces
	 * @return CIEDE2000 difference of their mean colours, as far as this transfer
	 *         makes up for it
	 */
	double shift(final ColourStatistics from, final ColourStatistics to) {
		return this == NONE ? 0 : DeltaE.of(lab(from), lab(to));
	}

	private double[] lab(final ColourStatistics statistics) {
		final double[] mean = statistics.mean();
		return this == REINHARD || this == HISTOGRAM ? mean : CieLab.of(mean[0],
			mean[1], mean[2]);
	}

	private static double gain(final ColourStatistics from,
		final ColourStatistics to, final int channel, final double most)
	{
		final double own = from.deviation(channel);
		return own == 0 ? 1 : Math.max(1 / MAX_GAIN, Math.min(most, to.deviation(
			channel) / own));
	}

	private static double[][] diagonal(final double... d) {
		return new double[][] { { d[0], 0, 0 }, { 0, d[1], 0 }, { 0, 0, d[2] } };
	}

	/** A^(−½) (A^½ B A^½)^½ A^(−½), its eigenvalues kept within the limit. */
	private static double[][] monge(final double[][] a, final double[][] b) {
		final double[][] root = SymmetricMatrix.apply(a, v -> Math.sqrt(Math.max(
			LEAST_VARIANCE, v)));
		final double[][] inverse = SymmetricMatrix.apply(a, v -> 1 / Math.sqrt(Math
			.max(LEAST_VARIANCE, v)));
		final double[][] middle = SymmetricMatrix.apply(SymmetricMatrix.product(
			SymmetricMatrix.product(root, b), root), v -> Math.sqrt(Math.max(0, v)));
		return SymmetricMatrix.apply(SymmetricMatrix.product(SymmetricMatrix
			.product(inverse, middle), inverse), v -> Math.max(1 / MAX_GAIN, Math.min(
				MAX_GAIN, v)));
	}

	/** Maps each colour's difference from a mean, and adds the other mean. */
	private static FloatRgb mapped(final FloatRgb in, final double[][] m,
		final double[] from, final double[] to)
	{
		final var out = FloatRgb.black(in.width(), in.height());
		final float[][] p = in.planes();
		for (int c = 0; c < 3; c++) {
			final double[] row = m[c];
			final double offset = to[c] - row[0] * from[0] - row[1] * from[1] -
				row[2] * from[2];
			final float[] target = out.planes()[c];
			for (int i = 0; i < target.length; i++)
				target[i] = (float) (row[0] * p[0][i] + row[1] * p[1][i] + row[2] *
					p[2][i] + offset);
		}
		return out;
	}
}
