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

import io.github.janusfiji.geometry.Point;
import java.util.List;

/**
 * An upright rectangle of whole pixels.
 *
 * @param x first column, px
 * @param y first row, px
 * @param width number of columns
 * @param height number of rows
 */
record Region(int x, int y, int width, int height) {

	/**
	 * @param points px, not empty
	 * @param margin added on every side, px
	 * @param frameWidth of the frame that the region must stay in, px
	 * @param frameHeight of that frame, px
	 * @return the smallest such region; its width or height is 0 if the points lie
	 *         outside
	 */
	static Region around(final List<Point> points, final double margin,
		final int frameWidth, final int frameHeight)
	{
		double x0 = Double.POSITIVE_INFINITY, y0 = x0, x1 = -x0, y1 = -x0;
		for (final Point p : points) {
			x0 = Math.min(x0, p.x());
			x1 = Math.max(x1, p.x());
			y0 = Math.min(y0, p.y());
			y1 = Math.max(y1, p.y());
		}
		final int left = (int) Math.max(0, Math.floor(x0 - margin));
		final int top = (int) Math.max(0, Math.floor(y0 - margin));
		final int right = (int) Math.min(frameWidth - 1.0, Math.ceil(x1 + margin));
		final int bottom = (int) Math.min(frameHeight - 1.0, Math.ceil(y1 +
			margin));
		return new Region(left, top, Math.max(0, right - left + 1), Math.max(0,
			bottom - top + 1));
	}

	/**
	 * @param weights of an image, row by row
	 * @param width of the image, px
	 * @return the smallest region with all weights above 0; of no size without any
	 */
	static Region of(final float[] weights, final int width) {
		int left = width, right = -1, top = -1, bottom = -1;
		for (int y = 0, i = 0; y < weights.length / width; y++)
			for (int x = 0; x < width; x++, i++) {
				if (weights[i] <= 0) continue;
				left = Math.min(left, x);
				right = Math.max(right, x);
				if (top < 0) top = y;
				bottom = y;
			}
		return right < 0 ? new Region(0, 0, 0, 0) : new Region(left, top, right -
			left + 1, bottom - top + 1);
	}

	/**
	 * @param plane of an image, row by row
	 * @param stride width of the image, px
	 * @return this part of it
	 */
	float[] cut(final float[] plane, final int stride) {
		final var part = new float[area()];
		for (int v = 0; v < height; v++)
			System.arraycopy(plane, (y + v) * stride + x, part, v * width, width);
		return part;
	}

	/**
	 * @param part of an image, as {@link #cut} returns it
	 * @param plane of that image; overwritten there
	 * @param stride width of the image, px
	 */
	void paste(final float[] part, final float[] plane, final int stride) {
		for (int v = 0; v < height; v++)
			System.arraycopy(part, v * width, plane, (y + v) * stride + x, width);
	}

	/** @return number of pixels */
	int area() {
		return width * height;
	}
}
