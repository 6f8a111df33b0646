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
import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Landmarks;
import io.github.janusfiji.face.Point;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.List;

/**
 * Reads the eyes of faces that are already located: streams through the clip
 * once, while the sequence decodes ahead, and keeps only numbers.
 */
final class EyeReader {

	private final EyeStateModel model;

	EyeReader(final EyeStateModel model) {
		this.model = model;
	}

	/**
	 * @param frames the clip
	 * @param faces one person's faces in order of frames, at most one per frame
	 * @param progress told each frame
	 * @return one entry for each face whose frame the clip still has
	 * @throws IOException if the clip cannot be read
	 */
	EyeMeasures read(final FrameSequence frames, final List<Face> faces,
		final Progress progress) throws IOException
	{
		final var measures = new EyeMeasures(faces.size());
		progress.stage("Reading the eyes", frames.count());
		try (FrameCursor cursor = frames.cursor()) {
			int next = 0;
			while (next < faces.size()) {
				progress.check();
				final Frame frame = cursor.next();
				if (frame == null) throw new IOException(frames.name() +
					" ended earlier than when its faces were found; check the file.");
				if (frame.index() == faces.get(next).frame()) {
					measure(frame, faces.get(next), measures, next);
					next++;
				}
				progress.done(frame.index() + 1);
			}
		}
		return measures;
	}

	private void measure(final Frame frame, final Face face,
		final EyeMeasures measures, final int i)
	{
		final Landmarks marks = face.landmarks();
		measures.frame()[i] = face.frame();
		measures.time()[i] = face.time();
		measures.rightLogit()[i] = model.logit(EyeCropper.crop(frame, place(marks,
			false)));
		measures.leftLogit()[i] = model.logit(EyeCropper.crop(frame, place(marks,
			true)));
		measures.rightRatio()[i] = EyeAspectRatio.of(marks.rightEye());
		measures.leftRatio()[i] = EyeAspectRatio.of(marks.leftEye());
	}

	/**
	 * The corners alone place the eye: the lids' points move in a blink.
	 *
	 * @param marks a face, px in the frame
	 * @param left whether the person's left eye is wanted
	 * @return where the eye is
	 */
	static Place place(final Landmarks marks, final boolean left) {
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
