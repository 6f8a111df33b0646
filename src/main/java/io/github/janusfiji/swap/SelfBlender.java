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

import io.github.janusfiji.geometry.ConvexPolygon;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.frames.Frame;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Blends a face with itself: a copy that differs a little in place, colour and
 * sharpness is put over the face with the masks and blends of a swap. What is
 * left is the trace of blending alone, whatever method paints the faces (Shiohara
 * and Yamasaki 2022, "Detecting deepfakes with self-blended images"; Li et al.
 * 2020, "Face X-ray"). Serves to teach detectors; nobody's face is changed for
 * another's. Thread-safe.
 */
public final class SelfBlender {

	/** Shares of the copy that are taken; from Shiohara and Yamasaki. */
	private static final double[] RATIOS = { 0.25, 0.5, 0.75, 1, 1, 1 };

	/** Least width and height of what is blended, px. */
	private static final int LEAST = 24;

	/** Share of the face's size that a blend may look at around it. */
	private static final double CONTEXT = 0.15;

	private SelfBlender() {}

	/**
	 * @param frame a genuine picture; not changed
	 * @param face landmarks in it, px
	 * @param random decides everything
	 * @return the same picture with the face blended over itself; nothing if the
	 *         face is too small or too far outside
	 */
	public static Optional<Frame> blend(final Frame frame, final Landmarks face,
		final SplittableRandom random)
	{
		final var settings = new MaskSettings(random.nextInt(3) == 0 ? MaskShape.HULL
			: MaskShape.EXTENDED, random.nextDouble(-0.12, 0.04), 0, random
				.nextDouble(0.4, 1.2));
		final ConvexPolygon outline = settings.outline(moved(face, random)).orElse(
			null);
		if (outline == null) return Optional.empty();
		final double size = Math.sqrt(outline.area());
		final Region region = Region.around(outline.corners(), CONTEXT * size, frame
			.width(), frame.height());
		if (region.width() < LEAST || region.height() < LEAST) return Optional
			.empty();
		final FaceMask mask = FaceMask.of(outline, random.nextDouble(0.005, 0.06));
		final FloatRgb under = FloatRgb.of(frame.argb(), frame.width(), region);
		FloatRgb copy = recoloured(shifted(under, 0.02 * size, random), random);
		copy = redetailed(copy, under, mask.weights(region), random);
		final double ratio = RATIOS[random.nextInt(RATIOS.length)];
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < copy.planes()[c].length; i++)
				copy.planes()[c][i] = (float) (under.planes()[c][i] + ratio * (copy
					.planes()[c][i] - under.planes()[c][i]));
		final int draw = random.nextInt(20);
		final BlendMode mode = draw < 7 ? BlendMode.ALPHA : draw < 18
			? BlendMode.PYRAMID : BlendMode.POISSON;
		return Optional.of(put(frame, region, mode.blend(under, copy, mask,
			region)));
	}

	/** Landmarks scattered by 1.5 % of the eyes' distance: no mask is exact. */
	private static Landmarks moved(final Landmarks face,
		final SplittableRandom random)
	{
		final double sigma = 0.015 * face.interOcularDistance();
		return new Landmarks(face.points().stream().map(p -> new Point(p.x() +
			sigma * random.nextGaussian(), p.y() + sigma * random.nextGaussian()))
			.toList());
	}

	/** Moved, turned and scaled a little, by bilinear interpolation. */
	private static FloatRgb shifted(final FloatRgb in, final double most,
		final SplittableRandom random)
	{
		final double scale = random.nextDouble(0.97, 1.03);
		final double angle = random.nextDouble(-0.03, 0.03);
		final double a = Math.cos(angle) / scale, b = Math.sin(angle) / scale;
		final int w = in.width(), h = in.height();
		final double cx = (w - 1) / 2.0, cy = (h - 1) / 2.0;
		final double dx = random.nextDouble(-most, most), dy = random.nextDouble(
			-most, most);
		final var out = FloatRgb.black(w, h);
		for (int y = 0, i = 0; y < h; y++)
			for (int x = 0; x < w; x++, i++)
				sample(in, cx + a * (x - cx) - b * (y - cy) + dx, cy + b * (x - cx) + a *
					(y - cy) + dy, out, i);
		return out;
	}

	private static void sample(final FloatRgb in, final double x,
		final double y, final FloatRgb out, final int to)
	{
		final double u = Math.max(0, Math.min(in.width() - 1.001, x));
		final double v = Math.max(0, Math.min(in.height() - 1.001, y));
		final int left = (int) u, at = (int) v * in.width() + left;
		final float fx = (float) (u - left), fy = (float) (v - (int) v);
		for (int c = 0; c < 3; c++) {
			final float[] p = in.planes()[c];
			final float upper = p[at] + fx * (p[at + 1] - p[at]);
			final float lower = p[at + in.width()] + fx * (p[at + in.width() + 1] -
				p[at + in.width()]);
			out.planes()[c][to] = upper + fy * (lower - upper);
		}
	}

	/** Other gains, offsets and saturation, as a colour transfer leaves them. */
	private static FloatRgb recoloured(final FloatRgb in,
		final SplittableRandom random)
	{
		final double strength = random.nextDouble();
		final double saturation = 1 + 0.3 * strength * random.nextDouble(-1, 1);
		final double gain = 1 + 0.12 * strength * random.nextDouble(-1, 1);
		final double[] shift = random.doubles(3, -0.06 * strength - 1e-9, 0.06 *
			strength + 1e-9).toArray();
		final var out = FloatRgb.black(in.width(), in.height());
		final int n = in.width() * in.height();
		for (int i = 0; i < n; i++) {
			final double grey = (in.planes()[0][i] + in.planes()[1][i] + in
				.planes()[2][i]) / 3;
			for (int c = 0; c < 3; c++)
				out.planes()[c][i] = (float) Math.max(0, Math.min(1, gain * (grey +
					saturation * (in.planes()[c][i] - grey)) + shift[c]));
		}
		return out;
	}

	/** Softer or sharper, and in half of all cases matched again as a swap is. */
	private static FloatRgb redetailed(final FloatRgb copy,
		final FloatRgb under, final float[] weights,
		final SplittableRandom random)
	{
		final double pixel = random.nextDouble(0.7, 2.5);
		final FloatRgb other = UnsharpMask.sharpened(copy, pixel, random
			.nextInt(3) == 0 ? random.nextDouble(0, 1.5) : random.nextDouble(-0.9,
				0));
		return random.nextBoolean() ? Detail.MATCH.apply(other, under, weights,
			pixel, random.nextLong()) : other;
	}

	private static Frame put(final Frame frame, final Region region,
		final FloatRgb joined)
	{
		final int[] argb = frame.argb().clone();
		for (int y = 0, i = 0; y < region.height(); y++) {
			int at = (region.y() + y) * frame.width() + region.x();
			for (int x = 0; x < region.width(); x++, i++)
				argb[at++] = joined.argb(i);
		}
		return new Frame(frame.index(), frame.time(), frame.width(), frame
			.height(), argb);
	}
}
