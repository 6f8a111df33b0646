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

import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import io.github.janusfiji.geometry.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a painted face may take its detail from: the donor's pictures that show
 * the same pose and expression best.
 *
 * @param pictures of the donor
 * @param index of the replaced face among the source's
 * @param source landmarks of the replaced face, px in the network's window
 * @param jaw width of the mean jaw there, px
 * @param shifts from brows, eyes, nose and mouth of the replaced face to those of
 *          the painted one, px, in the order of {@link #PARTS}; nothing if the
 *          painting was not looked at
 * @param gaze where the irises of the replaced face are, as of {@link GazeTrack}
 */
record DonorReference(DonorPictures pictures, int index, Landmarks source,
	double jaw, Optional<List<Point>> shifts, Optional<Point> gaze)
{

	/**
	 * First landmark of each part of a face that is moved as one: brows, nose,
	 * eyes, mouth; and the end.
	 */
	private static final int[] PARTS = { 17, 22, 27, 36, 42, 48,
		Landmarks.COUNT };

	/** Axes of an eye's ellipse, of half its width; where its edge ends. */
	private static final double WIDE = 1.1, HIGH = 0.7, SOFT = 1.45;

	/**
	 * How much farther than wanted an eye may be open for its lids to be let down,
	 * and how much farther it cannot be.
	 */
	private static final double TOO_WIDE = 0.2, FAR_TOO_WIDE = 0.5;

	private static final int FIRST_EYE = 36;

	/** Landmarks of an eye: the corners are the first and the fourth. */
	private static final int EYE = 6;

	private static final Point STAY = new Point(0, 0);

	/**
	 * @param face what was painted
	 * @return the same with the shifts found in it
	 */
	DonorReference seenIn(final FloatRgb face) {
		final Landmarks painted = PaintedFace.features(face, source);
		final var found = new ArrayList<Point>();
		for (int k = 1; k < PARTS.length; k++) {
			final Point is = middle(painted, k), was = middle(source, k);
			found.add(new Point(is.x() - was.x(), is.y() - was.y()));
		}
		return with(found);
	}

	/**
	 * @param others of neighbouring frames and this one
	 * @param weights as many
	 * @return the same with the weighted mean of the shifts that are known there
	 */
	DonorReference averaged(final List<DonorReference> others,
		final double[] weights)
	{
		final var mean = new ArrayList<Point>();
		for (int k = 0; k < PARTS.length - 1; k++) {
			double x = 0, y = 0, total = 0;
			for (int i = 0; i < weights.length; i++) {
				if (others.get(i).shifts.isEmpty()) continue;
				final Point p = others.get(i).shifts.get().get(k);
				x += weights[i] * p.x();
				y += weights[i] * p.y();
				total += weights[i];
			}
			mean.add(total == 0 ? STAY : new Point(x / total, y / total));
		}
		return with(mean);
	}

	private DonorReference with(final List<Point> known) {
		return new DonorReference(pictures, index, source, jaw, Optional.of(List
			.copyOf(known)), gaze);
	}

	/** Of an eye between its corners: how far it is open must not move it. */
	private static Point middle(final Landmarks face, final int part) {
		final int from = PARTS[part - 1], to = PARTS[part];
		return Point.mean(to - from == EYE ? List.of(face.get(from), face.get(from +
			EYE / 2)) : face.points().subList(from, to));
	}

	/**
	 * The donor in the shape of the painted face.
	 *
	 * @param picture of the donor
	 * @param trusted how much of each pixel is taken though the painting shows
	 *          something else, 0 to 1
	 * @param part of the region that is shown
	 */
	record View(FloatRgb picture, float[] trusted, Region part) {}

	/**
	 * @param toWindow from the frame to the network's window
	 * @param whole region of the frame
	 * @param weights of the mask there
	 * @return the donor where the mask lies; nothing if it is empty
	 */
	Optional<View> in(final Similarity toWindow, final Region whole,
		final float[] weights)
	{
		final Region part = Region.of(weights, whole.width());
		if (part.area() == 0) return Optional.empty();
		final var region = new Region(whole.x() + part.x(), whole.y() + part.y(),
			part.width(), part.height());
		final Similarity toRegion = toWindow.inverse().then(new Similarity(1, 0,
			-region.x(), -region.y()));
		final float[] upper = FacePart.upperShares(source.mapped(toRegion), region
			.width(), region.height());
		final FloatRgb picture = warped(FacePart.LOWER, toRegion, region, FacePart
			.lowerShares(upper));
		FacePart.join(warped(FacePart.UPPER, toRegion, region, upper), picture,
			upper);
		final var trusted = new float[upper.length];
		final Landmarks at = placed(pictures.expressed(pictures.main(FacePart.UPPER,
			index), index, source, jaw)).mapped(toRegion);
		for (int eye = 0; eye < 2; eye++)
			trust(at.points().subList(FIRST_EYE + EYE * eye, FIRST_EYE + EYE * (eye +
				1)), 1 - between(TOO_WIDE, FAR_TOO_WIDE, pictures.wider(index, eye)),
				region.width(), trusted);
		return Optional.of(new View(picture, trusted, part));
	}

	/**
	 * Two people hardly ever look in the same direction, and half of one eye in the
	 * other is none: if lids are about as far open, the donor's eye is taken whole.
	 * Adds an ellipse around it, its edge soft.
	 */
	private static void trust(final List<Point> lids, final double share,
		final int width, final float[] to)
	{
		final Point a = lids.get(0), b = lids.get(EYE / 2);
		final double half = Math.max(1, a.distance(b) / 2);
		final double cx = (a.x() + b.x()) / 2, cy = (a.y() + b.y()) / 2;
		final double ux = (b.x() - a.x()) / (2 * half), uy = (b.y() - a.y()) / (2 *
			half);
		final int reach = (int) Math.ceil(half * WIDE * SOFT), height = to.length /
			width;
		final int left = (int) Math.max(0, cx - reach);
		final int right = (int) Math.min(width - 1.0, cx + reach);
		for (int y = (int) Math.max(0, cy - reach); y <= Math.min(height - 1.0, cy +
			reach); y++)
			for (int x = left; x <= right; x++) {
				final double u = ((x - cx) * ux + (y - cy) * uy) / (WIDE * half);
				final double v = ((y - cy) * ux - (x - cx) * uy) / (HIGH * half);
				final double r = Math.sqrt(u * u + v * v);
				final int i = y * width + x;
				to[i] = Math.max(to[i], (float) (share * (1 - between(1, SOFT, r))));
			}
	}

	/** From 0 to 1 between two bounds, without a bend at either. */
	private static double between(final double low, final double high,
		final double v)
	{
		final double t = Math.max(0, Math.min(1, (v - low) / (high - low)));
		return t * t * (3 - 2 * t);
	}

	private FloatRgb warped(final FacePart part, final Similarity toRegion,
		final Region region, final float[] wanted)
	{
		return pictures.warped(part, index, shot -> placed(pictures.expressed(shot,
			index, source, jaw)).mapped(toRegion), region.width(), wanted, gaze);
	}

	/**
	 * The expression is known better from the source than from the painting, which
	 * is soft; where the painting has its brows, eyes, nose and mouth, only it
	 * tells. The outline is the source's.
	 */
	private Landmarks placed(final Landmarks expressed) {
		final var points = new ArrayList<>(source.points().subList(0, PARTS[0]));
		for (int k = 1; k < PARTS.length; k++) {
			final Point from = middle(expressed, k), to = middle(source, k);
			final int part = k - 1;
			final Point shift = shifts.map(s -> s.get(part)).orElse(STAY);
			final double dx = to.x() + shift.x() - from.x();
			final double dy = to.y() + shift.y() - from.y();
			for (final Point p : expressed.points().subList(PARTS[k - 1], PARTS[k]))
				points.add(new Point(p.x() + dx, p.y() + dy));
		}
		return new Landmarks(points);
	}
}
