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

import io.github.janusfiji.face.Face;
import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.frames.Frame;
import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.measure.FrameMeasure.Flicker;
import io.github.janusfiji.pixels.Gaussian;
import io.github.janusfiji.pixels.Luma;
import java.util.Optional;

/**
 * Measures unsteadiness in the frame of the head: both clips are aligned by the
 * source's landmarks, so that motion drops out, and blurred, so that noise does.
 * What is left of three frames is the second difference over time,
 * {@code (L₁ − 2·L₂ + L₃) / √6}, which steady motion and slowly changing light
 * leave at 0 and independent changes of each frame at their own size; its root
 * mean square over the swapped area is the flicker.
 */
final class FlickerMeter {

	/** Crop that faces are tracked for and flicker is measured in, px. */
	static final int CROP = 128;

	/** σ of the blur, px of the crop, in which a face is some 80 px wide. */
	private static final double BLUR = 2;

	/** Mean change of the source's aligned face at which a new shot begins. */
	private static final double CUT = 0.12 * 255;

	/** Luma of both clips' aligned faces, and the swapped area in them. */
	private record Aligned(float[] source, float[] swapped, boolean[] area) {}

	private Aligned first, second;

	/**
	 * @param source the next frame
	 * @param swapped the same after the swap
	 * @param face in the source, if it was found; its transform leads to a crop of
	 *          {@value #CROP} px
	 * @param area the swapped area, if there is one, px in the frame
	 * @return the flicker of the frame before this one
	 */
	Flicker next(final Frame source, final Frame swapped,
		final Optional<Face> face, final Optional<ConvexPolygon> area)
	{
		final Aligned third = face.isEmpty() || area.isEmpty() ? null : new Aligned(
			luma(source, face.get()), luma(swapped, face.get()), Masks.inside(area
				.get().mapped(face.get().transform()), CROP, CROP));
		final Flicker flicker = first == null || second == null ||
			third == null || cut(first, second) || cut(second, third) ? Flicker.NONE
				: new Flicker(change(first.swapped, second.swapped, third.swapped,
					second.area), change(first.source, second.source, third.source,
						second.area));
		first = second;
		second = third;
		return flicker;
	}

	private static float[] luma(final Frame frame, final Face face) {
		return Gaussian.blur(Luma.of(FaceAligner.crop(frame, face.transform(),
			CROP)), CROP, BLUR);
	}

	private static boolean cut(final Aligned before, final Aligned after) {
		double sum = 0;
		for (int i = 0; i < before.source.length; i++)
			sum += Math.abs(before.source[i] - after.source[i]);
		return sum > CUT * before.source.length;
	}

	private static double change(final float[] a, final float[] b,
		final float[] c, final boolean[] area)
	{
		double squares = 0;
		int n = 0;
		for (int i = 0; i < area.length; i++) {
			if (!area[i]) continue;
			final double d = a[i] - 2.0 * b[i] + c[i];
			squares += d * d / 6;
			n++;
		}
		return Math.sqrt(squares / n);
	}
}
