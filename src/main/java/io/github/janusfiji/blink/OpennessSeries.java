package io.github.janusfiji.blink;

/**
 * Openness of a person's eyes over a clip: one entry per frame in which the
 * person was seen, in order.
 *
 * @param frame indices of the frames, rising
 * @param time presentation times, s, rising
 * @param right the person's right eye, 0 closed to 1 open as usual
 * @param left the person's left eye
 * @param both mean of both eyes
 */
record OpennessSeries(int[] frame, double[] time, double[] right,
	double[] left, double[] both)
{

	/**
	 * @param measures what was measured
	 * @param model what gave the log-odds
	 * @return openness relative to the person's own open level
	 */
	static OpennessSeries of(final EyeMeasures measures,
		final EyeStateModel model)
	{
		return of(measures.frame(), measures.time(), OpennessFusion.openness(
			measures.rightLogit(), measures.rightRatio(), measures.time(), model),
			OpennessFusion.openness(measures.leftLogit(), measures.leftRatio(), measures
				.time(), model));
	}

	/**
	 * @param frame indices of the frames, rising
	 * @param time presentation times, s
	 * @param right openness of the right eye
	 * @param left openness of the left eye
	 * @return the series with the mean of both eyes
	 */
	static OpennessSeries of(final int[] frame, final double[] time,
		final double[] right, final double[] left)
	{
		final double[] both = new double[frame.length];
		for (int i = 0; i < both.length; i++) both[i] = (right[i] + left[i]) / 2;
		return new OpennessSeries(frame, time, right, left, both);
	}

	/** @return number of entries */
	int length() {
		return frame.length;
	}
}
