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
package io.github.janusfiji.frames;

import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * A time base (s per tick) or frame rate (frames/s) as FFmpeg stores it, but
 * without native memory behind it.
 */
record Rational(int num, int den) {

	/** Copies a value that belongs to FFmpeg. */
	static Rational of(final AVRational value) {
		return new Rational(value.num(), value.den());
	}

	/**
	 * @param rate frames/s; NTSC rates (multiples of 1000/1001) are recognised
	 * @return the nearest fraction that containers store exactly
	 */
	static Rational ofRate(final double rate) {
		final int whole = (int) Math.round(rate);
		if (whole > 0 && Math.abs(rate - whole) < 1e-6) return new Rational(whole,
			1);
		final double ntsc = rate * 1.001;
		final int nominal = (int) Math.round(ntsc);
		if (nominal > 0 && Math.abs(ntsc - nominal) < 1e-4) return new Rational(
			nominal * 1000, 1001);
		// Slow sequences (one frame per hour) need a large denominator instead.
		return rate >= 1 ? new Rational((int) Math.round(rate * 1000), 1000)
			: new Rational(1000, (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math
				.round(1000 / rate))));
	}

	boolean isValid() {
		return num > 0 && den > 0;
	}

	double value() {
		return (double) num / den;
	}

	Rational inverse() {
		return new Rational(den, num);
	}

	/** @return the time of a tick of this base, s */
	double seconds(final long ticks) {
		return (double) ticks * num / den;
	}

	/** @return the tick of this base nearest to a time in s */
	long ticks(final double seconds) {
		return Math.round(seconds * den / num);
	}
}
