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
package io.github.janusfiji.blink;

/**
 * Takes the measures of a blink whose place is known: phases, times between
 * frames, amplitude, how alike both eyes are, and how sure it is one.
 */
final class BlinkMeasurer {

	/** Share of the fall at which the closing phase is over. */
	private static final double NEARLY_DOWN = 0.85;

	/** A fall that leaves no doubt, as openness. */
	private static final double SURE_DEPTH = 0.7;

	/** Time below half of the fall that leaves no doubt, s. */
	private static final double SURE_WIDTH = 0.3;

	/** The same from which on nothing speaks for a blink any more, s. */
	private static final double NO_WIDTH = 0.6;

	private final OpennessSeries series;

	BlinkMeasurer(final OpennessSeries series) {
		this.series = series;
	}

	/**
	 * @param before index of the most open frame before the blink
	 * @param after index of the most open frame after it
	 * @param start index of its first frame
	 * @param end index of its last frame
	 * @param duration from the first frame's beginning to the last one's end, s
	 * @param depth least fall from a shoulder, of the smoothed series
	 * @return the blink, with the number 0
	 */
	Blink measure(final int before, final int after, final int start,
		final int end, final double duration, final double depth)
	{
		final double[] both = series.both();
		final int peak = lowest(both, start, end);
		final double onset = crossing(before, peak, -1);
		final double offset = crossing(after, peak, 1);
		final double right = fall(series.right(), before, after, start, end);
		final double left = fall(series.left(), before, after, start, end);
		final int[] frame = series.frame();
		final double amplitude = Math.max(0, Math.min(1, depth));
		return new Blink(0, frame[start], frame[down(before, peak, -1)],
			frame[peak], frame[down(after, peak, 1)], frame[end], onset, offset,
			duration, both[peak], amplitude, right, left, confidence(amplitude, right,
				left, offset - onset));
	}

	private static int lowest(final double[] values, final int from,
		final int to)
	{
		int best = from;
		for (int i = from; i <= to; i++) if (values[i] < values[best]) best = i;
		return best;
	}

	/**
	 * When openness is half-way between a shoulder and the peak, on a straight
	 * line between the two frames around that moment.
	 */
	private double crossing(final int shoulder, final int peak,
		final int step)
	{
		final double[] both = series.both();
		final double level = (both[shoulder] + both[peak]) / 2;
		int inner = peak;
		while (inner != shoulder && both[inner + step] < level) inner += step;
		if (inner == shoulder) return series.time()[shoulder];
		final int outer = inner + step;
		final double rise = both[outer] - both[inner];
		final double share = rise > 0 ? (level - both[inner]) / rise : 0.5;
		return series.time()[inner] + share * (series.time()[outer] - series
			.time()[inner]);
	}

	/** The outermost frame of those around the peak in which lids are down. */
	private int down(final int shoulder, final int peak, final int step) {
		final double[] both = series.both();
		final double level = both[shoulder] - NEARLY_DOWN * (both[shoulder] -
			both[peak]);
		int i = peak;
		while (i != shoulder && both[i + step] <= level) i += step;
		return i;
	}

	private static double fall(final double[] eye, final int before,
		final int after, final int start, final int end)
	{
		return Math.max(0, Math.min(eye[before], eye[after]) - eye[lowest(eye, start,
			end)]);
	}

	/** Deep, alike in both eyes, and short: a product of the three. */
	private static double confidence(final double amplitude,
		final double right, final double left, final double width)
	{
		final double deep = Math.min(1, amplitude / SURE_DEPTH);
		final double alike = right + left > 0 ? Math.min(1, 2 * Math.min(right,
			left) / Math.max(right, left)) : 0;
		final double brief = Math.max(0, Math.min(1, (NO_WIDTH - width) / (NO_WIDTH -
			SURE_WIDTH)));
		return deep * alike * brief;
	}
}
