package io.github.janusfiji.sample;

import static io.github.janusfiji.sample.Noise.step;

/** Stretches the average head into an individual one. */
record Proportions(Identity.Shape shape) {

	/** Moves a point of the average head, cm. */
	void apply(final Vertex p) {
		final double y = p.y;
		final double low = step(-3, -8, y), high = step(-1, 4, y);
		final double wide = shape.cheeks() * (1 - low) * (1 - high) + shape.jaw() *
			low + shape.cranium() * high;
		p.x *= wide;
		p.y *= 1 + (shape.lower() - 1) * step(1, -2, y);
		p.z *= 1 + 0.3 * (wide - 1);
	}

	Vec3 apply(final Vec3 p) {
		final var v = new Vertex();
		v.x = p.x();
		v.y = p.y();
		v.z = p.z();
		apply(v);
		return v.place();
	}
}
