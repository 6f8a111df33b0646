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

import io.github.janusfiji.blink.EyeCropper.Place;
import io.github.janusfiji.eyestate.EyeStateModel;
import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Second pass over a clip whose faces are known: measures the eyes of one
 * person.
 */
public final class EyeReader {

	/** Frames whose eyes the network sees at once. */
	static final int BATCH = 32;

	private EyeReader() {}

	/** Takes what {@link #visit} finds. */
	public interface Visitor {

		/**
		 * @param i index of the face, from 0
		 * @param frame the picture it is in
		 */
		void visit(int i, Frame frame);
	}

	/**
	 * @param frames the clip
	 * @param faces one person's faces in order of frames, at most one per frame
	 * @param visitor told each face
	 * @param progress told each frame
	 * @throws IOException if the clip cannot be read
	 */
	public static void visit(final FrameSequence frames, final List<Face> faces,
		final Visitor visitor, final Progress progress) throws IOException
	{
		progress.stage("Reading the eyes", frames.count());
		try (FrameCursor cursor = frames.cursor()) {
			int next = 0;
			while (next < faces.size()) {
				progress.check();
				final Frame frame = cursor.next();
				if (frame == null) throw new IOException(frames.name() +
					" ended earlier than when its faces were found; check the file.");
				if (frame.index() == faces.get(next).frame()) visitor.visit(next++,
					frame);
				progress.done(frame.index() + 1);
			}
		}
	}

	/**
	 * @param frames the clip
	 * @param faces one person's faces in order of frames, at most one per frame
	 * @param model asked about the pictures, or null for landmarks alone
	 * @param progress told each frame
	 * @return one entry for each face
	 * @throws IOException if the clip cannot be read
	 */
	public static EyeMeasures read(final FrameSequence frames, final List<Face> faces,
		final EyeStateModel model, final Progress progress) throws IOException
	{
		final EyeMeasures measures = ratios(faces);
		if (model == null) return measures;
		final var waiting = new ArrayList<float[]>();
		visit(frames, faces, (i, frame) -> {
			final Landmarks marks = faces.get(i).landmarks();
			waiting.add(EyeCropper.crop(frame, place(marks, false)));
			waiting.add(EyeCropper.crop(frame, place(marks, true)));
			if (waiting.size() < 2 * BATCH && i + 1 < faces.size()) return;
			final float[][] features = model.read(waiting);
			for (int k = 0; k < features.length; k += 2) {
				final int at = i + 1 - features.length / 2 + k / 2;
				measures.rightFeatures()[at] = features[k];
				measures.leftFeatures()[at] = features[k + 1];
			}
			waiting.clear();
		}, progress);
		return measures;
	}

	/**
	 * @param faces one person's faces in order of frames, at most one per frame
	 * @return one entry for each face, without what a model finds
	 */
	static EyeMeasures ratios(final List<Face> faces) {
		final var measures = new EyeMeasures(faces.size());
		for (int i = 0; i < faces.size(); i++) {
			final Face face = faces.get(i);
			measures.frame()[i] = face.frame();
			measures.time()[i] = face.time();
			measures.rightRatio()[i] = EyeAspectRatio.of(face.landmarks().rightEye());
			measures.leftRatio()[i] = EyeAspectRatio.of(face.landmarks().leftEye());
		}
		return measures;
	}

	/**
	 * The corners alone place the eye: the lids' points move in a blink.
	 *
	 * @param marks a face, px in the frame
	 * @param left whether the person's left eye is wanted
	 * @return where the eye is
	 */
	public static Place place(final Landmarks marks, final boolean left) {
		final Point r = middle(marks.get(36), marks.get(39));
		final Point l = middle(marks.get(42), marks.get(45));
		final Point centre = left ? l : r;
		return new Place(centre.x(), centre.y(), l.x() - r.x(), l.y() - r.y(),
			left);
	}

	private static Point middle(final Point p, final Point q) {
		return new Point((p.x() + q.x()) / 2, (p.y() + q.y()) / 2);
	}
}
