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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.MeanFace;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What smoothing must remove, and what it must leave. */
class TrackSmootherTest {

	private static List<Track.Sighting> run(final int count,
		final IntFunction<Landmarks> at)
	{
		final var run = new ArrayList<Track.Sighting>();
		for (int t = 0; t < count; t++)
			run.add(new Track.Sighting(t, t / 25.0, at.apply(t), 0.9));
		return run;
	}

	private static Landmarks face(final double x, final double y,
		final double width, final double turn)
	{
		return MeanFace.at(width, 0, 0).mapped(new Similarity(Math.cos(turn), Math
			.sin(turn), x, y));
	}

	@Test
	void acceleratedMotionPassesWithoutLag() {
		final IntFunction<Landmarks> truth = t -> face(100 + 2 * t + 0.1 * t * t,
			90 - t, 80 * Math.exp(0.01 * t), 0.02 * t);
		final var smooth = TrackSmoother.smooth(run(40, truth), 256);
		for (int t = 3; t < 37; t++)
			for (int i = 0; i < Landmarks.COUNT; i++)
				assertEquals(0, smooth.get(t).landmarks().get(i).distance(truth.apply(t)
					.get(i)), 0.02);
	}

	@Test
	void jitterShrinks() {
		final var random = new Random(5);
		final var still = face(100, 100, 90, 0);
		final var run = run(200, t -> new Landmarks(still.points().stream().map(
			p -> new Point(p.x() + random.nextGaussian(), p.y() + random
				.nextGaussian())).toList()));
		final var smooth = TrackSmoother.smooth(run, 256);
		double before = 0, after = 0;
		for (int t = 5; t < 195; t++) {
			before += Math.pow(run.get(t).landmarks().get(36).x() - still.get(36).x(),
				2);
			after += Math.pow(smooth.get(t).landmarks().get(36).x() - still.get(36)
				.x(), 2);
		}
		assertTrue(after < 0.4 * before, after + " of " + before);
	}

	@Test
	void aBlinkOfThreeFramesKeepsItsDepth() {
		final var open = face(100, 100, 90, 0);
		final var shut = new ArrayList<>(open.points());
		for (final int[] lids : new int[][] { { 37, 41 }, { 38, 40 }, { 43, 47 },
			{ 44, 46 } })
			shut.set(lids[0], open.get(lids[1]));
		final var smooth = TrackSmoother.smooth(run(30, t -> t >= 14 && t < 17
			? new Landmarks(shut) : open), 256);
		assertTrue(gap(smooth.get(15).landmarks()) < 0.1 * gap(open));
		assertEquals(gap(open), gap(smooth.get(12).landmarks()), 0.1 * gap(open));
	}

	private static double gap(final Landmarks l) {
		return l.get(37).distance(l.get(41)) + l.get(44).distance(l.get(46));
	}

	@Test
	void aTurnThroughHalfACircleDoesNotJump() {
		final var smooth = TrackSmoother.smooth(run(40, t -> face(100, 100, 90, Math
			.PI - 0.4 + 0.02 * t)), 128);
		for (int t = 1; t < 40; t++)
			assertTrue(smooth.get(t).landmarks().get(8).distance(smooth.get(t - 1)
				.landmarks().get(8)) < 2);
	}

	@Test
	void gapsAndSingleFramesAreNotBridged() {
		final var run = new ArrayList<>(run(3, t -> face(100, 100, 90, 0)));
		run.add(new Track.Sighting(50, 2, face(200, 50, 60, 0.3), 0.9));
		final var smooth = TrackSmoother.smooth(run, 128);
		assertEquals(4, smooth.size());
		assertEquals(0, smooth.get(3).landmarks().get(30).distance(run.get(3)
			.landmarks().get(30)), 1e-6);
	}
}
