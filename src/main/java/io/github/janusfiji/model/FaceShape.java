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
package io.github.janusfiji.model;

import io.github.janusfiji.face.FaceAligner;
import io.github.janusfiji.geometry.Landmarks;
import io.github.janusfiji.geometry.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proportions of one person's face: the mean of its aligned landmarks, and how
 * open eyes and mouth are when nothing moves them. Positions are shares of an
 * aligned crop's width, 0 to 1.
 *
 * @param points 68 positions x, y in turn
 * @param rest the person's usual measures, see {@link FaceCues}
 */
record FaceShape(float[] points, float[] rest) {

	/**
	 * Share of the faces below a person's usual opening of the mouth. Speech opens
	 * it, so the median is no rest.
	 */
	private static final double MOUTH_REST = 0.25;

	/** The first landmark that is not the jaw's. */
	private static final int INNER = 17;

	/** @throws IllegalArgumentException if a number is missing or not finite */
	FaceShape {
		if (points == null || points.length != 2 * Landmarks.COUNT ||
			rest == null || rest.length != FaceMeasures.COUNT)
			throw new IllegalArgumentException(
				"A person's proportions are incomplete");
		for (final float[] numbers : List.of(points, rest))
			for (final float number : numbers)
				if (!Float.isFinite(number)) throw new IllegalArgumentException(
					"A person's proportions are not finite");
	}

	/**
	 * @param faces aligned landmarks of one person, shares of the crop; not empty
	 * @return the person's proportions
	 */
	static FaceShape of(final List<Landmarks> faces) {
		final var points = new float[2 * Landmarks.COUNT];
		for (int i = 0; i < Landmarks.COUNT; i++) {
			double x = 0, y = 0;
			for (final Landmarks face : faces) {
				x += face.get(i).x();
				y += face.get(i).y();
			}
			points[2 * i] = (float) (x / faces.size());
			points[2 * i + 1] = (float) (y / faces.size());
		}
		final var rest = new float[FaceMeasures.COUNT];
		final var measures = faces.stream().map(FaceMeasures::of).toList();
		for (int m = 0; m < rest.length; m++) {
			final int measure = m;
			final double[] sorted = measures.stream().mapToDouble(
				v -> v[measure]).sorted().toArray();
			rest[m] = (float) sorted[(int) (sorted.length * (m == FaceMeasures.MOUTH
				? MOUTH_REST : 0.5))];
		}
		return new FaceShape(points, rest);
	}

	/** @return the mean face of many people, which every crop is aligned to */
	static FaceShape mean() {
		return of(List.of(unit(FaceAligner.meanFace(1 << 10), 1 << 10)));
	}

	/**
	 * @param landmarks px in a crop
	 * @param size width and height of the crop, px
	 * @return the same as shares of the crop
	 */
	static Landmarks unit(final Landmarks landmarks, final double size) {
		return new Landmarks(landmarks.points().stream().map(p -> new Point((p
			.x() + 0.5) / size, (p.y() + 0.5) / size)).toList());
	}

	/**
	 * @param other another person's
	 * @param jaw share of the other's jaw, 0 to 1
	 * @param inner share of the other's brows, eyes, nose and mouth
	 * @return the shape between both
	 */
	FaceShape towards(final FaceShape other, final double jaw,
		final double inner)
	{
		final float[] between = points.clone();
		for (int i = 0; i < between.length; i++)
			between[i] += (float) ((i < 2 * INNER ? jaw : inner) * (other.points[i] -
				points[i]));
		return new FaceShape(between, rest);
	}

	/**
	 * @param other another person's
	 * @return root mean square distance of the landmarks, share of the crop
	 */
	double distance(final FaceShape other) {
		double sum = 0;
		for (int i = 0; i < points.length; i++)
			sum += Math.pow(points[i] - other.points[i], 2);
		return Math.sqrt(sum / Landmarks.COUNT);
	}

	/** @return the mean landmarks, shares of the crop */
	Landmarks landmarks() {
		final var list = new ArrayList<Point>(Landmarks.COUNT);
		for (int i = 0; i < Landmarks.COUNT; i++)
			list.add(new Point(points[2 * i], points[2 * i + 1]));
		return new Landmarks(list);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof FaceShape shape && Arrays.equals(points,
			shape.points) && Arrays.equals(rest, shape.rest);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(points) + Arrays.hashCode(rest);
	}
}
