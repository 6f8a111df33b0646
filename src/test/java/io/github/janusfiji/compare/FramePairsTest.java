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
package io.github.janusfiji.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.frames.FrameCursor;
import io.github.janusfiji.frames.FrameSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramePairsTest {

	/** A clip of which only the times are asked. */
	private record Times(double... times) implements FrameSequence {

		@Override
		public String name() {
			return "times";
		}

		@Override
		public Optional<Path> path() {
			return Optional.empty();
		}

		@Override
		public int width() {
			return 1;
		}

		@Override
		public int height() {
			return 1;
		}

		@Override
		public int count() {
			return times.length;
		}

		@Override
		public double frameRate() {
			return (times.length - 1) / times[times.length - 1];
		}

		@Override
		public double timeOf(final int index) {
			return times[index];
		}

		@Override
		public Frame frame(final int index) {
			return new Frame(index, times[index], 1, 1, new int[1]);
		}

		@Override
		public FrameCursor cursor() {
			throw new IllegalStateException("not asked");
		}

		@Override
		public void close() {
			// Nothing is open.
		}
	}

	private static Times even(final int count, final double step) {
		final double[] times = new double[count];
		for (int i = 0; i < count; i++) times[i] = i * step;
		return new Times(times);
	}

	/** An average rate puts other moments beside each other. */
	@Test
	void framesOfTheSameMomentBelongTogetherHoweverTheyCome()
		throws IOException
	{
		final Times uneven = new Times(0, 0.04, 0.08, 0.12, 0.52, 0.92, 0.96, 1);
		final Times even = even(26, 0.04);
		final var pairs = new FramePairs(even, uneven, null, true);
		assertEquals(26, pairs.count());
		for (int i = 0; i < 26; i++) {
			final int other = pairs.counterpart(even.timeOf(i), i);
			for (int k = 0; k < uneven.count(); k++) assertEquals(true, Math.abs(
				uneven.times[other] - even.timeOf(i)) <= Math.abs(uneven.times[k] - even
					.timeOf(i)) + 1e-9, "frame " + i);
		}
		final var back = new FramePairs(uneven, even, null, true);
		for (int i = 0; i < uneven.count(); i++) assertEquals(Math.round(
			uneven.times[i] / 0.04), back.counterpart(uneven.times[i], i));
		assertEquals(3, new FramePairs(even, uneven, null, false).counterpart(9, 3));
	}

	@Test
	void whatIsLongerThanTheOtherHasNoCounterpart() {
		assertEquals(10, new FramePairs(even(50, 0.04), even(10, 0.04), null, true)
			.count());
		assertEquals(20, new FramePairs(even(50, 0.02), even(10, 0.04), null, true)
			.count());
	}
}
