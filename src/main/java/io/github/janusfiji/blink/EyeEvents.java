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

import io.github.janusfiji.blink.EyeEvent.Kind;
import io.github.janusfiji.face.Face;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Names everything that eyes do besides being open. Blinks come first, from
 * {@link BlinkDetector}; then frames in which an eye cannot be seen; what is left
 * of lowered lids is told apart by depth, by length and by which eye it is.
 */
final class EyeEvents {

	/** Below this the lids are lowered, as openness of both eyes. */
	private static final double LOWERED = 0.6;

	/** Median openness up to which lowered lids cover the eye. */
	private static final double COVERED = 0.3;

	/** Openness of the shut and of the open eye in a wink. */
	private static final double SHUT_EYE = 0.35, OPEN_EYE = 0.65;

	/** Shortest events that are named, s. */
	private static final double SHORTEST = 0.12, SHORTEST_WINK = 0.2,
			SHORTEST_SQUINT = 0.3;

	/** Least fall of the aspect ratio, as a share, in a wink and in a squint. */
	private static final double WINK_FALL = 0.25, SQUINT_FALL = 0.1;

	/** Longer than this one eye is not winking but out of sight, s. */
	private static final double LONGEST_WINK = 2;

	/** Yaw from which the far eye is out of sight, degrees. */
	private static final double TURNED = 50;

	/** Shortest absence of the face that is named, s. */
	private static final double SHORTEST_LOSS = 0.2;

	private final OpennessSeries series;
	private final List<Face> faces;
	private final LidRatios ratios;
	private final FrameSteps steps;
	private final boolean[] taken;
	private final List<EyeEvent> events = new ArrayList<>();

	private EyeEvents(final OpennessSeries series, final List<Face> faces) {
		this.series = series;
		this.faces = faces;
		ratios = new LidRatios(faces);
		steps = FrameSteps.of(series.frame(), series.time());
		taken = new boolean[series.length()];
	}

	/**
	 * @param series openness over time
	 * @param faces one for each entry
	 * @param blinks found
	 * @param frames number of frames in the clip
	 * @return all events in order of their first frames
	 */
	static List<EyeEvent> of(final OpennessSeries series,
		final List<Face> faces, final List<Blink> blinks, final int frames)
	{
		final var found = new EyeEvents(series, faces);
		blinks.forEach(found::blink);
		found.lost(frames);
		found.each(i -> Math.abs(faces.get(i).pose().yaw()) >= TURNED,
			found::hidden);
		found.each(i -> series.right()[i] < SHUT_EYE && series
			.left()[i] > OPEN_EYE, found::oneEye);
		found.each(i -> series.left()[i] < SHUT_EYE && series
			.right()[i] > OPEN_EYE, found::oneEye);
		found.each(i -> series.both()[i] < LOWERED, found::bothEyes);
		found.events.sort(Comparator.comparingInt(EyeEvent::start));
		return List.copyOf(found.events);
	}

	/** What is done with a stretch of entries, from the first to the last one. */
	private interface Stretch {

		void name(int from, int to);
	}

	private void each(final IntPredicate test, final Stretch action) {
		for (int from = 0; from < series.length(); from++) {
			if (taken[from] || !test.test(from)) continue;
			int to = from;
			while (to + 1 < series.length() && !taken[to + 1] && test.test(to + 1) &&
				series.frame()[to + 1] == series.frame()[to] + 1) to++;
			action.name(from, to);
			from = to;
		}
	}

	private void blink(final Blink blink) {
		int from = 0;
		while (series.frame()[from] < blink.start()) from++;
		int to = from;
		while (series.frame()[to] < blink.end()) to++;
		add(blink.isFull() ? Kind.BLINK : Kind.PARTIAL_BLINK, from, to, blink
			.confidence());
	}

	private void hidden(final int from, final int to) {
		if (seconds(from, to) >= SHORTEST) add(Kind.HIDDEN, from, to, 1);
	}

	private void oneEye(final int from, final int to) {
		final double time = seconds(from, to), apart = difference(from, to);
		if (time > LONGEST_WINK) add(Kind.HIDDEN, from, to, 0.5);
		else if (time >= SHORTEST_WINK && ratiosDiffer(from, to)) add(Kind.WINK,
			from, to, Math.min(1, apart));
	}

	/** Whether the landmarks agree that one eye is shut and the other is not. */
	private boolean ratiosDiffer(final int from, final int to) {
		return !ratios.areKnown() || Math.abs(ratios.rightFall(from, to) - ratios
			.leftFall(from, to)) >= WINK_FALL;
	}

	private double difference(final int from, final int to) {
		double sum = 0;
		for (int i = from; i <= to; i++) sum += Math.abs(series.right()[i] - series
			.left()[i]);
		return sum / (to - from + 1);
	}

	private void bothEyes(final int from, final int to) {
		final double time = seconds(from, to), median = median(from, to);
		if (time < SHORTEST) return;
		if (median > COVERED) {
			if (time >= SHORTEST_SQUINT && (!ratios.areKnown() || ratios.rightFall(from,
				to) + ratios.leftFall(from, to) >= 2 * SQUINT_FALL)) add(Kind.SQUINT,
					from, to, Math.min(1, 2 * (1 - median)) * Math.min(1, time));
			return;
		}
		final double lookDown = LidsDown.probabilityOfLookDown(time, median,
			pitchChange(from, to));
		if (lookDown >= 0.5) add(Kind.LOOK_DOWN, from, to, lookDown);
		else add(Kind.CLOSURE, from, to, 1 - lookDown);
	}

	/** Mean pitch during a stretch minus that of the half second before it. */
	private double pitchChange(final int from, final int to) {
		int begin = from;
		while (begin > 0 && series.time()[from] - series.time()[begin - 1] <= 0.5)
			begin--;
		return begin == from ? 0 : pitch(from, to) - pitch(begin, from - 1);
	}

	private double pitch(final int from, final int to) {
		return faces.subList(from, to + 1).stream().mapToDouble(f -> f.pose()
			.pitch()).average().orElseThrow();
	}

	private double median(final int from, final int to) {
		final double[] sorted = Arrays.copyOfRange(series.both(), from,
			to + 1);
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private double seconds(final int from, final int to) {
		return series.time()[to] - series.time()[from] + steps.own(to);
	}

	private void add(final Kind kind, final int from, final int to,
		final double confidence)
	{
		int peak = from;
		for (int i = from; i <= to; i++) {
			taken[i] = true;
			if (series.both()[i] < series.both()[peak]) peak = i;
		}
		events.add(new EyeEvent(kind, series.frame()[from], series.frame()[peak],
			series.frame()[to], series.time()[from], series.time()[to] + steps.own(
				to),
			series.both()[peak], confidence));
	}

	/** Gaps between entries, before the first and after the last one. */
	private void lost(final int frames) {
		int next = 0;
		double time = 0;
		for (int i = 0; i < series.length(); i++) {
			gap(next, series.frame()[i] - 1, time, series.time()[i]);
			next = series.frame()[i] + 1;
			time = series.time()[i] + steps.own(i);
		}
		gap(next, frames - 1, time, time + (frames - next) * steps.typical());
	}

	private void gap(final int first, final int last, final double from,
		final double to)
	{
		if (last < first || to - from < SHORTEST_LOSS) return;
		events.add(new EyeEvent(Kind.LOST, first, (first + last) / 2, last, from, to,
			Double.NaN, 1));
	}
}
