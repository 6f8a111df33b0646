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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.swap.LaplacianPyramid.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests resampling and blending on pictures whose result is known. */
class BlendModeTest {

	private static final Region REGION = new Region(30, 20, 101, 83);

	private static FloatRgb picture() {
		return FloatRgb.of(Clips.frame(3, 200, 150).argb(), 200, REGION);
	}

	private static FaceMask mask() {
		return new FaceMask(ConvexPolygon.rectangle(50, 40, 110, 85), 3);
	}

	private static FloatRgb shifted(final FloatRgb image, final float by) {
		final var out = FloatRgb.black(image.width(), image.height());
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < out.planes()[c].length; i++)
				out.planes()[c][i] = image.planes()[c][i] + by;
		return out;
	}

	@ParameterizedTest
	@EnumSource(BlendMode.class)
	void blendingAPictureWithItselfChangesNothing(final BlendMode mode) {
		final FloatRgb same = picture();
		final FloatRgb out = mode.blend(same, same, mask(), REGION);
		for (int c = 0; c < 3; c++)
			assertArrayEquals(same.planes()[c], out.planes()[c],
				mode == BlendMode.POISSON ? 2 / 255f : 1e-5f);
	}

	@ParameterizedTest
	@EnumSource(BlendMode.class)
	void nothingOutsideTheOutlineChanges(final BlendMode mode) {
		final FloatRgb under = picture();
		final FloatRgb out = mode.blend(under, shifted(under, 0.2f), mask(),
			REGION);
		for (int y = 0, i = 0; y < REGION.height(); y++)
			for (int x = 0; x < REGION.width(); x++, i++) {
				final int fx = x + REGION.x(), fy = y + REGION.y();
				if (fx <= 50 || fx >= 110 || fy <= 40 || fy >= 85) assertEquals(under
					.planes()[0][i], out.planes()[0][i]);
			}
	}

	@Test
	void alphaShowsTheFaceInTheMiddle() {
		final FloatRgb under = picture(), face = shifted(under, 0.2f);
		final int middle = 42 * REGION.width() + 50;
		assertEquals(face.planes()[0][middle], BlendMode.ALPHA.blend(under, face,
			mask(), REGION).planes()[0][middle], 1e-6);
	}

	@Test
	void poissonRemovesAConstantDifference() {
		final FloatRgb under = picture();
		final FloatRgb out = BlendMode.POISSON.blend(under, shifted(under, 0.1f),
			mask(), REGION);
		assertArrayEquals(under.planes()[1], out.planes()[1], 0.015f);
	}

	@Test
	void poissonAtTheEdgeOfTheFrameBlendsByAlpha() {
		final var cut = new FaceMask(ConvexPolygon.rectangle(25, 40, 110, 85), 3);
		final FloatRgb under = picture(), face = shifted(under, 0.1f);
		final FloatRgb expected = BlendMode.ALPHA.blend(under, face, cut, REGION);
		final FloatRgb out = BlendMode.POISSON.blend(under, face, cut, REGION);
		assertArrayEquals(expected.planes()[0], out.planes()[0]);
	}

	@ParameterizedTest
	@CsvSource({ "64,64", "101,83", "33,8", "5,7", "1,1" })
	void aPyramidIsPutTogetherExactly(final int width, final int height) {
		final var random = new Random(5);
		final var values = new float[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		for (final int levels : new int[] { 1, LaplacianPyramid.depth(width,
			height), 6 })
		{
			final var plane = new Plane(width, height, values.clone());
			assertArrayEquals(values, LaplacianPyramid.of(plane, levels)
				.reconstruct().values(), 1e-6f);
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.3,0.1", "0.7,-0.4", "1,0", "1.7,0.9", "2.5,0" })
	void aRampIsResampledExactly(final double a, final double b) {
		final var patch = FloatRgb.black(64, 64);
		for (int y = 0; y < 64; y++)
			for (int x = 0; x < 64; x++) {
				patch.planes()[0][64 * y + x] = x / 64f;
				patch.planes()[1][64 * y + x] = y / 64f;
				patch.planes()[2][64 * y + x] = 0.25f;
			}
		final var region = new Region(10, 10, 8, 8);
		// The region's middle is the patch's.
		final var map = new Similarity(a, b, 31.5 - 13.5 * (a - b), 31.5 - 13.5 *
			(a + b));
		final FloatRgb out = PatchResampler.resample(patch, map, region);
		for (int i = 0; i < region.area(); i++) {
			final var at = map.apply(new Point(10 + i % 8,
				10 + i / 8));
			assertEquals(at.x() / 64, out.planes()[0][i], a < 1 ? 1e-5 : 3e-3);
			assertEquals(at.y() / 64, out.planes()[1][i], a < 1 ? 1e-5 : 3e-3);
			assertEquals(0.25, out.planes()[2][i], 1e-6);
		}
	}

	@Test
	void finePatternsDoNotAliasInASmallFace() {
		final var patch = FloatRgb.black(64, 64);
		for (int i = 0; i < 4096; i++)
			patch.planes()[0][i] = (i + i / 64) % 2;
		final FloatRgb out = PatchResampler.resample(patch, new Similarity(3.1, 0.4,
			12, 9), new Region(2, 2, 8, 8));
		for (final float v : out.planes()[0])
			assertTrue(Math.abs(v - 0.5) < 0.05, "value " + v);
	}
}
