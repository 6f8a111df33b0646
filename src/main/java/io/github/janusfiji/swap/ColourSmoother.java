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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/**
 * Averages colour statistics over neighbouring frames of one appearance, with
 * Gaussian weights, so that the colours of a swap do not flicker. Keeps the
 * statistics of a few frames only.
 */
final class ColourSmoother {

	/** Frames looked ahead and back. */
	static final int REACH = 4;

	/** σ of the weights, frames. */
	private static final double SIGMA = 2;

	private record Entry(int frame, int run, Painting painting) {}

	private final Deque<Entry> entries = new ArrayDeque<>();

	/** @param frame the next frame in order; skipped if nothing is painted */
	void add(final SwapFrame frame) {
		frame.painting().ifPresent(p -> entries.add(new Entry(frame.frame().index(),
			frame.target().orElseThrow().run(), p)));
	}

	/**
	 * @param frame an added frame with a painting; the {@value #REACH} frames
	 *          after it, if there are as many, must have been added, too. Frames
	 *          are asked for in order.
	 * @return its painting with smoothed statistics
	 */
	Painting smoothed(final SwapFrame frame) {
		final int at = frame.frame().index();
		final int run = frame.target().orElseThrow().run();
		entries.removeIf(e -> e.frame < at - REACH);
		final var own = new ArrayList<ColourStatistics>();
		final var wanted = new ArrayList<ColourStatistics>();
		final var weights = new ArrayList<Double>();
		for (final Entry e : entries) {
			final int d = e.frame - at;
			if (d > REACH || e.run != run) continue;
			own.add(e.painting.own());
			wanted.add(e.painting.wanted());
			weights.add(Math.exp(-d * d / (2 * SIGMA * SIGMA)));
		}
		final double[] w = weights.stream().mapToDouble(Double::doubleValue)
			.toArray();
		return new Painting(frame.painting().orElseThrow().face(), ColourStatistics
			.average(own, w), ColourStatistics.average(wanted, w));
	}
}
