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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.DrawnEyes;
import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Box;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lids of faces that are drawn by numbers. */
class EyeOpeningTest {

	/** Ratio of open eyes, and of closed ones, from the front. */
	private static final double OPEN = 0.30, CLOSED = 0.08;

	/** How much a ratio grows from one degree of yaw to the next. */
	private static final double TURNING = 0.012;

	private static Face face(final int frame, final double right,
		final double left, final Pose pose)
	{
		final var points = new ArrayList<>(DrawnEyes.face(right, new Similarity(1,
			0, 0, 0)).points());
		final Landmarks other = DrawnEyes.face(left, new Similarity(1, 0, 0, 0));
		for (int i = 42; i < 48; i++)
			points.set(i, other.get(i));
		return new Face(frame, frame / 25.0, 1, 1, 100, new Box(0, 0, 200, 200),
			new Landmarks(new ArrayList<Point>(points)), new Similarity(1, 0, 0, 0),
			pose, Optional.empty());
	}

	/** 200 faces that turn to and fro, one blink of six frames in each fifty. */
	private static List<Face> turning() {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < 200; i++) {
			final double yaw = 15 * Math.sin(i / 14.0);
			final double lids = blinks(i) ? CLOSED : OPEN;
			faces.add(face(i, lids * (1 + TURNING * yaw), lids * (1 - TURNING * yaw),
				new Pose(yaw, 3 * Math.cos(i / 9.0), 0)));
		}
		return faces;
	}

	private static boolean blinks(final int frame) {
		return frame % 50 >= 20 && frame % 50 < 26;
	}

	@Test
	void turningTheHeadNeitherClosesAnEyeNorOpensIt() {
		final double[][] eyes = EyeOpening.of(turning());
		for (int i = 0; i < 200; i++)
			for (int eye = 0; eye < 2; eye++)
				if (blinks(i)) assertTrue(eyes[eye][i] < 0.15, "closed at " + i + ": " +
					eyes[eye][i]);
				else assertEquals(1, eyes[eye][i], 0.12, "open at " + i);
	}

	@Test
	void whoNeverBlinksHasOpenEyes() {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < 60; i++)
			faces.add(face(i, OPEN, OPEN, new Pose(i / 10.0, 0, 0)));
		for (final double[] eye : EyeOpening.of(faces))
			for (final double o : eye)
				assertEquals(1, o, 0.02);
	}

	@Test
	void aWinkClosesOneEyeMoreThanTheOther() {
		final List<Face> faces = turning();
		faces.set(40, face(40, CLOSED, OPEN, faces.get(40).pose()));
		final double[][] eyes = EyeOpening.of(faces);
		assertTrue(eyes[0][40] < 0.45, "right " + eyes[0][40]);
		assertTrue(eyes[1][40] > 0.6, "left " + eyes[1][40]);
	}

	@Test
	void oneFaceAloneIsAsUsual() {
		final double[][] eyes = EyeOpening.of(List.of(face(0, OPEN, OPEN, new Pose(
			10, 0, 0))));
		assertEquals(1, eyes[0][0], 1e-9);
		assertEquals(1, eyes[1][0], 1e-9);
	}
}
