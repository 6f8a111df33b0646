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
 * Makes one openness of two measures of the same eye: the network's log-odds,
 * and the aspect ratio of the landmarks. The ratio is exact where landmarks are
 * good and noise where the face is small or the landmarks cannot follow the
 * lids; how well it agrees with the picture over the clip tells which.
 */
final class OpennessFusion {

	/**
	 * Aspect ratio of closed eyes over that of the same person's open eyes: 0.15
	 * over 0.3 in figure 1 of Soukupová and Čech (2016); the landmark model of
	 * Janus gives 0.15 over 0.30 on real blinks.
	 */
	private static final double CLOSED_RATIO = 0.5;

	/** The ratio's weight when it agrees perfectly: as much as the picture. */
	private static final double MAX_WEIGHT = 0.5;

	private OpennessFusion() {}

	/**
	 * @param logit log-odds of the eye being open
	 * @param ratio {@link EyeAspectRatio} in the same frames
	 * @param time of the frames, s
	 * @param model what gave the log-odds
	 * @return openness, from 0 to 1
	 */
	static double[] openness(final double[] logit, final double[] ratio,
		final double[] time, final EyeStateModel model)
	{
		final double[] picture = OpennessScale.apply(logit, time, model
			.closedLevel(), model.leastOpenLevel());
		final double open = OpennessScale.openLevel(ratio);
		if (!(open > 0)) return picture;
		final double[] shape = OpennessScale.apply(ratio, time, CLOSED_RATIO * open,
			open);
		final double agreement = Math.max(0, correlation(picture, shape));
		final double weight = MAX_WEIGHT * agreement * agreement;
		for (int i = 0; i < picture.length; i++) {
			picture[i] += weight * (shape[i] - picture[i]);
		}
		return picture;
	}

	/** Pearson's; 0 where a series is constant. */
	private static double correlation(final double[] a, final double[] b) {
		double ma = 0, mb = 0;
		for (int i = 0; i < a.length; i++) {
			ma += a[i] / a.length;
			mb += b[i] / b.length;
		}
		double aa = 0, bb = 0, ab = 0;
		for (int i = 0; i < a.length; i++) {
			aa += (a[i] - ma) * (a[i] - ma);
			bb += (b[i] - mb) * (b[i] - mb);
			ab += (a[i] - ma) * (b[i] - mb);
		}
		return aa < 1e-9 || bb < 1e-9 ? 0 : ab / Math.sqrt(aa * bb);
	}
}
