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

import io.github.janusfiji.swap.LaplacianPyramid.Plane;

/**
 * Joins a face and the frame around it. Works on the encoded values of the
 * source, not in linear light: both sides of the seam have nearly the same
 * colour there, and the networks are trained on encoded values.
 */
enum BlendMode {

	/** Weighted mean of each pixel. */
	ALPHA {

		@Override
		FloatRgb blend(final FloatRgb frame, final FloatRgb face,
			final FaceMask mask, final Region region)
		{
			return mixed(frame, face, mask.weights(region));
		}
	},

	/** Weighted mean within each band of a Laplacian pyramid. */
	PYRAMID {

		@Override
		FloatRgb blend(final FloatRgb frame, final FloatRgb face,
			final FaceMask mask, final Region region)
		{
			final int w = region.width(), h = region.height();
			final int levels = LaplacianPyramid.depth(w, h);
			final Plane[] weights = LaplacianPyramid.gaussian(new Plane(w, h, mask
				.weights(region)), levels);
			final var joined = new float[3][];
			for (int c = 0; c < 3; c++) {
				final float[] under = frame.planes()[c], over = face.planes()[c];
				final var change = new float[under.length];
				for (int i = 0; i < change.length; i++)
					change[i] = over[i] - under[i];
				joined[c] = LaplacianPyramid.of(new Plane(w, h, change), levels)
					.weighted(weights).reconstruct().values();
				for (int i = 0; i < under.length; i++)
					joined[c][i] += under[i];
			}
			return limited(frame, new FloatRgb(w, h, joined), mask, region);
		}
	},

	/** The face's gradients with the frame's colours at the outline. */
	POISSON {

		@Override
		FloatRgb blend(final FloatRgb frame, final FloatRgb face,
			final FaceMask mask, final Region region)
		{
			return PoissonCloning.clone(frame, face, mask, region).map(
				cloned -> limited(frame, cloned, mask, region)).orElseGet(() -> ALPHA
					.blend(frame, face, mask, region));
		}
	};

	/** Feathering at the outline of what was blended already, relative. */
	private static final double LIMIT = 0.5;

	/**
	 * @param frame the region of the frame
	 * @param face the painted face there
	 * @param mask the face's weight, px in the frame
	 * @param region where in the frame
	 * @return the region with the face in it; equal to the frame outside the
	 *         mask's outline
	 */
	abstract FloatRgb blend(FloatRgb frame, FloatRgb face, FaceMask mask,
		Region region);

	/** Keeps what a blend spilled over the outline from the frame. */
	private static FloatRgb limited(final FloatRgb frame, final FloatRgb blended,
		final FaceMask mask, final Region region)
	{
		return mixed(frame, blended, mask.feathered(LIMIT).weights(region));
	}

	private static FloatRgb mixed(final FloatRgb under, final FloatRgb over,
		final float[] weights)
	{
		final var out = FloatRgb.black(under.width(), under.height());
		for (int c = 0; c < 3; c++) {
			final float[] a = under.planes()[c], b = over.planes()[c];
			for (int i = 0; i < weights.length; i++)
				out.planes()[c][i] = a[i] + weights[i] * (b[i] - a[i]);
		}
		return out;
	}
}
