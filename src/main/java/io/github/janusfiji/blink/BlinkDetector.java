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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds blinks in an openness series: short dips of both eyes that stand out
 * against what lies shortly before and shortly after. A look-down stays low
 * beyond the reach of the second shoulder, a drift has no first one, a squint
 * lacks depth. All times are in seconds, so the frame rate does not matter.
 * <p>
 * Durations follow Schiffman, "Sensation and Perception" (2001): a blink takes
 * 0.1 to 0.4 s; the limits leave room for one frame's error at either end.
 * </p>
 */
public final class BlinkDetector {

	/** How long before the peak the eyes must have been open, s. */
	private static final double BEFORE = 0.35;

	/** How long after the peak they must be open again, s: reopening is slower. */
	private static final double AFTER = 0.6;

	/** Least fall of openness from the lower of both shoulders. */
	private static final double MIN_DEPTH = 1.0 / 3;

	/** Least share of the required fall that each eye shows by itself. */
	private static final double EACH_EYE = 0.4;

	/** Longest time between two frames that is no gap, s. */
	private static final double GAP = 1;

	/** Longest time below half depth, s. */
	private static final double MAX_HALF_WIDTH = 0.5;

	/** Shortest blink, s: more than one frame at 25 frames/s. */
	private static final double MIN_DURATION = 0.045;

	/** Share of the fall at which lids are visibly lower. */
	private static final double VISIBLE = 0.25;

	/** Standard deviation of the smoothing in time, s. */
	private static final double SMOOTHING = 0.010;

	private final OpennessSeries series;
	private final FrameSteps steps;
	private final double[] smooth;

	private BlinkDetector(final OpennessSeries series) {
		this.series = series;
		steps = FrameSteps.of(series.frame(), series.time());
		smooth = smoothed(series.both());
	}

	/**
	 * @param series openness over time
	 * @return the blinks, in order, numbered from 1
	 */
	public static List<Blink> detect(final OpennessSeries series) {
		final var detector = new BlinkDetector(series);
		final var blinks = new ArrayList<Blink>();
		for (int from = 0; from < series.length();) {
			int to = from + 1;
			while (to < series.length() && detector.steps.next()[to - 1] <= GAP) to++;
			detector.run(from, to, blinks);
			from = to;
		}
		blinks.sort(Comparator.comparingInt(Blink::peak));
		return IntStream.range(0, blinks.size()).mapToObj(i -> blinks.get(i)
			.numbered(i + 1)).toList();
	}

	/** Looks at frames that follow each other without a gap. */
	private void run(final int from, final int to, final List<Blink> blinks) {
		final boolean[] taken = new boolean[to - from];
		IntStream.range(from, to).filter(i -> isMinimum(i, from, to)).boxed()
			.sorted(Comparator.comparingDouble(i -> smooth[i])).forEach(i -> {
				if (!taken[i - from]) examine(i, from, to, taken, blinks);
			});
	}

	private boolean isMinimum(final int i, final int from, final int to) {
		return (i == from || smooth[i] < smooth[i - 1] || smooth[i] == smooth[i -
			1]) && (i + 1 == to || smooth[i] <= smooth[i + 1]);
	}

	private void examine(final int peak, final int from, final int to,
		final boolean[] taken, final List<Blink> blinks)
	{
		final int left = shoulder(peak, -1, from, to, BEFORE);
		final int right = shoulder(peak, 1, from, to, AFTER);
		final double bottom = smooth[peak];
		final double depth = Math.min(smooth[left], smooth[right]) - bottom;
		if (depth < MIN_DEPTH) return;
		final int start = edge(peak, -1, left, VISIBLE);
		final int end = edge(peak, 1, right, VISIBLE);
		for (int i = start; i <= end; i++) if (taken[i - from]) return;
		final int halfStart = edge(peak, -1, left, 0.5);
		final int halfEnd = edge(peak, 1, right, 0.5);
		if (seconds(halfStart, halfEnd) > MAX_HALF_WIDTH) return;
		final double duration = seconds(start, end);
		if (duration < MIN_DURATION) return;
		if (!falls(series.right(), left, right, start, end) || !falls(series.left(),
			left, right, start, end)) return;
		for (int i = start; i <= end; i++) taken[i - from] = true;
		blinks.add(new BlinkMeasurer(series).measure(left, right, start, end,
			duration, depth));
	}

	/** The most open frame within reach; the nearest of equals. */
	private int shoulder(final int peak, final int step, final int from,
		final int to, final double reach)
	{
		int best = peak;
		for (int i = peak; i >= from && i < to && Math.abs(series.time()[i] - series
			.time()[peak]) <= reach; i += step)
		{
			if (smooth[i] > smooth[best]) best = i;
		}
		return best;
	}

	/** The last frame, going outwards, that is lower than a share of the fall. */
	private int edge(final int peak, final int step, final int shoulder,
		final double share)
	{
		final double level = smooth[shoulder] - share * (smooth[shoulder] -
			smooth[peak]);
		int i = peak;
		while (i != shoulder && smooth[i + step] < level) i += step;
		return i;
	}

	private boolean falls(final double[] eye, final int left, final int right,
		final int start, final int end)
	{
		double bottom = 1;
		for (int i = start; i <= end; i++) bottom = Math.min(bottom, eye[i]);
		return Math.min(eye[left], eye[right]) - bottom >= EACH_EYE * MIN_DEPTH;
	}

	/** From the beginning of one frame to the end of another. */
	private double seconds(final int first, final int last) {
		return series.time()[last] - series.time()[first] + steps.own(last);
	}

	/** Gaussian in time; at usual frame rates it barely reaches the neighbours. */
	private double[] smoothed(final double[] values) {
		final double[] result = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			double sum = 0, weights = 0;
			for (int step = -1; step <= 1; step += 2) {
				for (int k = step < 0 ? i : i + 1; k >= 0 && k < values.length; k += step) {
					final double dt = (series.time()[k] - series.time()[i]) / SMOOTHING;
					if (Math.abs(dt) > 4) break;
					final double w = Math.exp(-0.5 * dt * dt);
					sum += w * values[k];
					weights += w;
				}
			}
			result[i] = sum / weights;
		}
		return result;
	}
}
