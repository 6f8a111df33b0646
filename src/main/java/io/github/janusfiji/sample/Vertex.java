package io.github.janusfiji.sample;

/** A surface point while it is being shaped and painted. Reused, not shared. */
final class Vertex {

	/** Place on the head, cm. */
	double x, y, z;
	/** Linear albedo. */
	double r, g, b;
	/** As in {@link Mesh}. */
	double gloss, sharp, open, glow;

	/** Paints over with a colour, t from 0 (not at all) to 1. */
	void tint(final Vec3 c, final double t) {
		r += t * (c.x() - r);
		g += t * (c.y() - g);
		b += t * (c.z() - b);
	}

	void shade(final double factor) {
		r *= factor;
		g *= factor;
		b *= factor;
	}

	Vec3 place() {
		return new Vec3(x, y, z);
	}
}
