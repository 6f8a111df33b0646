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
 * CIE L*a*b* of whole pictures: the curves of {@link
 * io.github.janusfiji.colour.CieLab} from tables with linear interpolation
 * between their entries. Differs from the exact values by less than 0.001 of an
 * L*, and by less than 0.002 of a level of 255 on the way back.
 */
final class LabTables {

	private static final int STEPS = 1 << 14;

	/** Range of the tabulated cube root: white has 1, rounding may exceed it. */
	private static final float TOP = 1.0625f;

	private static final float XN = 0.95047f, ZN = 1.08883f;

	/** Linear light of an encoded value, and f(t) of the CIE definition. */
	private static final float[] LINEAR = new float[STEPS + 2];
	private static final float[] ROOT = new float[STEPS + 2];
	private static final float[] ENCODED = new float[STEPS + 2];

	static {
		for (int i = 0; i < LINEAR.length; i++) {
			final double v = i / (double) STEPS, t = v * TOP;
			LINEAR[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) /
				1.055, 2.4));
			ROOT[i] = (float) (t > 216.0 / 24389 ? Math.cbrt(t) : 841.0 / 108 * t +
				4.0 / 29);
			ENCODED[i] = (float) (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v,
				1 / 2.4) - 0.055);
		}
	}

	private LabTables() {}

	/**
	 * @param rgb planes of red, green and blue, 0 to 1
	 * @param lab planes of as many values, for L*, a* and b*
	 */
	static void toLab(final float[][] rgb, final float[][] lab) {
		final int n = rgb[0].length;
		for (int i = 0; i < n; i++) {
			final float r = at(LINEAR, rgb[0][i]), g = at(LINEAR, rgb[1][i]);
			final float b = at(LINEAR, rgb[2][i]);
			final float fx = at(ROOT, (0.4124564f * r + 0.3575761f * g + 0.1804375f *
				b) / (XN * TOP));
			final float fy = at(ROOT, (0.2126729f * r + 0.7151522f * g + 0.0721750f *
				b) / TOP);
			final float fz = at(ROOT, (0.0193339f * r + 0.1191920f * g + 0.9503041f *
				b) / (ZN * TOP));
			lab[0][i] = 116 * fy - 16;
			lab[1][i] = 500 * (fx - fy);
			lab[2][i] = 200 * (fy - fz);
		}
	}

	/**
	 * @param lab planes of L*, a* and b*
	 * @param rgb planes of as many values, for red, green and blue from 0 to 1
	 */
	static void toRgb(final float[][] lab, final float[][] rgb) {
		final int n = lab[0].length;
		for (int i = 0; i < n; i++) {
			final float fy = (lab[0][i] + 16) / 116;
			final float x = XN * cube(fy + lab[1][i] / 500), y = cube(fy);
			final float z = ZN * cube(fy - lab[2][i] / 200);
			rgb[0][i] = at(ENCODED, 3.2404542f * x - 1.5371385f * y - 0.4985314f * z);
			rgb[1][i] = at(ENCODED, -0.9692660f * x + 1.8760108f * y + 0.0415560f *
				z);
			rgb[2][i] = at(ENCODED, 0.0556434f * x - 0.2040259f * y + 1.0572252f * z);
		}
	}

	private static float at(final float[] table, final float v) {
		final float s = Math.max(0, Math.min(1, v)) * STEPS;
		final int i = (int) s;
		return table[i] + (s - i) * (table[i + 1] - table[i]);
	}

	private static float cube(final float f) {
		return f > 6f / 29 ? f * f * f : (f - 4f / 29) * (108f / 841);
	}
}
