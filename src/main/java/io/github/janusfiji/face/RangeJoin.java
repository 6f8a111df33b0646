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

import io.github.janusfiji.geometry.Landmarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Faces of a whole clip, joined from those of its ranges. Two tracks of
 * neighbouring ranges are one if their boxes cover each other in the frames that
 * both ranges read; its faces are those that each range has of its own frames.
 * Persons are then told apart as in a clip that is read at once.
 */
public final class RangeJoin {

	/** Overlap from which two boxes are one face. */
	private static final double SAME = 0.5;

	/** Two tracks that may be one. */
	private record Pair(int before, int after) {}

	private final List<RangeFaces> ranges;
	private final List<JoinedTrack> tracks = new ArrayList<>();
	private final Map<List<Integer>, FaceOrigin> origins = new HashMap<>();
	private final FaceTracks faces;
	private double apart;

	/**
	 * @param ranges all ranges of a clip, in order
	 * @param rate frame rate of the clip, frames/s
	 */
	public RangeJoin(final List<RangeFaces> ranges, final double rate) {
		this.ranges = List.copyOf(ranges);
		var before = new HashMap<Integer, JoinedTrack>();
		for (int r = 0; r < ranges.size(); r++) {
			final Map<Integer, Integer> same = r == 0 ? Map.of() : same(ranges.get(r -
				1), ranges.get(r));
			before = append(r, same, before);
		}
		final var seen = tracks.stream().filter(t -> !t.isEmpty()).sorted(Comparator
			.comparingInt(JoinedTrack::first)).toList();
		faces = new FaceTracks(ranges.get(ranges.size() - 1).frames(), numbered(
			PersonLinker.link(seen, rate)));
	}

	/** @return every face of the clip */
	public FaceTracks tracks() {
		return faces;
	}

	/**
	 * @param face one of the clip's
	 * @return which range has it
	 */
	public FaceOrigin origin(final Face face) {
		return origins.get(List.of(face.frame(), face.person()));
	}

	/**
	 * @return largest distance, px, between the landmarks that two neighbouring
	 *         ranges have of one face in the last frame before their seam; 0 if all
	 *         are equal: then the tracks are those of the clip read at once
	 */
	public double apart() {
		return apart;
	}

	private HashMap<Integer, JoinedTrack> append(final int range,
		final Map<Integer, Integer> same, final Map<Integer, JoinedTrack> before)
	{
		final RangeFaces now = ranges.get(range);
		final var open = new HashMap<Integer, JoinedTrack>();
		for (int t = 0; t < now.templates().size(); t++) {
			JoinedTrack track = same.containsKey(t) ? before.get(same.get(t)) : null;
			if (track == null) tracks.add(track = new JoinedTrack());
			open.put(t, track);
		}
		for (int i = 0; i < now.seen().size(); i++) {
			final TrackedFace s = now.seen().get(i);
			if (now.holds(s.face())) open.get(s.track()).add(s, now.templates().get(s
				.track()), new FaceOrigin(range, i));
		}
		return open;
	}

	/** @return for tracks of a range those of the range before */
	private Map<Integer, Integer> same(final RangeFaces before,
		final RangeFaces after)
	{
		final var count = new HashMap<Pair, Integer>();
		final var last = new HashMap<Pair, Double>();
		final var byFrame = new HashMap<Integer, List<TrackedFace>>();
		for (final TrackedFace a : before.seen()) byFrame.computeIfAbsent(a.frame(),
			f -> new ArrayList<>()).add(a);
		for (final TrackedFace b : after.seen())
			for (final TrackedFace a : byFrame.getOrDefault(b.frame(), List.of())) {
				if (a.raw().overlap(b.raw()) < SAME) continue;
				final var pair = new Pair(a.track(), b.track());
				count.merge(pair, 1, Integer::sum);
				if (b.frame() == after.first() - 1) last.put(pair, apart(a.face()
					.landmarks(), b.face().landmarks()));
			}
		final var pairs = new ArrayList<>(count.keySet());
		pairs.sort(Comparator.comparingInt((Pair p) -> -count.get(p))
			.thenComparingInt(Pair::before).thenComparingInt(Pair::after));
		final var same = new HashMap<Integer, Integer>();
		for (final Pair p : pairs) {
			if (same.containsKey(p.after()) || same.containsValue(p.before())) continue;
			same.put(p.after(), p.before());
			apart = Math.max(apart, last.getOrDefault(p, 0.0));
		}
		return same;
	}

	private static double apart(final Landmarks a, final Landmarks b) {
		double most = 0;
		for (int i = 0; i < Landmarks.COUNT; i++) most = Math.max(most, a.get(i)
			.distance(b.get(i)));
		return most;
	}

	private List<Face> numbered(final List<List<JoinedTrack>> persons) {
		final var all = new ArrayList<Face>();
		for (int p = 0; p < persons.size(); p++)
			for (final JoinedTrack track : persons.get(p))
				for (int i = 0; i < track.faces().size(); i++) {
					final Face face = track.faces().get(i).face().withPerson(p + 1);
					all.add(face);
					origins.put(List.of(face.frame(), face.person()), track.origins().get(
						i));
				}
		return FaceTracker.inOrder(all);
	}
}
