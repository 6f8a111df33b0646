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
package io.github.janusfiji.measure;

import io.github.janusfiji.face.Expression;
import io.github.janusfiji.face.FaceJudge;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.face.Gaze;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import java.util.Optional;

/**
 * State of a face in one frame as a viewer sees it, by a search of that frame
 * alone. Numbers of a face that was not found are NaN, its scores 0.
 *
 * @param detection score of the detector, 0 if it found nothing there
 * @param score log-odds that the picture at the landmarks is a face, by the
 *          landmark model, in nats: above 10 for a clear one, below 0 for none
 * @param expression of eyes, mouth and brows
 * @param gazeX both irises' mean offset to the image's right, in widths of the
 *          eye; NaN if the eyes are closed or show no iris
 * @param gazeY the same upwards
 * @param irises confidence that irises were seen, 0 to 1
 * @param pose where the head points
 * @param sharpness of {@link FaceSharpness}
 */
public record FaceState(double detection, double score, Expression expression,
	double gazeX, double gazeY, double irises, Pose pose, double sharpness)
{

	/** Of no face. */
	static final FaceState NONE = none(0, 0);

	/**
	 * @param frame a picture
	 * @param seen what was found in it
	 * @param framing of the donor's face set, if it is one
	 * @return what it looks like
	 */
	static FaceState of(final Frame frame, final FaceJudge.Verdict seen,
		final Optional<Framing> framing)
	{
		if (!seen.isFound()) return none(seen.detection(), seen.odds());
		final Landmarks face = seen.face().orElseThrow();
		final Gaze gaze = seen.gaze().orElseThrow();
		return new FaceState(seen.detection(), seen.odds(), seen.expression(), gaze
			.x(), gaze.y(), gaze.confidence(), Pose.of(face), FaceSharpness.of(frame,
				face, framing));
	}

	private static FaceState none(final double detection, final double score) {
		return new FaceState(detection, score, Expression.NONE, Double.NaN,
			Double.NaN, 0, new Pose(Double.NaN, Double.NaN, Double.NaN), Double.NaN);
	}

	/** @return whether a face was found */
	public boolean isFound() {
		return !Double.isNaN(expression.eyes());
	}

	/** @return whether the irises can be told, so that the eyes are open */
	public boolean hasIrises() {
		return irises >= Gaze.SURE;
	}
}
