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

import java.util.Random;

/** Openness over time with known events. */
public final class Signals {

	final double rate;
	final double[] both;
	private final int[] frame;
	private final double[] time;

	public Signals(final double rate, final double seconds) {
		this.rate = rate;
		final int n = (int) Math.round(rate * seconds);
		both = new double[n];
		frame = new int[n];
		time = new double[n];
		for (int i = 0; i < n; i++) {
			both[i] = 1;
			frame[i] = i;
			time[i] = i / rate;
		}
	}

	/**
	 * Lids fall, stay and rise along cosines.
	 *
	 * @param at when they begin to fall, s
	 * @param fall s
	 * @param hold s
	 * @param rise s
	 * @param depth fall of openness
	 */
	public Signals dip(final double at, final double fall, final double hold,
		final double rise, final double depth)
	{
		for (int i = 0; i < both.length; i++) {
			final double t = time[i] - at;
			if (t <= 0 || t >= fall + hold + rise) continue;
			final double share = t < fall ? t / fall : t <= fall + hold ? 1 : (fall +
				hold + rise - t) / rise;
			both[i] -= depth * (1 - Math.cos(Math.PI * share)) / 2;
		}
		return this;
	}

	/** A blink of the usual shape: closes in 0.08 s, opens in 0.16 s. */
	public Signals blink(final double at, final double depth) {
		return dip(at, 0.08, 0.03, 0.16, depth);
	}

	public Signals noise(final double deviation, final long seed) {
		final var random = new Random(seed);
		for (int i = 0; i < both.length; i++) both[i] += deviation * random
			.nextGaussian();
		return this;
	}

	/** A slow wave. */
	public Signals drift(final double amplitude, final double period) {
		for (int i = 0; i < both.length; i++) both[i] -= amplitude * (1 - Math.cos(
			2 * Math.PI * time[i] / period)) / 2;
		return this;
	}

	public OpennessSeries series() {
		final double[] eye = new double[both.length];
		for (int i = 0; i < eye.length; i++) eye[i] = Math.max(0, Math.min(1,
			both[i]));
		return OpennessSeries.of(frame, time, eye, eye);
	}

	/** The series with some of its frames missing. */
	public OpennessSeries without(final int from, final int to) {
		final var all = series();
		final int n = all.length() - (to - from);
		final int[] f = new int[n];
		final double[] t = new double[n], v = new double[n];
		for (int i = 0; i < n; i++) {
			final int j = i < from ? i : i + to - from;
			f[i] = all.frame()[j];
			t[i] = all.time()[j];
			v[i] = all.both()[j];
		}
		return OpennessSeries.of(f, t, v, v);
	}
}
