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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows faces from frame to frame. Each face is located again from where it
 * was; the whole frame is searched at the start, after cuts, every
 * {@value #EVERY} frames and while a face is lost or not yet believed.
 */
final class TrackFollower {

	/** Frames between two searches of the whole frame. */
	private static final int EVERY = 15;

	/** Searches in which a new face must be found before it is believed. */
	private static final int CONFIRM = 3;

	/** A lost face is looked for at its place so long, s. */
	private static final double PATIENCE = 1;

	/** Landmark score below which there is no face. */
	private static final double MIN_SCORE = 0.3;

	/** Correlation with the last look below which a face was lost. */
	private static final double MIN_LOOK = 0.6;

	/** The same where a search of the whole frame found a face again. */
	private static final double MIN_LOOK_FOUND = 0.4;

	/** Overlap from which two boxes are one face. */
	private static final double SAME = 0.3;

	/** Overlap below which the search knows better where a face is. */
	private static final double DRIFTED = 0.55;

	private final FaceDetector detector;
	private final LandmarkModel model;
	private final SharpnessMeter sharpness;
	private final int patience;
	private final SceneChange scene = new SceneChange();
	private final List<Track> open = new ArrayList<>();
	private final List<Track> done = new ArrayList<>();
	private int frames, cuts, lastSearch = -EVERY, emptySearches;

	/**
	 * @param detector searches whole frames
	 * @param model locates landmarks
	 * @param rate frame rate, frames/s
	 * @param sharpness told each sighting
	 */
	TrackFollower(final FaceDetector detector, final LandmarkModel model,
		final double rate, final SharpnessMeter sharpness)
	{
		this.detector = detector;
		this.model = model;
		this.sharpness = sharpness;
		patience = (int) Math.ceil(PATIENCE * rate);
	}

	/** @param frame the next frame of the clip */
	void next(final Frame frame) {
		final boolean cut = scene.isCut(frame);
		if (cut) {
			cuts++;
			done.addAll(open);
			open.clear();
		}
		open.forEach(track -> follow(track, frame));
		if (cut || isSearchDue(frame.index())) search(frame);
		retire(frame.index());
		frames++;
	}

	/** @return whether the frames are unrelated pictures */
	boolean isStills() {
		return frames == 1 || cuts >= (frames + 1) / 2;
	}

	/**
	 * @param count number of frames of the clip
	 * @return the tracks that are faces
	 */
	List<Track> finish(final int count) {
		done.addAll(open);
		open.clear();
		final int least = isStills() ? 1 : Math.min(5, (count + 1) / 2);
		return done.stream().filter(t -> t.sightings().size() >= least && t
			.hits() >= Math.min(CONFIRM, (t.sightings().size() + 1) / 2) && t
				.score() >= MIN_SCORE).sorted(Comparator.comparingInt(Track::first))
			.toList();
	}

	private void follow(final Track track, final Frame frame) {
		if (track.last().frame() != frame.index() - 1) return;
		final Box predicted = track.predicted();
		if (!sight(track, frame, predicted, MIN_LOOK)) sight(track, frame, track
			.box(), MIN_LOOK);
	}

	/** Locates a track's face from a box; adds it if it is plausible. */
	private boolean sight(final Track track, final Frame frame, final Box box,
		final double alike)
	{
		final var fit = model.locate(frame, box);
		if (fit.score() < MIN_SCORE) return false;
		final Box now = MeanFace.box(fit.landmarks());
		final double growth = now.width() / box.width();
		if (growth < 0.7 || growth > 1.4 || now.centre().distance(box
			.centre()) > 0.4 * box.width()) return false;
		final Look look = Look.of(frame, fit.landmarks());
		if (look.correlation(track.look()) < alike) return false;
		track.add(sighting(frame, fit), look);
		return true;
	}

	private Track.Sighting sighting(final Frame frame,
		final LandmarkModel.Fit fit)
	{
		final var seen = new Track.Sighting(frame.index(), frame.time(), fit
			.landmarks(), fit.score());
		sharpness.measure(frame, seen);
		return seen;
	}

	private boolean isSearchDue(final int index) {
		final int since = index - lastSearch;
		if (since >= EVERY) return true;
		// an empty scene is searched less and less
		if (open.isEmpty()) return since > Math.min(3, emptySearches / patience);
		for (final Track t : open) {
			final int lost = index - t.last().frame();
			if (lost > 0 && since > (lost > 10 ? 2 : 0)) return true;
			if (t.hits() < CONFIRM && since > 1) return true;
		}
		return false;
	}

	private void search(final Frame frame) {
		lastSearch = frame.index();
		final var found = detector.detect(frame);
		emptySearches = found.isEmpty() && open.isEmpty() ? emptySearches + 1 : 0;
		final var unseen = new ArrayList<>(open);
		for (final Detection d : found) {
			final Track track = match(d, unseen);
			if (track != null && confirm(track, frame, d)) unseen.remove(track);
			else begin(frame, d);
		}
		unseen.forEach(Track::miss);
	}

	private static Track match(final Detection d, final List<Track> tracks) {
		return tracks.stream().filter(t -> t.box().overlap(d.box()) >= SAME).max(
			Comparator.comparingDouble(t -> t.box().overlap(d.box()))).orElse(null);
	}

	private boolean confirm(final Track track, final Frame frame,
		final Detection d)
	{
		final boolean followed = track.last().frame() == frame.index();
		if (!followed && !sight(track, frame, d.box(), MIN_LOOK_FOUND))
			return false;
		track.hit(d.score());
		if (followed && track.box().overlap(d.box()) < DRIFTED) {
			final var fit = model.locate(frame, d.box());
			if (fit.score() > track.last().score()) track.replace(sighting(frame,
				fit), Look.of(frame, fit.landmarks()));
		}
		return true;
	}

	private void begin(final Frame frame, final Detection d) {
		final boolean known = open.stream().anyMatch(t -> t.last().frame() == frame
			.index() && t.box().overlap(d.box()) >= SAME);
		if (known) return;
		final var fit = model.locate(frame, d.box());
		if (fit.score() < MIN_SCORE) return;
		final var seen = sighting(frame, fit);
		open.add(new Track(seen, Look.of(frame, fit.landmarks()), d.score()));
	}

	/** Ends tracks that are lost, were never believed, or ran into another. */
	private void retire(final int index) {
		final var ended = new ArrayList<Track>();
		for (final Track t : open) {
			final boolean believed = t.hits() >= CONFIRM;
			if (index - t.last().frame() > (believed ? patience : 2)) ended.add(t);
			else if (!believed && t.missesInRow() >= CONFIRM) ended.add(t);
			else if (open.stream().anyMatch(o -> o != t && !ended.contains(o) && o
				.hits() >= t.hits() && o.last().frame() == t.last().frame() && o.box()
					.overlap(t.box()) > 0.5)) ended.add(t);
		}
		open.removeAll(ended);
		done.addAll(ended);
	}
}
