package io.github.janusfiji.face;

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
