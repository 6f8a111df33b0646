package io.github.janusfiji.blink;

/**
 * Raw measures of a person's eyes, one entry per frame in which the person was
 * seen, before they are related to the person's own open level.
 *
 * @param frame indices of the frames, rising
 * @param time presentation times, s
 * @param rightLogit log-odds of the right eye being open, from its picture
 * @param leftLogit the same of the left eye
 * @param rightRatio {@link EyeAspectRatio} of the right eye, from its landmarks
 * @param leftRatio the same of the left eye
 */
record EyeMeasures(int[] frame, double[] time, double[] rightLogit,
	double[] leftLogit, double[] rightRatio, double[] leftRatio)
{

	/** @param length number of entries, all 0 to begin with */
	EyeMeasures(final int length) {
		this(new int[length], new double[length], new double[length],
			new double[length], new double[length], new double[length]);
	}
}
