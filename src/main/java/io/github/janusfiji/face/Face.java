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

import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Similarity;
import java.util.Optional;

/**
 * One face in one frame: where it is, who it is, and how it maps to its crop.
 *
 * @param frame index of the frame, counted from 0
 * @param time presentation time of the frame, s
 * @param person number of the person within the clip, counted from 1
 * @param score confidence of the detection, from 0 to 1
 * @param sharpness variance of the Laplacian inside a crop of at most 128 px,
 *          grey levels²
 * @param box px in the frame
 * @param landmarks px in the frame
 * @param transform similarity from the frame to the crop
 * @param pose where the head points
 * @param file name of the frame's own file, if the source is a folder
 * @param outline what of the frame the face covers, px
 */
public record Face(int frame, double time, int person, double score,
	double sharpness, Box box, Landmarks landmarks, Similarity transform,
	Pose pose, Optional<String> file, FaceOutline outline)
{

	/** A face whose outline is that of its landmarks. */
	public Face(final int frame, final double time, final int person,
		final double score, final double sharpness, final Box box,
		final Landmarks landmarks, final Similarity transform, final Pose pose,
		final Optional<String> file)
	{
		this(frame, time, person, score, sharpness, box, landmarks, transform, pose,
			file, FaceOutline.of(landmarks));
	}

	/**
	 * @param number of a person, from 1
	 * @return the same face as that person's
	 */
	Face withPerson(final int number) {
		return new Face(frame, time, number, score, sharpness, box, landmarks,
			transform, pose, file, outline);
	}

	/**
	 * @param map from the frame to another crop
	 * @return the same face with that crop
	 */
	public Face withTransform(final Similarity map) {
		return new Face(frame, time, person, score, sharpness, box, landmarks, map,
			pose, file, outline);
	}
}
