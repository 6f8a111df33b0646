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
package io.github.janusfiji.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generator itself: the same pictures always, landmarks where they belong. */
class RenderingTest {

	private static HeadModel model;
	private static Head head;
	private static Measure measure;

	@BeforeAll
	static void build() {
		model = new HeadModel(Identity.ben());
		head = new Head(model);
		measure = new Measure(Scene.ben(400, 300).camera());
	}

	private static Landmarks landmarks(final Moment moment) {
		head.pose(moment);
		return measure.landmarks(head);
	}

	private static Moment turned(final double yaw, final double pitch,
		final double roll)
	{
		return new Moment(new Pose(yaw, pitch, roll), new Vec3(0, 0, 0), 0, 1, 0, 0,
			0, 0, 0, 0);
	}

	private static Moment expressing(final double openness, final double jaw) {
		return new Moment(new Pose(0, 0, 0), new Vec3(0, 0, 0), 0, openness, 0, 0,
			jaw, 0, 0, 0);
	}

	@Test
	void aFrameIsTheSameForAnyNumberOfThreads() throws Exception {
		final Clip clip = Clip.all().get(0).scaled(80, 60);
		final var brief = new Performance(3, 5, Clip.FRAME_RATE, true);
		final List<int[]> one = new ArrayList<>(), three = new ArrayList<>();
		final List<Landmarks> points = new ArrayList<>();
		new Studio(clip.scene(), brief, 1).shoot(s -> {
			one.add(s.frame().argb());
			points.add(s.landmarks());
		});
		new Studio(clip.scene(), brief, 3).shoot(s -> three.add(s.frame()
			.argb()));
		assertEquals(5, one.size());
		for (int i = 0; i < 5; i++)
			assertArrayEquals(one.get(i), three.get(i));
		assertEquals(5, points.size());
	}

	@Test
	void anUprightFaceIsSymmetric() {
		final Landmarks l = landmarks(Moment.REST);
		final double middle = 199.5;
		for (final int[] pair : new int[][] { { 0, 16 }, { 4, 12 }, { 17, 26 }, { 31,
			35 }, { 36, 45 }, { 37, 44 }, { 39, 42 }, { 48, 54 }, { 60, 64 } })
		{
			final Point a = l.get(pair[0]), b = l.get(pair[1]);
			assertEquals(middle, (a.x() + b.x()) / 2, 0.6, "x of " + pair[0]);
			assertEquals(a.y(), b.y(), 0.6, "y of " + pair[0]);
		}
		for (final int i : new int[] { 8, 27, 30, 33, 51, 57, 62, 66 })
			assertEquals(middle, l.get(i).x(), 0.4, "landmark " + i);
	}

	@Test
	void theSignsOfThePoseAreThoseOfTheFacePackage() {
		final double middle = 199.5;
		final double rest = landmarks(Moment.REST).get(30).y();
		assertTrue(landmarks(turned(15, 0, 0)).get(30).x() > middle + 15);
		assertTrue(landmarks(turned(0, 12, 0)).get(30).y() < rest - 8);
		final Landmarks leaning = landmarks(turned(0, 0, 10));
		assertTrue(leaning.get(45).y() > leaning.get(36).y() + 5);
		assertEquals(10, Math.toDegrees(Math.atan2(leaning.get(45).y() - leaning.get(
			36).y(), leaning.get(45).x() - leaning.get(36).x())), 1);
	}

	@Test
	void lidsMeetAndLipsPart() {
		final Landmarks shut = landmarks(expressing(0, 0));
		assertEquals(shut.get(37).y(), shut.get(41).y(), 0.6);
		assertEquals(shut.get(62).y(), shut.get(66).y(), 0.3);
		final Landmarks open = landmarks(expressing(1, 1));
		assertTrue(open.get(41).y() - open.get(37).y() > 4);
		assertTrue(open.get(66).y() - open.get(62).y() > 6);
		assertTrue(open.get(8).y() > shut.get(8).y() + 4, "the chin drops");
	}

	@Test
	void theJawFollowsTheVisibleEdge() {
		final Landmarks right = landmarks(turned(25, 0, 0));
		for (int i = 12; i <= 15; i++)
			assertEquals(edge(right.get(i).y(), 1), right.get(i).x(), 2, "point " + i);
		final Landmarks left = landmarks(turned(-25, 0, 0));
		for (int i = 1; i <= 4; i++)
			assertEquals(edge(left.get(i).y(), -1), left.get(i).x(), 2, "point " + i);
	}

	/** The head's outermost point within half a pixel of a row, to one side. */
	private static double edge(final double row, final int side) {
		final Camera camera = Scene.ben(400, 300).camera();
		double best = -side * 1e9;
		for (int i = 0; i < head.mesh.size(); i++) {
			final double u = camera.u(head.mesh.x[i], head.mesh.z[i]);
			final double v = camera.v(head.mesh.y[i], head.mesh.z[i]);
			if (Math.abs(v - row) < 0.5 && side * (u - best) > 0) best = u;
		}
		return best;
	}
}
