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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.RateEvidence.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedTimeTest {

	/** Someone who blinks twenty times a minute, at any rate. */
	private static Signals blinking(final double rate, final double seconds) {
		final var signals = new Signals(rate, seconds);
		for (double at = 1.5; at < seconds; at += 3) signals.blink(at, 1);
		return signals;
	}

	private static BlinkAnalysis analysis(final Signals signals) {
		return Analyses.of("clip", signals.series(), signals.both.length,
			signals.rate);
	}

	private static RateEvidence evidence(final BlinkAnalysis analysis) {
		return BlinkStatistics.of(analysis, Activity.UNKNOWN).evidence();
	}

	@Test
	void evenFramesCountWhole() {
		for (final double rate : new double[] { 10, 12.5, 24, 25, 30, 60, 120 }) {
			final var analysis = analysis(blinking(rate, 60));
			assertEquals(60, analysis.secondsObserved(), 1e-6, rate + "/s");
			assertEquals(60, BlinkStatistics.of(analysis, Activity.UNKNOWN)
				.secondsSeen(), 1e-6, rate + "/s");
		}
		assertEquals(20, analysis(blinking(25, 60)).blinksPerMinute(), 1e-6);
	}

	/** However long the clip, nothing is said of what could not be seen. */
	@Test
	void tooFewFramesPerSecondAreNoEvidence() {
		for (final double rate : new double[] { 0.2, 1, 2, 3, 5, 8 }) {
			final var analysis = analysis(blinking(rate, 900));
			final var evidence = evidence(analysis);
			assertEquals(Finding.TOO_FEW_FRAMES, evidence.finding(), rate + "/s");
			assertTrue(evidence.sentence().startsWith(
				"Too few frames per second to judge"), evidence.sentence());
			assertEquals(0, analysis.secondsObserved());
			assertEquals(1, evidence.p());
		}
	}

	/** Two pieces with a jump of the clock between them are two pieces. */
	@Test
	void aJumpOfTheClockIsNoTimeWithoutBlinks() {
		for (final double jump : new double[] { 0.5, 6, 12, 24, 170, 3600 }) {
			final var series = blinking(25, 12).series();
			for (int i = 150; i < series.length(); i++) series.time()[i] += jump;
			final var analysis = Analyses.of("clip", series, series.length(), 300 /
				(12 + jump));
			assertEquals(4, analysis.blinks().size(), jump + " s");
			assertEquals(12, analysis.secondsObserved(), 0.5, jump + " s");
			assertEquals(20, analysis.blinksPerMinute(), 1, jump + " s");
			assertTrue(List.of(Finding.TOO_SHORT, Finding.USUAL).contains(evidence(
				analysis).finding()));
		}
	}

	/** Frames as they come: dense where there is motion, else one a second. */
	@Test
	void onlyTheDensePartsCount() {
		final var dense = blinking(30, 60).series();
		final int n = dense.length() + 600;
		final int[] frame = new int[n];
		final double[] time = new double[n], open = new double[n];
		for (int i = 0; i < n; i++) {
			frame[i] = i;
			time[i] = i < dense.length() ? dense.time()[i] : 60 + i - dense.length();
			open[i] = i < dense.length() ? dense.both()[i] : 1;
		}
		final var analysis = Analyses.of("clip", OpennessSeries.of(frame, time,
			open, open), n, n / 660.0);
		assertEquals(60, analysis.secondsObserved(), 0.5);
		assertEquals(20, analysis.blinksPerMinute(), 0.5);
		assertEquals(Finding.USUAL, evidence(analysis).finding());
	}

	/** Too short for a blink, each of them. */
	@Test
	void burstsOfFramesShowNoBlink() {
		final int bursts = 300;
		final int[] frame = new int[5 * bursts];
		final double[] time = new double[frame.length];
		final double[] open = new double[frame.length];
		for (int i = 0; i < frame.length; i++) {
			frame[i] = i;
			time[i] = 10 * (i / 5) + i % 5 * 0.04;
			open[i] = 1;
		}
		final var analysis = Analyses.of("clip", OpennessSeries.of(frame, time, open,
			open), frame.length, 0.5);
		assertEquals(0, analysis.secondsObserved());
		assertTrue(evidence(analysis).p() > 0.9);
	}

	@Test
	void timesThatStandStillOrGoBackAreSurvived() {
		final var series = blinking(25, 30).series();
		for (int i = 300; i < 310; i++) series.time()[i] = series.time()[299];
		series.time()[500] = 0;
		final var analysis = Analyses.of("clip", series, series.length(), 25);
		assertTrue(analysis.secondsObserved() > 25 && analysis
			.secondsObserved() < 31, analysis.secondsObserved() + " s");
	}
}
