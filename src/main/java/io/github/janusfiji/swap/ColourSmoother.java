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
