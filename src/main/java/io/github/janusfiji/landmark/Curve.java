package io.github.janusfiji.landmark;

/** A polygonal line. */
final class Curve {

	private Curve() {}

	/**
	 * @param u where the points lie, ascending
	 * @param v their heights
	 * @param at where to read; beyond the ends the ends' heights hold
	 * @return the height there
	 */
	static double at(final double[] u, final double[] v, final double at) {
		final int n = u.length;
		if (at <= u[0]) return v[0];
		int i = 1;
		while (i < n - 1 && at > u[i])
			i++;
		final double gap = u[i] - u[i - 1];
		if (gap <= 1e-6 || at >= u[i]) return v[i];
		return v[i - 1] + (at - u[i - 1]) / gap * (v[i] - v[i - 1]);
	}
}
