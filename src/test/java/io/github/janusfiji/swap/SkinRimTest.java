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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests that painted background is told from skin. */
class SkinRimTest {

	private static final Landmarks FACE = FaceAligner.meanFace(64);

	/** Skin with noise, darker below, and blue where a column is beyond a limit. */
	private static FloatRgb painted(final int limit) {
		final var random = new Random(3);
		final var face = FloatRgb.black(64, 64);
		for (int i = 0; i < 4096; i++) {
			final double light = (1 - 0.4 * (i / 64) / 64.0) + 0.02 * random
				.nextGaussian();
			final boolean blue = i % 64 > limit;
			final double[] c = blue ? new double[] { 0.2, 0.45, 0.9 } : new double[] {
				0.8 * light, 0.55 * light, 0.45 * light };
			for (int k = 0; k < 3; k++)
				face.planes()[k][i] = (float) c[k];
		}
		return face;
	}

	@Test
	void aJawOnSkinStays() {
		final var tight = SkinRim.of(painted(64), FACE).tightened();
		for (int i = 0; i < Landmarks.COUNT; i++)
			assertEquals(0, tight.get(i).distance(FACE.get(i)), 1e-9);
	}

	@Test
	void aJawOnBackgroundMovesToTheSkin() {
		final int limit = (int) FACE.get(16).x() - 4;
		final var tight = SkinRim.of(painted(limit), FACE).tightened();
		for (final Point p : tight.jaw())
			assertTrue(p.x() <= limit + 0.5, "x " + p.x());
		assertTrue(tight.get(14).x() > limit - 5);
		assertEquals(FACE.get(2), tight.get(2));
		assertEquals(FACE.get(30), tight.get(30));
	}
}
