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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.janusfiji.blink.RateEvidence.Finding;
import io.github.janusfiji.task.InputException;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What a number of blinks says, and when it says nothing. */
class RateEvidenceTest {

	/** Garwood (1936), table: limits of the mean for 0, 1, 10 and 50 events. */
	@Test
	void exactIntervalsOfCounts() {
		assertEquals(0, PoissonInterval.of(0).low());
		assertEquals(3.689, PoissonInterval.of(0).high(), 1e-3);
		assertEquals(0.0253, PoissonInterval.of(1).low(), 1e-4);
		assertEquals(5.572, PoissonInterval.of(1).high(), 1e-3);
		assertEquals(4.795, PoissonInterval.of(10).low(), 1e-3);
		assertEquals(18.39, PoissonInterval.of(10).high(), 5e-3);
		assertEquals(37.11, PoissonInterval.of(50).low(), 5e-3);
		assertEquals(65.92, PoissonInterval.of(50).high(), 5e-3);
		// A day of blinks: terms that begin far below the smallest double.
		assertEquals(20_000, PoissonInterval.of(20_000).low(), 300);
	}

	@Test
	void countsHaveTheMomentsOfTheirPopulation() {
		for (final Activity a : Activity.UNKNOWN.possible()) {
			final double minutes = 2;
			final double[] p = CountModel.of(a).probabilities(minutes, 3000);
			assertEquals(1, DoubleStream.of(p).sum(), 1e-9);
			double mean = 0, square = 0;
			for (int k = 0; k < p.length; k++) {
				mean += k * p[k];
				square += (double) k * k * p[k];
			}
			final double real = CountModel.RECALL * a.mean() * minutes;
			final double extra = CountModel.FALSE_ALARMS * minutes;
			assertEquals(real + extra, mean, 1e-6);
			assertEquals(real + Math.pow(real * a.spread(), 2) + extra, square - mean *
				mean, 1e-3);
		}
	}

	@Test
	void eightSecondsWithoutABlinkAreNoEvidence() {
		for (final Activity a : Activity.values()) {
			final var e = RateEvidence.of(0, 8, a);
			assertEquals(Finding.TOO_SHORT, e.finding());
			assertTrue(e.needed() > 30 && e.needed() < 600, "" + e.needed());
			assertTrue(e.sentence().startsWith("Too short to say"), e.sentence());
			// Exactly the time stated is enough, and a tenth less is not.
			assertEquals(Finding.UNUSUALLY_FEW, RateEvidence.of(0, 1.001 * e.needed(),
				a).finding());
			assertEquals(Finding.TOO_SHORT, RateEvidence.of(0, 0.9 * e.needed(), a)
				.finding());
		}
	}

	@Test
	void usualRatesAreUsualAndTheOthersAreNot() {
		assertEquals(Finding.USUAL, RateEvidence.of(52, 120, Activity.CONVERSATION)
			.finding());
		assertEquals(Finding.UNUSUALLY_MANY, RateEvidence.of(300, 120,
			Activity.UNKNOWN).finding());
		final var few = RateEvidence.of(1, 300, Activity.CONVERSATION);
		assertEquals(Finding.UNUSUALLY_FEW, few.finding());
		assertTrue(few.logRatio() > 2, "" + few.logRatio());
		assertTrue(RateEvidence.of(40, 120, Activity.CONVERSATION).logRatio() < -2);
		assertEquals(0, RateEvidence.of(0, 0, Activity.UNKNOWN).logRatio(), 1e-12);
	}

	/** People drawn from the model are called unusual as often as stated. */
	@Test
	void falseAlarmsKeepTheirLevel() {
		final var random = new Random(7);
		int unusual = 0;
		final int people = 20_000;
		for (int i = 0; i < people; i++) {
			// A gamma variate of shape 1/0.6² is drawn by its quantile's inverse: sums
			// of exponentials bracket it, and the broader one is used here.
			final double rate = Activity.REST.mean() * (exponential(random) +
				exponential(random)) / 2;
			final double expected = CountModel.RECALL * rate + CountModel.FALSE_ALARMS;
			int blinks = 0;
			for (double t = exponential(random); t < expected; t += exponential(
				random)) blinks++;
			if (RateEvidence.of(blinks, 60, Activity.REST).p() < RateEvidence.LEVEL)
				unusual++;
		}
		// Shape 2 has heavier tails than shape 2.8, so a little more is possible.
		assertTrue(unusual < 0.03 * people, unusual + " of " + people);
	}

	private static double exponential(final Random random) {
		return -Math.log(1 - random.nextDouble());
	}

	@Test
	void activitiesHaveNames() throws InputException {
		assertEquals(Activity.READING, Activity.named(" Reading "));
		final var e = assertThrows(InputException.class, () -> Activity.named(
			"sleep"));
		assertTrue(e.getMessage().contains("conversation"), e.getMessage());
	}
}
