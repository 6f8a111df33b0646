package io.github.janusfiji.face;

/**
 * A point in an image. Pixel centres lie at integers, x to the right, y down.
 *
 * @param x px
 * @param y px
 */
public record Point(double x, double y) {

	/**
	 * @param other another point
	 * @return Euclidean distance, px
	 */
	public double distance(final Point other) {
		return Math.hypot(x - other.x, y - other.y);
	}
}
