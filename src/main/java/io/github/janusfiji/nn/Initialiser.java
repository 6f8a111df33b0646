package io.github.janusfiji.nn;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/** How weights begin: uniform within a bound that keeps signals of even size. */
public enum Initialiser {

	/** Glorot and Bengio 2010: √(6 / (fan in + fan out)). */
	GLOROT {

		@Override
		double bound(final double fanIn, final double fanOut) {
			return Math.sqrt(6 / (fanIn + fanOut));
		}
	},

	/** He et al. 2015, for rectifiers: √(6 / fan in). */
	HE {

		@Override
		double bound(final double fanIn, final double fanOut) {
			return Math.sqrt(6 / fanIn);
		}
	};

	abstract double bound(double fanIn, double fanOut);

	/**
	 * Fills one parameter.
	 *
	 * @param operations where it lives
	 * @param weights kernel O×I×k×k or matrix I×O
	 * @param random depends on nothing but the model's seed
	 */
	void fill(final Operations operations, final Tensor weights,
		final SplittableRandom random)
	{
		final long[] shape = weights.shape();
		final boolean kernel = shape.length == 4;
		final double area = kernel ? shape[2] * shape[3] : 1;
		final double bound = bound(area * shape[kernel ? 1 : 0], area *
			shape[kernel ? 0 : 1]);
		final var values = FloatBuffer.allocate(Math.toIntExact(weights.length()));
		while (values.hasRemaining())
			values.put((float) ((2 * random.nextDouble() - 1) * bound));
		operations.write(weights, values.flip());
	}
}
