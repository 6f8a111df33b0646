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
package io.github.janusfiji.nn.onednn;

import java.nio.FloatBuffer;

/**
 * Compares a reorder with the definition of its layouts: each number has a
 * value of its own, what fills up blocks must become zero, and what lies between
 * the target's numbers must stay as it is.
 */
final class DnnlReorderCheck {

	/** Indices looked at: more take time, and the ends of all dimensions matter. */
	private static final long MOST = 1 << 14;

	/** What the target holds before. */
	private static final float BEFORE = -7;

	private DnnlReorderCheck() {}

	/**
	 * @param copying to judge
	 * @param from layout of its source
	 * @param to layout of its target
	 * @param add whether it adds
	 * @return whether it puts every number where it belongs
	 */
	static boolean isRight(final DnnlCopying copying, final DnnlLayout from,
		final DnnlLayout to, final boolean add)
	{
		final DnnlIndex a = DnnlIndex.of(from), b = DnnlIndex.of(to);
		final var walk = DnnlWalk.some(a, b, MOST);
		final DnnlFloats source = DnnlFloats.zeros(from.floats());
		final DnnlFloats target = DnnlFloats.zeros(to.floats());
		try {
			final FloatBuffer s = source.buffer(), t = target.buffer();
			final boolean whole = walk.isWhole();
			if (whole) for (int i = 0; i < t.capacity(); i++)
				t.put(i, BEFORE);
			walk.go((p, q, inside) -> {
				if (inside) s.put(p, value(p));
				t.put(q, add && !inside ? 0 : BEFORE);
			});
			copying.run(source, target);
			final long[] wrong = new long[1];
			walk.go((p, q, inside) -> {
				final float expected = inside ? value(p) + (add ? BEFORE : 0) : 0;
				if (t.get(q) != expected) wrong[0]++;
			});
			if (wrong[0] > 0) return false;
			return !whole || untouched(t) == t.capacity() - walk.length();
		}
		finally {
			source.free();
			target.free();
		}
	}

	private static long untouched(final FloatBuffer target) {
		long count = 0;
		for (int i = 0; i < target.capacity(); i++)
			if (target.get(i) == BEFORE) count++;
		return count;
	}

	/** A number that no other place nearby has; exact, as is its sum with BEFORE. */
	private static float value(final int place) {
		return 1 + (place * 0x9E3779B1 >>> 12);
	}
}
