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

import io.github.janusfiji.eyestate.EyePicture;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.pixels.Luma;

/**
 * Cuts the picture of one eye out of a frame, framed like the patches on which
 * {@link EyeStateModel} was trained.
 */
public final class EyeCropper {

	/**
	 * Width of the crop over the distance between the centres of both eyes.
	 * Measured on contact sheets: the eye fills 0.8 of the crop's width.
	 */
	private static final double WIDTH = 0.60;

	private EyeCropper() {}

	/**
	 * @param cx centre of the eye, px in the frame
	 * @param cy centre of the eye, px in the frame
	 * @param ux vector from the person's right eye centre to the left one, px
	 * @param uy vector from the person's right eye centre to the left one, px
	 * @param mirror whether to mirror it: true for the person's left eye, so that
	 *          the outer corner always comes to lie on the left
	 */
	public record Place(double cx, double cy, double ux, double uy, boolean mirror) {

		/** @return the same with {@link EyePicture#MARGIN margin} */
		public Place withMargin() {
			return new Place(cx, cy, ux * EyePicture.MARGIN, uy * EyePicture.MARGIN,
				mirror);
		}
	}

	/**
	 * Resamples once: each pixel is the mean of as many bilinear samples as the
	 * frame has pixels under it, so that large faces are not aliased. Beyond the
	 * frame its border is replicated.
	 *
	 * @param frame the picture
	 * @param place where the eye is
	 * @return {@link EyePicture#SIZE}² grey values from 0 to 255, row by row
	 */
	public static float[] crop(final Frame frame, final Place place) {
		final int n = EyePicture.SIZE;
		final double ax = place.ux * WIDTH / n, ay = place.uy * WIDTH / n;
		final int sub = Math.max(1, (int) Math.ceil(Math.hypot(ax, ay)));
		final float[] patch = new float[n * n];
		for (int y = 0; y < n; y++) {
			for (int x = 0; x < n; x++) {
				double sum = 0;
				for (int s = 0; s < sub * sub; s++) {
					final double across = x - n / 2.0 + (s % sub + 0.5) / sub;
					final double u = place.mirror ? -across : across;
					final double v = y - n / 2.0 + (s / sub + 0.5) / sub;
					sum += sample(frame, place.cx + u * ax - v * ay, place.cy + u * ay +
						v * ax);
				}
				patch[y * n + x] = (float) (sum / (sub * sub));
			}
		}
		return patch;
	}

	private static double sample(final Frame frame, final double px,
		final double py)
	{
		final double x = Math.max(0, Math.min(frame.width() - 1, px));
		final double y = Math.max(0, Math.min(frame.height() - 1, py));
		final int x0 = (int) x, y0 = (int) y;
		final int x1 = Math.min(x0 + 1, frame.width() - 1);
		final int y1 = Math.min(y0 + 1, frame.height() - 1);
		final double u = x - x0, v = y - y0;
		return (1 - v) * ((1 - u) * grey(frame, x0, y0) + u * grey(frame, x1, y0)) +
			v * ((1 - u) * grey(frame, x0, y1) + u * grey(frame, x1, y1));
	}

	private static float grey(final Frame frame, final int x, final int y) {
		return Luma.of(frame.argb()[y * frame.width() + x]);
	}
}
