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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how gaps and cuts in a person's track are dealt with. */
class PersonTrackTest {

	private static Face face(final int frame, final double x) {
		return Clips.face(frame, 1, Clips.landmarks(x, 60, 120, 0.2));
	}

	@Test
	void aShortGapIsInterpolated() {
		final var track = new PersonTrack(List.of(face(3, 50), face(9, 62)), false);
		assertTrue(track.at(2).isEmpty());
		assertTrue(track.at(10).isEmpty());
		for (int i = 3; i <= 9; i++) {
			final var expected = face(i, 50 + 2 * (i - 3));
			final var placed = track.at(i).orElseThrow();
			for (int k = 0; k < 68; k++)
				assertEquals(0, expected.landmarks().get(k).distance(placed.landmarks()
					.get(k)), 1e-9);
			final Point nose = expected.landmarks().get(30);
			assertEquals(0, expected.transform().apply(nose).distance(placed.toCrop()
				.apply(nose)), 1e-6);
		}
	}

	@Test
	void aLongGapStaysOpen() {
		final var track = new PersonTrack(List.of(face(3, 50), face(10, 50)), false);
		for (int i = 4; i < 10; i++)
			assertTrue(track.at(i).isEmpty());
		assertEquals(0, track.at(3).orElseThrow().run());
		assertEquals(1, track.at(10).orElseThrow().run());
	}

	@Test
	void aCutBeginsANewAppearance() {
		final var faces = new ArrayList<Face>();
		for (int i = 0; i < 10; i++)
			faces.add(face(i < 5 ? i : i + 2, i < 5 ? 50 : 200));
		final var track = new PersonTrack(faces, false);
		assertFalse(track.at(5).isPresent());
		assertEquals(0, track.at(4).orElseThrow().run());
		assertEquals(1, track.at(7).orElseThrow().run());
	}

	@Test
	void nobodyIsNowhere() {
		assertTrue(new PersonTrack(List.of(), false).at(0).isEmpty());
	}

	@Test
	void photographsAreNeitherBridgedNorJoined() {
		final var track = new PersonTrack(List.of(face(3, 50), face(4, 50), face(6,
			50)), true);
		assertTrue(track.at(5).isEmpty());
		assertEquals(3, java.util.stream.Stream.of(3, 4, 6).map(i -> track.at(i)
			.orElseThrow().run()).distinct().count());
	}
}
