package io.github.janusfiji.nn;

/**
 * A dense array of numbers that lives wherever its {@link Operations} compute.
 * Only those operations can look inside.
 */
public interface Tensor {

	/** @return the extents, the slowest first, such as N×C×H×W */
	long[] shape();

	/** @return number of elements */
	default long length() {
		long length = 1;
		for (final long extent : shape())
			length *= extent;
		return length;
	}

	/**
	 * @param dimension index, from 0
	 * @return the extent in this dimension
	 */
	default long size(final int dimension) {
		return shape()[dimension];
	}
}
