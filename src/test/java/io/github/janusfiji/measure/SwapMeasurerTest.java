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
package io.github.janusfiji.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.colour.CieLab;
import io.github.janusfiji.colour.DeltaE;
import io.github.janusfiji.face.FaceTracks;
import io.github.janusfiji.face.Pose;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.FaceOutline;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.measure.Drawn.Pixel;
import io.github.janusfiji.task.InputException;
import io.github.janusfiji.task.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Swaps whose figures are known beforehand. */
class SwapMeasurerTest {

	private static final int N = 6;

	/** A texture, so that there is something to compare. */
	private static final Pixel TEXTURE = (t, x, y) -> Drawn.grey(120 + 30 * Math
		.sin(x / 5.0) * Math.cos(y / 7.0));

	private static final boolean[] FACE = Masks.inside(new ConvexPolygon(
		FaceOutline.of(Drawn.landmarks()).corners()), Drawn.WIDTH, Drawn.HEIGHT);

	private static boolean face(final int x, final int y) {
		return FACE[y * Drawn.WIDTH + x];
	}

	private static SwapMeasurement measure(final Drawn source,
		final Drawn swapped, final String area) throws IOException
	{
		return measure(source, swapped, area, Drawn.tracks(swapped.count()));
	}

	private static SwapMeasurement measure(final Drawn source,
		final Drawn swapped, final String area, final FaceTracks after)
		throws IOException
	{
		return SwapMeasurer.measure(source, swapped, Drawn.tracks(source.count()),
			after, new MeasureOptions(1, area, 5, Optional.empty()), Progress.NONE);
	}

	@Test
	void anUntouchedClipIsIdentical() throws IOException {
		final var clip = new Drawn(N, TEXTURE);
		final var m = measure(clip, clip, "outline");
		assertEquals(Double.POSITIVE_INFINITY, m.psnr());
		assertEquals(1, m.ssim());
		assertEquals(0, m.differing());
		assertEquals(m.sourceSeam(), m.seam(), 1e-9);
		assertTrue(m.seam() > 0);
		assertEquals(1, m.gradientRatio(), 1e-9);
		assertEquals(0, m.landmarks());
		assertEquals(0, m.pose());
		assertEquals(N, m.faces());
		assertEquals(N, m.media().framesIn());
		assertEquals(N, m.media().framesOut());
		assertEquals(0, m.media().duration());
		final var unchanged = measure(clip, clip, "changed");
		assertEquals(Double.NaN, unchanged.seam());
		assertEquals(N, unchanged.faces());
	}

	@Test
	void aPastedFaceHasItsColoursDifferenceAtTheSeam() throws IOException {
		final int skin = 0xffc89678, other = 0xffb48c78;
		final double expected = DeltaE.of(CieLab.of(skin), CieLab.of(other));
		final var source = new Drawn(N, (t, x, y) -> skin);
		final var pasted = new Drawn(N, (t, x, y) -> face(x, y) ? other : skin);
		for (final String area : List.of("changed", "outline")) {
			final var m = measure(source, pasted, area);
			assertEquals(expected, m.seam(), 0.08 * expected, area);
			assertEquals(0, m.sourceSeam(), 1e-9);
			assertEquals(0, m.differing());
		}
	}

	@Test
	void aSoftEdgeIsLessSteep() throws IOException {
		final var source = new Drawn(N, TEXTURE);
		final var hard = measure(source, new Drawn(N, (t, x, y) -> TEXTURE.at(t, x,
			y) + (face(x, y) ? 0x3c3c3c : 0)), "changed");
		// 60 levels within two pixels, on top of the texture's own few
		assertEquals(30, hard.rows().get(0).seam().gradient(), 6);
		assertTrue(hard.gradientRatio() > 4);
		assertTrue(hard.rows().get(0).seam().sourceGradient() < 8);
	}

	@Test
	void flickerOfKnownSize() throws IOException {
		final var source = new Drawn(N, (t, x, y) -> Drawn.grey(100 + (t % 2 == 0
			? 1 : -1)));
		final var swapped = new Drawn(N, (t, x, y) -> Drawn.grey(130 + (t % 2 == 0
			? 3 : -3)));
		final var m = measure(source, swapped, "outline");
		assertEquals(3, m.flickerRatio(), 1e-4);
		// three frames that differ by ±3: second difference 12, over √6
		assertEquals(12 / Math.sqrt(6), m.rows().get(1).flicker().swapped(), 1e-3);
		assertEquals(Double.NaN, m.rows().get(0).flicker().swapped());
		assertEquals(Double.NaN, m.rows().get(N - 1).flicker().swapped());
	}

	@Test
	void steadyMotionAndLightDoNotFlicker() throws IOException {
		final var source = new Drawn(N, (t, x, y) -> Drawn.grey(100 + (t % 2 == 0
			? 1 : -1)));
		final var fading = new Drawn(N, (t, x, y) -> Drawn.grey(80 + 10 * t));
		assertEquals(0, measure(source, fading, "outline").flickerRatio(), 1e-4);
	}

	@Test
	void acrossACutNothingFlickers() throws IOException {
		final var source = new Drawn(N, (t, x, y) -> Drawn.grey(t < 3 ? 40 : 200));
		final var rows = measure(source, source, "outline").rows();
		assertEquals(0, rows.get(1).flicker().source());
		assertEquals(Double.NaN, rows.get(2).flicker().source());
		assertEquals(Double.NaN, rows.get(3).flicker().source());
		assertEquals(0, rows.get(4).flicker().source());
	}

	@Test
	void landmarksOfKnownShift() throws IOException {
		final var clip = new Drawn(N, TEXTURE);
		final var m = measure(clip, clip, "outline", Drawn.tracks(N, l -> l.mapped(
			new Similarity(1, 0, 3, 4)), new Pose(3, -2, 6)));
		assertEquals(100 * 5 / Drawn.landmarks().interOcularDistance(), m
			.landmarks(), 1e-9);
		assertEquals(m.landmarks(), m.innerLandmarks(), 1e-9);
		assertEquals(7, m.pose(), 1e-9);
	}

	@Test
	void aChangeOutsideIsCountedAndMeasured() throws IOException {
		final var source = new Drawn(N, TEXTURE);
		final var m = measure(source, new Drawn(N, (t, x, y) -> TEXTURE.at(t, x,
			y) + 0x010101), "outline");
		assertEquals(20 * Math.log10(255), m.psnr(), 1e-9);
		assertTrue(m.ssim() > 0.99 && m.ssim() < 1, "SSIM " + m.ssim());
		final var outside = m.rows().get(0).outside();
		assertEquals(outside.pixels(), outside.differing());
		assertTrue(outside.pixels() > Drawn.WIDTH * Drawn.HEIGHT / 3);
		assertEquals(N * outside.pixels(), m.differing());
	}

	@Test
	void similarityOfPlainGreysIsTheFormulas() throws IOException {
		final double c1 = 0.01 * 255 * 0.01 * 255;
		final double expected = (2 * 100 * 120 + c1) / (100 * 100 + 120 * 120 + c1);
		assertEquals(expected, measure(new Drawn(1, (t, x, y) -> Drawn.grey(100)),
			new Drawn(1, (t, x, y) -> Drawn.grey(120)), "outline").ssim(), 1e-4);
	}

	@Test
	void lostFramesAreTold() throws IOException {
		final var m = measure(new Drawn(N, TEXTURE), new Drawn(N - 1, TEXTURE),
			"outline");
		assertEquals(N, m.media().framesIn());
		assertEquals(N - 1, m.media().framesOut());
		assertEquals(-0.04, m.media().duration(), 1e-9);
		assertEquals(N - 1, m.rows().size());
	}

	@Test
	void whatCannotBeMeasuredIsSaidInASentence() {
		final var clip = new Drawn(1, TEXTURE);
		assertEquals(
			"No face was found in drawn.mkv; give the clip that the swap was made from.",
			assertThrows(InputException.class, () -> SwapMeasurer.measure(clip, clip,
				new FaceTracks(1, List.of()), Drawn.tracks(1), MeasureOptions.USUAL,
				Progress.NONE)).getMessage());
		assertEquals("There is no area 'all': choose changed or outline.",
			assertThrows(InputException.class, () -> new SwapMeasurer().measure(clip,
				clip, new MeasureOptions(1, "all", 5, Optional.empty()), Progress.NONE))
					.getMessage());
	}
}
