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

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;

/**
 * The mask that an adversarial network paints beside its face, laid into an
 * image.
 *
 * @param shares of the painted face, 0 to 1, {@code size × size} row by row
 * @param size width and height, px of the network
 * @param toPatch from the image to the network's window
 */
record LearnedMask(float[] shares, int size, Similarity toPatch) {

	/**
	 * @param x column in the image, px
	 * @param y row, px
	 * @return the share there, bilinear; beyond the window its border continues
	 */
	float at(final double x, final double y) {
		final Point p = toPatch.apply(new Point(x, y));
		final double u = Math.max(0, Math.min(size - 1, p.x()));
		final double v = Math.max(0, Math.min(size - 1, p.y()));
		final int i = (int) u, j = (int) v;
		final int right = Math.min(size - 1, i + 1), below = Math.min(size - 1, j +
			1);
		final double top = mix(shares[j * size + i], shares[j * size + right], u -
			i);
		final double bottom = mix(shares[below * size + i], shares[below * size +
			right], u - i);
		return (float) mix(top, bottom, v - j);
	}

	private static double mix(final double a, final double b, final double t) {
		return a + t * (b - a);
	}

	/**
	 * @param map to another image
	 * @return the same mask there
	 */
	LearnedMask mapped(final Similarity map) {
		return new LearnedMask(shares, size, map.inverse().then(toPatch));
	}

	/**
	 * @param factor of the softness
	 * @return a mask of the same extent whose soft parts are fuller (below 1) or
	 *         fainter (above 1)
	 */
	LearnedMask feathered(final double factor) {
		final var powers = new float[shares.length];
		for (int i = 0; i < powers.length; i++)
			powers[i] = (float) Math.pow(shares[i], factor);
		return new LearnedMask(powers, size, toPatch);
	}

	/**
	 * @param feather σ of the window's own edge as a share of its width
	 * @return the mask with the whole window as its outline
	 */
	FaceMask inWindow(final double feather) {
		final ConvexPolygon window = new ModelFraming(size, 1).rectangle(
			FaceMask.INSET).mapped(toPatch.inverse());
		return FaceMask.of(window, feather).with(this);
	}
}
