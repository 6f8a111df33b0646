package io.github.janusfiji.sample;

/**
 * A pinhole camera on the z axis that looks along −z.
 *
 * @param distance from the scene's origin, cm
 * @param focal focal length, px
 * @param cx principal point, px
 * @param cy principal point, px
 */
record Camera(double distance, double focal, double cx, double cy) {

	double u(final double x, final double z) {
		return cx + focal * x / (distance - z);
	}

	double v(final double y, final double z) {
		return cy - focal * y / (distance - z);
	}

	/** @return larger is nearer; linear in the picture's plane */
	double depth(final double z) {
		return 1 / (distance - z);
	}

	/** @return the same view with the given number of samples per pixel side */
	Camera sampled(final int s) {
		return new Camera(distance, focal * s, (cx + 0.5) * s - 0.5, (cy + 0.5) *
			s - 0.5);
	}
}
