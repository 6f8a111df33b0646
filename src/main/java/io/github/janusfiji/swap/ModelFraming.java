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
import io.github.janusfiji.geometry.Similarity;

/**
 * How the network's window lies in a face crop: it sees the middle of the crop,
 * {@code coverage} of its width, at its own resolution.
 *
 * @param size width and height of the window, px of the network
 * @param coverage share of the crop's width, from 0 (excluded) to 1
 */
record ModelFraming(int size, double coverage) {

	/**
	 * Composes the map to a crop with the cut of its middle, so that a face is
	 * resampled only once between the frame and the network. Pixels are squares
	 * around integer coordinates, so scaling keeps the crop's corner at
	 * (−½, −½).
	 *
	 * @param toCrop from the frame to a crop
	 * @param cropSize width and height of that crop, px
	 * @return from the frame to the window
	 */
	Similarity window(final Similarity toCrop, final int cropSize) {
		final double k = size / (coverage * cropSize);
		final double start = cropSize * (1 - coverage) / 2;
		final double shift = k * (0.5 - start) - 0.5;
		return toCrop.then(new Similarity(k, 0, shift, shift));
	}

	/**
	 * @param inset px of the network to leave out on every side
	 * @return the window's rectangle in its own coordinates
	 */
	ConvexPolygon rectangle(final double inset) {
		final double low = inset - 0.5, high = size - 0.5 - inset;
		return ConvexPolygon.rectangle(low, low, high, high);
	}
}
