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
package io.github.janusfiji.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins tracks into persons: a track continues the person who was last seen at
 * its place or who looks alike. Persons come by falling total area.
 */
final class PersonLinker {

	/** Correlation of mean templates from which two tracks are one person. */
	private static final double ALIKE = 0.75;

	/** The same, if the face reappears where it was lost, within a second. */
	private static final double ALIKE_NEARBY = 0.5;

	private PersonLinker() {}

	/**
	 * @param tracks all tracks of a clip
	 * @param rate frame rate, frames/s
	 * @return tracks of each person in order of time
	 */
	static <T extends Traced> List<List<T>> link(final List<T> tracks,
		final double rate)
	{
		final var persons = new ArrayList<List<T>>();
		final var large = new ArrayList<>(tracks);
		large.sort(Comparator.comparingDouble(Traced::area).reversed());
		for (final T track : large) {
			List<T> best = null;
			double most = 0;
			for (final var person : persons) {
				final double like = likeness(person, track, rate);
				if (like > most) {
					most = like;
					best = person;
				}
			}
			if (best == null) persons.add(best = new ArrayList<>());
			best.add(track);
		}
		return bySumOfAreas(persons);
	}

	/** @return how alike, from 0 (another person) to 1 */
	private static double likeness(final List<? extends Traced> person,
		final Traced track, final double rate)
	{
		double best = 0;
		for (final Traced other : person) {
			final int gap = Math.max(track.first() - other.end(), other.first() -
				track.end());
			if (gap <= 0) return 0;
			final double likeness = other.meanTemplate().correlation(track.meanTemplate());
			final Traced a = other.first() < track.first() ? other : track;
			final Traced b = a == other ? track : other;
			final boolean nearby = gap <= rate && a.box().overlap(b
				.firstBox()) > 0.2;
			if (likeness >= (nearby ? ALIKE_NEARBY : ALIKE)) best = Math.max(best,
				likeness);
		}
		return best;
	}

	private static <T extends Traced> List<List<T>> bySumOfAreas(
		final List<List<T>> persons)
	{
		persons.forEach(p -> p.sort(Comparator.comparingInt(Traced::first)));
		persons.sort(Comparator.comparingDouble((List<T> p) -> p.stream()
			.mapToDouble(Traced::area).sum()).reversed());
		return persons;
	}
}
