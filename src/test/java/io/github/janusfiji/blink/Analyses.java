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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Analyses with known content. */
public final class Analyses {

	private Analyses() {}

	/** Eyes that follow a signal, in a face of 200 px. */
	public static BlinkAnalysis of(final String name, final OpennessSeries s,
		final int frames, final double rate)
	{
		final var faces = IntStream.range(0, s.length()).mapToObj(i -> face(s
			.frame()[i], s.time()[i])).toList();
		final var timeline = EyeTimeline.of(s, faces, frames);
		return new BlinkAnalysis(name, frames, rate, timeline.eyes(), timeline
			.blinks(), timeline.events(), faces, BlinkEvidence.NONE);
	}

	public static Face face(final int frame, final double time) {
		return new Face(frame, time, 1, 1, 1, new Box(20, 20, 160, 160), FaceAligner
			.meanFace(200), new Similarity(1, 0, 0, 0), new Pose(0, 0, 0), Optional
				.empty());
	}

	/** Lids as far from the line between the corners as each eye is open. */
	public static Face face(final int frame, final double time, final double right,
		final double left)
	{
		final Face open = face(frame, time);
		final var points = new ArrayList<>(open.landmarks().points());
		for (int i = 36; i < 48; i++) {
			final int corner = i < 42 ? 36 : 42;
			if (i == corner || i == corner + 3) continue;
			final double y = (points.get(corner).y() + points.get(corner + 3).y()) / 2;
			points.set(i, new Point(points.get(i).x(), y + (i < 42 ? right : left) *
				(points.get(i).y() - y)));
		}
		return with(open, points);
	}

	/** The same face with other landmarks. */
	public static Face with(final Face face, final List<Point> points) {
		return new Face(face.frame(), face.time(), 1, 1, 1, face.box(),
			new Landmarks(points), face.transform(), face.pose(), Optional.empty());
	}
}
