package io.github.janusfiji.swap;

import java.util.List;

/**
 * Mean and spread of a picture's channels under a mask.
 *
 * @param mean of each of the three channels
 * @param deviation standard deviation of each
 */
record ColourStatistics(double[] mean, double[] deviation) {

	/**
	 * @param image in the colour space of interest
	 * @param weights one per pixel, not all 0
	 * @return weighted statistics
	 */
	static ColourStatistics of(final FloatRgb image, final float[] weights) {
		final var mean = new double[3];
		final var deviation = new double[3];
		double total = 0;
		for (final float w : weights)
			total += w;
		for (int c = 0; c < 3; c++) {
			final float[] plane = image.planes()[c];
			double sum = 0, squares = 0;
			for (int i = 0; i < plane.length; i++) {
				sum += weights[i] * plane[i];
				squares += weights[i] * (double) plane[i] * plane[i];
			}
			mean[c] = sum / total;
			deviation[c] = Math.sqrt(Math.max(0, squares / total - mean[c] *
				mean[c]));
		}
		return new ColourStatistics(mean, deviation);
	}

	/**
	 * @param parts at least one
	 * @param weights as many, not all 0
	 * @return the weighted mean of means and of deviations
	 */
	static ColourStatistics average(final List<ColourStatistics> parts,
		final double[] weights)
	{
		final var mean = new double[3];
		final var deviation = new double[3];
		double total = 0;
		for (int i = 0; i < weights.length; i++)
			total += weights[i];
		for (int i = 0; i < weights.length; i++)
			for (int c = 0; c < 3; c++) {
				mean[c] += weights[i] / total * parts.get(i).mean[c];
				deviation[c] += weights[i] / total * parts.get(i).deviation[c];
			}
		return new ColourStatistics(mean, deviation);
	}
}
