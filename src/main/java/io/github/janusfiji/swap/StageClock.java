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
package io.github.janusfiji.swap;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Adds up how long the stages of a swap take. Thread-safe. */
final class StageClock {

	/** See {@link SwapTimes}. */
	enum Stage {
		TRACKING, READING, DECODING, PAINTING, BLENDING, WRITING
	}

	private final long begin = System.nanoTime();
	private final Map<Stage, LongAdder> spent = new EnumMap<>(Stage.class);

	StageClock() {
		for (final Stage stage : Stage.values())
			spent.put(stage, new LongAdder());
	}

	/**
	 * @param stage what was done
	 * @param start when it was begun, as {@link System#nanoTime()} says
	 * @return how long it took, ms
	 */
	double add(final Stage stage, final long start) {
		final long took = System.nanoTime() - start;
		spent.get(stage).add(took);
		return took / 1e6;
	}

	/** @return everything so far */
	SwapTimes times() {
		return new SwapTimes((System.nanoTime() - begin) / 1e9, seconds(
			Stage.TRACKING), seconds(Stage.READING), seconds(Stage.DECODING), seconds(
				Stage.PAINTING), seconds(Stage.BLENDING), seconds(Stage.WRITING));
	}

	private double seconds(final Stage stage) {
		return spent.get(stage).sum() / 1e9;
	}
}
