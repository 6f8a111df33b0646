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
package io.github.janusfiji.colour;

/**
 * CIE 1976 L*a*b* of sRGB colours (IEC 61966-2-1 transfer curve and primaries,
 * white D65). L* runs from 0 to 100, red, green and blue from 0 to 1.
 */
public final class CieLab {

	/** White point of D65 for the 2° observer, Y = 1. */
	private static final double XN = 0.95047, ZN = 1.08883;

	/** (6/29)³ and (29/3)³/27 of the CIE definition. */
	private static final double EPSILON = 216.0 / 24389, SLOPE = 841.0 / 108;

	/** Linear light of each of the 256 levels. */
	private static final double[] LINEAR = levels();

	private CieLab() {}

	/**
	 * @param red 0 to 1
	 * @param green 0 to 1
	 * @param blue 0 to 1
	 * @return L*, a*, b*
	 */
	public static double[] of(final double red, final double green,
		final double blue)
	{
		return ofLinear(linear(red), linear(green), linear(blue));
	}

	/**
	 * @param rgb a pixel, {@code 0xRRGGBB}
	 * @return L*, a*, b*
	 */
	public static double[] of(final int rgb) {
		return ofLinear(LINEAR[rgb >> 16 & 255], LINEAR[rgb >> 8 & 255], LINEAR[rgb &
			255]);
	}

	private static double[] ofLinear(final double r, final double g,
		final double b)
	{
		final double fx = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / XN);
		final double fy = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
		final double fz = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / ZN);
		return new double[] { 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz) };
	}

	/**
	 * @param l L*
	 * @param a a*
	 * @param b b*
	 * @return red, green and blue, limited to 0 to 1
	 */
	public static double[] toRgb(final double l, final double a,
		final double b)
	{
		final double fy = (l + 16) / 116;
		final double x = XN * cube(fy + a / 500), y = cube(fy);
		final double z = ZN * cube(fy - b / 200);
		return new double[] { encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 *
			z), encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z), encoded(
				0.0556434 * x - 0.2040259 * y + 1.0572252 * z) };
	}

	private static double[] levels() {
		final var linear = new double[256];
		for (int i = 0; i < linear.length; i++)
			linear[i] = linear(i / 255.0);
		return linear;
	}

	private static double linear(final double v) {
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	private static double encoded(final double v) {
		final double e = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 /
			2.4) - 0.055;
		return Math.max(0, Math.min(1, e));
	}

	private static double f(final double t) {
		return t > EPSILON ? Math.cbrt(t) : SLOPE * t + 4.0 / 29;
	}

	private static double cube(final double f) {
		return f > 6.0 / 29 ? f * f * f : (f - 4.0 / 29) / SLOPE;
	}
}
