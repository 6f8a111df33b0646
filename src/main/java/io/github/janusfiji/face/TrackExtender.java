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
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Completes tracks after the clip was followed forwards: each is followed
 * backwards from where its face was found first and from where it was found
 * again, and short losses that remain are bridged. Reads the stretches that
 * matter a second time, a few frames at once.
 */
final class TrackExtender {

	/** Frames held, if they are small enough. */
	private static final int MOST = 16;

	private static final long BYTES = 64L << 20;

	/** Overlap from which two boxes are one face. */
	private static final double SAME = 0.5;

	/** Longest loss that is bridged, s. */
	private static final double BRIDGE = 1;

	/** How far from the bridge a face may be located, in boxes. */
	private static final double OFF = 0.3;

	private final FrameSequence frames;
	private final FaceLocator locator;
	private final SharpnessMeter sharpness;
	private final List<Integer> cuts;
	private final int most;

	/**
	 * @param frames the clip
	 * @param locator locates faces
	 * @param sharpness told each sighting
	 * @param cuts frames that begin another scene
	 */
	TrackExtender(final FrameSequence frames, final FaceLocator locator,
		final SharpnessMeter sharpness, final List<Integer> cuts)
	{
		this.frames = frames;
		this.locator = locator;
		this.sharpness = sharpness;
		this.cuts = cuts;
		most = (int) Math.max(2, Math.min(MOST, BYTES / (4L * frames.width() *
			frames.height())));
	}

	/**
	 * @param tracks the tracks of the clip, in order of their beginnings; these
	 *          are extended
	 * @param progress asked whether to stop
	 * @throws IOException if the clip cannot be read
	 */
	void extend(final List<Track> tracks, final Progress progress)
		throws IOException
	{
		for (final Track track : tracks) {
			final int start = cuts.stream().filter(c -> c <= track.first()).mapToInt(
				Integer::intValue).max().orElse(0);
			backwards(track, 0, start, tracks, progress);
			for (int i = 1; i < track.sightings().size(); i++)
				i += backwards(track, i, track.sightings().get(i - 1).frame() + 1,
					tracks, progress);
			bridge(track, progress);
		}
	}

	/**
	 * Follows a face backwards.
	 *
	 * @param track whose face
	 * @param index of the sighting to go back from
	 * @param least earliest frame to look at
	 * @return number of frames in which the face was found
	 */
	private int backwards(final Track track, final int index, final int least,
		final List<Track> tracks, final Progress progress) throws IOException
	{
		final var seen = new ArrayList<Track.Sighting>();
		Track.Sighting now = track.sightings().get(index);
		Track.Sighting after = index + 1 < track.sightings().size() ? track
			.sightings().get(index + 1) : null;
		if (now.frame() <= least) return 0;
		FaceTemplate template = FaceTemplate.of(frames.frame(now.frame()), now.landmarks());
		var held = List.<Frame>of();
		for (int i = now.frame() - 1; i >= least; i--) {
			progress.check();
			if (held.isEmpty() || held.get(0).index() > i) held = read(Math.max(least,
				i + 1 - most), i + 1);
			final Frame frame = held.get(i - held.get(0).index());
			final Optional<FaceLocator.Found> found = locator.again(frame, boxes(now,
				after), template, TrackFollower.MIN_LOOK);
			if (found.isEmpty() || isTaken(found.get().sighting(), track, tracks))
				break;
			after = now;
			now = found.get().sighting();
			template = found.get().template();
			sharpness.measure(frame, now);
			seen.add(now);
		}
		track.addAll(seen);
		return seen.size();
	}

	/** Where the face was one frame before, by its movement and without. */
	private static List<Box> boxes(final Track.Sighting now,
		final Track.Sighting after)
	{
		final var boxes = new ArrayList<Box>();
		final Box box = MeanFace.box(now.landmarks());
		Box likely = box;
		if (after != null && after.frame() - now.frame() == 1) likely = Track
			.continued(MeanFace.box(after.landmarks()), box);
		boxes.add(likely);
		boxes.add(box);
		boxes.addAll(FaceLocator.around(likely));
		return boxes;
	}

	/** @return whether another track has this face already */
	private static boolean isTaken(final Track.Sighting seen, final Track track,
		final List<Track> tracks)
	{
		final Box box = MeanFace.box(seen.landmarks());
		return tracks.stream().anyMatch(t -> t != track && t.at(seen.frame()).filter(
			s -> MeanFace.box(s.landmarks()).overlap(box) > SAME).isPresent());
	}

	/** Looks for the face between the places where it was lost and found. */
	private void bridge(final Track track, final Progress progress)
		throws IOException
	{
		final var seen = new ArrayList<Track.Sighting>();
		final var known = List.copyOf(track.sightings());
		for (int i = 1; i < known.size(); i++) {
			final var from = known.get(i - 1);
			final var to = known.get(i);
			final int gap = to.frame() - from.frame();
			if (gap == 1 || to.time() - from.time() > BRIDGE) continue;
			for (int f = from.frame() + 1; f < to.frame(); f++) {
				progress.check();
				final var between = Track.between(from.landmarks(), to.landmarks(),
					(double) (f - from.frame()) / gap);
				final Frame frame = frames.frame(f);
				locator.between(frame, MeanFace.box(between), OFF).ifPresent(found -> {
					sharpness.measure(frame, found);
					seen.add(found);
				});
			}
		}
		track.addAll(seen);
	}

	private List<Frame> read(final int from, final int to) throws IOException {
		final var window = new ArrayList<Frame>();
		for (int i = from; i < to; i++)
			window.add(frames.frame(i));
		return window;
	}
}
