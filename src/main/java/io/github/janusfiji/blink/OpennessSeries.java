package io.github.janusfiji.blink;

/**
 * Openness of a person's eyes over a clip: one entry per frame in which the
 * person was seen, in order.
 *
 * @param frame indices of the frames, rising
 * @param time presentation times, s, rising
 * @param right the person's right eye, 0 closed to 1 open as usual
 * @param left the person's left eye
 * @param both both eyes
 */
record OpennessSeries(int[] frame, double[] time, double[] right,
	double[] left, double[] both)
{

	/** @return number of entries */
	int length() {
		return frame.length;
	}
}
