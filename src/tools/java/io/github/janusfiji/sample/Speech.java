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

/** Syllables, three to five a second, in phrases with pauses between them. */
final class Speech {

	/**
	 * @param at middle, s
	 * @param half half its duration, s
	 * @param jaw drop of the lower lip, cm
	 * @param wide from −1 (rounded) to 1 (spread)
	 */
	private record Syllable(double at, double half, double jaw, double wide) {

		double weight(final double t) {
			final double d = Math.abs(t - at) / half;
			return d >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * d);
		}
	}

	private final List<Syllable> syllables = new ArrayList<>();

	Speech(final long seed, final double duration) {
		final var random = new Random(seed);
		double t = 0.4;
		while (t < duration) {
			final double end = t + 1.3 + 2 * random.nextDouble();
			while (t < end) {
				final double length = 0.2 + 0.13 * random.nextDouble();
				syllables.add(new Syllable(t, 0.75 * length, 0.2 + 0.85 * random
					.nextDouble() * random.nextDouble() + 0.15 * random.nextDouble(), 1.6 *
						random.nextDouble() - 0.9));
				t += length;
			}
			t += 0.5 + 0.8 * random.nextDouble();
		}
	}

	/** @return drop of the lower lip, cm */
	double jaw(final double t) {
		double sum = 0;
		for (final Syllable s : syllables)
			sum += s.weight(t) * s.jaw();
		return sum;
	}

	/** @return from −1 (rounded) to 1 (spread) */
	double wide(final double t) {
		double sum = 0;
		for (final Syllable s : syllables)
			sum += s.weight(t) * s.wide();
		return Math.max(-1, Math.min(1, sum));
	}
}
