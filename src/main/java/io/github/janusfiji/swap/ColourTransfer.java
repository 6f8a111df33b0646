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

/** Gives a painted face the colours of the face it replaces. */
enum ColourTransfer {

	/** Leaves the colours alone. */
	NONE {

		@Override
		double gain(final int channel, final double from, final double to) {
			return 1;
		}

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
		double gain(final int channel, final double from, final double to) {
			return 1;
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
			return CieLab.from(rgb);
		}

		@Override
		FloatRgb toRgb(final FloatRgb space) {
			return CieLab.toRgb(space);
		}

		@Override
		double gain(final int channel, final double from, final double to) {
			final double most = channel == 0 ? MAX_GAIN : MAX_CHROMA_GAIN;
			return from == 0 ? 1 : Math.max(1 / MAX_GAIN, Math.min(most, to / from));
		}
	};

	/**
	 * Limit of the contrast that may be added or taken: a dull painting is not to
	 * be turned into noise.
	 */
	private static final double MAX_GAIN = 1.6;

	/** The same for adding contrast to a* and b*: more shows as blotches. */
	private static final double MAX_CHROMA_GAIN = 1.1;

	/**
	 * @param rgb a picture
	 * @return the same in the space in which this transfer works
	 */
	FloatRgb toSpace(final FloatRgb rgb) {
		return rgb;
	}

	/**
	 * @param space a picture in that space
	 * @return the same in RGB
	 */
	FloatRgb toRgb(final FloatRgb space) {
		return space;
	}

	/** Factor of a channel's contrast for two standard deviations. */
	abstract double gain(int channel, double from, double to);

	/**
	 * @param rgb the painted face
	 * @param from statistics of the painted face, in this transfer's space
	 * @param to statistics of the face it replaces, in the same space
	 * @return the painted face with the other's statistics
	 */
	FloatRgb apply(final FloatRgb rgb, final ColourStatistics from,
		final ColourStatistics to)
	{
		final FloatRgb in = toSpace(rgb);
		final var out = FloatRgb.black(rgb.width(), rgb.height());
		for (int c = 0; c < 3; c++) {
			final double gain = gain(c, from.deviation()[c], to.deviation()[c]);
			final double offset = to.mean()[c] - gain * from.mean()[c];
			final float[] source = in.planes()[c], target = out.planes()[c];
			for (int i = 0; i < source.length; i++)
				target[i] = (float) (gain * source[i] + offset);
		}
		return toRgb(out);
	}
}
