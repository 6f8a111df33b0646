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
package io.github.janusfiji.blink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.EyeCropper.Place;
import io.github.janusfiji.eyestate.EyePicture;
import io.github.janusfiji.face.EyeAspectRatio;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class EyeGeometryTest {

	private static final int N = EyePicture.SIZE;

	/** Grey that rises to the right by one level per px. */
	private static Frame ramp(final int width, final int height) {
		final int[] argb = new int[width * height];
		for (int i = 0; i < argb.length; i++) argb[i] = 0xff000000 | i % width *
			0x010101;
		return new Frame(0, 0, width, height, argb);
	}

	@Test
	void aspectRatioIsHeightOverWidth() {
		assertEquals(0.3, EyeAspectRatio.of(List.of(new Point(0, 0), new Point(10,
			-4.5), new Point(20, -4.5), new Point(30, 0), new Point(20, 4.5),
			new Point(10, 4.5))), 1e-12);
		final var p = new Point(3, 3);
		assertEquals(0, EyeAspectRatio.of(List.of(p, p, p, p, p, p)));
	}

	@Test
	void cropLiesWhereTheEyeIs() {
		final float[] patch = EyeCropper.crop(ramp(200, 100), new Place(80, 50, 60,
			0, false));
		// 0.6 of the distance between the eyes: 36 px, 1.5 px per pixel.
		for (int x = 0; x < N; x++) assertEquals(80 + 1.5 * (x - 11.5), patch[5 *
			N + x], 1e-3);
	}

	@Test
	void leftEyesAreMirrored() {
		final float[] patch = EyeCropper.crop(ramp(200, 100), new Place(80, 50, 60,
			0, true));
		for (int x = 0; x < N; x++) assertEquals(80 - 1.5 * (x - 11.5), patch[5 *
			N + x], 1e-3);
	}

	@Test
	void headsThatLeanAreTurnedUpright() {
		final float[] patch = EyeCropper.crop(ramp(200, 200), new Place(100, 100, 0,
			40, false));
		for (int y = 0; y < N; y++) assertEquals(100 - (y - 11.5), patch[y * N + 3],
			1e-3);
	}

	@Test
	void eyesOutsideTheFrameStillGiveAPatch() {
		final float[] patch = EyeCropper.crop(ramp(20, 20), new Place(-50, 300, 30,
			1, false));
		for (final float v : patch) assertEquals(0, v, 1e-3);
	}

	@Test
	void largeFacesAreAveraged() {
		final int[] argb = new int[400 * 400];
		for (int i = 0; i < argb.length; i++) argb[i] = (i % 400 + i / 400) % 2 == 0
			? 0xff000000 : 0xffffffff;
		final float[] patch = EyeCropper.crop(new Frame(0, 0, 400, 400, argb),
			new Place(200, 200, 200, 3, false));
		for (final float v : patch) assertTrue(Math.abs(v - 127.5) < 25, "aliased");
	}
}
