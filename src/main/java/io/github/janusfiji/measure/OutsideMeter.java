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

import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.measure.FrameMeasure.Outside;
import io.github.janusfiji.pixels.Ssim;
import java.util.Optional;

/** Compares what a swap must not touch. */
final class OutsideMeter {

	private OutsideMeter() {}

	/**
	 * @param source a frame
	 * @param swapped the same after the swap
	 * @param limit what may change; nothing if all must stay
	 * @return the difference outside
	 */
	static Outside measure(final Frame source, final Frame swapped,
		final Optional<ConvexPolygon> limit)
	{
		final int[] a = source.argb(), b = swapped.argb();
		final boolean[] inside = limit.map(l -> Masks.inside(l, source.width(),
			source.height())).orElseGet(() -> new boolean[a.length]);
		long pixels = 0, differing = 0, squares = 0;
		for (int i = 0; i < a.length; i++) {
			if (inside[i]) continue;
			pixels++;
			if ((a[i] ^ b[i]) << 8 == 0) continue;
			differing++;
			for (int shift = 0; shift < 24; shift += 8) {
				final int d = (a[i] >> shift & 255) - (b[i] >> shift & 255);
				squares += d * d;
			}
		}
		return new Outside(pixels, differing, squares, differing == 0 ? 1
			: Ssim.mean(source.argb(), swapped.argb(), source
				.width(), limit.map(l -> Masks.inside(
				new ConvexPolygon(l.offset(Ssim.REACH)), source.width(), source
					.height())).orElse(inside)));
	}
}
