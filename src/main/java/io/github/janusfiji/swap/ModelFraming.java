package io.github.janusfiji.swap;

import io.github.janusfiji.face.Similarity;

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
