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
package io.github.janusfiji.geometry;

/**
 * An upright rectangle in an image.
 *
 * @param x left edge, px
 * @param y top edge, px
 * @param width px, &gt; 0
 * @param height px, &gt; 0
 */
public record Box(double x, double y, double width, double height) {

	/** @return the middle of the box */
	public Point centre() {
		return new Point(x + width / 2, y + height / 2);
	}

	/**
	 * @param steps per pixel
	 * @return the box with all numbers rounded to that grid
	 */
	public Box onGrid(final double steps) {
		return new Box(Math.rint(x * steps) / steps, Math.rint(y * steps) / steps,
			Math.rint(width * steps) / steps, Math.rint(height * steps) / steps);
	}

	/**
	 * @param other another box
	 * @return intersection over union, from 0 (apart) to 1 (equal)
	 */
	public double overlap(final Box other) {
		final double w = Math.min(x + width, other.x + other.width) - Math.max(x,
			other.x);
		final double h = Math.min(y + height, other.y + other.height) - Math.max(y,
			other.y);
		if (w <= 0 || h <= 0) return 0;
		final double both = w * h;
		return both / (width * height + other.width * other.height - both);
	}
}
