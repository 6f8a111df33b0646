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
package io.github.janusfiji.detect;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.swap.SelfBlender;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The faces of a clip as detectors take them. */
final class ClipFaces {

	/** Size of the crops that the tracker is asked to lead to, px; none is cut. */
	private static final int CROP = 256;

	/** Told each face in the order of frames. */
	interface Taker {

		void take(Frame frame, Face face) throws IOException;
	}

	private ClipFaces() {}

	/**
	 * @param frames the clip; read twice
	 * @param person a number from 1; of photographs, everyone is taken
	 * @param progress told each frame
	 * @return the faces
	 * @throws IOException if the clip cannot be read or the person is not in it
	 */
	static List<Face> find(final FrameSequence frames, final int person,
		final Progress progress) throws IOException
	{
		if (person < 1) throw new InputException(
			"Persons are numbered from 1, so there is no person " + person +
				"; 1 is the largest and longest in the clip.");
		final var tracks = FaceTracker.create().track(frames, CROP, progress);
		final var faces = tracks.of(frames.isPictures() ? 0 : person);
		if (tracks.persons() == 0) throw new InputException("No face was found in " +
			frames.name() + "; give a clip in which a face looks towards the camera." +
			frames.hint());
		if (faces.isEmpty()) throw new InputException("There is no person " +
			person + " in " + frames.name() + ", whose persons are 1 to " + tracks
				.persons() + ".");
		return faces;
	}

	/** Reads the clip once more and hands out each face with its frame. */
	static void read(final FrameSequence frames, final List<Face> faces,
		final Progress progress, final Taker taker) throws IOException
	{
		progress.stage("Looking at faces", faces.size());
		int done = 0;
		try (FrameCursor cursor = frames.cursor()) {
			for (Frame frame = cursor.next(); frame != null && done < faces
				.size(); frame = cursor.next())
			{
				progress.check();
				while (done < faces.size() && faces.get(done).frame() == frame.index())
					taker.take(frame, faces.get(done++));
				progress.done(done);
			}
		}
	}

	/**
	 * What of a clip serves training.
	 *
	 * @param faces as they are
	 * @param blended the same blended with themselves; only as many as could be
	 */
	record Taken(List<FacePicture> faces, List<FacePicture> blended) {}

	/**
	 * @param clip read twice
	 * @param most about how many faces are taken, evenly spread
	 * @param blend whether they are blended, too
	 * @param random decides how
	 * @param progress asked whether to stop
	 * @return faces for training
	 * @throws IOException if the clip cannot be read or shows no face
	 */
	static Taken take(final FrameSequence clip, final int most,
		final boolean blend, final SplittableRandom random,
		final Progress progress) throws IOException
	{
		final var frames = new ThinnedFrames(clip, Math.max(1, clip.count() /
			Math.max(1, most)));
		final var faces = new ArrayList<FacePicture>();
		final var blended = new ArrayList<FacePicture>();
		read(frames, find(frames, 1, progress), progress, (frame, face) -> {
			faces.add(FacePicture.of(frame, face));
			if (blend) SelfBlender.blend(frame, face.landmarks(), random).ifPresent(
				b -> blended.add(FacePicture.of(b, face)));
		});
		return new Taken(faces, blended);
	}
}
