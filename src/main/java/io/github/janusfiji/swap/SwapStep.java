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

import io.github.janusfiji.frames.Frame;
import java.util.List;
import java.util.Optional;

/** One frame of a swap with what it was made of. */
public final class SwapStep {

	/** What the pictures of {@link #layers()} show. */
	public static final List<String> LAYERS = List.of("original",
		"swapped face", "mask", "result", "difference");

	private final Frame source;
	private final SwapRow row;
	private final Optional<FaceCompositor.Composite> composite;

	SwapStep(final Frame source, final SwapRow row,
		final Optional<FaceCompositor.Composite> composite)
	{
		this.source = source;
		this.row = row;
		this.composite = composite;
	}

	/** @return the frame as it came */
	public Frame source() {
		return source;
	}

	/** @return the frame as it is written; the source itself if not swapped */
	public Frame result() {
		return composite.map(FaceCompositor.Composite::frame).orElse(source);
	}

	/** @return the numbers */
	public SwapRow row() {
		return row;
	}

	/**
	 * @return five pictures of the frame's size: the source; the painted face in
	 *         its place, black around; the mask's weight as grey; the result; the
	 *         absolute difference of result and source
	 */
	public List<Frame> layers() {
		return List.of(source, face(), mask(), result(), difference());
	}

	private Frame face() {
		final var argb = black();
		composite.ifPresent(c -> {
			final float[] weights = new FaceMask(c.mask().outline(), 1e-3).weights(c
				.region());
			for (int i = 0; i < weights.length; i++)
				if (weights[i] > 0) argb[at(c.region(), i)] = c.face().argb(i);
		});
		return picture(argb);
	}

	private Frame mask() {
		final var argb = black();
		composite.ifPresent(c -> {
			final float[] weights = c.mask().weights(c.region());
			for (int i = 0; i < weights.length; i++)
				argb[at(c.region(), i)] = 0xff000000 | Math.round(255 * weights[i]) *
					0x010101;
		});
		return picture(argb);
	}

	private Frame difference() {
		final var argb = black();
		composite.ifPresent(c -> {
			final int[] a = source.argb(), b = c.frame().argb();
			for (int i = 0; i < argb.length; i++)
				for (int shift = 0; shift < 24; shift += 8)
					argb[i] |= Math.abs((a[i] >> shift & 255) - (b[i] >> shift &
						255)) << shift;
		});
		return picture(argb);
	}

	private int at(final Region region, final int i) {
		return (region.y() + i / region.width()) * source.width() + region.x() + i %
			region.width();
	}

	private int[] black() {
		final var argb = new int[source.argb().length];
		java.util.Arrays.fill(argb, 0xff000000);
		return argb;
	}

	private Frame picture(final int[] argb) {
		return new Frame(source.index(), source.time(), source.width(), source
			.height(), argb);
	}
}
