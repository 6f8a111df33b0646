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

import io.github.janusfiji.frames.FrameKind;
import io.github.janusfiji.frames.FrameRange;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds the faces in every frame of a clip, follows each person through it,
 * locates and smooths landmarks. Reads the clip once and keeps only numbers.
 */
public final class FaceTracker {

	private final Supplier<FaceDetector> detectors;
	private final Supplier<LandmarkModel> models;

	private FaceTracker(final Supplier<FaceDetector> detectors,
		final Supplier<LandmarkModel> models)
	{
		this.detectors = detectors;
		this.models = models;
	}

	/** @return a tracker with the default detector and the embedded model */
	public static FaceTracker create() {
		return new FaceTracker(FaceDetectors::preferred, LandmarkModels::embedded);
	}

	/**
	 * @param detectors makes a detector for each clip; it is closed afterwards
	 * @param model finds the landmarks
	 * @return a tracker with these
	 */
	public static FaceTracker create(final Supplier<FaceDetector> detectors,
		final LandmarkModel model)
	{
		return new FaceTracker(detectors, () -> model);
	}

	/**
	 * @param frames the clip
	 * @param size width and height of the crops that the transforms lead to, px
	 * @param progress told each frame
	 * @return every face of every frame
	 * @throws IOException if the clip cannot be read
	 */
	public FaceTracks track(final FrameSequence frames, final int size,
		final Progress progress) throws IOException
	{
		if (frames.isPictures()) return pictures(frames, size, progress);
		progress.stage("Finding faces", frames.count());
		final var locator = new FaceLocator(models.get());
		try (var cursor = frames.cursor();
				var searches = new SearchAhead(cursor, detectors, frames
					.frameRate(), 0); var sharpness = new SharpnessMeter(size))
		{
			final var follower = new TrackFollower(searches, locator, frames
				.frameRate(), sharpness);
			final int count = read(searches, follower, progress);
			if (!follower.isStills() || frames.kind() == FrameKind.SEQUENCE)
				return complete(frames, count, follower, locator, sharpness, size,
					progress);
		}
		// One picture after another shows something else: they are photographs.
		return pictures(frames, size, progress);
	}

	/**
	 * @param range a range of a clip, with frames before and behind it
	 * @param size width and height of the crops that the transforms lead to, px
	 * @param progress told each frame
	 * @return every face of every frame that is read, to be joined
	 * @throws IOException if the clip cannot be read
	 */
	public RangeFaces track(final FrameRange range, final int size,
		final Progress progress) throws IOException
	{
		progress.stage("Finding faces", range.length());
		final var locator = new FaceLocator(models.get());
		try (var cursor = range.cursor();
				var searches = new SearchAhead(cursor, detectors, range.frameRate(),
					range.begin()); var sharpness = new SharpnessMeter(size))
		{
			final var follower = new TrackFollower(searches, locator, range
				.frameRate(), sharpness);
			final int count = read(searches, follower, progress);
			final var tracks = follower.finish();
			progress.status("Completing faces");
			// Nothing before the frames that were read is looked at.
			final var cuts = new ArrayList<>(follower.cuts());
			cuts.add(0, range.begin());
			new TrackExtender(range, locator, sharpness, cuts).extend(tracks,
				progress);
			final var persons = PersonLinker.link(tracks, range.frameRate());
			return new RangeFaces(range.first(), range.end(), range.begin() + count,
				faces(range, persons, size, sharpness), persons.stream().flatMap(
					List::stream).map(Track::meanTemplate).toList());
		}
	}

	private static FaceTracks complete(final FrameSequence frames,
		final int count, final TrackFollower follower, final FaceLocator locator,
		final SharpnessMeter sharpness, final int size, final Progress progress)
		throws IOException
	{
		final var tracks = follower.finish();
		progress.status("Completing faces");
		new TrackExtender(frames, locator, sharpness, follower.cuts()).extend(
			tracks, progress);
		return new FaceTracks(count, faces(frames, PersonLinker.link(tracks, frames
			.frameRate()), size, sharpness).stream().map(TrackedFace::face).toList());
	}

	/** Every picture by itself. */
	private FaceTracks pictures(final FrameSequence frames, final int size,
		final Progress progress) throws IOException
	{
		progress.stage("Finding faces in pictures", frames.count());
		final var seen = new PictureFaces(detectors, new FaceLocator(models.get()),
			Math.min(size, SharpnessMeter.ENOUGH)).find(frames, progress);
		progress.status("Telling persons apart");
		final int[] persons = PicturePersons.number(seen, progress);
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < persons.length; i++) {
			final var s = seen.get(i).sighting();
			final var l = s.landmarks();
			faces.add(new Face(s.frame(), s.time(), persons[i], Math.min(1, Math.max(0,
				s.score())), seen.get(i).sharpness(), MeanFace.box(l), l, FaceAligner
					.align(l, size), Pose.of(l), frames.frameFile(s.frame())));
		}
		return new FaceTracks(frames.count(), inOrder(faces));
	}

	private static int read(final SearchAhead searches,
		final TrackFollower follower, final Progress progress) throws IOException
	{
		int count = 0;
		for (var step = searches.next(); step != null; step = searches.next()) {
			progress.check();
			follower.next(step);
			progress.done(++count);
		}
		return count;
	}

	/** @return faces of all tracks, which are numbered person by person */
	private static List<TrackedFace> faces(final FrameSequence frames,
		final List<List<Track>> persons, final int size,
		final SharpnessMeter sharpness)
	{
		final var faces = new ArrayList<TrackedFace>();
		int number = 0;
		for (int p = 0; p < persons.size(); p++) {
			for (final Track track : persons.get(p)) {
				final var smooth = TrackSmoother.smooth(track.sightings(), size);
				for (int i = 0; i < smooth.size(); i++) {
					final var seen = track.sightings().get(i);
					final var l = smooth.get(i).landmarks();
					faces.add(new TrackedFace(new Face(seen.frame(), seen.time(), p + 1,
						Math.min(1, Math.max(0, seen.score())), sharpness.of(seen), MeanFace
							.box(l), l, smooth.get(i).transform(), Pose.of(l), frames
								.frameFile(seen.frame())), MeanFace.box(seen.landmarks()),
						number));
				}
				number++;
			}
		}
		faces.sort(Comparator.comparingInt(TrackedFace::frame).thenComparingInt(
			f -> f.face().person()));
		return faces;
	}

	/** @return the list itself, sorted by frames, then persons */
	static List<Face> inOrder(final List<Face> faces) {
		faces.sort(Comparator.comparingInt(Face::frame).thenComparingInt(
			Face::person));
		return faces;
	}
}
