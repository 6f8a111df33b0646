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
 * The CIE's colour difference of 2000 (CIE 142-2001; formulas and their
 * pitfalls as in Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula:
 * implementation notes, supplementary test data, and mathematical
 * observations", Color Research and Application 30, 2005), with unit weights.
 */
public final class DeltaE {

	/** 25⁷ of the formula. */
	private static final double P25 = Math.pow(25, 7);

	private DeltaE() {}

	/**
	 * @param p L*, a*, b*
	 * @param q L*, a*, b*
	 * @return their difference; about 1 is just noticeable
	 */
	public static double of(final double[] p, final double[] q) {
		final double c = (Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2;
		final double g = 1 + (1 - Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) +
			P25))) / 2;
		final double a1 = g * p[1], a2 = g * q[1];
		final double c1 = Math.hypot(a1, p[2]), c2 = Math.hypot(a2, q[2]);
		final double h1 = hue(a1, p[2]), h2 = hue(a2, q[2]);
		double dh = 0, h = h1 + h2;
		if (c1 * c2 != 0) {
			dh = h2 - h1;
			if (dh > 180) dh -= 360;
			else if (dh < -180) dh += 360;
			if (Math.abs(h1 - h2) > 180) h += h < 360 ? 360 : -360;
			h /= 2;
		}
		final double dH = 2 * Math.sqrt(c1 * c2) * sin(dh / 2);
		return combined(p[0], q[0], c1, c2, dH, h);
	}

	private static double combined(final double l1, final double l2,
		final double c1, final double c2, final double dH, final double h)
	{
		final double c = (c1 + c2) / 2, l = (l1 + l2) / 2 - 50;
		final double t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 *
			h + 6) - 0.20 * cos(4 * h - 63);
		final double x = (h - 275) / 25;
		final double turn = 60 * Math.exp(-x * x);
		final double rc = Math.sqrt(Math.pow(c, 7) / (Math.pow(c, 7) + P25));
		final double dl = (l2 - l1) / (1 + 0.015 * l * l / Math.sqrt(20 + l * l));
		final double dc = (c2 - c1) / (1 + 0.045 * c);
		final double hue = dH / (1 + 0.015 * c * t);
		return Math.sqrt(Math.max(0, dl * dl + dc * dc + hue * hue - 2 * rc * sin(
			turn) * dc * hue));
	}

	private static double hue(final double a, final double b) {
		if (a == 0 && b == 0) return 0;
		final double h = Math.toDegrees(Math.atan2(b, a));
		return h < 0 ? h + 360 : h;
	}

	private static double sin(final double degrees) {
		return Math.sin(Math.toRadians(degrees));
	}

	private static double cos(final double degrees) {
		return Math.cos(Math.toRadians(degrees));
	}
}
