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

import static io.github.janusfiji.face.Scenario.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Faces followed backwards and short losses bridged. */
class TrackExtenderTest {

	private static FaceTracks track(final Scenario clip) throws IOException {
		return clip.tracker().track(clip, 256, Progress.NONE);
	}

	private static List<Integer> range(final int from, final int to) {
		return IntStream.range(from, to).boxed().toList();
	}

	@Test
	void aFaceDetectedLateIsFollowedBackToTheStart() throws IOException {
		final var clip = new Scenario(90, new Scenario.Actor(1, 0, 90, 20, 60, 90,
			1.5, 0.9));
		clip.blind = i -> i < 58;
		final var tracks = track(clip);
		assertEquals(range(0, 90), Scenario.frames(tracks, 1));
		for (final Face f : tracks.of(1))
			assertEquals(clip.actors.get(0).at(f.frame()).x(), f.box().x(), 0.3);
	}

	@Test
	void aFaceIsFollowedBackToWhereItEntered() throws IOException {
		final var clip = new Scenario(90, actor(1, 17, 90, 60, 90));
		clip.blind = i -> i < 40;
		assertEquals(range(17, 90), Scenario.frames(track(clip), 1));
	}

	@Test
	void nobodyIsFollowedBackBeyondACut() throws IOException {
		// as large as the picture allows, so that the exchange is a cut
		final var clip = new Scenario(80, actor(1, 0, 40, 60, 150), actor(2, 40, 80,
			100, 150));
		clip.blind = i -> i > 38 && i < 50;
		final var tracks = track(clip);
		assertEquals(2, tracks.persons());
		assertEquals(range(0, 40), Scenario.frames(tracks, 1));
		assertEquals(range(40, 80), Scenario.frames(tracks, 2));
	}

	@Test
	void twoPeopleFoundLateAreBothFollowedBack() throws IOException {
		final var clip = new Scenario(80, actor(1, 0, 80, 10, 100), actor(2, 5, 80,
			180, 80));
		clip.blind = i -> i < 44;
		final var tracks = track(clip);
		assertEquals(range(0, 80), Scenario.frames(tracks, 1));
		assertEquals(range(5, 80), Scenario.frames(tracks, 2));
	}

	@Test
	void aShortDoubtIsBridgedAndSaysSo() throws IOException {
		final var clip = new Scenario(80, new Scenario.Actor(1, 0, 80, 20, 60, 90,
			1.5, 0.9));
		clip.dim = i -> i >= 40 && i < 46;
		clip.dimScore = 0.03;
		final var tracks = track(clip);
		assertEquals(range(0, 80), Scenario.frames(tracks, 1));
		assertEquals(0.03, tracks.at(43, 1).orElseThrow().score(), 1e-9);
	}

	@Test
	void whereNoFaceIsSeenNothingIsBridged() throws IOException {
		final var clip = new Scenario(80, actor(1, 0, 80, 60, 90));
		clip.dim = i -> i >= 40 && i < 46;
		clip.dimScore = 0.005;
		assertEquals(74, track(clip).of(1).size());
	}

	@Test
	void aLongDoubtIsNotBridged() throws IOException {
		final var clip = new Scenario(120, actor(1, 0, 120, 60, 90));
		clip.dim = i -> i >= 40 && i < 80;
		clip.dimScore = 0.03;
		final var tracks = track(clip);
		assertEquals(80, tracks.of(1).size());
		assertEquals(1, tracks.persons());
	}

	@Test
	void resultsAreTheSameEachTime() throws IOException {
		final var clip = new Scenario(100, actor(1, 3, 60, 10, 90), actor(2, 20,
			100, 180, 80), actor(1, 70, 100, 20, 90));
		clip.blind = i -> i % 7 == 3;
		final var first = track(clip);
		for (int i = 0; i < 3; i++)
			assertEquals(first, track(clip));
		assertTrue(first.faces().size() > 150);
	}
}
