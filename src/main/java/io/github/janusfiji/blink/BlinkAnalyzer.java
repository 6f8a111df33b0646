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

import io.github.janusfiji.eyestate.EyeMethod;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.RangeJoin;
import io.github.janusfiji.frames.FrameRange;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.provenance.SyntheticMark;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.List;

/** Measures how open a person's eyes are and finds the blinks. */
public final class BlinkAnalyzer {

	/** The method that found blinks best: docs/blink.md has the figures. */
	public static final EyeMethod BEST = EyeMethod.LRCN;

	/** Size of the crops that the tracker is asked to lead to, px; none is cut. */
	private static final int CROP = 256;

	private final EyeMethod method;
	private final EyeStateModel model;

	/** Takes the best method and the model that comes with Janus. */
	public BlinkAnalyzer() {
		this(BEST, EyeStateModel.embedded());
	}

	/**
	 * @param method how the state of the eyes is found
	 * @param model what finds it, and what its numbers mean
	 */
	public BlinkAnalyzer(final EyeMethod method, final EyeStateModel model) {
		this.method = method;
		this.model = model;
	}

	/**
	 * Reads the clip three times: for the faces, for the eyes, and, when the blinks
	 * are known, for what the face does around them. Memory holds a bounded window
	 * of frames and small pictures of the events, however long the clip is.
	 *
	 * @param frames the clip; a single frame gives eye states and no blinks
	 * @param person a number from 1
	 * @param progress told each frame
	 * @return eye states, blinks and statistics
	 * @throws IOException if the clip cannot be read or the person is not in it;
	 *           the message is one sentence for the user
	 */
	public BlinkAnalysis analyze(final FrameSequence frames, final int person,
		final Progress progress) throws IOException
	{
		if (person < 1) throw new InputException(
			"Persons are numbered from 1, so there is no person " + person +
				"; 1 is the largest and longest in the clip.");
		if (frames.count() < 1) throw new InputException(frames.name() +
			" holds no frames; give a clip in which a face can be seen.");
		if (frames.isPictures()) throw new InputException(frames.name() +
			" holds photographs, which show no blinks; if they are the frames of a" +
			" clip, say that they are a sequence.");
		final FaceTracks tracks = FaceTracker.create().track(frames, CROP,
			progress);
		return analyze(frames, tracks, person, progress);
	}

	/**
	 * Does the second part of the work, for faces that are already known.
	 *
	 * @param frames the clip
	 * @param tracks its faces
	 * @param person a number from 1
	 * @param progress told each frame
	 * @return eye states, blinks and statistics
	 * @throws IOException if the clip cannot be read or the person is not in it;
	 *           the message is one sentence for the user
	 */
	public BlinkAnalysis analyze(final FrameSequence frames,
		final FaceTracks tracks, final int person, final Progress progress)
		throws IOException
	{
		final List<Face> faces = faces(frames, tracks, person);
		final EyeMeasures measures = EyeReader.read(frames, faces,
			method == EyeMethod.EAR ? null : model, progress);
		final OpennessSeries series = OpennessSeries.of(measures, method, model);
		final var timeline = EyeTimeline.of(series, faces, frames.count());
		final var pictures = EvidenceReader.read(frames, faces, timeline.events(),
			progress);
		return analysis(frames, frames.count(), faces, series, timeline, pictures);
	}

	/**
	 * Measures the eyes of everyone in a range of a long clip.
	 *
	 * @param range of the clip
	 * @param progress told each frame
	 * @return what was measured, to be joined
	 * @throws IOException if the clip cannot be read
	 */
	public RangeEyes measure(final FrameRange range, final Progress progress)
		throws IOException
	{
		return RangeEyeReader.read(range, FaceTracker.create().track(range, CROP,
			progress), method == EyeMethod.EAR ? null : model, progress);
	}

	/**
	 * Joins what was measured in the ranges of a clip. Reads single frames, for the
	 * pictures of events.
	 *
	 * @param frames the clip
	 * @param ranges all of its ranges in order
	 * @param person a number from 1, in the whole clip
	 * @param progress told each picture
	 * @return what the clip, read at once, would give
	 * @throws IOException as {@link #analyze(FrameSequence, int, Progress)}
	 */
	public BlinkAnalysis join(final FrameSequence frames,
		final List<RangeEyes> ranges, final int person, final Progress progress)
		throws IOException
	{
		final var join = new RangeJoin(ranges.stream().map(RangeEyes::faces)
			.toList(), frames.frameRate());
		final int count = join.tracks().frames();
		final List<Face> faces = faces(frames, join.tracks(), person);
		final EyeMeasures measures = EyeReader.ratios(faces);
		final var skin = new SkinMeasures(faces.size());
		for (int i = 0; i < faces.size(); i++) {
			final var origin = join.origin(faces.get(i));
			ranges.get(origin.range()).copy(origin.index(), i, measures, skin);
		}
		final OpennessSeries series = OpennessSeries.of(measures, method, model);
		final var timeline = EyeTimeline.of(series, faces, count);
		return analysis(frames, count, faces, series, timeline,
			new EvidenceReader.Reading(skin, EvidenceReader.strips(frames, count, faces,
				timeline.events(), progress)));
	}

	private static List<Face> faces(final FrameSequence frames,
		final FaceTracks tracks, final int person) throws InputException
	{
		final List<Face> faces = tracks.of(person);
		if (faces.isEmpty()) throw new InputException(absent(frames.name(), tracks
			.persons(), person) + frames.hint());
		return faces;
	}

	private static BlinkAnalysis analysis(final FrameSequence frames,
		final int count, final List<Face> faces, final OpennessSeries series,
		final EyeTimeline timeline, final EvidenceReader.Reading pictures)
		throws IOException
	{
		final var tests = BlinkDeformation.test(series, faces, pictures.skin(),
			timeline.blinks());
		return new BlinkAnalysis(frames.name(), count, frames.frameRate(), timeline
			.eyes(), timeline.blinks(), timeline.events(), faces, new BlinkEvidence(
				tests, pictures.strips(), SyntheticMark.statement(frames.metadata())));
	}

	/**
	 * @param frames a clip
	 * @param progress told each frame
	 * @return the faces of its main person
	 * @throws IOException if the clip cannot be read or nobody is in it
	 */
	public static List<Face> faces(final FrameSequence frames, final Progress progress)
		throws IOException
	{
		final FaceTracks tracks = FaceTracker.create().track(frames, CROP,
			progress);
		if (tracks.persons() == 0) throw new InputException(absent(frames.name(), 0,
			1));
		return tracks.of(1);
	}

	private static String absent(final String clip, final int persons,
		final int person)
	{
		if (persons == 0) return "No face was found in " + clip +
			"; give a clip in which a face looks towards the camera.";
		return "There is no person " + person + " in " + clip + "; choose " +
			(persons == 1 ? "person 1, the only one found." : "a person from 1 to " +
				persons + ".");
	}
}
