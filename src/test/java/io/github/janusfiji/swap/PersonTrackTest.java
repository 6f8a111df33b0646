package io.github.janusfiji.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.Point;
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
		final var track = new PersonTrack(List.of(face(3, 50), face(9, 62)));
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
		final var track = new PersonTrack(List.of(face(3, 50), face(10, 50)));
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
		final var track = new PersonTrack(faces);
		assertFalse(track.at(5).isPresent());
		assertEquals(0, track.at(4).orElseThrow().run());
		assertEquals(1, track.at(7).orElseThrow().run());
	}

	@Test
	void nobodyIsNowhere() {
		assertTrue(new PersonTrack(List.of()).at(0).isEmpty());
	}
}
