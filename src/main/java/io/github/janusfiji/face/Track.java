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

import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One face followed through a run of frames. Keeps numbers, no pictures. */
final class Track implements Traced {

	/**
	 * A face in one frame.
	 *
	 * @param frame index of the frame
	 * @param time s
	 * @param landmarks as located, px in the frame
	 * @param score of the landmark model
	 */
	record Sighting(int frame, double time, Landmarks landmarks, double score) {}

	private final List<Sighting> sightings = new ArrayList<>();
	private FaceTemplate template, meanTemplate;
	private int hits, misses, missesInRow;
	private double detection;

	/**
	 * @param first where the face was detected
	 * @param firstTemplate its template
	 * @param score of the detection
	 */
	Track(final Sighting first, final FaceTemplate firstTemplate, final double score) {
		meanTemplate = firstTemplate;
		add(first, firstTemplate);
		hit(score);
	}

	void add(final Sighting sighting, final FaceTemplate newTemplate) {
		sightings.add(sighting);
		template = newTemplate;
		meanTemplate = meanTemplate.blend(newTemplate, Math.max(0.02, 1.0 / sightings.size()));
	}

	/** Replaces the last sighting by a better one of the same frame. */
	void replace(final Sighting sighting, final FaceTemplate newTemplate) {
		sightings.set(sightings.size() - 1, sighting);
		template = newTemplate;
	}

	/** A search of the whole frame found this face, too. */
	void hit(final double score) {
		hits++;
		missesInRow = 0;
		detection = Math.max(detection, score);
	}

	/** A search of the whole frame did not find this face. */
	void miss() {
		misses++;
		missesInRow++;
	}

	List<Sighting> sightings() {
		return sightings;
	}

	Sighting last() {
		return sightings.get(sightings.size() - 1);
	}

	@Override
	public int first() {
		return sightings.get(0).frame();
	}

	@Override
	public int end() {
		return last().frame();
	}

	@Override
	public Box firstBox() {
		return MeanFace.box(sightings.get(0).landmarks());
	}

	/** @return how the face looked last */
	FaceTemplate template() {
		return template;
	}

	@Override
	public FaceTemplate meanTemplate() {
		return meanTemplate;
	}

	/** @return correlation of a template with the last or the mean one */
	double likeness(final FaceTemplate other) {
		return Math.max(template.correlation(other), meanTemplate.correlation(other));
	}

	int hits() {
		return hits;
	}

	int misses() {
		return misses;
	}

	int missesInRow() {
		return missesInRow;
	}

	/** @return score of the surest detection */
	double detection() {
		return detection;
	}

	/** @return mean score of the landmark model */
	double score() {
		return sightings.stream().mapToDouble(Sighting::score).average()
			.orElse(0);
	}

	@Override
	public double area() {
		return sightings.stream().mapToDouble(s -> {
			final Box box = MeanFace.box(s.landmarks());
			return box.width() * box.height();
		}).sum();
	}

	/** @return where the cascade would frame the face, one frame later */
	Box predicted() {
		if (sightings.size() < 2) return box();
		final Sighting before = sightings.get(sightings.size() - 2);
		if (last().frame() - before.frame() != 1) return box();
		return continued(MeanFace.box(before.landmarks()), box());
	}

	@Override
	public Box box() {
		return MeanFace.box(last().landmarks());
	}

	/** Adds sightings of frames that were left out, in any order. */
	void addAll(final List<Sighting> earlier) {
		sightings.addAll(earlier);
		sightings.sort(Comparator.comparingInt(Sighting::frame));
	}

	/**
	 * @param frame index of a frame
	 * @return the face in that frame, if it was seen
	 */
	Optional<Sighting> at(final int frame) {
		int low = 0, high = sightings.size();
		while (low < high) {
			final int middle = low + high >>> 1;
			if (sightings.get(middle).frame() < frame) low = middle + 1;
			else high = middle;
		}
		return low < sightings.size() && sightings.get(low).frame() == frame
			? Optional.of(sightings.get(low)) : Optional.empty();
	}

	/** @return the box of a face that goes on moving as it did */
	static Box continued(final Box before, final Box now) {
		final Point from = before.centre(), to = now.centre();
		return new Box(now.x() + to.x() - from.x(), now.y() + to.y() - from.y(), now
			.width(), now.height());
	}

	/** @return landmarks on the way from one face to another */
	static Landmarks between(final Landmarks from, final Landmarks to,
		final double share)
	{
		final var points = new ArrayList<Point>();
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final Point a = from.get(i), b = to.get(i);
			points.add(new Point(a.x() + share * (b.x() - a.x()), a.y() + share * (b
				.y() - a.y())));
		}
		return new Landmarks(points);
	}
}
