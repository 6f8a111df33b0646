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
package io.github.janusfiji.detect;

import io.github.janusfiji.blink.Activity;
import io.github.janusfiji.blink.BlinkAnalyzer;
import io.github.janusfiji.blink.BlinkStatistics;
import io.github.janusfiji.blink.RateEvidence;
import io.github.janusfiji.frames.FrameSequence;
import io.github.janusfiji.task.Progress;
import java.io.IOException;

/**
 * What the number of blinks says, as a probability: that of a face that hardly
 * ever blinks against a person at random, for even odds.
 *
 * @param estimate the probability; its interval holds what the chance of single
 *          blinks leaves open (the counts between the ends of Garwood's interval)
 * @param logOdds natural
 */
record BlinkScore(Estimate estimate, double logOdds) {

	/**
	 * @param clip a moving picture
	 * @param person a number from 1
	 * @param progress told each frame
	 * @return what its blinks say
	 * @throws IOException if it cannot be read or the person is not in it
	 */
	static BlinkScore of(final FrameSequence clip, final int person,
		final Progress progress) throws IOException
	{
		final var statistics = BlinkStatistics.of(new BlinkAnalyzer().analyze(clip,
			person, progress), Activity.UNKNOWN);
		final RateEvidence found = statistics.evidence();
		final double minutes = found.seconds() / 60;
		final double logOdds = Math.log(10) * found.logRatio();
		final double fewest = probability(Math.floor(statistics.lowest() * minutes),
			found), most = probability(Math.ceil(statistics.highest() * minutes), found);
		return new BlinkScore(new Estimate(Logistic.sigmoid(logOdds), Math.min(most,
			Logistic.sigmoid(logOdds)), Math.max(fewest, Logistic.sigmoid(
				logOdds))), logOdds);
	}

	private static double probability(final double blinks,
		final RateEvidence found)
	{
		return Logistic.sigmoid(Math.log(10) * RateEvidence.of((int) blinks, found
			.seconds(), found.activity()).logRatio());
	}
}
