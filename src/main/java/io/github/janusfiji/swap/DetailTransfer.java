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

import io.github.janusfiji.pixels.Luma;

/**
 * Gives a painted face the fine detail of a picture of the same person. Both are
 * taken apart into bands (a Laplacian stack, Burt and Adelson 1983). In the bands
 * that are finer than what a network paints after a short training, the
 * picture's take the place of the painting's wherever the two agree in the next
 * coarser band, so that light, shape and expression stay the painting's. Where
 * they do not, as at an eye that the picture has open and the painting closed,
 * nothing is taken.
 */
final class DetailTransfer {

	/**
	 * σ of the finest blur, px of the network: after ten minutes' training an edge
	 * that it paints is about as wide.
	 */
	private static final double FINE = 2;

	/** Each blur is as many times wider than the one before. */
	private static final double OCTAVE = 2;

	/** σ from which colour is the painting's, in units of the finest. */
	private static final double COLOUR = 4;

	/** Bounds of how much stronger detail is in the light of the painting. */
	private static final float DIMMEST = 0.5f, LIGHTEST = 1.6f;

	/** Added to both lights before they are compared, of a range of 1. */
	private static final float DARK = 0.05f;

	/** Amplitude below which a band holds nothing to disagree on. */
	private static final double FLAT = 0.008;

	/** Likeness at and below which nothing is taken, and that which is enough. */
	private static final double UNLIKE = 0.1, ALIKE = 0.6;

	/** Most that the painting's band is raised before it is compared. */
	private static final double SOFTEST = 2.5;

	private final int width, height;
	private final double sigma;
	private final float[] weights;
	private final float[] trusted;

	private DetailTransfer(final FloatRgb face, final float[] trusted,
		final float[] weights, final double pixel)
	{
		this.trusted = trusted;
		width = face.width();
		height = face.height();
		sigma = FINE * pixel;
		this.weights = weights;
	}

	/**
	 * @param face the painted face in the frame
	 * @param view the donor in a part of it
	 * @param weights of the mask, 0 to 1: what lies outside does not count
	 * @param pixel width of a decoded pixel in the frame, px
	 * @return the face with the donor's detail, limited to 0 to 1
	 */
	static FloatRgb apply(final FloatRgb face, final DonorReference.View view,
		final float[] weights, final double pixel)
	{
		final Region part = view.part();
		final var planes = new float[3][];
		for (int c = 0; c < 3; c++)
			planes[c] = part.cut(face.planes()[c], face.width());
		final FloatRgb fine = apply(new FloatRgb(part.width(), part.height(),
			planes), view.picture(), view.trusted(), part.cut(weights, face.width()),
			pixel);
		for (int c = 0; c < 3; c++) {
			planes[c] = face.planes()[c].clone();
			part.paste(fine.planes()[c], planes[c], face.width());
		}
		return new FloatRgb(face.width(), face.height(), planes);
	}

	/**
	 * @param face the painted face in the frame
	 * @param picture of the person, as large and in the same shape
	 * @param trusted of each pixel the least share that is taken, whether the two
	 *          agree or not, 0 to 1; there of all three bands
	 * @param weights of the mask, 0 to 1: what lies outside does not count
	 * @param pixel width of a decoded pixel in the frame, px
	 * @return the face with the picture's detail, limited to 0 to 1
	 */
	static FloatRgb apply(final FloatRgb face, final FloatRgb picture,
		final float[] trusted, final float[] weights, final double pixel)
	{
		return new DetailTransfer(face, trusted, weights, pixel).applied(face,
			picture);
	}

	private FloatRgb applied(final FloatRgb face, final FloatRgb picture) {
		final float[] y = luma(face), z = luma(picture);
		final float[][] painted = bands(y), seen = bands(z);
		relight(seen, light(painted[3], seen[3]));
		final float[] second = agreement(painted[2], seen[2], OCTAVE * OCTAVE);
		final float[] first = agreement(painted[1], seen[1], OCTAVE);
		final float[] more = new float[y.length];
		for (int i = 0; i < more.length; i++) {
			final float all = trusted[i];
			second[i] = Math.max(all, second[i]);
			more[i] = all * (seen[2][i] - painted[2][i]) + second[i] * (seen[1][i] -
				painted[1][i]) + Math.max(all, second[i] * first[i]) * (seen[0][i] -
					painted[0][i]);
		}
		return coloured(face, more, hue(face, y, picture, z, 0, second), hue(face, y,
			picture, z, 2, second));
	}

	/** Three bands from the finest on, and what is left. */
	private float[][] bands(final float[] plane) {
		final var bands = new float[4][];
		float[] from = plane;
		for (int k = 0; k < 3; k++) {
			final float[] soft = soft(plane, Math.pow(OCTAVE, k));
			bands[k] = new float[plane.length];
			for (int i = 0; i < plane.length; i++)
				bands[k][i] = from[i] - soft[i];
			from = soft;
		}
		bands[3] = from;
		return bands;
	}

	/** How much stronger the painting's light is: detail grows with it. */
	private static float[] light(final float[] painted, final float[] seen) {
		final var light = new float[painted.length];
		for (int i = 0; i < light.length; i++)
			light[i] = Math.max(DIMMEST, Math.min(LIGHTEST, (painted[i] + DARK) /
				(seen[i] + DARK)));
		return light;
	}

	private static void relight(final float[][] bands, final float[] light) {
		for (int k = 0; k < 3; k++)
			for (int i = 0; i < light.length; i++)
				bands[k][i] *= light[i];
	}

	/** As {@link #agreement(float[], float[], float[], int, int, double)}. */
	private float[] agreement(final float[] painted, final float[] seen,
		final double factor)
	{
		return agreement(painted, seen, weights, width, height, factor * sigma);
	}

	/**
	 * How well two bands agree around each pixel: twice their product over the sum
	 * of their squares, each averaged by a Gaussian (the structure and contrast of
	 * Wang et al., "Image quality assessment: from error visibility to structural
	 * similarity", IEEE TIP 2004, in one), then made firm. Where both are flat they
	 * agree. A painting that is softer all over is first raised to the picture's
	 * contrast.
	 *
	 * @param painted a band, {@code width × height} values around 0
	 * @param seen the same of the other picture
	 * @param weights of the mask, in which contrasts are compared
	 * @param width px
	 * @param height px
	 * @param sigma of the window, px
	 * @return from 0, where they contradict each other, to 1
	 */
	static float[] agreement(final float[] painted, final float[] seen,
		final float[] weights, final int width, final int height,
		final double sigma)
	{
		final float raised = (float) raised(painted, seen, weights);
		final var product = new float[painted.length];
		final var squares = new float[painted.length];
		for (int i = 0; i < product.length; i++) {
			final float p = raised * painted[i], q = seen[i];
			product[i] = 2 * p * q;
			squares[i] = p * p + q * q;
		}
		final float[] both = SoftPlane.of(product, width, height, sigma);
		final float[] all = SoftPlane.of(squares, width, height, sigma);
		final float flat = (float) (FLAT * FLAT);
		for (int i = 0; i < both.length; i++) {
			final double like = (both[i] + flat) / (all[i] + flat);
			final double t = Math.max(0, Math.min(1, (like - UNLIKE) / (ALIKE -
				UNLIKE)));
			both[i] = (float) (t * t * (3 - 2 * t));
		}
		return both;
	}

	private static double raised(final float[] painted, final float[] seen,
		final float[] weights)
	{
		double own = 0, other = 0;
		for (int i = 0; i < weights.length; i++) {
			own += weights[i] * painted[i] * painted[i];
			other += weights[i] * seen[i] * seen[i];
		}
		return own == 0 ? 1 : Math.max(1, Math.min(SOFTEST, Math.sqrt(other /
			own)));
	}

	/** What is added to a channel's difference from luma. */
	private float[] hue(final FloatRgb face, final float[] y,
		final FloatRgb picture, final float[] z, final int channel,
		final float[] share)
	{
		final float[] own = face.planes()[channel];
		final float[] other = picture.planes()[channel];
		final var hue = new float[y.length];
		for (int i = 0; i < hue.length; i++)
			hue[i] = other[i] - z[i] - own[i] + y[i];
		final float[] soft = soft(hue, COLOUR);
		for (int i = 0; i < hue.length; i++)
			hue[i] = share[i] * (hue[i] - soft[i]);
		return hue;
	}

	private static FloatRgb coloured(final FloatRgb face, final float[] luma,
		final float[] red, final float[] blue)
	{
		final var out = FloatRgb.black(face.width(), face.height());
		final float[][] in = face.planes(), to = out.planes();
		for (int i = 0; i < luma.length; i++) {
			to[0][i] = limited(in[0][i] + luma[i] + red[i]);
			to[1][i] = limited(in[1][i] + luma[i] - (Luma.RED * red[i] + Luma.BLUE *
				blue[i]) / Luma.GREEN);
			to[2][i] = limited(in[2][i] + luma[i] + blue[i]);
		}
		return out;
	}

	private static float limited(final float v) {
		return Math.max(0, Math.min(1, v));
	}

	private float[] soft(final float[] plane, final double factor) {
		return SoftPlane.of(plane, width, height, factor * sigma);
	}

	private static float[] luma(final FloatRgb rgb) {
		final float[][] p = rgb.planes();
		final var luma = new float[p[0].length];
		for (int i = 0; i < luma.length; i++)
			luma[i] = Luma.RED * p[0][i] + Luma.GREEN * p[1][i] + Luma.BLUE *
				p[2][i];
		return luma;
	}
}
