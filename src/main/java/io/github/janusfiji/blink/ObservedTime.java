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
import java.util.List;

/**
 * The time in which a blink of ordinary length could have been seen: stretches of
 * frames that follow each other closely enough, by their own time stamps, and in
 * which the eyes were in sight and no look-down or the like hid a blink.
 *
 * @param runs the stretches, in order
 * @param cuts how many of them end because the clock jumps
 * @param isSparse whether most frames lie too far apart
 * @param typical median distance of the frames, s
 */
public record ObservedTime(List<Run> runs, int cuts, boolean isSparse,
	double typical)
{

	/**
	 * Longest distance of two frames between which no blink is lost, s: that of 10
	 * frames/s, with room for uneven time stamps. docs/blink.md, "Frame rate", has
	 * the share of marked blinks that is found at each rate.
	 */
	public static final double LONGEST_STEP = 0.11;

	/** Time that an ordinary blink takes, s (Schiffman 2001: 0.1 to 0.4). */
	private static final double BLINK = 0.3;

	/**
	 * Frames without a gap.
	 *
	 * @param first index of the first frame
	 * @param last index of the last one
	 * @param seconds from the beginning of the first to the end of the last
	 */
	public record Run(int first, int last, double seconds) {

		/**
		 * @param blink a blink
		 * @return whether it lies in the stretch with all of its frames
		 */
		public boolean holds(final Blink blink) {
			return blink.start() >= first && blink.end() <= last;
		}
	}

	/**
	 * @param eyes states in order
	 * @return when a blink could have been seen
	 */
	public static ObservedTime of(final List<EyeState> eyes) {
		final var steps = FrameSteps.of(eyes.stream().mapToInt(EyeState::frame)
			.toArray(), eyes.stream().mapToDouble(EyeState::time).toArray());
		final var runs = new ArrayList<Run>();
		int cuts = 0;
		for (int from = 0; from < eyes.size(); from++) {
			if (!eyes.get(from).isObservable()) continue;
			int to = from;
			double seconds = 0;
			while (to + 1 < eyes.size() && steps.next()[to] <= LONGEST_STEP && eyes
				.get(to + 1).isObservable()) seconds += steps.next()[to++];
			seconds += Math.min(LONGEST_STEP, steps.own(to));
			if (to > from && seconds > BLINK) {
				runs.add(new Run(eyes.get(from).frame(), eyes.get(to).frame(), seconds));
				if (steps.next()[to] > LONGEST_STEP) cuts++;
			}
			from = to;
		}
		return new ObservedTime(List.copyOf(runs), cuts, steps.areMostlyLongerThan(
			LONGEST_STEP), steps.typical());
	}

	/**
	 * @return how long a blink could have been found, s. Each jump of the clock
	 *         costs the length of a blink, because one that is cut off by it is
	 *         not counted; look-downs and the like cost nothing more, because the
	 *         share of blinks that is found was measured on clips that have them
	 */
	public double seconds() {
		double sum = 0;
		for (final Run run : runs) sum += run.seconds;
		return Math.max(0, sum - BLINK * cuts);
	}

	/**
	 * @param blinks of the same clip
	 * @return those that could be seen from their first to their last frame
	 */
	public List<Blink> seen(final List<Blink> blinks) {
		return blinks.stream().filter(blink -> runs.stream().anyMatch(run -> run
			.holds(blink))).toList();
	}

	/**
	 * @param frame index of a frame
	 * @return whether it lies in one of the stretches
	 */
	public boolean includes(final int frame) {
		return runs.stream().anyMatch(run -> frame >= run.first && frame <= run.last);
	}
}
