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

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.face.Framing;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import io.github.janusfiji.pixels.Luma;
import java.util.List;
import java.util.Optional;

/**
 * Sharpness of a face that does not depend on its size, light and contrast: the
 * variance of the Laplacian (Pech-Pacheco et al., "Diatom autofocusing in
 * brightfield microscopy", ICPR 2000) of the face brought to a common size and
 * to a standard deviation of 1.
 */
final class FaceSharpness {

	/** Side of the face's picture, px; its outer eye corners are 64 px apart. */
	static final int SIZE = 112;

	/** Where the outer eye corners lie in it, px. */
	private static final List<Point> CORNERS = List.of(new Point(24, 36),
		new Point(88, 36));

	private FaceSharpness() {}

	/**
	 * @param frame a picture
	 * @param face landmarks in it, px; the outer eye corners lie apart
	 * @return variance of the Laplacian in standard deviations squared: above 0.1
	 *         for a sharp face, 0 if it is flat
	 */
	static double of(final Frame frame, final Landmarks face) {
		final var map = Similarity.estimate(List.of(face.get(36), face.get(45)),
			CORNERS);
		return of(Luma.of(FaceAligner.crop(frame, map, SIZE)));
	}

	/**
	 * The same after the face went through a face set's crop, so that it can be
	 * compared with those of a set: each resampling costs sharpness.
	 *
	 * @param frame a picture
	 * @param face landmarks in it, px
	 * @param framing of the set's crops; empty for a picture that is compared with
	 *          pictures
	 * @return its sharpness
	 */
	static double of(final Frame frame, final Landmarks face,
		final Optional<Framing> framing)
	{
		if (framing.isEmpty()) return of(frame, face);
		final int size = framing.get().size();
		final var map = framing.get().align(face);
		return of(new Frame(0, 0, size, size, FaceAligner.crop(frame, map, size)),
			face.mapped(map));
	}

	/**
	 * @param luma {@value #SIZE}² levels
	 * @return their sharpness
	 */
	static double of(final float[] luma) {
		final double squares = variance(luma);
		if (squares < 1e-6) return 0;
		final int inner = SIZE - 2;
		final float[] bends = new float[inner * inner];
		for (int i = 0; i < bends.length; i++) {
			final int at = (i / inner + 1) * SIZE + i % inner + 1;
			bends[i] = luma[at - 1] + luma[at + 1] + luma[at - SIZE] + luma[at +
				SIZE] - 4 * luma[at];
		}
		return variance(bends) / squares;
	}

	private static double variance(final float[] values) {
		double mean = 0, squares = 0;
		for (final float v : values)
			mean += v / values.length;
		for (final float v : values)
			squares += (v - mean) * (v - mean) / values.length;
		return squares;
	}
}
