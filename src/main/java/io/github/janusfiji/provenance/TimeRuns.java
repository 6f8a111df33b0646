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
package io.github.janusfiji.provenance;

import java.util.ArrayList;
import java.util.List;

/** Times of pictures or packets as a few runs of even steps. */
final class TimeRuns {

	/** How far a written time may be from the true one, µs: well below any change. */
	private static final double TOLERANCE = 250;

	private static final double NANO = 1000;

	private TimeRuns() {}

	/**
	 * @param times µs
	 * @return runs: how many, when the first, µs, and the step, ns
	 */
	static List<List<Long>> encode(final long[] times) {
		final var runs = new ArrayList<List<Long>>();
		for (int from = 0; from < times.length;) {
			double low = Double.NEGATIVE_INFINITY, high = Double.POSITIVE_INFINITY;
			int to = from + 1;
			for (; to < times.length; to++) {
				final double rise = times[to] - times[from];
				final double least = Math.max(low, (rise - TOLERANCE) / (to - from));
				final double most = Math.min(high, (rise + TOLERANCE) / (to - from));
				if (least > most) break;
				low = least;
				high = most;
			}
			final double step = to == from + 1 ? 0 : (low + high) / 2;
			runs.add(List.of((long) (to - from), times[from], Math.round(step * NANO)));
			from = to;
		}
		return runs;
	}

	/**
	 * @param runs as written
	 * @param count how many times there must be
	 * @return the times, µs; or null if the runs are none
	 */
	static long[] decode(final Object runs, final int count) {
		if (!(runs instanceof List<?> list)) return null;
		final var times = new long[count];
		int at = 0;
		for (final Object run : list) {
			if (!(run instanceof List<?> numbers) || numbers.size() != 3 || !numbers
				.stream().allMatch(Long.class::isInstance)) return null;
			final long n = (Long) numbers.get(0);
			if (n < 1 || n > count - at) return null;
			for (int i = 0; i < n; i++) times[at++] = (Long) numbers.get(1) + Math.round(
				i * ((Long) numbers.get(2) / NANO));
		}
		return at == count ? times : null;
	}
}
