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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.task.Progress;
import io.github.janusfiji.task.Stopping;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tracking with a detector and landmarks that know the truth. */
class FaceTrackerTest {

	private static FaceTracks track(final Scenario clip) throws IOException {
		return clip.tracker().track(clip, 256, Progress.NONE);
	}

	@Test
	void aSteadyFaceIsFollowedWithFewSearches() throws IOException {
		final var clip = new Scenario(120, new Scenario.Actor(1, 0, 120, 20, 60, 90,
			1.0, 0.9));
		final var tracks = track(clip);
		assertEquals(1, tracks.persons());
		assertEquals(120, tracks.of(1).size());
		assertTrue(clip.searches < 20, "searches: " + clip.searches);
		assertEquals(1, clip.closed);
		for (final Face f : tracks.of(1)) {
			final var truth = clip.actors.get(0).at(f.frame());
			assertEquals(truth.x(), f.box().x(), 0.3);
			assertEquals(truth.width(), f.box().width(), 0.3);
			assertEquals(f, tracks.at(f.frame(), 1).orElseThrow());
		}
		assertTrue(tracks.at(3, 2).isEmpty());
		assertTrue(tracks.at(500, 1).isEmpty());
	}

	@Test
	void theLargestAndLongestIsPersonOne() throws IOException {
		final var tracks = track(new Scenario(60, actor(1, 0, 60, 10, 60), actor(2,
			0, 60, 150, 100)));
		assertEquals(2, tracks.persons());
		assertEquals(60, tracks.of(1).size());
		assertEquals(60, tracks.of(2).size());
		assertEquals(100, tracks.at(5, 1).orElseThrow().box().width(), 1);
		final var swapped = track(new Scenario(60, actor(1, 0, 60, 10, 60), actor(2,
			0, 12, 150, 100)));
		assertEquals(60, swapped.at(5, 1).orElseThrow().box().width(), 1);
	}

	@Test
	void aFaceSeenForAMomentIsNotBelieved() throws IOException {
		final var tracks = track(new Scenario(60, actor(1, 0, 60, 10, 90), actor(2,
			30, 33, 200, 80)));
		assertEquals(1, tracks.persons());
	}

	@Test
	void whatTheLandmarksDoNotFitIsNoFace() throws IOException {
		assertEquals(0, track(new Scenario(40, new Scenario.Actor(3, 0, 40, 50, 60,
			90, 0, 0.1))).persons());
	}

	@Test
	void aPersonWhoReturnsElsewhereIsTheSame() throws IOException {
		final var tracks = track(new Scenario(200, actor(1, 0, 60, 10, 90), actor(2,
			0, 200, 220, 80), actor(1, 110, 200, 90, 90)));
		assertEquals(2, tracks.persons());
		assertEquals(200, tracks.of(2).size() > tracks.of(1).size() ? tracks.of(2)
			.size() : tracks.of(1).size());
		assertTrue(tracks.faces().size() > 335);
		final int returned = tracks.at(150, 1).orElseThrow().box().width() > 85 ? 1
			: 2;
		assertTrue(tracks.at(20, returned).orElseThrow().box().width() > 85);
	}

	@Test
	void anotherPersonAfterACutIsAnother() throws IOException {
		final var tracks = track(new Scenario(100, actor(1, 0, 50, 60, 110), actor(
			2, 50, 100, 60, 100)));
		assertEquals(2, tracks.persons());
		assertEquals(IntStream.range(0, 50).boxed().toList(), Scenario.frames(
			tracks, 1));
		assertEquals(50, Scenario.frames(tracks, 2).get(0));
	}

	@Test
	void aFaceHiddenForAMomentKeepsItsNumber() throws IOException {
		final var tracks = track(new Scenario(90, actor(1, 0, 40, 60, 110), actor(1,
			48, 90, 60, 110)));
		assertEquals(1, tracks.persons());
		assertEquals(82, tracks.of(1).size());
	}

	@Test
	void aSinglePictureNeedsNoConfirmation() throws IOException {
		assertEquals(2, track(new Scenario(1, actor(1, 0, 1, 10, 90), actor(2, 0, 1,
			180, 70))).persons());
	}

	@Test
	void picturesOfAFolderAreRankedBySize() throws IOException {
		final var clip = new Scenario(6, actor(1, 0, 1, 10, 90), actor(2, 1, 2, 100,
			60), actor(3, 2, 3, 50, 120), actor(4, 2, 3, 220, 50), actor(5, 4, 5, 50,
				80));
		clip.folder = true;
		final var tracks = track(clip);
		assertEquals(List.of(0, 1, 2, 4), Scenario.frames(tracks, 1));
		assertEquals(List.of(2), Scenario.frames(tracks, 2));
		assertEquals("picture2.png", tracks.of(2).get(0).file().orElseThrow());
	}

	@Test
	void anEmptySceneIsSearchedSparsely() throws IOException {
		final var clip = new Scenario(400);
		assertEquals(0, track(clip).persons());
		assertTrue(clip.searches < 200, "searches: " + clip.searches);
	}

	@Test
	void stoppingEndsAtOnce() {
		final var clip = new Scenario(50, actor(1, 0, 50, 60, 90));
		final var stop = Stopping.after(10);
		assertThrows(CancellationException.class, () -> clip.tracker().track(clip,
			256, stop));
		assertEquals(1, clip.closed);
	}
}
