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
package io.github.janusfiji.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When and how a person blinks: lids fall in about 90 ms and rise in about
 * 200 ms (VanderWerf et al., "Eyelid movements", J. Neurophysiol. 89, 2003), 15
 * to 25 times a minute, at irregular intervals.
 */
final class BlinkScript {

	/** Openness below which lids are visibly lower. */
	private static final double VISIBLE = 0.93;

	/** Seconds: begin, closing, closed, opening; and openness at the bottom. */
	private record Lid(double begin, double close, double hold, double open,
		double bottom)
	{

		double end() {
			return begin + close + hold + open;
		}

		double at(final double t) {
			final double s = t - begin;
			if (s <= 0 || t >= end()) return 1;
			final double shut = s < close ? Noise.step(0, 1, s / close) : s < close +
				hold ? 1 : 1 - eased((s - close - hold) / open);
			return 1 - (1 - bottom) * shut;
		}

		/** Lids rise fast at first and settle slowly. */
		private static double eased(final double s) {
			return Noise.step(0, 1, Math.pow(s, 0.7));
		}
	}

	private final List<Lid> lids = new ArrayList<>();
	private final double[] openness;
	private final List<Blink> blinks = new ArrayList<>();

	BlinkScript(final long seed, final int frames, final double frameRate,
		final boolean blinking)
	{
		final var random = new Random(seed);
		if (blinking) schedule(random, frames / frameRate);
		openness = new double[frames];
		for (int i = 0; i < frames; i++) {
			openness[i] = 1;
			for (final Lid l : lids)
				openness[i] = Math.min(openness[i], l.at(i / frameRate));
		}
		find();
	}

	private void schedule(final Random random, final double duration) {
		double t = 0.9 + 0.8 * random.nextDouble();
		for (int n = 1; t < duration - 0.8; n++) {
			final double hold = n % 4 == 3 ? 0.16 : 0.03 + 0.03 * random.nextDouble();
			final Lid lid = new Lid(t, 0.09 + 0.03 * random.nextDouble(), hold, 0.18 +
				0.07 * random.nextDouble(), 0.04 * random.nextDouble());
			lids.add(lid);
			t = n % 4 == 1 ? lid.end() + 0.28 : lid.end() + 1.5 + 2.6 * random
				.nextDouble();
		}
	}

	private void find() {
		for (int i = 0; i < openness.length; i++) {
			if (openness[i] >= VISIBLE) continue;
			final int start = i;
			int peak = i;
			for (; i < openness.length && openness[i] < VISIBLE; i++)
				if (openness[i] < openness[peak]) peak = i;
			blinks.add(new Blink(start, peak, i - 1));
		}
	}

	/** @return how far the blink lets the lids open, from 0 to 1 */
	double openness(final int frame) {
		return openness[frame];
	}

	List<Blink> blinks() {
		return List.copyOf(blinks);
	}
}
