/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
