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
