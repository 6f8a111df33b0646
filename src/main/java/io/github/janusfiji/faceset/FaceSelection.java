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
package io.github.janusfiji.faceset;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.task.InputException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which faces of a clip are taken.
 *
 * @param person whose faces: a number from 1 (the largest and longest), or 0 for
 *          everyone
 * @param every every n-th frame, from 1
 * @param faceWidth least width of the box, px of the source; 0 for any
 * @param sharpness least sharpness, grey levels² as {@link Face#sharpness()}; 0
 *          for any
 * @param yawLimit greatest turn to either side, degrees; 90 or more for any
 */
public record FaceSelection(int person, int every, double faceWidth,
	double sharpness, double yawLimit)
{

	/** The main person in every frame. */
	public static final FaceSelection DEFAULT = of(1, 1);

	/** A turn beyond which the camera sees no face. */
	private static final double ANY_YAW = 90;

	/**
	 * @param person whose faces, or 0 for everyone
	 * @param every every n-th frame, from 1
	 * @return these, whatever their quality
	 */
	public static FaceSelection of(final int person, final int every) {
		return new FaceSelection(person, every, 0, 0, ANY_YAW);
	}

	/** @throws InputException if a number is out of its range, in one sentence */
	void check() throws InputException {
		if (person < 0) throw new InputException(
			"The person must be a number from 1, or 0 for everyone, not " + person +
				".");
		if (every < 1) throw new InputException(
			"Every n-th frame is taken, so n must be 1 or more, not " + every + ".");
		if (!(faceWidth >= 0 && sharpness >= 0 && yawLimit >= 0))
			throw new InputException("The least width and sharpness of a face and " +
				"its greatest yaw are numbers from 0 upwards.");
	}

	/**
	 * @param tracks every face of a clip
	 * @param clip its name, for messages
	 * @param hint why nothing may be seen in it, or nothing
	 * @return those that are taken, in order of frames
	 * @throws InputException if none is left, saying why in one sentence
	 */
	List<Face> of(final FaceTracks tracks, final String clip,
		final String hint) throws InputException
	{
		final int persons = tracks.persons();
		if (persons == 0) throw new InputException("No face was found in " + clip +
			" (" + tracks.frames() +
			" frames looked at); faces must be upright, look about towards the " +
			"camera and be at least 24 px wide." + hint);
		if (person > persons) throw new InputException(clip + " shows " + persons +
			(persons == 1 ? " person" : " persons") + ", so there is no person " +
			person + "; choose a number up to " + persons +
			", or 0 for everyone.");
		final var seen = tracks.of(person).stream().filter(f -> f.frame() %
			every == 0).toList();
		if (seen.isEmpty()) throw new InputException(
			"None of the frames taken (every " + every +
				"th) shows the person; take more frames.");
		final var good = seen.stream().filter(this::accepts).toList();
		if (good.isEmpty()) throw new InputException("None of the " + seen.size() +
			" faces passes the filters: " + count(seen, this::isWide) +
			" are wide enough, " + count(seen, this::isSharp) +
			" sharp enough and " + count(seen, this::isFrontal) +
			" within the yaw; loosen a filter.");
		return good;
	}

	/**
	 * @param face of anyone
	 * @return whether it is in a frame that is taken and passes the filters
	 */
	boolean accepts(final Face face) {
		return face.frame() % every == 0 && isWide(face) && isSharp(face) &&
			isFrontal(face);
	}

	private boolean isWide(final Face face) {
		return face.box().width() >= faceWidth;
	}

	private boolean isSharp(final Face face) {
		return face.sharpness() >= sharpness;
	}

	private boolean isFrontal(final Face face) {
		return yawLimit >= ANY_YAW || Math.abs(face.pose().yaw()) <= yawLimit;
	}

	private static long count(final List<Face> faces,
		final Predicate<Face> test)
	{
		return faces.stream().filter(test).count();
	}
}
