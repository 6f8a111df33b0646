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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.FaceTracker;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests previews of a clip of two people with a made-up painter. */
class SwapPreviewTest {

	private static final ModelFraming FRAMING = new ModelFraming(64, 0.7);

	private static PairClip clip;

	@BeforeAll
	static void read() throws IOException {
		clip = new PairClip(9);
	}

	private static FloatRgb redder(final FloatRgb face) {
		final var out = FloatRgb.black(face.width(), face.height());
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < face.planes()[c].length; i++)
				out.planes()[c][i] = Math.min(1, face.planes()[c][i] * (c == 0 ? 1.3f
					: 0.8f));
		return out;
	}

	private static FaceSwapper.Options options(final String mask,
		final String blend, final double grow)
	{
		return new FaceSwapper.Options(Side.A, 1, mask, "none", blend,
			new FaceSwapper.Edge(grow, 3), 0.5);
	}

	private static SwapPreview preview(final AtomicInteger painted) {
		return new SwapPreview(clip, (whose, masks) -> Clips.decoder(FRAMING,
			face -> {
				painted.incrementAndGet();
				return redder(face);
			}));
	}

	@Test
	void aPreviewIsTheFrameOfTheWholeSwap() throws IOException {
		final var steps = new ArrayList<SwapStep>();
		final var painter = Clips.decoder(FRAMING, SwapPreviewTest::redder);
		FaceSwapper.swap(clip, FaceTracker.create().track(clip,
			FaceSwapper.CROP_SIZE, Progress.NONE), FaceSwapper.CROP_SIZE, List.of(
				new FaceSwapper.Part(1, painter), new FaceSwapper.Part(2, painter)),
			options("hull", "pyramid", 0), new StageClock(), steps::add,
			Progress.NONE);
		try (var preview = preview(new AtomicInteger())) {
			final SwapStep step = preview.render(4, null, options("hull", "pyramid",
				0), List.of(new Assignment(2, null, Side.B)));
			assertEquals(4, step.source().index());
			assertTrue(step.rows().stream().allMatch(SwapRow::swapped));
			assertArrayEquals(steps.get(4).result().argb(), step.result().argb());
			assertFalse(Arrays.equals(step.source().argb(), step.result().argb()));
		}
	}

	@Test
	void otherSettingsAreShownWithoutPaintingAgain() throws IOException {
		final var painted = new AtomicInteger();
		try (var preview = preview(painted)) {
			final int[] hull = preview.render(4, null, options("hull", "alpha", 0),
				List.of()).result().argb();
			final int once = painted.get();
			assertEquals(9, once);
			final int[] grown = preview.render(4, null, options("hull", "alpha", 5),
				List.of()).result().argb();
			final int[] extended = preview.render(4, null, options("extended",
				"pyramid", 0), List.of()).result().argb();
			assertEquals(once, painted.get());
			assertTrue(changed(grown) > changed(hull));
			assertTrue(changed(extended) > changed(hull));
			preview.render(8, null, options("hull", "alpha", 0), List.of());
			assertTrue(painted.get() > once);
		}
	}

	private static int changed(final int[] argb) {
		int changed = 0;
		for (int i = 0; i < argb.length; i++)
			if (argb[i] != clip.frame(4).argb()[i]) changed++;
		return changed;
	}

	@Test
	void aPersonWhoIsNotThereIsLeftOut() throws IOException {
		try (var preview = preview(new AtomicInteger())) {
			final SwapStep step = preview.render(100, null,
				new FaceSwapper.Options(Side.A, 7, "hull", "none", "alpha"), List
					.of());
			assertEquals(8, step.source().index());
			assertFalse(step.isSwapped());
			assertEquals(7, step.rows().get(0).person());
			final var beside = step.beside();
			assertEquals(2 * clip.width(), beside.width());
			for (int y = 0; y < clip.height(); y += 7)
				for (int x = 0; x < clip.width(); x += 5) {
					final int at = y * beside.width() + x;
					assertEquals(clip.frame(8).argb()[y * clip.width() + x], beside
						.argb()[at]);
					assertEquals(beside.argb()[at], beside.argb()[at + clip.width()]);
				}
		}
	}
}
