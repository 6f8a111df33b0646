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
package io.github.janusfiji.blink.training;

import io.github.janusfiji.blink.Blink;
import io.github.janusfiji.blink.training.LabelledClip.Marked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Score of the blinks found against the marked ones.
 *
 * @param found marked blinks with a found one near
 * @param missed marked blinks without
 * @param extra found blinks that nobody marked
 */
public record EventScore(int found, int missed, int extra) {

	static final EventScore NONE = new EventScore(0, 0, 0);

	/**
	 * Pairs marked and found blinks, the nearest first; each serves once.
	 *
	 * @param blinks what was found
	 * @param clip what was marked; blinks after its last frame do not count
	 * @param tolerance greatest distance of the peaks, frames
	 * @return the counts
	 */
	static EventScore of(final List<Blink> blinks, final LabelledClip clip,
		final int tolerance)
	{
		record Pair(Marked marked, Blink blink) {

			int distance() {
				return Math.abs(marked.peak() - blink.peak());
			}
		}
		final var pairs = new ArrayList<Pair>();
		final var extra = new ArrayList<>(blinks);
		extra.removeIf(blink -> blink.peak() > clip.last());
		for (final Marked marked : clip.blinks())
			for (final Blink blink : extra) pairs.add(new Pair(marked, blink));
		pairs.removeIf(pair -> pair.distance() > tolerance);
		pairs.sort(Comparator.comparingInt(Pair::distance));
		final var missed = new ArrayList<>(clip.blinks());
		for (final Pair pair : pairs) {
			if (!missed.contains(pair.marked) || !extra.contains(pair.blink)) continue;
			missed.remove(pair.marked);
			extra.remove(pair.blink);
		}
		return new EventScore(clip.blinks().size() - missed.size(), missed.size(),
			extra.size());
	}

	EventScore plus(final EventScore other) {
		return new EventScore(found + other.found, missed + other.missed, extra +
			other.extra);
	}

	/** @return share of the found blinks that were marked; NaN if none was found */
	public double precision() {
		return found / (double) (found + extra);
	}

	/** @return share of the marked blinks that were found; NaN if none was marked */
	public double recall() {
		return found / (double) (found + missed);
	}

	/** @return harmonic mean of both */
	public double f1() {
		return 2.0 * found / (2.0 * found + missed + extra);
	}
}
