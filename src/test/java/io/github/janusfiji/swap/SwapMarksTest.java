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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The word is there, small, and never on a face. */
class SwapMarksTest {

	private static final int W = 320, H = 240;

	private static int[] grey() {
		final var argb = new int[W * H];
		Arrays.fill(argb, 0xff606060);
		return argb;
	}

	private static List<Integer> changed(final int[] before, final int[] after) {
		final var places = new ArrayList<Integer>();
		for (int i = 0; i < before.length; i++) if (before[i] != after[i]) places.add(
			i);
		return places;
	}

	@Test
	void theWordIsSmallAndLegible() {
		final List<Integer> places = changed(grey(), new VisibleMark().draw(grey(), W,
			H, List.of()));
		assertTrue(places.size() > 300 && places.size() < W * H / 30, "" + places
			.size());
		final int[] out = new VisibleMark().draw(grey(), W, H, List.of());
		final int bright = (int) places.stream().filter(i -> (out[i] & 255) > 200)
			.count();
		final int dark = (int) places.stream().filter(i -> (out[i] & 255) < 60)
			.count();
		assertTrue(bright > 60 && dark > 200, bright + " bright, " + dark + " dark");
	}

	/** Wherever the face goes, the word goes elsewhere; alone, it stays. */
	@Test
	void theWordKeepsOffTheFace() {
		final var mark = new VisibleMark();
		for (final Region face : List.of(new Region(200, 150, 119, 89), new Region(0,
			120, 200, 119), new Region(180, 0, 139, 120), new Region(0, 60, 319, 179)))
		{
			for (final int i : changed(grey(), mark.draw(grey(), W, H, List.of(face)))) {
				final int x = i % W, y = i / W;
				assertTrue(x < face.x() || x >= face.x() + face.width() || y < face
					.y() || y >= face.y() + face.height(), x + ", " + y + " in " + face);
			}
		}
		final var still = new VisibleMark();
		final int[] first = still.draw(grey(), W, H, List.of());
		assertArrayEquals(first, still.draw(grey(), W, H, List.of(new Region(100, 80,
			40, 40))));
	}

	@Test
	void tinyPicturesStayAsTheyAre() {
		final var tiny = new int[20 * 8];
		assertArrayEquals(tiny, new VisibleMark().draw(tiny, 20, 8, List.of()));
	}

	@Test
	void theIdentifierFollowsFromWhatWasDone() {
		final Map<String, String> one = Map.of("sourceSha256", "a");
		assertEquals(SwapMarks.identifier(one), SwapMarks.identifier(Map.of(
			"sourceSha256", "a")));
		assertNotEquals(SwapMarks.identifier(one), SwapMarks.identifier(Map.of(
			"sourceSha256", "b")));
	}

	@Test
	void withoutMarksTheResultIsTheSwaps() throws Exception {
		final var frame = new Clips.Clip(1, 96, 64).frame(0);
		final var step = new SwapStep(frame, List.of(), List.of());
		assertArrayEquals(frame.argb(), new SwapMarks(false, Optional.empty()).result(
			step).argb());
		final var both = new SwapMarks(true, Optional.of(7L)).result(step);
		assertTrue(changed(frame.argb(), both.argb()).size() > 1000);
	}
}
