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
package io.github.janusfiji.detect;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.janusfiji.detect.ManipulationAnalysis.Evidence;
import io.github.janusfiji.frames.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows where the evidence lies: each face, and beside it the same face in grey
 * with what speaks for manipulation in red and against it in blue.
 */
public final class EvidencePictures {

	private static final int SIZE = FacePicture.SIZE;

	/**
	 * Log-odds at which a colour has three quarters of its strength; more where
	 * places differ so much that all would be as strong.
	 */
	private static final double STRONG = 2;

	private EvidencePictures() {}

	/**
	 * @param analysis what was found
	 * @return pictures of 320×160 px, one for each face whose evidence was kept
	 */
	static List<Frame> of(final ManipulationAnalysis analysis) {
		final var pictures = new ArrayList<Frame>();
		for (final Evidence e : analysis.evidence())
			pictures.add(new Frame(pictures.size(), e.face().time(), 2 * SIZE, SIZE,
				pixels(e)));
		return pictures;
	}

	/**
	 * @param analysis what was found
	 * @return the same as a stack, to be shown; null if no detector tells where its
	 *         evidence lies
	 */
	public static ImagePlus stack(final ManipulationAnalysis analysis) {
		if (analysis.evidence().isEmpty()) return null;
		final var stack = new ImageStack(2 * SIZE, SIZE);
		for (final Frame picture : of(analysis))
			stack.addSlice(String.format(Locale.ROOT, "%.3f s", picture
				.time()), picture.processor());
		return new ImagePlus("Evidence in " + analysis.name(), stack);
	}

	private static int[] pixels(final Evidence e) {
		final var out = new int[2 * SIZE * SIZE];
		final float[] grey = e.face().grey();
		final int side = (int) Math.round(Math.sqrt(e.map().length));
		double square = 0;
		for (final float v : e.map())
			square += v * v / e.map().length;
		final double strong = Math.max(STRONG, 1.5 * Math.sqrt(square));
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final int i = y * SIZE + x;
				out[2 * y * SIZE + x] = e.face().argb()[i];
				final double says = Math.tanh(at(e.map(), side, x, y) / strong);
				final double g = grey[i] * (1 - 0.6 * Math.abs(says));
				out[(2 * y + 1) * SIZE + x] = 0xff000000 | (int) (g + 150 * Math.max(0,
					says)) << 16 | (int) g << 8 | (int) (g + 150 * Math.max(0, -says));
			}
		return out;
	}

	/** Bilinear between the middles of the map's places. */
	private static double at(final float[] map, final int side, final int x,
		final int y)
	{
		final double u = Math.max(0, Math.min(side - 1.0001, (x + 0.5) * side /
			SIZE - 0.5)), v = Math.max(0, Math.min(side - 1.0001, (y + 0.5) * side /
				SIZE - 0.5));
		final int i = (int) v * side + (int) u, right = side > 1 ? 1 : 0, down =
			side > 1 ? side : 0;
		final double fx = u - (int) u, fy = v - (int) v;
		return (1 - fy) * ((1 - fx) * map[i] + fx * map[i + right]) + fy * ((1 -
			fx) * map[i + down] + fx * map[i + down + right]);
	}
}
