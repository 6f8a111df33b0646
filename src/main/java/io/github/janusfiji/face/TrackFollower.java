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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.task.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows faces from frame to frame. Each face is located again from where it
 * was; searches of whole frames find new faces and confirm known ones. Where a
 * face was lost, its surroundings are searched.
 */
final class TrackFollower {

	/**
	 * Searches that must find a new face before it is believed, unless the
	 * landmark model is sure of it for {@value #STEADY} frames.
	 */
	private static final int CONFIRM = 3;

	private static final int STEADY = 8;

	/** A lost face is looked for at its place so long, s. */
	private static final double PATIENCE = 1;

	/** Frames after a loss in each of which the face is searched for. */
	private static final int EAGER = 10;

	/** Later only every so many frames. */
	private static final int PATIENT = 3;

	/** Correlation with the last template below which a face was lost. */
	static final double MIN_LOOK = 0.6;

	/** The same where a search found a face again. */
	private static final double MIN_LOOK_FOUND = 0.4;

	/** How far from its place a lost face may come back, in boxes, and how grown. */
	private static final double BACK = 1, BACK_GROWTH = 1.3;

	/**
	 * Correlation of templates that it must have then: set so that foreman is followed
	 * past the hand (0.40 loses him) and the drawn faces of the tests stay two
	 * people (0.30 makes them one).
	 */
	private static final double BACK_LOOK = 0.38;

	/** Overlap from which two boxes are one face. */
	private static final double SAME = 0.3;

	/** Overlap below which the search knows better where a face is. */
	private static final double DRIFTED = 0.55;

	private final SearchAhead searches;
	private final FaceLocator locator;
	private final SharpnessMeter sharpness;
	private final int patience;
	private final List<Track> open = new ArrayList<>();
	private final List<Track> done = new ArrayList<>();
	private final List<Integer> cuts = new ArrayList<>();
	private int frames;

	/**
	 * @param searches finds faces
	 * @param locator locates them
	 * @param rate frame rate, frames/s
	 * @param sharpness told each sighting
	 */
	TrackFollower(final SearchAhead searches, final FaceLocator locator,
		final double rate, final SharpnessMeter sharpness)
	{
		this.searches = searches;
		this.locator = locator;
		this.sharpness = sharpness;
		patience = (int) Math.ceil(PATIENCE * rate);
	}

	/**
	 * @param step the next frame of the clip
	 * @throws IOException if a search ended with one
	 */
	void next(final SearchAhead.Step step) throws IOException {
		final Frame frame = step.frame();
		if (step.cut()) {
			cuts.add(frame.index());
			done.addAll(open);
			open.clear();
		}
		open.forEach(track -> follow(track, frame));
		if (step.search() != null) take(frame, Threads.result(step.search()),
			open);
		for (final Track track : List.copyOf(open)) {
			if (isWanted(track, frame.index())) take(frame, searches.search(frame,
				track.box()), List.of(track));
		}
		retire(frame.index());
		frames++;
	}

	/** @return whether the frames are unrelated pictures */
	boolean isStills() {
		return frames == 1 || cuts.size() >= (frames + 1) / 2;
	}

	/** @return the frames that begin another scene, in order */
	List<Integer> cuts() {
		return cuts;
	}

	/** @return the tracks that are faces, in order of their beginnings */
	List<Track> finish() {
		done.addAll(open);
		open.clear();
		final int least = isStills() ? 1 : Math.min(5, (frames + 1) / 2);
		return done.stream().filter(t -> t.sightings().size() >= least &&
			(isBelieved(t) || t.hits() >= (t.sightings().size() + 1) / 2) && t
				.score() >= FaceLocator.NEW).sorted(Comparator.comparingInt(
					Track::first)).toList();
	}

	private static boolean isBelieved(final Track track) {
		return track.hits() >= CONFIRM || track.sightings().size() >= STEADY &&
			track.score() >= FaceLocator.SURE;
	}

	private void follow(final Track track, final Frame frame) {
		final int since = frame.index() - track.last().frame();
		final Box likely = since == 1 ? track.predicted() : track.box();
		final var boxes = new ArrayList<Box>();
		boxes.add(likely);
		if (since == 1) boxes.add(track.box());
		if (since <= EAGER) boxes.addAll(FaceLocator.around(likely));
		locator.again(frame, boxes, track.template(), MIN_LOOK).ifPresent(
			found -> add(track, frame, found));
	}

	private void add(final Track track, final Frame frame,
		final FaceLocator.Found found)
	{
		track.add(found.sighting(), found.template());
		sharpness.measure(frame, found.sighting());
	}

	/** A lost face and one not yet believed are searched for out of turn. */
	private boolean isWanted(final Track track, final int index) {
		final int lost = index - track.last().frame();
		if (lost > 0) return lost <= EAGER || lost % PATIENT == 0;
		return !isBelieved(track) && index % 2 == 0;
	}

	/** Takes what a search found for known faces or new ones. */
	private void take(final Frame frame, final List<Detection> found,
		final List<Track> expected)
	{
		final var unseen = new ArrayList<>(expected);
		for (final Detection d : found) {
			final Track track = match(d);
			if (track != null && confirm(track, frame, d)) unseen.remove(track);
			else begin(frame, d);
		}
		unseen.forEach(Track::miss);
	}

	private Track match(final Detection d) {
		return open.stream().filter(t -> t.box().overlap(d.box()) >= SAME).max(
			Comparator.comparingDouble(t -> t.box().overlap(d.box()))).orElse(null);
	}

	private boolean confirm(final Track track, final Frame frame,
		final Detection d)
	{
		if (track.last().frame() != frame.index()) {
			final var found = locator.find(frame, d.box(), FaceLocator.KEPT);
			if (found.isEmpty() || track.likeness(found.get()
				.template()) < MIN_LOOK_FOUND) return false;
			add(track, frame, found.get());
		}
		else if (track.box().overlap(d.box()) < DRIFTED) {
			locator.find(frame, d.box(), track.last().score()).ifPresent(found -> {
				track.replace(found.sighting(), found.template());
				sharpness.measure(frame, found.sighting());
			});
		}
		track.hit(d.score());
		return true;
	}

	private void begin(final Frame frame, final Detection d) {
		final boolean known = open.stream().anyMatch(t -> t.last().frame() == frame
			.index() && t.box().overlap(d.box()) >= SAME);
		if (known) return;
		final List<Track> lost = open.stream().filter(t -> isBelieved(t) && t.last()
			.frame() != frame.index()).toList();
		locator.begin(frame, d, !lost.isEmpty()).ifPresent(found -> {
			if (lost.size() == 1 && isNear(lost.get(0), found)) {
				add(lost.get(0), frame, found);
				lost.get(0).hit(d.score());
				return;
			}
			open.add(new Track(found.sighting(), found.template(), d.score()));
			sharpness.measure(frame, found.sighting());
		});
	}

	/**
	 * A face that turned while a hand hid it looks different; somewhat alike, of the
	 * size and about the place of the only one that was lost, it is that one.
	 */
	private static boolean isNear(final Track lost,
		final FaceLocator.Found found)
	{
		final Box now = MeanFace.box(found.sighting().landmarks());
		final double growth = now.width() / lost.box().width();
		return growth < BACK_GROWTH && growth > 1 / BACK_GROWTH && now.centre()
			.distance(lost.box().centre()) < BACK * lost.box().width() && lost
				.likeness(found.template()) > BACK_LOOK;
	}

	/** Ends tracks that are lost, were never believed, or ran into another. */
	private void retire(final int index) {
		final var ended = new ArrayList<Track>();
		for (final Track t : open) {
			final boolean believed = isBelieved(t);
			if (index - t.last().frame() > (believed ? patience : 2)) ended.add(t);
			else if (!believed && t.missesInRow() >= CONFIRM && t.last()
				.score() < FaceLocator.SURE) ended.add(t);
			else if (open.stream().anyMatch(o -> o != t && !ended.contains(o) && o
				.hits() >= t.hits() && o.last().frame() == t.last().frame() && o.box()
					.overlap(t.box()) > 0.5)) ended.add(t);
		}
		open.removeAll(ended);
		done.addAll(ended);
	}
}
