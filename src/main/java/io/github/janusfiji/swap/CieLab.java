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

/**
 * CIE 1976 L*a*b* for sRGB pictures (IEC 61966-2-1 transfer curve and
 * primaries, white D65). L* runs from 0 to 100.
 */
final class CieLab {

	/** White point of D65 for the 2° observer, Y = 1. */
	private static final double XN = 0.95047, ZN = 1.08883;

	/** (6/29)³ and (29/3)³/27 of the CIE definition. */
	private static final double EPSILON = 216.0 / 24389, SLOPE = 841.0 / 108;

	private CieLab() {}

	/**
	 * @param rgb a picture, 0 to 1
	 * @return the same picture with planes L*, a*, b*
	 */
	static FloatRgb from(final FloatRgb rgb) {
		final var lab = FloatRgb.black(rgb.width(), rgb.height());
		final float[][] in = rgb.planes(), out = lab.planes();
		for (int i = 0; i < in[0].length; i++) {
			final double r = linear(in[0][i]), g = linear(in[1][i]), b = linear(
				in[2][i]);
			final double fx = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) /
				XN);
			final double fy = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
			final double fz = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) /
				ZN);
			out[0][i] = (float) (116 * fy - 16);
			out[1][i] = (float) (500 * (fx - fy));
			out[2][i] = (float) (200 * (fy - fz));
		}
		return lab;
	}

	/**
	 * @param rgb one colour, 0 to 1
	 * @return its L*, a*, b*
	 */
	static double[] of(final double[] rgb) {
		final var pixel = FloatRgb.black(1, 1);
		for (int c = 0; c < 3; c++)
			pixel.planes()[c][0] = (float) rgb[c];
		final float[][] lab = from(pixel).planes();
		return new double[] { lab[0][0], lab[1][0], lab[2][0] };
	}

	/**
	 * @param lab planes L*, a*, b*
	 * @return the same picture in RGB, limited to 0 to 1
	 */
	static FloatRgb toRgb(final FloatRgb lab) {
		final var rgb = FloatRgb.black(lab.width(), lab.height());
		final float[][] in = lab.planes(), out = rgb.planes();
		for (int i = 0; i < in[0].length; i++) {
			final double fy = (in[0][i] + 16) / 116;
			final double x = XN * cube(fy + in[1][i] / 500), y = cube(fy);
			final double z = ZN * cube(fy - in[2][i] / 200);
			out[0][i] = encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
			out[1][i] = encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
			out[2][i] = encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
		}
		return rgb;
	}

	private static double linear(final double v) {
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	private static float encoded(final double v) {
		final double e = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 /
			2.4) - 0.055;
		return (float) Math.max(0, Math.min(1, e));
	}

	private static double f(final double t) {
		return t > EPSILON ? Math.cbrt(t) : SLOPE * t + 4.0 / 29;
	}

	private static double cube(final double f) {
		return f > 6.0 / 29 ? f * f * f : (f - 4.0 / 29) / SLOPE;
	}
}
