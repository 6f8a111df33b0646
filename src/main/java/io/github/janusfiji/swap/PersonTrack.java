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
package io.github.janusfiji.swap;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.task.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where one person's face is in each frame. Gaps of a few frames, as a blink of
 * the detector or a passing hand leaves them, are bridged by linear
 * interpolation, so that the swap does not pop in and out.
 */
final class PersonTrack {

	/** Longest gap that is bridged, frames. */
	static final int LONGEST_GAP = 5;

	/**
	 * Farthest that a face moves between two sightings of the same shot, as a
	 * share of its box.
	 */
	private static final double LONGEST_JUMP = 0.6;

	/**
	 * A face in one frame.
	 *
	 * @param run number of the uninterrupted appearance it belongs to, from 0
	 * @param landmarks px in the frame
	 * @param toCrop from the frame to the tracker's crop
	 */
	record Placement(int run, Landmarks landmarks, Similarity toCrop) {}

	private final List<Face> faces;
	private final int[] frames;
	private final int[] runs;

	/**
	 * @param frames the clip or the photographs
	 * @param tracks their faces
	 * @param person a number from 1
	 * @return where that person's face is
	 * @throws InputException if the person is not in there
	 */
	static PersonTrack of(final FrameSequence frames, final FaceTracks tracks,
		final int person) throws InputException
	{
		final int persons = tracks.persons();
		if (persons == 0) throw new InputException("No face was found in " + frames
			.name() + ": choose a clip in which a face looks towards the camera." +
			frames.hint());
		if (person < 1 || person > persons) throw new InputException(
			"There is no person " + person + " in " + frames.name() + ": " +
				(persons == 1 ? "only 1 person was found, with the number 1."
					: persons + " persons were found, numbered from 1."));
		return new PersonTrack(tracks.of(person), frames.isPictures());
	}

	/**
	 * @param faces of one person, in order of frames
	 * @param alone whether each frame is a photograph of its own: then nothing is
	 *          bridged, and each is an appearance of its own
	 */
	PersonTrack(final List<Face> faces, final boolean alone) {
		this.faces = List.copyOf(faces);
		frames = faces.stream().mapToInt(Face::frame).toArray();
		runs = new int[frames.length];
		for (int i = 1; i < runs.length; i++)
			runs[i] = runs[i - 1] + (!alone && continues(faces.get(i - 1), faces
				.get(i)) ? 0 : 1);
	}

	private static boolean continues(final Face before, final Face after) {
		return after.frame() - before.frame() - 1 <= LONGEST_GAP && before.box()
			.centre().distance(after.box().centre()) <= LONGEST_JUMP * before.box()
				.width();
	}

	/** @return the faces that were found, in order of frames */
	List<Face> faces() {
		return faces;
	}

	/** @return of each face the number of its appearance, rising from 0 */
	int[] runs() {
		return runs.clone();
	}

	/**
	 * @param frame index, from 0, in which the face was found or lies in a gap
	 * @return index of the face there, or of the last one before
	 */
	int indexNear(final int frame) {
		final int i = Arrays.binarySearch(frames, frame);
		return i >= 0 ? i : Math.max(0, -i - 2);
	}

	/**
	 * @param frame index, from 0
	 * @return the face there, if it was found or lies in a short gap
	 */
	Optional<Placement> at(final int frame) {
		final int i = Arrays.binarySearch(frames, frame);
		if (i >= 0) {
			final Face face = faces.get(i);
			return Optional.of(new Placement(runs[i], face.landmarks(), face
				.transform()));
		}
		final int after = -i - 1, before = after - 1;
		if (before < 0 || after == frames.length || runs[before] != runs[after])
			return Optional.empty();
		final double t = (frame - frames[before]) / (double) (frames[after] -
			frames[before]);
		return Optional.of(between(runs[before], faces.get(before), faces.get(
			after), t));
	}

	private static Placement between(final int run, final Face before,
		final Face after, final double t)
	{
		final var points = new ArrayList<Point>(Landmarks.COUNT);
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final Point p = before.landmarks().get(i), q = after.landmarks().get(i);
			points.add(new Point(mix(p.x(), q.x(), t), mix(p.y(), q.y(), t)));
		}
		final Similarity s = before.transform(), u = after.transform();
		return new Placement(run, new Landmarks(points), new Similarity(mix(s.a(), u
			.a(), t), mix(s.b(), u.b(), t), mix(s.tx(), u.tx(), t), mix(s.ty(), u
				.ty(), t)));
	}

	private static double mix(final double p, final double q, final double t) {
		return p + t * (q - p);
	}
}
