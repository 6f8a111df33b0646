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

import java.util.Arrays;

/**
 * Turns a raw measure of eye opening into openness: 0 at the level of closed
 * eyes, 1 at the level this person's open eyes have around that time. The open
 * level follows slow changes of pose and light, because it is a percentile over
 * a sliding window; it cannot follow a long look-down to the bottom, because it
 * stays near the level of the whole clip.
 */
final class OpennessScale {

	/** Half the width of the sliding window, s. */
	private static final double HALF_WINDOW = 4;

	/**
	 * Which percentile counts as open: high enough that a reader whose lids are
	 * down for two thirds of the window still gets an open level.
	 */
	private static final double PERCENTILE = 0.80;

	/**
	 * How far, as a share of the way down to closed, the local level may lie below
	 * the clip's.
	 */
	private static final double MAX_SAG = 0.4;

	private OpennessScale() {}

	/**
	 * @param raw one value per frame, higher is more open
	 * @param times of the frames, s, rising
	 * @param closed the raw value of closed eyes
	 * @param leastOpen the lowest raw value that may count as this person's open
	 *          eyes; above {@code closed}
	 * @return openness of each frame, from 0 to 1
	 */
	static double[] apply(final double[] raw, final double[] times,
		final double closed, final double leastOpen)
	{
		final double clip = Math.max(leastOpen, openLevel(raw));
		final double floor = Math.max(leastOpen, clip - MAX_SAG * (clip - closed));
		final double[] openness = new double[raw.length];
		int from = 0, to = 0;
		double level = clip;
		for (int i = 0; i < raw.length; i++) {
			final int oldFrom = from, oldTo = to;
			while (times[from] < times[i] - HALF_WINDOW) from++;
			while (to < raw.length && times[to] <= times[i] + HALF_WINDOW) to++;
			if (from != oldFrom || to != oldTo) level = Math.max(floor, percentile(
				raw, from, to));
			openness[i] = Math.max(0, Math.min(1, (raw[i] - closed) / (level -
				closed)));
		}
		return openness;
	}

	/**
	 * @param raw one value per frame, higher is more open
	 * @return the level of open eyes over all of them; −∞ of none
	 */
	static double openLevel(final double[] raw) {
		return percentile(raw, 0, raw.length);
	}

	private static double percentile(final double[] values, final int from,
		final int to)
	{
		if (from == to) return Double.NEGATIVE_INFINITY;
		final double[] sorted = Arrays.copyOfRange(values, from, to);
		Arrays.sort(sorted);
		return sorted[(int) Math.round(PERCENTILE * (sorted.length - 1))];
	}
}
