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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DnnlPoolTest {

	private static final int LINE = DnnlFloats.ALIGNMENT;

	private final DnnlPool pool = new DnnlPool();

	@AfterEach
	void free() {
		pool.clear();
	}

	private static long address(final DnnlFloats floats) {
		return floats.pointer().address();
	}

	@Test
	void whatComesBackServesTheNextOfAnySize() {
		pool.open();
		final var first = pool.take(1000);
		final var second = pool.take(2000);
		final var third = pool.take(10);
		final long begin = address(first);
		pool.give(second);
		pool.give(first);
		// Both gaps are one now, and the first that is wide enough is taken.
		assertEquals(begin, address(pool.take(2900)));
		assertTrue(address(pool.take(2000)) > address(third));
		pool.close();
	}

	@Test
	void partsDoNotOverlapAndBeginCacheLines() {
		pool.open();
		final DnnlFloats[] parts = new DnnlFloats[20];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = pool.take(7 * i + 1);
			assertEquals(0, address(parts[i]) % (LINE * Float.BYTES));
			parts[i].array().assign(i);
		}
		for (int i = 0; i < parts.length; i++) {
			assertEquals(7 * i + 1, parts[i].count());
			assertEquals(i * (7.0 * i + 1), parts[i].array().sumNumber()
				.doubleValue());
		}
		pool.close();
	}

	@Test
	void aScopeGivesBackItsOwnAndLeavesTheRest() {
		pool.open();
		final var outer = pool.take(100);
		pool.open();
		final long inner = address(pool.take(100));
		final var kept = pool.keep(100);
		pool.close();
		kept.buffer().put(0, 5);
		outer.buffer().put(0, 3);
		assertEquals(inner, address(pool.take(100)));
		pool.close();
		assertFalse(pool.isOpen());
		assertEquals(5, kept.buffer().get(0));
		pool.give(kept);
	}

	/** Larger than a chunk, so that there are several, which are then joined. */
	@Test
	void chunksAreJoinedWhenNothingIsLent() {
		final long much = (1L << 23) + 1;
		for (int step = 0; step < 2; step++) {
			pool.open();
			final var parts = new DnnlFloats[] { pool.take(much), pool.take(much),
				pool.take(much) };
			if (step == 1) for (int i = 1; i < parts.length; i++)
				assertEquals((much + LINE) / LINE * LINE * Float.BYTES, address(
					parts[i]) - address(parts[i - 1]));
			pool.close();
		}
	}
}
