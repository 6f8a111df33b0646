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
package io.github.janusfiji.model;

import java.util.List;

/** Least size of a network, by its shape. */
final class NetworkSize {

	private NetworkSize() {}

	/**
	 * A lower bound of the numbers that a network of this shape has: those of its
	 * encoder and its bottleneck.
	 *
	 * @param plan its shape
	 * @return at least that many
	 */
	static long least(final Blueprint plan) {
		if (plan instanceof Architecture a) return numbers(3, a.encoder(), a.size(),
			a.code(), (long) a.seedChannels() * a.seedSize() * a.seedSize());
		if (plan instanceof ExpressionArchitecture x) return numbers(3, x.encoder(),
			x.inputSize(), x.code(), 0);
		if (plan instanceof FastArchitecture f) return numbers(f);
		final var g = (GanArchitecture) plan;
		return numbers(g.stem(), g.encoder().stream().map(
			filters -> new Architecture.Stage(filters, 3)).toList(), g.size(), g
				.code(), (long) g.seedChannels() * g.seedSize() * g.seedSize());
	}

	private static long numbers(final FastArchitecture plan) {
		long numbers = 0, below = 0;
		for (final var scale : plan.scales()) {
			numbers += 9L * scale.branch() * scale.branch() + 9L * scale.joined() *
				(below + scale.branch() + (scale.depth() - 1L) * scale.joined());
			below = scale.joined();
		}
		return numbers;
	}

	private static long numbers(final int in,
		final List<Architecture.Stage> encoder, final int size, final long code,
		final long seed)
	{
		long numbers = 0;
		long channels = in;
		for (final Architecture.Stage stage : encoder) {
			numbers += (long) stage.kernel() * stage.kernel() * channels * stage
				.filters();
			channels = stage.filters();
		}
		final long side = size >> encoder.size();
		return numbers + code * (channels * side * side + seed);
	}
}
