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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how outlines are kept and shown. */
class SwapOverlayTest {

	@Test
	void outlinesComeBackByFrame() {
		final var outlines = new Outlines();
		for (int i = 0; i < 500; i++)
			outlines.add(3 * i, ConvexPolygon.rectangle(i, 0, i + 7.25, 9));
		assertEquals(500, outlines.size());
		assertEquals(new Point(107.25, 9), outlines.get(300).get(2));
		assertNull(outlines.get(301));
		int expected = 0;
		for (final var entry : outlines.entrySet()) {
			assertEquals(expected, entry.getKey());
			assertEquals(4, entry.getValue().size());
			expected += 3;
		}
		assertEquals(1500, expected);
	}

	@Test
	void theOverlayHasAnOutlineOnEachSwappedSlice() {
		final var outlines = new Outlines();
		outlines.add(4, ConvexPolygon.rectangle(10, 20, 30, 50));
		outlines.add(6, ConvexPolygon.rectangle(11, 20, 31, 50));
		final var overlay = SwapOverlay.of(new FaceSwapper.Report(9, 2, 0,
			List.of(new SwappedPerson(1, 2, 0, outlines)), new StageClock().times()));
		assertEquals(2, overlay.size());
		assertEquals(5, overlay.get(0).getPosition());
		assertEquals(7, overlay.get(1).getPosition());
		assertEquals(10.5, overlay.get(0).getFloatBounds().x, 1e-6);
		assertEquals(20, overlay.get(0).getFloatBounds().width, 1e-6);
	}
}
