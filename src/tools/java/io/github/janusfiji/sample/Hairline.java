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
package io.github.janusfiji.sample;

/** Where on the average head hair grows. */
final class Hairline {

	/** Azimuth from the face in degrees, height over the pupils in cm. */
	private static final double[][] LINE = { { 0, 0 }, { 20, 0 }, { 38, -0.9 }, {
		50, -2.5 }, { 60, -3.6 }, { 68, -6.6 }, { 78, -8.6 }, { 84, -6 }, { 98,
			-5.2 }, { 112, -9 }, { 130, -13 }, { 180, -14.5 } };

	private final Identity.Cut cut;

	Hairline(final Identity.Cut cut) {
		this.cut = cut;
	}

	/** @return how far inside the hair the point is, cm; negative outside */
	double inside(final double x, final double y, final double z) {
		final double azimuth = Math.toDegrees(Math.atan2(Math.abs(x), z));
		int k = 0;
		while (k < LINE.length - 2 && azimuth > LINE[k + 1][0])
			k++;
		final double t = (azimuth - LINE[k][0]) / (LINE[k + 1][0] - LINE[k][0]);
		final double line = cut.hairline() + LINE[k][1] + t * (LINE[k + 1][1] -
			LINE[k][1]) + cut.recede() * Noise.bell(azimuth - 28, 11);
		final double ragged = 0.22 * Noise.value(x * 1.7, y * 1.7, z * 1.7, 99);
		return y - line + ragged;
	}
}
