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
package io.github.janusfiji.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.janusfiji.colour.CieLab;
import io.github.janusfiji.colour.DeltaE;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeamMeterTest {

	/** Ten columns of the area are in the picture, less than the deep strip's. */
	@Test
	void theToneOfAFaceCutOffIsThatOfTheEdgeWhereItCanBeSeen() {
		final int skin = 0xffc89678, other = 0xffb48c78;
		final double expected = DeltaE.of(CieLab.of(skin), CieLab.of(other));
		final var area = new ConvexPolygon(List.of(new Point(-110, 20), new Point(
			10, 20), new Point(10, 180), new Point(-110, 180)));
		final var source = new Drawn(1, (t, x, y) -> skin).frame(0);
		final var swapped = new Drawn(1, (t, x, y) -> x <= 10 && y >= 20 && y <= 180
			? other : skin).frame(0);
		final var seam = new SeamMeter(area, 120).measure(source, swapped);
		assertEquals(expected, seam.deltaE(), 0.08 * expected);
		assertEquals(expected, seam.tone(), 0.08 * expected);
		assertEquals(0, seam.sourceTone(), 1e-9);
	}
}
