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
import java.util.Arrays;
import java.util.List;

/** One frame of a swap with what it was made of. */
public final class SwapStep {

	/** What the pictures of {@link #layers()} show. */
	public static final List<String> LAYERS = List.of("original",
		"swapped face", "mask", "result", "difference");

	private final Frame source;
	private final List<SwapRow> rows;
	private final List<FaceCompositor.Composite> composites;

	/** Composites in the order in which they were put in, each over the last. */
	SwapStep(final Frame source, final List<SwapRow> rows,
		final List<FaceCompositor.Composite> composites)
	{
		this.source = source;
		this.rows = List.copyOf(rows);
		this.composites = List.copyOf(composites);
	}

	/** @return the frame as it came */
	public Frame source() {
		return source;
	}

	/** @return the frame as it is written; the source itself if not swapped */
	public Frame result() {
		return isSwapped() ? composites.get(composites.size() - 1).frame()
			: source;
	}

	/** @return whether any face was replaced */
	public boolean isSwapped() {
		return !composites.isEmpty();
	}

	/** @return where faces were put in */
	List<Region> regions() {
		return composites.stream().map(c -> c.region()).toList();
	}

	/** @return the numbers of each person whose face was to be replaced */
	public List<SwapRow> rows() {
		return rows;
	}

	/** @return the frame as it came and, to its right, as it is written */
	public Frame beside() {
		final int w = source.width(), h = source.height();
		final var argb = new int[2 * w * h];
		for (int y = 0; y < h; y++) {
			System.arraycopy(source.argb(), y * w, argb, 2 * y * w, w);
			System.arraycopy(result().argb(), y * w, argb, (2 * y + 1) * w, w);
		}
		return new Frame(source.index(), source.time(), 2 * w, h, argb);
	}

	/**
	 * @return five pictures of the frame's size: the source; the painted faces in
	 *         their places, black around; the mask's weight as grey; the result; the
	 *         absolute difference of result and source
	 */
	public List<Frame> layers() {
		return List.of(source, face(), mask(), result(), difference());
	}

	private Frame face() {
		final var argb = black();
		for (final var c : composites) {
			final float[] weights = new FaceMask(c.mask().outline(), 1e-3).weights(c
				.region());
			for (int i = 0; i < weights.length; i++)
				if (weights[i] > 0) argb[at(c.region(), i)] = c.face().argb(i);
		}
		return picture(argb);
	}

	private Frame mask() {
		final var argb = black();
		for (final var c : composites) {
			final float[] weights = c.mask().weights(c.region());
			for (int i = 0; i < weights.length; i++) {
				final int at = at(c.region(), i);
				argb[at] = Math.max(argb[at], 0xff000000 | Math.round(255 *
					weights[i]) * 0x010101);
			}
		}
		return picture(argb);
	}

	private Frame difference() {
		final var argb = black();
		final int[] a = source.argb(), b = result().argb();
		for (int i = 0; i < argb.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				argb[i] |= Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255)) <<
					shift;
		return picture(argb);
	}

	private int at(final Region region, final int i) {
		return (region.y() + i / region.width()) * source.width() + region.x() + i %
			region.width();
	}

	private int[] black() {
		final var argb = new int[source.argb().length];
		Arrays.fill(argb, 0xff000000);
		return argb;
	}

	private Frame picture(final int[] argb) {
		return new Frame(source.index(), source.time(), source.width(), source
			.height(), argb);
	}
}
