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

import io.github.janusfiji.task.Choice;
import io.github.janusfiji.task.InputException;
import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How fine a face is put in. A network paints fewer pixels than a large face has
 * in its frame, and a donor's pictures come from another camera; either shows by
 * a face that is softer, or cleaner, than the head around it.
 */
enum Detail {

	/** As it was painted. */
	KEEP {

		@Override
		FloatRgb apply(final FloatRgb face, final FloatRgb under,
			final float[] weights, final double pixel, final long seed,
			final Optional<DonorReference.View> donor)
		{
			return face;
		}
	},

	/**
	 * As fine as what it replaces: unsharp masking by as much as brings the mean
	 * absolute detail to that of the frame, and noise where the frame has more.
	 */
	MATCH {

		@Override
		FloatRgb apply(final FloatRgb face, final FloatRgb under,
			final float[] weights, final double pixel, final long seed,
			final Optional<DonorReference.View> donor)
		{
			return matched(face, under, weights, pixel, seed, UnsharpMask.detail(
				under, pixel, weights));
		}
	},

	/**
	 * With the detail of the donor's own pictures, and then as fine as what it
	 * replaces within what a face of the donor can be; without pictures as
	 * {@link #MATCH}.
	 */
	DONOR {

		@Override
		FacePainter painter(final FacePainter network, final Assignment whose)
			throws IOException
		{
			return whose.model().gallery(whose.into()).<FacePainter> map(
				gallery -> new ReferencePainter(network, DonorFaces.of(gallery, whose
					.model().sha256()))).orElse(network);
		}

		@Override
		FloatRgb apply(final FloatRgb face, final FloatRgb under,
			final float[] weights, final double pixel, final long seed,
			final Optional<DonorReference.View> donor)
		{
			if (donor.isEmpty()) return MATCH.apply(face, under, weights, pixel, seed,
				donor);
			final DonorReference.View view = donor.get();
			final double own = UnsharpMask.detail(view.picture(), pixel, view.part()
				.cut(weights, face.width()));
			final double wanted = Math.max(DULLEST * own, Math.min(BRIGHTEST * own,
				UnsharpMask.detail(under, pixel, weights)));
			return matched(DetailTransfer.apply(face, view, weights, pixel), under,
				weights, pixel, seed, wanted);
		}
	};

	/**
	 * Bounds of a face's detail, as shares of the donor's own. Sharpness is mostly
	 * told by squares: there they are 0.8 and 1.4.
	 */
	private static final double DULLEST = 0.9, BRIGHTEST = 1.2;

	/** Detail below which a face is flat: there is nothing to sharpen. */
	private static final double LEAST = 1e-4;

	/** Bounds of unsharp masking: −1 would leave the Gaussian alone. */
	private static final double SOFTEST = -0.7;
	private static final double SHARPEST = 2;

	/** Strongest noise that is added, standard deviation of 0 to 1. */
	private static final double MOST_GRAIN = 0.02;

	/**
	 * @param face the painted face in the frame
	 * @param under the frame there
	 * @param weights of the mask, 0 to 1
	 * @param pixel width of a decoded pixel in the frame, px
	 * @param seed of the noise
	 * @param donor the donor there, in the painted face's shape, if known
	 * @return the face to put in
	 */
	abstract FloatRgb apply(FloatRgb face, FloatRgb under, float[] weights,
		double pixel, long seed, Optional<DonorReference.View> donor);

	/**
	 * @param network paints the face
	 * @param whose face, of which model
	 * @return it, or what adds to its faces the pictures that this detail is taken
	 *         from
	 * @throws IOException if the model's pictures are damaged
	 */
	FacePainter painter(final FacePainter network, final Assignment whose)
		throws IOException
	{
		return network;
	}

	/** The same without a donor's pictures. */
	final FloatRgb apply(final FloatRgb face, final FloatRgb under,
		final float[] weights, final double pixel, final long seed)
	{
		return apply(face, under, weights, pixel, seed, Optional.empty());
	}

	/**
	 * @param name {@code donor}, {@code match} or {@code keep}
	 * @return the choice
	 * @throws InputException if there is no such choice
	 */
	static Detail named(final String name) throws InputException {
		return Choice.of(Detail.class, "detail", name);
	}

	private static FloatRgb matched(final FloatRgb face, final FloatRgb under,
		final float[] weights, final double pixel, final long seed,
		final double wanted)
	{
		final var is = UnsharpMask.Fineness.of(face, pixel, weights);
		// Of what is added the same Gaussian takes a part away again.
		final double amount = is.detail() > LEAST ? Math.max(SOFTEST, Math.min(
			SHARPEST, (wanted / is.detail() - 1) / is.response())) : 0;
		return grained(UnsharpMask.sharpened(face, pixel, amount), under, weights,
			seed);
	}

	private static FloatRgb grained(final FloatRgb face, final FloatRgb under,
		final float[] weights, final long seed)
	{
		final double is = noise(face, weights), should = noise(under, weights);
		if (should <= is) return face;
		final double sigma = Math.min(MOST_GRAIN, Math.sqrt(should * should - is *
			is));
		final var random = new SplittableRandom(seed);
		final var out = FloatRgb.black(face.width(), face.height());
		for (int i = 0; i < weights.length; i++) {
			final float grain = weights[i] > 0 ? (float) (sigma * random
				.nextGaussian()) : 0;
			for (int c = 0; c < 3; c++)
				out.planes()[c][i] = Math.max(0, Math.min(1, face.planes()[c][i] +
					grain));
		}
		return out;
	}

	/**
	 * Standard deviation of the noise of the green plane (Immerkær 1996, "Fast
	 * noise variance estimation", equation 6), where the mask is firm. Edges of
	 * the face count as noise to it, in both pictures alike.
	 */
	static double noise(final FloatRgb picture, final float[] weights) {
		final int w = picture.width();
		final float[] g = picture.planes()[1];
		double sum = 0;
		int count = 0;
		for (int y = 1; y < picture.height() - 1; y++)
			for (int x = 1, i = y * w + 1; x < w - 1; x++, i++) {
				if (weights[i] < 0.5f) continue;
				sum += Math.abs(g[i - w - 1] - 2 * g[i - w] + g[i - w + 1] - 2 * g[i -
					1] + 4 * g[i] - 2 * g[i + 1] + g[i + w - 1] - 2 * g[i + w] + g[i + w +
						1]);
				count++;
			}
		return count == 0 ? 0 : Math.sqrt(Math.PI / 2) * sum / (6 * count);
	}
}
